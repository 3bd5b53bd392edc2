import { commitTo } from '../commit.js';
import type { ReadIndexInput } from '../input.js';
import { leaseEndMs } from '../lease.js';
import type { ReadIndexRequest, ReadIndexResponse } from '../message.js';
import type { RaftState } from '../raft-state.js';
import { confirmReads, failReads } from '../reads.js';
import type { LeaderRole } from '../roles.js';
import { becomeFollower } from '../transitions.js';

/** A user of this server wants a linearizable read. Source: dissertation, sections 6.4 and 6.4.1. */
export function onReadIndex(state: RaftState, input: ReadIndexInput): void {
  state.pendingReadCount += 1;
  if (state.pendingReadCount > state.config.pendingReadsMax) {
    failReads(state, [input.token], 'overloaded');
    return;
  }
  if (input.isLeaseEnough === true && leaseEndMs(state) !== undefined) {
    confirmReads(state, [input.token], state.commitIndex);
  } else if (state.role.type === 'leader') {
    noteWaiting(state, state.role);
    state.role.waitingTokens.push(input.token);
  } else if (state.leader === undefined) {
    failReads(state, [input.token], 'no-leader');
  } else {
    state.unforwardedTokens.push(input.token);
  }
}

function noteWaiting(state: RaftState, leader: LeaderRole): void {
  const isFirst = leader.waitingTokens.length === 0 && leader.waitingRemote.length === 0;
  if (isFirst) leader.waitingSinceMs = state.nowMs;
}

/** A follower asks for its users. */
export function onReadIndexRequest(state: RaftState, request: ReadIndexRequest): void {
  if (request.term > state.term) {
    becomeFollower(state, { term: request.term, leader: undefined, reason: 'higher-term' });
  }
  const leader = state.role;
  const isFull =
    leader.type === 'leader' && leader.waitingRemote.length >= state.config.pendingReadsMax;
  if (leader.type !== 'leader' || isFull) {
    refuse(state, request);
    return;
  }
  noteWaiting(state, leader);
  leader.waitingRemote.push({ from: request.from, readId: request.readId });
}

function refuse(state: RaftState, request: ReadIndexRequest): void {
  state.outbox.sendAfter(state.outbox.hardStatePosition, {
    type: 'read-index-response',
    from: state.id,
    to: request.from,
    term: state.term,
    readId: request.readId,
    isConfirmed: false,
    index: 0,
  });
}

/**
 * The leader has answered. What it has committed is committed here too, as far as this log is known
 * to equal the leader's.
 */
export function onReadIndexResponse(state: RaftState, response: ReadIndexResponse): void {
  if (response.term > state.term) {
    becomeFollower(state, { term: response.term, leader: undefined, reason: 'higher-term' });
  }
  const read = state.forwardedReads.get(response.readId);
  if (read === undefined || response.from !== state.leader || response.term < state.term) return;
  state.forwardedReads.delete(response.readId);
  if (!response.isConfirmed) {
    failReads(state, read.tokens, 'leadership-lost');
    return;
  }
  commitTo(state, Math.min(response.index, state.matchedIndex));
  confirmReads(state, read.tokens, response.index);
}
