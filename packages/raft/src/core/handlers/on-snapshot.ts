import { noteApplied } from '../apply.js';
import { commitTo } from '../commit.js';
import { compact } from '../compaction.js';
import type { SnapshotMetadata } from '../entry.js';
import type {
  SnapshotInstalledInput,
  SnapshotProgressInput,
  SnapshotReceivedInput,
  SnapshotReceiveFailedInput,
  SnapshotSentInput,
  SnapshotTakenInput,
} from '../input.js';
import type { SnapshotOffer, SnapshotResponse } from '../message.js';
import type { RaftState } from '../raft-state.js';
import { releaseConfirmedReads } from '../reads.js';
import type { IncomingSnapshot } from '../roles.js';
import {
  abandonIncoming,
  answerOffer,
  type OfferOrigin,
  resetToSnapshot,
} from '../snapshot-install.js';
import { abandonSnapshot, notifyState } from '../snapshot-offers.js';
import { followLeader } from './follow-leader.js';
import { findContact, noteContact } from './leader-contact.js';
import { noteMatch } from './on-append-response.js';

/** A leader offers a snapshot. Source: dissertation, section 5.1. */
export function onSnapshotOffer(state: RaftState, offer: SnapshotOffer): void {
  if (!followLeader(state, offer)) {
    answerOffer(state, offer, { isInstalled: false, index: 0 });
    return;
  }
  if (answerIfKnown(state, offer)) {
    abandonIncoming(state);
    return;
  }
  const current = state.incoming;
  if (current !== undefined && current.stage !== 'receiving') {
    answerOffer(state, offer, { isInstalled: false, index: 0 });
    return;
  }
  abandonIncoming(state);
  const { from, session, term, snapshot } = offer;
  state.incoming = { from, session, term, snapshot, stage: 'receiving' };
  state.outbox.emit({ type: 'receive-snapshot', from, snapshot });
}

/** Answers at once when the log holds everything that the snapshot stands for. */
function answerIfKnown(
  state: RaftState,
  offer: OfferOrigin & { readonly snapshot: SnapshotMetadata },
): boolean {
  const { index, term } = offer.snapshot;
  const isHeld = index > state.commitIndex && state.log.termAt(index) === term;
  // The log agrees with a committed entry, so it agrees with everything before it.
  if (isHeld) {
    state.matchedIndex = Math.max(state.matchedIndex, index);
    commitTo(state, index);
  }
  if (index > state.commitIndex) return false;
  answerOffer(state, offer, { isInstalled: true, index: state.commitIndex });
  return true;
}

function findIncoming(
  state: RaftState,
  about: { from: string; snapshotId: string },
): IncomingSnapshot | undefined {
  const incoming = state.incoming;
  const isSame = incoming?.from === about.from && incoming.snapshot.id === about.snapshotId;
  return isSame && incoming.stage === 'receiving' ? incoming : undefined;
}

/** Bytes keep coming from the leader: it lives. */
export function onSnapshotProgress(state: RaftState, input: SnapshotProgressInput): void {
  const incoming = findIncoming(state, input);
  if (incoming === undefined || incoming.term !== state.term) return;
  if (state.leader !== incoming.from) return;
  state.leaderContactAtMs = state.nowMs;
  state.resetElectionTimer();
}

/** The bytes are complete and durable. */
export function onSnapshotReceived(state: RaftState, input: SnapshotReceivedInput): void {
  const incoming = findIncoming(state, input);
  if (incoming === undefined) return;
  if (answerIfKnown(state, incoming)) state.incoming = undefined;
  else if (state.role.type === 'leader') state.incoming = undefined;
  else resetToSnapshot(state, incoming);
}

export function onSnapshotReceiveFailed(state: RaftState, input: SnapshotReceiveFailedInput): void {
  const incoming = findIncoming(state, input);
  if (incoming === undefined) return;
  state.incoming = undefined;
  answerOffer(state, incoming, { isInstalled: false, index: 0 });
}

/** The state machine stands at the snapshot. */
export function onSnapshotInstalled(state: RaftState, input: SnapshotInstalledInput): void {
  const incoming = state.incoming;
  if (incoming?.stage !== 'restoring' || incoming.snapshot.id !== input.snapshotId) return;
  state.incoming = undefined;
  noteApplied(state, incoming.snapshot.index);
  releaseConfirmedReads(state);
  // An answer in another term would be no answer: the next leader asks for itself.
  if (incoming.term !== state.term) return;
  answerOffer(state, incoming, { isInstalled: true, index: incoming.snapshot.index });
}

/** The own state machine's image is durable. */
export function onSnapshotTaken(state: RaftState, input: SnapshotTakenInput): void {
  const { snapshot } = input;
  if (snapshot.index <= (state.snapshot?.index ?? 0) || snapshot.index > state.appliedIndex) return;
  if (state.log.termAt(snapshot.index) !== snapshot.term) return;
  state.snapshot = snapshot;
  compact(state);
}

/** All bytes of an offered snapshot have left, or they could not. */
export function onSnapshotSent(state: RaftState, input: SnapshotSentInput): void {
  if (state.role.type !== 'leader') return;
  const progress = state.role.progress.get(input.to);
  if (progress?.session !== input.session || progress.state !== 'snapshot') return;
  if (!input.isSent) {
    abandonSnapshot(state, progress);
    return;
  }
  progress.snapshotDeadlineMs = state.nowMs + state.config.snapshotTimeoutMs;
  progress.snapshotSentRound = state.role.rounds.current;
}

/** A follower tells how an offer ended; a late success still counts. */
export function onSnapshotResponse(state: RaftState, response: SnapshotResponse): void {
  const contact = findContact(state, response);
  if (contact === undefined || !noteContact(state, contact, 0)) return;
  const { progress } = contact;
  if (response.isInstalled) noteMatch(state, contact, response.index);
  else if (progress.state === 'snapshot') abandonSnapshot(state, progress);
  // Installed, but the log has been compacted beyond it meanwhile: a newer one is wanted at once.
  if (progress.state !== 'snapshot' || response.index < progress.snapshotIndex) return;
  progress.becomeProbe(progress.matchIndex + 1);
  notifyState(state, progress);
}
