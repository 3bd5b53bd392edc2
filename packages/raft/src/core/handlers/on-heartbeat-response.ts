import type { HeartbeatResponse } from '../message.js';
import type { RaftState } from '../raft-state.js';
import { sendAppend } from '../replication.js';
import { findContact, noteContact } from './leader-contact.js';

/**
 * The follower is there. If it has not acknowledged everything that was sent, an empty append asks
 * where it stands: what was lost on the way is found without waiting for new entries.
 *
 * Source: Extension (re-sending, dissertation section 3.3: leaders retry indefinitely).
 */
export function onHeartbeatResponse(state: RaftState, response: HeartbeatResponse): void {
  const contact = findContact(state, response);
  if (contact === undefined || !noteContact(state, contact, response.round)) return;
  const { leader, progress } = contact;
  if (progress.state !== 'replicate' || progress.loadId !== undefined) return;
  if (progress.matchIndex >= progress.nextIndex - 1) return;
  const isSent = sendAppend(state, { leader, progress, entries: [] });
  // What was sent last has been compacted meanwhile; the probe will find that a snapshot is needed.
  if (!isSent) progress.becomeProbe(progress.matchIndex + 1);
}
