import type { PlantedBug } from '../../src/core/index.js';
import type { FaultMix } from './fault-mix.js';

/** One planted bug, where to look for it, and how many seeds that may take. */
export interface BugHunt {
  readonly bug: PlantedBug;
  /** The rule that it breaks. */
  readonly rule: string;
  /** Found sooner with today's harness. */
  readonly seedsMax: number;
  /** What the runs have in common, where a draw of everything would seldom show the bug. */
  readonly focus?: Partial<FaultMix>;
  /** Part of every test run; the others are hunted when `SIM_SEEDS` is set. */
  readonly isFast: boolean;
}

/** Leaders come and go, one entry a message, on slow disks. */
const turmoil: Partial<FaultMix> = {
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
const successions: Partial<FaultMix> = {
  ...turmoil,
  safetyMs: 10_000,
  healMs: 60_000,
  partitionRate: 10,
  partitionMaxMs: 600,
  delayMinMs: 5,
  delayMaxMs: 40,
  inflightMessagesMax: 1,
  crashOnElectionRatio: 0.6,
  cutRatio: 0.2,
};

/** Every new leader finds the group split; links and disks are slow but sound. */
const splits: Partial<FaultMix> = {
  ...successions,
  safetyMs: 20_000,
  splitOnElectionRatio: 0.8,
  partitionRate: 4,
  pauseRate: 0,
  transferRate: 0,
  readRate: 0,
  dropRatio: 0,
  slowRatio: 0,
  stallRatio: 0,
  proposalRate: 30,
};

/** The membership changes all the time. */
const churn: Partial<FaultMix> = {
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
const coups: Partial<FaultMix> = {
  ...successions,
  serverCount: 4,
  crashRate: 1,
  membershipRate: 6,
  isVoteSwapped: true,
  splitOnElectionRatio: 0.8,
  partitionRate: 0.5,
  partitionMaxMs: 2_000,
  changeOnElectionRatio: 0.9,
  crashOnElectionRatio: 0.4,
  proposalRate: 20,
};

/** The same with little else going on, so that each coup is seen through. */
const quietCoups: Partial<FaultMix> = {
  ...coups,
  safetyMs: 20_000,
  membershipRate: 0,
  crashRate: 0.2,
  pauseRate: 0,
  transferRate: 0,
  readRate: 0,
  splitOnElectionRatio: 1,
  changeOnElectionRatio: 1,
  crashOnElectionRatio: 0.7,
  partitionRate: 0.2,
  partitionMaxMs: 4_000,
  cutRatio: 0,
  dropRatio: 0,
  duplicateRatio: 0,
  slowRatio: 0,
  stallRatio: 0,
  delayMinMs: 1,
  delayMaxMs: 5,
  syncMaxMs: 10,
  inflightMessagesMax: 8,
  proposalRate: 1,
  snapshotEvery: 0,
  clockRatio: 1,
  leaseClockRatioMax: 0,
};

/** Everybody reads all the time, and leaders sleep while others are elected. */
const reading: Partial<FaultMix> = {
  serverCount: 3,
  crashRate: 0,
  pauseRate: 4,
  partitionRate: 0.3,
  membershipRate: 0,
  wipeRate: 0,
  proposalRate: 150,
  readRate: 150,
  dropRatio: 0,
  stallRatio: 0,
  syncMaxMs: 4,
  delayMaxMs: 4,
  messageBytesMax: 65_536,
  inflightMessagesMax: 32,
};

/** Leadership is handed over again and again, under leases. */
const handing: Partial<FaultMix> = {
  ...turmoil,
  crashRate: 0.2,
  partitionRate: 3,
  transferRate: 15,
  proposalRate: 30,
  clockRatio: 1.1,
  leaseClockRatioMax: 1.1,
  syncMaxMs: 5,
};

/** Logs are cut right behind every snapshot, and leaders are cut off, with nothing else going on. */
const shedding: Partial<FaultMix> = {
  ...turmoil,
  snapshotEvery: 2,
  trailingEntries: 0,
  laggingEntries: 0,
  crashRate: 0,
  pauseRate: 0,
  transferRate: 0,
  readRate: 0,
  dropRatio: 0,
  duplicateRatio: 0,
  slowRatio: 0,
  cutRatio: 0,
  stallRatio: 0,
  partitionRate: 2,
  partitionMaxMs: 1_500,
  proposalRate: 60,
};

export const bugHunts: readonly BugHunt[] = [
  { bug: 'ack-before-fsync', rule: 'R20', seedsMax: 3, isFast: true },
  { bug: 'vote-before-fsync', rule: 'R1', seedsMax: 3, isFast: true },
  { bug: 'entries-before-term', rule: 'R2', seedsMax: 10, isFast: true },
  { bug: 'whole-suffix-truncation', rule: 'R19', seedsMax: 5, isFast: true },
  {
    bug: 'commit-clamped-to-log-end',
    rule: 'R21',
    seedsMax: 300,
    focus: successions,
    isFast: false,
  },
  { bug: 'self-counted-before-durable', rule: 'R25', seedsMax: 3, isFast: true },
  { bug: 'apply-before-durable', rule: 'R25', seedsMax: 5, isFast: true },
  { bug: 'stale-write-marked-durable', rule: 'R63', seedsMax: 600, focus: turmoil, isFast: false },
  { bug: 'leave-joint-by-starter-only', rule: 'R36', seedsMax: 60, focus: churn, isFast: true },
  { bug: 'change-before-own-commit', rule: 'R34', seedsMax: 60, focus: quietCoups, isFast: true },
  { bug: 'old-term-commit', rule: 'R23', seedsMax: 300, focus: splits, isFast: false },
  { bug: 'vote-compare-index-first', rule: 'R3', seedsMax: 500, focus: turmoil, isFast: false },
  { bug: 'single-quorum-in-joint', rule: 'R35', seedsMax: 30, focus: churn, isFast: true },
  { bug: 'session-not-renewed', rule: 'R30', seedsMax: 40, isFast: true },
  {
    bug: 'suffix-kept-on-snapshot-mismatch',
    rule: 'R56',
    seedsMax: 60,
    focus: shedding,
    isFast: true,
  },
  { bug: 'read-round-reused', rule: 'R46', seedsMax: 20, focus: reading, isFast: true },
  { bug: 'read-without-round', rule: 'R45', seedsMax: 30, focus: reading, isFast: true },
  { bug: 'lease-kept-over-transfer', rule: 'R49', seedsMax: 40, focus: handing, isFast: true },
  { bug: 'pre-vote-resets-timer', rule: 'R14', seedsMax: 3, isFast: true },
];

/** The mixes of the hunts: without a planted bug, nothing must be found in any of them. */
export const focuses: Readonly<Record<string, Partial<FaultMix>>> = {
  turmoil,
  successions,
  splits,
  churn,
  coups,
  quietCoups,
  reading,
  handing,
  shedding,
};
