import type { PlantedBug } from '../../src/core/index.js';
import type { FaultMix } from './fault-mix.js';

/** One planted bug, where to look for it, and how many seeds that may take. */
export interface BugHunt {
  readonly bug: PlantedBug;
  /** Found sooner with today's harness. */
  readonly seedsMax: number;
  /** What the runs have in common, where a draw of everything would seldom show the bug. */
  readonly focus?: Partial<FaultMix>;
  /** Part of every test run; the others are hunted when `SIM_SEEDS` is set. */
  readonly isFast: boolean;
}

/** Leaders come and go, one entry a message, on slow disks. */
export const turmoil: Partial<FaultMix> = {
  serverCount: 5,
  crashRate: 2,
  partitionRate: 4,
  proposalRate: 150,
  syncMinMs: 1,
  syncMaxMs: 40,
  delayMinMs: 1,
  delayMaxMs: 15,
  messageBytesMax: 1,
  inflightMessagesMax: 2,
  membershipRate: 0,
  wipeRate: 0,
  snapshotEvery: 0,
};

/** Leaders that hardly get a word out before the next one comes. */
export const successions: Partial<FaultMix> = {
  ...turmoil,
  safetyMs: 10_000,
  healMs: 60_000,
  partitionRate: 10,
  partitionMaxMs: 600,
  delayMinMs: 5,
  delayMaxMs: 40,
  inflightMessagesMax: 1,
  cutRatio: 0.2,
};

/** The membership changes all the time. */
export const churn: Partial<FaultMix> = {
  serverCount: 4,
  crashRate: 2,
  partitionRate: 3,
  membershipRate: 40,
  wipeRate: 0,
  syncMinMs: 5,
  syncMaxMs: 30,
  delayMinMs: 2,
  delayMaxMs: 20,
};

/** Leaders change, and change the membership at once. */
export const coups: Partial<FaultMix> = {
  ...successions,
  serverCount: 4,
  crashRate: 1,
  membershipRate: 60,
  proposalRate: 20,
};

export const bugHunts: readonly BugHunt[] = [
  { bug: 'ack-before-fsync', seedsMax: 3, isFast: true },
  { bug: 'vote-before-fsync', seedsMax: 3, isFast: true },
  { bug: 'entries-before-term', seedsMax: 20, isFast: true },
  { bug: 'whole-suffix-truncation', seedsMax: 5, isFast: true },
  { bug: 'commit-clamped-to-log-end', seedsMax: 400, focus: successions, isFast: false },
  { bug: 'self-counted-before-durable', seedsMax: 3, isFast: true },
  { bug: 'apply-before-durable', seedsMax: 5, isFast: true },
  { bug: 'stale-write-marked-durable', seedsMax: 400, focus: turmoil, isFast: false },
  { bug: 'leave-joint-by-starter-only', seedsMax: 400, focus: churn, isFast: false },
  { bug: 'change-before-own-commit', seedsMax: 400, focus: coups, isFast: false },
  { bug: 'old-term-commit', seedsMax: 400, focus: successions, isFast: false },
  { bug: 'vote-compare-index-first', seedsMax: 400, focus: turmoil, isFast: false },
  { bug: 'single-quorum-in-joint', seedsMax: 400, focus: churn, isFast: true },
  { bug: 'session-not-renewed', seedsMax: 40, isFast: true },
  { bug: 'suffix-kept-on-snapshot-mismatch', seedsMax: 60, isFast: true },
  { bug: 'read-round-reused', seedsMax: 200, isFast: true },
  { bug: 'read-without-round', seedsMax: 60, isFast: true },
  { bug: 'lease-kept-over-transfer', seedsMax: 120, isFast: true },
  { bug: 'pre-vote-resets-timer', seedsMax: 3, isFast: true },
];
