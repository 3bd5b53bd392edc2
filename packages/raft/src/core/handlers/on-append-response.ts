import { advanceCommit } from '../commit.js';
import type { AppendResponse } from '../message.js';
import type { RaftState } from '../raft-state.js';
import { abandonSnapshot, notifyState } from '../snapshot-offers.js';
import { pursueTransfer } from '../transfer.js';
import { type Contact, findContact, noteContact } from './leader-contact.js';

/**
 * Learns how far a follower's log agrees, or that it does not yet.
 *
 * Source: dissertation, section 3.5.
 */
export function onAppendResponse(state: RaftState, response: AppendResponse): void {
  const contact = findContact(state, response);
  if (contact === undefined || !noteContact(state, contact, response.round)) return;
  if (response.isAccepted) noteMatch(state, contact, response.index);
  else onRefused(state, contact, response);
}

/** The follower's log is durable and equal to the leader's up to `index`. */
export function noteMatch(state: RaftState, contact: Contact, index: number): void {
  const { leader, progress } = contact;
  if (index > state.log.lastIndex) {
    const from = progress.id;
    state.outbox.notify({ type: 'message-rejected', from, reason: 'beyond-log' });
    return;
  }
  const isProgress = index > progress.matchIndex;
  if (isProgress) {
    progress.matchIndex = index;
    progress.matchRound = leader.rounds.current;
    progress.nextIndex = Math.max(progress.nextIndex, index + 1);
  }
  progress.inflight.releaseThrough(index);
  // Any acknowledgement that reconnects to the log ends probing and even a snapshot transfer.
  const isConnected = progress.matchIndex >= state.log.baseIndex;
  if (progress.state === 'probe' && isConnected) {
    progress.becomeReplicate();
    notifyState(state, progress);
  } else if (progress.state === 'snapshot' && isProgress && isConnected) {
    progress.becomeReplicate();
    notifyState(state, progress);
  }
  if (!isProgress) return;
  advanceCommit(state);
  if (state.role === leader) pursueTransfer(state, leader);
}

function onRefused(state: RaftState, contact: Contact, response: AppendResponse): void {
  const { progress } = contact;
  if (response.index <= progress.matchIndex) {
    // Sent after the acknowledgement, and yet the entries are gone: the follower lost its disk.
    if (response.round > progress.matchRound) onRegression(state, contact, response);
    return;
  }
  if (progress.state === 'snapshot') {
    // A follower that has the snapshot in hand is silent: this one has not, or needs a newer one.
    const isSent = progress.snapshotDeadlineMs !== undefined;
    if (isSent && response.round > progress.snapshotSentRound) abandonSnapshot(state, progress);
    return;
  }
  if (progress.state === 'probe' && response.index !== progress.nextIndex - 1) return;
  if (response.index > state.log.lastIndex) return;
  const wasReplicating = progress.state === 'replicate';
  progress.becomeProbe(Math.min(response.index, nextAfterHint(state, response)));
  if (wasReplicating) notifyState(state, progress);
}

/** The first entry to send if the logs agree up to where the follower's hint allows. */
function nextAfterHint(state: RaftState, response: AppendResponse): number {
  const { hintIndex, hintTerm } = response;
  if (hintIndex < state.log.baseIndex) return hintIndex + 1;
  return state.log.highestIndexOfTermAtMost(hintIndex, hintTerm) + 1;
}

function onRegression(state: RaftState, contact: Contact, response: AppendResponse): void {
  const { progress } = contact;
  const { id: peer, matchIndex } = progress;
  state.outbox.notify({ type: 'peer-regressed', peer, matchIndex });
  progress.matchIndex = 0;
  progress.toldCommitIndex = 0;
  progress.becomeProbe(Math.max(1, Math.min(response.index, nextAfterHint(state, response))));
  notifyState(state, progress);
}
