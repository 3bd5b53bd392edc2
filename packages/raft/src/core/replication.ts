import { type Entry, entryBytes } from './entry.js';
import type { Progress } from './progress.js';
import type { RaftState } from './raft-state.js';
import type { LeaderRole } from './roles.js';
import { offerSnapshot } from './snapshot-offers.js';

/** Sends every follower what it lacks, as far as its window allows. */
export function replicate(state: RaftState, leader: LeaderRole): void {
  for (const progress of leader.progress.values()) {
    while (!progress.isPaused(state.config)) {
      if (progress.state === 'replicate' && progress.nextIndex > state.log.lastIndex) break;
      if (!sendNext(state, leader, progress)) break;
    }
  }
}

/** True when an append was sent and more may follow. */
function sendNext(state: RaftState, leader: LeaderRole, progress: Progress): boolean {
  if (state.log.termAt(progress.nextIndex - 1) === undefined) {
    offerSnapshot(state, leader, progress);
    return false;
  }
  const range = {
    fromIndex: progress.nextIndex,
    toIndex: state.log.lastIndex,
    maxBytes: state.config.messageBytesMax,
  };
  if (range.fromIndex > range.toIndex) return sendAppend(state, { leader, progress, entries: [] });
  const entries = state.log.slice(range);
  if (entries !== undefined) return sendAppend(state, { leader, progress, entries });
  const requestId = state.nextLoadId();
  progress.loadId = requestId;
  state.loads.set(requestId, {
    type: 'replicate',
    peer: progress.id,
    session: progress.session,
    fromIndex: range.fromIndex,
    toIndex: range.toIndex,
  });
  state.outbox.emit({ type: 'load', requestId, ...range });
  return false;
}

/**
 * Sends entries that start at the follower's next index.
 *
 * @returns false when the term before them is no longer known, and nothing was sent.
 */
export function sendAppend(
  state: RaftState,
  append: { leader: LeaderRole; progress: Progress; entries: readonly Entry[] },
): boolean {
  const { leader, progress, entries } = append;
  const previousIndex = progress.nextIndex - 1;
  const previousTerm = state.log.termAt(previousIndex);
  if (previousTerm === undefined) return false;
  const lastIndex = previousIndex + entries.length;
  state.outbox.sendNow({
    type: 'append-request',
    from: state.id,
    to: progress.id,
    term: state.term,
    session: progress.session,
    round: leader.rounds.current,
    previousIndex,
    previousTerm,
    commitIndex: state.commitIndex,
    entries,
  });
  if (progress.state === 'probe') {
    progress.isProbeSent = true;
    return true;
  }
  progress.toldCommitIndex = Math.max(
    progress.toldCommitIndex,
    Math.min(state.commitIndex, lastIndex),
  );
  if (entries.length > 0) {
    let bytes = 0;
    for (const entry of entries) bytes += entryBytes(entry);
    progress.inflight.add(lastIndex, bytes);
    progress.nextIndex = lastIndex + 1;
  }
  return true;
}
