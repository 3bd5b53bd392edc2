import type { VoteRequest } from '../message.js';
import type { RaftState } from '../raft-state.js';
import { becomeFollower, castVote } from '../transitions.js';

/**
 * Answers a candidate. Votes are given without regard to the own configuration: a learner may have
 * been promoted, and a candidate admitted, without this server knowing.
 *
 * Source: dissertation, sections 3.4, 3.6.1, 4.1, 4.2.3 (live leader) and 9.6 (pre-vote).
 */
export function onVoteRequest(state: RaftState, request: VoteRequest): void {
  if (request.isPreVote) {
    onPreVoteRequest(state, request);
    return;
  }
  if (request.term > state.term) {
    // Not even the term is taken over: whoever asks while a leader lives must not disturb it.
    if (isProtectedFrom(state, request)) return;
    becomeFollower(state, { term: request.term, leader: undefined, reason: 'higher-term' });
  }
  const isGranted = request.term === state.term && mayVoteFor(state, request);
  if (isGranted) {
    castVote(state, request.from);
    state.resetElectionTimer();
  }
  answer(state, request, { isGranted, term: state.term });
}

function onPreVoteRequest(state: RaftState, request: VoteRequest): void {
  const isGranted =
    request.term > state.term && !isProtectedFrom(state, request) && isUpToDate(state, request);
  if (isGranted && state.plantedBug === 'pre-vote-resets-timer') state.resetElectionTimer();
  answer(state, request, { isGranted, term: isGranted ? request.term : state.term });
}

/** A leader lives, it is not the one that asks, and it has not asked for this election itself. */
function isProtectedFrom(state: RaftState, request: VoteRequest): boolean {
  if (request.isTransfer || !state.hasLiveLeader) return false;
  return state.leader !== request.from;
}

function mayVoteFor(state: RaftState, request: VoteRequest): boolean {
  // A candidate that is no voter has not voted and could; its own candidacy is enough for a term.
  if (state.role.type === 'candidate' || state.leader !== undefined) return false;
  if (state.votedFor !== undefined && state.votedFor !== request.from) return false;
  return isUpToDate(state, request);
}

/** The candidate's log is at least as complete as ours: by term first, then by length. */
function isUpToDate(state: RaftState, request: VoteRequest): boolean {
  const { lastIndex, lastTerm } = state.log;
  if (state.plantedBug === 'vote-compare-index-first') {
    return (
      request.lastIndex > lastIndex ||
      (request.lastIndex === lastIndex && request.lastTerm >= lastTerm)
    );
  }
  if (request.lastTerm !== lastTerm) return request.lastTerm > lastTerm;
  return request.lastIndex >= lastIndex;
}

function answer(
  state: RaftState,
  request: VoteRequest,
  said: { isGranted: boolean; term: number },
): void {
  const isEarly = state.plantedBug === 'vote-before-fsync';
  state.outbox.sendAfter(isEarly ? 0 : state.outbox.hardStatePosition, {
    type: 'vote-response',
    from: state.id,
    to: request.from,
    term: said.term,
    isPreVote: request.isPreVote,
    isGranted: said.isGranted,
  });
}
