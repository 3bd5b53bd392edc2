import type { Progress } from './progress.js';
import type { RaftState } from './raft-state.js';
import type { LeaderRole } from './roles.js';

/**
 * Tells one follower that the leader lives, and of commits as far as it is known to hold them.
 *
 * Source: dissertation, section 3.4; the bound on the commit index is an extension.
 */
export function sendHeartbeat(state: RaftState, leader: LeaderRole, progress: Progress): void {
  const commitIndex = Math.min(progress.matchIndex, state.commitIndex);
  progress.toldCommitIndex = Math.max(progress.toldCommitIndex, commitIndex);
  state.outbox.sendNow({
    type: 'heartbeat',
    from: state.id,
    to: progress.id,
    term: state.term,
    session: progress.session,
    round: leader.rounds.current,
    commitIndex,
  });
}

/** Begins a contact round with everybody, and lets every probe try again. */
export function beginHeartbeatRound(state: RaftState, leader: LeaderRole): void {
  leader.rounds.begin(state.nowMs);
  leader.heartbeatDueAtMs = state.nowMs + state.config.heartbeatIntervalMs;
  leader.commitNoticeDueAtMs = undefined;
  for (const progress of leader.progress.values()) {
    progress.isProbeSent = false;
    sendHeartbeat(state, leader, progress);
  }
}

/** Tells idle followers of a commit that no append has carried to them meanwhile. */
export function sendCommitNotices(state: RaftState, leader: LeaderRole): void {
  leader.commitNoticeDueAtMs = undefined;
  for (const progress of leader.progress.values()) {
    const knowable = Math.min(progress.matchIndex, state.commitIndex);
    if (progress.toldCommitIndex < knowable) sendHeartbeat(state, leader, progress);
  }
}
