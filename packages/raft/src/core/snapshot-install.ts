import { abandonApply } from './apply.js';
import { notifyConfiguration } from './leader-log.js';
import type { RaftState } from './raft-state.js';
import type { IncomingSnapshot } from './roles.js';

/** Whom an offer came from, and to which stay in its configuration it was made. */
export interface OfferOrigin {
  readonly from: string;
  readonly session: number;
}

/** Tells a leader how its offer ended, once what is said is durable. */
export function answerOffer(
  state: RaftState,
  offer: OfferOrigin,
  result: { isInstalled: boolean; index: number },
): void {
  const { outbox, log } = state;
  const isOnDisk = result.index <= log.durableIndex;
  outbox.sendAfter(isOnDisk ? outbox.hardStatePosition : outbox.position, {
    type: 'snapshot-response',
    from: state.id,
    to: offer.from,
    term: state.term,
    session: offer.session,
    ...result,
  });
}

/** Stops receiving a snapshot that is no longer wanted. */
export function abandonIncoming(state: RaftState): void {
  const incoming = state.incoming;
  if (incoming?.stage !== 'receiving') return;
  state.incoming = undefined;
  const { from, snapshot } = incoming;
  state.outbox.emit({ type: 'abort-snapshot', from, snapshotId: snapshot.id });
}

/**
 * Puts a received snapshot in the place of a log that does not contain it: metadata, log and hard
 * state change as one durable step, then the state machine follows.
 *
 * Source: dissertation, section 5.1.
 */
export function resetToSnapshot(state: RaftState, incoming: IncomingSnapshot): void {
  const { snapshot } = incoming;
  incoming.stage = 'persisting';
  const { lastIndex: toIndex } = state.log;
  const keptRange = { fromIndex: snapshot.index + 1, toIndex, maxBytes: Number.MAX_SAFE_INTEGER };
  const isSuffixKept = state.plantedBug === 'suffix-kept-on-snapshot-mismatch';
  const kept = isSuffixKept && snapshot.index < toIndex ? state.log.slice(keptRange) : undefined;
  state.log.reset(snapshot.index, snapshot.term);
  if (kept !== undefined) state.log.append(kept);
  state.configurations.reset({
    index: snapshot.configurationIndex,
    configuration: snapshot.configuration,
  });
  state.commitIndex = snapshot.index;
  state.matchedIndex = Math.max(state.matchedIndex, snapshot.index);
  abandonApply(state, snapshot.index);
  state.outbox.noteSnapshotInstalled(snapshot);
  notifyConfiguration(state);
}

/** The reset log is durable: the state machine may be replaced. */
export function beginRestore(state: RaftState): void {
  const incoming = state.incoming;
  if (incoming?.stage !== 'persisting' || state.log.durableIndex < incoming.snapshot.index) return;
  incoming.stage = 'restoring';
  state.snapshot = incoming.snapshot;
  state.outbox.emit({ type: 'install-snapshot', snapshot: incoming.snapshot });
}
