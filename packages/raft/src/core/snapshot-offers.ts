import type { Progress } from './progress.js';
import type { RaftState } from './raft-state.js';
import type { LeaderRole } from './roles.js';

/**
 * Offers the newest snapshot to a follower whose next entry is no longer in the log.
 *
 * Source: dissertation, section 5.1.
 */
export function offerSnapshot(state: RaftState, leader: LeaderRole, progress: Progress): void {
  // Held back or not there yet: the next heartbeat round looks again.
  progress.isProbeSent = true;
  if (state.snapshot === undefined || state.nowMs < progress.snapshotRetryAtMs) {
    if (progress.state !== 'probe') progress.becomeProbe(progress.nextIndex);
    progress.isProbeSent = true;
    return;
  }
  progress.becomeSnapshot(state.snapshot.index);
  notifyState(state, progress);
  state.outbox.emit({
    type: 'send-snapshot',
    offer: {
      type: 'snapshot-offer',
      from: state.id,
      to: progress.id,
      term: state.term,
      session: progress.session,
      round: leader.rounds.current,
      snapshot: state.snapshot,
    },
  });
}

/** Gives a snapshot transfer up for now and asks the follower again where it stands. */
export function abandonSnapshot(state: RaftState, progress: Progress): void {
  progress.snapshotRetryAtMs = state.nowMs + state.config.snapshotRetryDelayMs;
  progress.becomeProbe(progress.matchIndex + 1);
  notifyState(state, progress);
}

/** Gives up transfers whose installation is overdue. */
export function expireSnapshots(state: RaftState, leader: LeaderRole): void {
  for (const progress of leader.progress.values()) {
    const deadlineMs = progress.snapshotDeadlineMs;
    if (deadlineMs !== undefined && deadlineMs <= state.nowMs) abandonSnapshot(state, progress);
  }
}

/** Tells users how the leader talks to a follower from now on. */
export function notifyState(state: RaftState, progress: Progress): void {
  const { id: peer, state: progressState } = progress;
  state.outbox.notify({ type: 'peer-state-changed', peer, state: progressState });
}
