import type { PeerUnreachableInput } from '../input.js';
import type { RaftState } from '../raft-state.js';
import { notifyState } from '../snapshot-offers.js';

/** What was sent ahead is probably lost: ask the follower where it stands. Source: Extension. */
export function onPeerUnreachable(state: RaftState, input: PeerUnreachableInput): void {
  if (state.role.type !== 'leader') return;
  const progress = state.role.progress.get(input.peer);
  if (progress?.state !== 'replicate') return;
  progress.becomeProbe(progress.matchIndex + 1);
  // The next heartbeat round sends the probe; until then there is nobody to send it to.
  progress.isProbeSent = true;
  notifyState(state, progress);
}
