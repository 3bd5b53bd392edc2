import type { RaftState } from './raft-state.js';
import { isInContact } from './step-down.js';

/**
 * Drops the part of the log that a durable snapshot covers, but for a tail that spares slightly
 * slow followers a snapshot, and more of it while a follower is on its way through it.
 *
 * Source: dissertation, section 5.1.
 */
export function compact(state: RaftState): void {
  const snapshot = state.snapshot;
  if (snapshot === undefined) return;
  const lowest = snapshot.index - state.config.laggingEntriesMax;
  let throughIndex = snapshot.index - state.config.trailingEntries;
  if (state.role.type === 'leader') {
    for (const progress of state.role.progress.values()) {
      if (!isInContact(state, progress)) continue;
      const wanted = progress.state === 'snapshot' ? progress.snapshotIndex : progress.matchIndex;
      throughIndex = Math.max(Math.min(throughIndex, wanted), lowest);
    }
  }
  if (throughIndex <= state.log.baseIndex) return;
  state.log.compactThrough(throughIndex);
  state.configurations.compactThrough(throughIndex);
  state.outbox.emit({ type: 'compact', throughIndex });
}
