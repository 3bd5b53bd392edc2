import type { HeartbeatResponse } from '../message.js';
import type { Progress } from '../progress.js';
import type { RaftState } from '../raft-state.js';
import { sendAppend } from '../replication.js';
import { findContact, noteContact } from './leader-contact.js';

/**
 * The follower is there. If it has not acknowledged everything that was sent, an empty append asks
 * where it stands: what was lost on the way is found without waiting for new entries, and a
 * snapshot whose confirmation was lost without waiting for its deadline.
 *
 * Source: Extension (re-sending, dissertation section 3.3: leaders retry indefinitely).
 */
export function onHeartbeatResponse(state: RaftState, response: HeartbeatResponse): void {
  const contact = findContact(state, response);
  if (contact === undefined || !noteContact(state, contact, response.round)) return;
  const { leader, progress } = contact;
  if (!isAnswerOwed(progress)) return;
  if (progress.state === 'snapshot') {
    progress.nextIndex = Math.max(progress.snapshotIndex, state.log.baseIndex) + 1;
  }
  const isSent = sendAppend(state, { leader, progress, entries: [] });
  // What was sent last has been compacted meanwhile; the probe will find that a snapshot is needed.
  if (!isSent) progress.becomeProbe(progress.matchIndex + 1);
}

/** Something has left that the follower has not acknowledged: appends, or a whole snapshot. */
function isAnswerOwed(progress: Progress): boolean {
  if (progress.state === 'snapshot') return progress.snapshotDeadlineMs !== undefined;
  if (progress.state === 'probe' || progress.loadId !== undefined) return false;
  return progress.matchIndex < progress.nextIndex - 1;
}
