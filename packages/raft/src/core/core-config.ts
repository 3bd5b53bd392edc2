/**
 * Every number a core goes by. All durations are in milliseconds of the clock that `nowMs` comes
 * from, and those of the protocol are stretched by `timeMultiplier` where they are not set; all are
 * checked by `resolveConfig`, and both ends of a range are allowed.
 */
export interface RaftCoreConfig {
  /** How often a leader lets itself be heard. Default 50; 1 to 3,600,000. */
  readonly heartbeatIntervalMs: number;
  /**
   * The shortest silence after which a follower may campaign, and the time for which it refuses
   * to help anybody else to. Source: dissertation, sections 3.4 and 4.2.3.
   * Default 250; 1 to 3,600,000. At least twice
   * `heartbeatIntervalMs`, at most `electionTimeoutMaxMs` and `checkQuorumTimeoutMs`.
   */
  readonly electionTimeoutMinMs: number;
  /**
   * The longest silence; each timeout is drawn uniformly between the two.
   * Default 500; 1 to 3,600,000.
   */
  readonly electionTimeoutMaxMs: number;
  /**
   * A leader that has not heard from a quorum for this long stops leading.
   * Default 500; 1 to 3,600,000.
   */
  readonly checkQuorumTimeoutMs: number;
  /**
   * A leader whose own disk has not finished a write for this long stops leading.
   * Default 2,000; 1 to 3,600,000.
   */
  readonly storageStallTimeoutMs: number;
  /**
   * How long a transfer of leadership may take before it is called off.
   * Default 500; 1 to 3,600,000.
   */
  readonly transferTimeoutMs: number;
  /** How long a read waits for a leader's confirmation. Default 1,000; 1 to 3,600,000. */
  readonly readTimeoutMs: number;
  /**
   * Lease reads: how much faster one server's clock may run than another's at most, as a ratio;
   * 1.1 allows for 10 %. Every server must have the same `electionTimeoutMinMs` and this setting.
   * 0 is no lease reads. Source: dissertation, section 6.4.1.
   * Default 0; 0 to 10. Nothing between 0 and 1.
   */
  readonly leaseClockRatioMax: number;
  /**
   * How long a leader waits for other traffic before it tells an idle follower of a commit.
   * Default 5; 0 to 3,600,000.
   */
  readonly commitNoticeDelayMs: number;
  /**
   * How long a peer may take to install a snapshot once all its bytes have left.
   * Default 60,000; 1 to 86,400,000.
   */
  readonly snapshotTimeoutMs: number;
  /**
   * How long to leave a peer alone after a snapshot could not be sent or installed.
   * Default 500; 1 to 3,600,000.
   */
  readonly snapshotRetryDelayMs: number;
  /**
   * Entries of one message, in bytes; a single larger entry still travels, alone.
   * Default 1 MiB; 1 to 64 MiB.
   */
  readonly messageBytesMax: number;
  /** Unanswered appends per follower. Default 64; 1 to 65,536. */
  readonly inflightMessagesMax: number;
  /** Bytes of unanswered appends per follower. Default 16 MiB; 1 to 4,096 MiB. */
  readonly inflightBytesMax: number;
  /**
   * Commands accepted but not committed, in bytes; beyond it proposals are `overloaded`.
   * Default 64 MiB; 1 to 4,096 MiB.
   */
  readonly uncommittedBytesMax: number;
  /** The largest single command. Default 8 MiB; 1 to 64 MiB. */
  readonly commandBytesMax: number;
  /** Bytes given to the state machine and not confirmed yet. Default 4 MiB; 1 to 1,024 MiB. */
  readonly applyBytesMax: number;
  /**
   * Bytes of durable entries kept in memory for followers that are slightly behind.
   * Default 32 MiB; 0 to 4,096 MiB.
   */
  readonly cacheBytesMax: number;
  /**
   * Reads that wait for confirmation; beyond it they are `overloaded`.
   * Default 65,536; 1 to 16,777,216.
   */
  readonly pendingReadsMax: number;
  /**
   * Entries kept behind a snapshot for followers that are slightly behind.
   * Default 10,240; 0 to 1,000,000,000. At most
   * `laggingEntriesMax`.
   */
  readonly trailingEntries: number;
  /**
   * Entries kept at most, behind a snapshot, for the sake of a follower that is catching up.
   * Default 40,960; 0 to 1,000,000,000.
   */
  readonly laggingEntriesMax: number;
  /**
   * How far behind a learner may be, in entries, when it is given a vote.
   * Default 1,024; 0 to 1,000,000,000.
   */
  readonly catchUpLagEntriesMax: number;
  /**
   * Catch-up rounds granted to a learner before its promotion is given up.
   * Default 10; 1 to 1,000.
   */
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
