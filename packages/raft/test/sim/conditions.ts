/** What the network, disks and clocks of a run are like, and how its servers are set. */
export interface Conditions {
  readonly delayMinMs: number;
  readonly delayMaxMs: number;
  readonly dropRatio: number;
  readonly duplicateRatio: number;
  readonly slowRatio: number;
  /** Appends that arrive with only the first of their entries, as if the leader had sent fewer. */
  readonly cutRatio: number;
  readonly syncMinMs: number;
  readonly syncMaxMs: number;
  readonly stallRatio: number;
  /** 0: no snapshots. */
  readonly snapshotEvery: number;
  readonly trailingEntries: number;
  /** Entries kept beyond those for a follower that is catching up. */
  readonly laggingEntries: number;
  readonly snapshotTimeoutMs: number;
  readonly messageBytesMax: number;
  readonly inflightMessagesMax: number;
  readonly cacheBytesMax: number;
  /** How far clocks run apart, as a ratio, and what leases allow for; 0: no leases. */
  readonly clockRatio: number;
  readonly leaseClockRatioMax: number;
}

/** Nothing goes wrong by itself. */
export const calm: Conditions = {
  delayMinMs: 1,
  delayMaxMs: 2,
  dropRatio: 0,
  duplicateRatio: 0,
  slowRatio: 0,
  cutRatio: 0,
  syncMinMs: 1,
  syncMaxMs: 2,
  stallRatio: 0,
  snapshotEvery: 0,
  trailingEntries: 10,
  laggingEntries: 50,
  snapshotTimeoutMs: 60_000,
  messageBytesMax: 65_536,
  inflightMessagesMax: 32,
  cacheBytesMax: 65_536,
  clockRatio: 1,
  leaseClockRatioMax: 0,
};

/** The conditions among the fields of something larger. */
export function conditionsOf(from: Conditions): Conditions {
  const keys = Object.keys(calm) as (keyof Conditions)[];
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as unknown as Conditions;
}
