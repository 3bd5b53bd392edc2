import type { RoleChangeReason } from './effect.js';
import { allVoters, isVoter } from './membership.js';
import { voteResult } from './quorum.js';
import type { RaftState } from './raft-state.js';
import {
  becomeCandidate,
  becomeFollower,
  becomeLeader,
  becomePreCandidate,
} from './transitions.js';

/**
 * Whether this server may ask for votes: it votes in the configuration in force, or would again if
 * the uncommitted one were taken back.
 *
 * Source: dissertation, section 4.2.2; no campaign while a snapshot is being put in place.
 */
export function mayCampaign(state: RaftState): boolean {
  if (state.role.type === 'leader' || state.isStorageStalled) return false;
  if (state.incoming !== undefined && state.incoming.stage !== 'receiving') return false;
  if (state.isSelfVoter) return true;
  const { index } = state.configurations.latest;
  if (index <= state.commitIndex) return false;
  return isVoter(state.configurations.at(index - 1).configuration, state.id);
}

/** Asks every voter whether it would vote for this server in the next term. */
export function startPreVote(state: RaftState, reason: RoleChangeReason): void {
  becomePreCandidate(state, reason);
  requestVotes(state, { term: state.term + 1, isPreVote: true, isTransfer: false });
  if (state.role.type === 'pre-candidate' && state.isSelfVoter) {
    state.role.votes.set(state.id, true);
    countVotes(state);
  }
}

/** Begins a real election; the requests leave once the new term and the own vote are durable. */
export function startElection(
  state: RaftState,
  start: { isTransfer: boolean; reason: RoleChangeReason },
): void {
  becomeCandidate(state, start);
  requestVotes(state, { term: state.term, isPreVote: false, isTransfer: start.isTransfer });
}

function requestVotes(
  state: RaftState,
  ask: { term: number; isPreVote: boolean; isTransfer: boolean },
): void {
  for (const voter of allVoters(state.configuration)) {
    if (voter.id === state.id) continue;
    state.outbox.sendAfter(state.outbox.hardStatePosition, {
      type: 'vote-request',
      from: state.id,
      to: voter.id,
      ...ask,
      lastIndex: state.log.lastIndex,
      lastTerm: state.log.lastTerm,
    });
  }
}

/** Counts the candidate's own vote, which has become durable. */
export function countOwnVote(state: RaftState): void {
  if (state.role.type !== 'candidate' || state.votedFor !== state.id) return;
  if (!state.outbox.isDurable(state.outbox.hardStatePosition)) return;
  if (state.role.votes.has(state.id)) return;
  state.role.votes.set(state.id, true);
  countVotes(state);
}

/** Moves on when the present (pre-)candidacy is decided. */
export function countVotes(state: RaftState): void {
  const role = state.role;
  if (role.type !== 'pre-candidate' && role.type !== 'candidate') return;
  const result = voteResult(state.configuration, role.votes);
  if (result === 'pending') return;
  if (result === 'lost') {
    const reason = role.type === 'candidate' ? 'election-lost' : 'pre-vote-lost';
    becomeFollower(state, { term: state.term, leader: undefined, reason });
    return;
  }
  if (role.type === 'pre-candidate') {
    startElection(state, { isTransfer: false, reason: 'pre-vote-won' });
    return;
  }
  becomeLeader(state);
}
