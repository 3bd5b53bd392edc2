/** A server of a group: a name that is never reused, and where it can be reached at present. */
export interface ServerAddress {
  /** Unique for the life of the group. A server that lost its data returns under a new one. */
  readonly id: string;
  /** Opaque to the core; for the TCP transport `host:port`. May change over time. */
  readonly address: string;
}

/** A server that receives the log and does not vote. */
export interface LearnerAddress extends ServerAddress {
  /** `automatic` asks whoever leads to make this learner a voter once it has caught up. */
  readonly promotion?: 'automatic';
}

/**
 * Who belongs to the group. Takes effect as soon as it stands in a server's log.
 *
 * While `votersOutgoing` is not empty the configuration is joint: every decision needs a majority
 * of `voters` and a majority of `votersOutgoing`.
 *
 * Source: dissertation, sections 4.1 to 4.3.
 */
export interface Configuration {
  readonly voters: readonly ServerAddress[];
  /** The old voters of a joint configuration; empty otherwise. */
  readonly votersOutgoing: readonly ServerAddress[];
  /** May name a server of `votersOutgoing` too: one that becomes a learner when the joint ends. */
  readonly learners: readonly LearnerAddress[];
}

/** The membership of a server that has not been told of any group yet. */
export const emptyConfiguration: Configuration = { voters: [], votersOutgoing: [], learners: [] };
