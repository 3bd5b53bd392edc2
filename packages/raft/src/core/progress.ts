import { InflightWindow } from './inflight-window.js';

/**
 * How a leader talks to one follower.
 *
 * - `probe`: it does not know where the logs agree; one append at a time.
 * - `replicate`: it does; appends are sent ahead of their answers, within a window.
 * - `snapshot`: the follower needs a snapshot first; no appends.
 */
export type ProgressState = 'probe' | 'replicate' | 'snapshot';

/** A learner's catch-up round. Source: dissertation, section 4.2.1. */
export interface PromotionRounds {
  /** Rounds begun, the current one included. */
  count: number;
  /** The round ends when the learner holds this index. */
  targetIndex: number;
  startedAtMs: number;
  hasFailed: boolean;
}

/**
 * What a leader knows of one follower, for one stay of that follower in its configuration.
 *
 * Source: dissertation, section 3.5 (nextIndex, matchIndex); states and window are extensions.
 */
export class Progress {
  readonly id: string;
  /** Unique within the leader's term; answers of another session are not about this stay. */
  readonly session: number;
  state: ProgressState = 'probe';
  /** The follower's log is durable and equal to ours up to here. */
  matchIndex = 0;
  /** The contact round in which `matchIndex` last moved; tells a late refusal from a lost disk. */
  matchRound = 0;
  nextIndex: number;
  readonly inflight: InflightWindow = new InflightWindow();
  /** In probe: the one append is out and not answered. */
  isProbeSent = false;
  /** The highest round the follower has answered. */
  answeredRound = 0;
  /** When the round it answered had begun: the follower was with us no earlier than this. */
  contactAtMs: number;
  /** The highest commit index it has been told. */
  toldCommitIndex = 0;
  /** The open `load` for this follower. */
  loadId: number | undefined;
  /** In snapshot: what is being sent, until when to wait, and whether bytes are still leaving. */
  snapshotIndex = 0;
  snapshotDeadlineMs: number | undefined;
  /** The contact round under way when the last byte had left. */
  snapshotSentRound = 0;
  /** No snapshot is offered before this instant. */
  snapshotRetryAtMs = 0;
  promotion: PromotionRounds | undefined;

  constructor(start: { id: string; session: number; nextIndex: number; contactAtMs: number }) {
    this.id = start.id;
    this.session = start.session;
    this.nextIndex = start.nextIndex;
    this.contactAtMs = start.contactAtMs;
  }

  /** Where the logs agree is uncertain: ask, starting at `nextIndex`. */
  becomeProbe(nextIndex: number): void {
    this.state = 'probe';
    this.nextIndex = Math.max(nextIndex, this.matchIndex + 1);
    this.isProbeSent = false;
    this.inflight.clear();
    this.loadId = undefined;
    this.snapshotDeadlineMs = undefined;
  }

  becomeReplicate(): void {
    this.state = 'replicate';
    this.nextIndex = this.matchIndex + 1;
    this.isProbeSent = false;
    this.inflight.clear();
    this.loadId = undefined;
    this.snapshotDeadlineMs = undefined;
  }

  becomeSnapshot(snapshotIndex: number): void {
    this.state = 'snapshot';
    this.snapshotIndex = snapshotIndex;
    this.inflight.clear();
    this.loadId = undefined;
    this.snapshotDeadlineMs = undefined;
  }

  /** True while nothing further may be sent. */
  isPaused(limits: { inflightMessagesMax: number; inflightBytesMax: number }): boolean {
    if (this.loadId !== undefined || this.state === 'snapshot') return true;
    if (this.state === 'probe') return this.isProbeSent;
    return (
      this.inflight.count >= limits.inflightMessagesMax ||
      this.inflight.bytes >= limits.inflightBytesMax
    );
  }
}
