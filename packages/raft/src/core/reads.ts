import type { ReadFailure } from './effect.js';
import { sendHeartbeat } from './heartbeats.js';
import { isVoter } from './membership.js';
import { quorumValue } from './quorum.js';
import type { RaftState } from './raft-state.js';
import type { ConfirmedRead, LeaderRole, ReadBatch } from './roles.js';

/** Ends reads of this server's users without an index. */
export function failReads(state: RaftState, tokens: readonly number[], reason: ReadFailure): void {
  if (tokens.length === 0) return;
  state.pendingReadCount -= tokens.length;
  state.outbox.emit({ type: 'read-failed', tokens, reason });
}

function answerRemote(state: RaftState, batch: Pick<ReadBatch, 'remote'>, index?: number): void {
  for (const { from, readId } of batch.remote) {
    state.outbox.sendAfter(state.outbox.hardStatePosition, {
      type: 'read-index-response',
      from: state.id,
      to: from,
      term: state.term,
      readId,
      isConfirmed: index !== undefined,
      index: index ?? 0,
    });
  }
}

/** Leadership is over: reads it has not confirmed can no longer be. */
export function failLeaderReads(state: RaftState, leader: LeaderRole): void {
  failReads(state, leader.waitingTokens, 'leadership-lost');
  answerRemote(state, { remote: leader.waitingRemote });
  for (const batch of leader.readBatches) {
    failReads(state, batch.tokens, 'leadership-lost');
    answerRemote(state, batch);
  }
  leader.waitingTokens = [];
  leader.waitingRemote = [];
  leader.readBatches = [];
}

/** The leader they were sent to is no longer the one to ask. */
export function failForwardedReads(state: RaftState): void {
  const tokens = [...state.unforwardedTokens];
  for (const read of state.forwardedReads.values()) tokens.push(...read.tokens);
  state.unforwardedTokens = [];
  state.forwardedReads.clear();
  failReads(state, tokens, 'leadership-lost');
}

/** These reads may be answered as soon as the state machine has reached `index`. */
export function confirmReads(state: RaftState, tokens: readonly number[], index: number): void {
  if (tokens.length === 0) return;
  const deadlineMs = state.nowMs + state.config.readTimeoutMs;
  state.confirmedReads.push({ index, tokens, deadlineMs });
  releaseConfirmedReads(state);
}

/** Answers confirmed reads that the state machine has caught up with. */
export function releaseConfirmedReads(state: RaftState): void {
  if (state.confirmedReads.length === 0) return;
  const index = state.appliedIndex;
  const tokens: number[] = [];
  state.confirmedReads = state.confirmedReads.filter((read) => {
    if (read.index > index) return true;
    for (const token of read.tokens) tokens.push(token);
    return false;
  });
  if (tokens.length === 0) return;
  state.pendingReadCount -= tokens.length;
  state.outbox.emit({ type: 'read-ready', tokens, index });
}

/**
 * Gives the reads of this turn one round: the leader asks a quorum whether it still leads, a
 * follower asks its leader.
 *
 * Source: dissertation, section 6.4 (steps 1 to 3); one round serves any number of reads.
 */
export function flushReads(state: RaftState): void {
  if (state.role.type === 'leader') beginReadRound(state, state.role);
  else if (state.unforwardedTokens.length > 0) forwardReads(state);
}

function beginReadRound(state: RaftState, leader: LeaderRole): void {
  const isWaiting = leader.waitingTokens.length > 0 || leader.waitingRemote.length > 0;
  // Before its first own commit a leader may not know the latest commit index of its predecessors.
  if (!isWaiting || state.commitIndex < leader.termStartIndex) return;
  const { plantedBug } = state;
  const isOldRound = plantedBug === 'read-round-reused' || plantedBug === 'read-without-round';
  const round = isOldRound ? leader.rounds.current : leader.rounds.begin(state.nowMs);
  leader.readBatches.push({
    round: plantedBug === 'read-without-round' ? 0 : round,
    index: state.commitIndex,
    deadlineMs: state.nowMs + state.config.readTimeoutMs,
    tokens: leader.waitingTokens,
    remote: leader.waitingRemote,
  });
  leader.waitingTokens = [];
  leader.waitingRemote = [];
  for (const progress of leader.progress.values()) {
    if (isVoter(state.configuration, progress.id)) sendHeartbeat(state, leader, progress);
  }
  confirmRounds(state, leader);
}

/** Confirms the reads whose round a quorum has answered. */
export function confirmRounds(state: RaftState, leader: LeaderRole): void {
  if (leader.readBatches.length === 0) return;
  const confirmedRound = quorumValue(state.configuration, (id) =>
    id === state.id ? leader.rounds.current : (leader.progress.get(id)?.answeredRound ?? 0),
  );
  for (;;) {
    const batch = leader.readBatches[0];
    if (batch === undefined || batch.round > confirmedRound) return;
    leader.readBatches.shift();
    answerRemote(state, batch, batch.index);
    confirmReads(state, batch.tokens, batch.index);
  }
}

function forwardReads(state: RaftState): void {
  const tokens = state.unforwardedTokens;
  state.unforwardedTokens = [];
  const leader = state.leader;
  if (leader === undefined) {
    failReads(state, tokens, 'no-leader');
    return;
  }
  state.lastReadId += 1;
  const deadlineMs = state.nowMs + state.config.readTimeoutMs;
  state.forwardedReads.set(state.lastReadId, { tokens, deadlineMs });
  state.outbox.sendAfter(state.outbox.hardStatePosition, {
    type: 'read-index-request',
    from: state.id,
    to: leader,
    term: state.term,
    readId: state.lastReadId,
  });
}

/** Gives up reads that nobody has confirmed, or that this server cannot answer, in time. */
export function expireReads(state: RaftState): void {
  for (const [readId, read] of state.forwardedReads) {
    if (read.deadlineMs > state.nowMs) continue;
    state.forwardedReads.delete(readId);
    failReads(state, read.tokens, 'timed-out');
  }
  if (state.role.type === 'leader') expireLeaderReads(state, state.role);
  else expireConfirmedReads(state);
}

function expireConfirmedReads(state: RaftState): void {
  const isDue = (read: ConfirmedRead): boolean => read.deadlineMs <= state.nowMs;
  const due = state.confirmedReads.filter(isDue);
  if (due.length === 0) return;
  state.confirmedReads = state.confirmedReads.filter((read) => !isDue(read));
  for (const read of due) failReads(state, read.tokens, 'timed-out');
}

function expireLeaderReads(state: RaftState, leader: LeaderRole): void {
  const isWaiting = leader.waitingTokens.length > 0 || leader.waitingRemote.length > 0;
  if (isWaiting && leader.waitingSinceMs + state.config.readTimeoutMs <= state.nowMs) {
    failReads(state, leader.waitingTokens, 'timed-out');
    answerRemote(state, { remote: leader.waitingRemote });
    leader.waitingTokens = [];
    leader.waitingRemote = [];
  }
  for (;;) {
    const batch = leader.readBatches[0];
    if (batch === undefined || batch.deadlineMs > state.nowMs) return;
    leader.readBatches.shift();
    failReads(state, batch.tokens, 'timed-out');
    answerRemote(state, batch);
  }
}
