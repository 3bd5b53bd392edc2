/**
 * Every number a core goes by. All durations are in milliseconds of the clock that `nowMs` comes
 * from; all are bounded and checked by `resolveConfig`.
 */
export interface RaftCoreConfig {
  /** How often a leader lets itself be heard. */
  readonly heartbeatIntervalMs: number;
  /**
   * The shortest silence after which a follower may campaign, and the time for which it refuses
   * to help anybody else to. Source: dissertation, sections 3.4 and 4.2.3.
   */
  readonly electionTimeoutMinMs: number;
  /** The longest silence; each timeout is drawn uniformly between the two. */
  readonly electionTimeoutMaxMs: number;
  /** A leader that has not heard from a quorum for this long stops leading. */
  readonly checkQuorumTimeoutMs: number;
  /** A leader whose own disk has not finished a write for this long stops leading. */
  readonly storageStallTimeoutMs: number;
  /** How long a transfer of leadership may take before it is called off. */
  readonly transferTimeoutMs: number;
  /** How long a read waits for a leader's confirmation. */
  readonly readTimeoutMs: number;
  /**
   * Lease reads: how much faster one server's clock may run than another's at most, as a ratio;
   * 1.1 allows for 10 %. Every server must have the same `electionTimeoutMinMs` and this setting.
   * 0, the default, is no lease reads. Source: dissertation, section 6.4.1.
   */
  readonly leaseClockRatioMax: number;
  /** How long a leader waits for other traffic before it tells an idle follower of a commit. */
  readonly commitNoticeDelayMs: number;
  /** How long a peer may take to install a snapshot once all its bytes have left. */
  readonly snapshotTimeoutMs: number;
  /** How long to leave a peer alone after a snapshot could not be sent or installed. */
  readonly snapshotRetryDelayMs: number;
  /** Entries of one message, in bytes; a single larger entry still travels, alone. */
  readonly messageBytesMax: number;
  /** Unanswered appends per follower. */
  readonly inflightMessagesMax: number;
  /** Bytes of unanswered appends per follower. */
  readonly inflightBytesMax: number;
  /** Commands accepted but not committed, in bytes; beyond it proposals are `overloaded`. */
  readonly uncommittedBytesMax: number;
  /** The largest single command. */
  readonly commandBytesMax: number;
  /** Bytes given to the state machine and not confirmed yet. */
  readonly applyBytesMax: number;
  /** Bytes of durable entries kept in memory for followers that are slightly behind. */
  readonly cacheBytesMax: number;
  /** Reads that wait for confirmation; beyond it they are `overloaded`. */
  readonly pendingReadsMax: number;
  /** Entries kept behind a snapshot for followers that are slightly behind. */
  readonly trailingEntries: number;
  /** Entries kept at most, behind a snapshot, for the sake of a follower that is catching up. */
  readonly laggingEntriesMax: number;
  /** How far behind a learner may be, in entries, when it is given a vote. */
  readonly catchUpLagEntriesMax: number;
  /** Catch-up rounds granted to a learner before its promotion is given up. */
  readonly promotionRoundsMax: number;
}

/** What a LAN of healthy machines wants: a new leader in well under a second. */
export const defaultCoreConfig: RaftCoreConfig = {
  heartbeatIntervalMs: 50,
  electionTimeoutMinMs: 250,
  electionTimeoutMaxMs: 500,
  checkQuorumTimeoutMs: 500,
  storageStallTimeoutMs: 2_000,
  transferTimeoutMs: 500,
  readTimeoutMs: 1_000,
  leaseClockRatioMax: 0,
  commitNoticeDelayMs: 5,
  snapshotTimeoutMs: 60_000,
  snapshotRetryDelayMs: 500,
  messageBytesMax: 1024 * 1024,
  inflightMessagesMax: 64,
  inflightBytesMax: 16 * 1024 * 1024,
  uncommittedBytesMax: 64 * 1024 * 1024,
  commandBytesMax: 8 * 1024 * 1024,
  applyBytesMax: 4 * 1024 * 1024,
  cacheBytesMax: 32 * 1024 * 1024,
  pendingReadsMax: 65_536,
  trailingEntries: 10_240,
  laggingEntriesMax: 40_960,
  catchUpLagEntriesMax: 1_024,
  promotionRoundsMax: 10,
};
