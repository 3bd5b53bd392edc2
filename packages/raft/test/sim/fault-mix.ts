import { type Rng, randomBelow, randomBetween, randomRatio } from '@konsul/runtime/core';
import type { Conditions } from './conditions.js';

/** What goes wrong in one run, and how often. Rates are per second of virtual time. */
export interface FaultMix extends Conditions {
  readonly serverCount: number;
  readonly safetyMs: number;
  /** How long the group may take to be whole again once all faults have ended. */
  readonly healMs: number;
  readonly crashRate: number;
  /** New leaders that crash early, that are asked for a change at once, or find the group split. */
  readonly crashOnElectionRatio: number;
  readonly changeOnElectionRatio: number;
  readonly splitOnElectionRatio: number;
  readonly pauseRate: number;
  readonly partitionRate: number;
  readonly partitionMaxMs: number;
  readonly wipeRate: number;
  readonly membershipRate: number;
  /** Changes only take votes and give them back, one server at a time. */
  readonly isVoteSwapped: boolean;
  readonly transferRate: number;
  readonly proposalRate: number;
  readonly readRate: number;
}

/** Draws one run's faults. Each class is off in some runs, for all at once hide each other. */
export function drawFaultMix(rng: Rng): FaultMix {
  const maybe = (chance: number, max: number): number =>
    randomRatio(rng) < chance ? randomRatio(rng) * max : 0;
  const delayMinMs = randomBetween(rng, 0.1, 3);
  const syncMinMs = randomBetween(rng, 0.1, 3);
  const isTiny = randomRatio(rng) < 0.4;
  const clockRatio = 1 + maybe(0.5, 0.2);
  return {
    serverCount: [1, 3, 3, 3, 4, 5, 5][randomBelow(rng, 7)]!,
    safetyMs: 6_000,
    healMs: 20_000,
    delayMinMs,
    delayMaxMs: delayMinMs + maybe(0.8, 20),
    dropRatio: maybe(0.5, 0.15),
    duplicateRatio: maybe(0.5, 0.15),
    slowRatio: maybe(0.4, 0.05),
    cutRatio: maybe(0.3, 0.1),
    syncMinMs,
    syncMaxMs: syncMinMs + maybe(0.7, 25),
    stallRatio: maybe(0.3, 0.01),
    crashRate: maybe(0.7, 1.2),
    crashOnElectionRatio: maybe(0.3, 0.5),
    changeOnElectionRatio: maybe(0.3, 0.5),
    splitOnElectionRatio: maybe(0.3, 0.5),
    pauseRate: maybe(0.4, 0.8),
    partitionRate: maybe(0.6, 1),
    partitionMaxMs: 2_500,
    wipeRate: maybe(0.25, 0.3),
    membershipRate: maybe(0.5, 1.5),
    isVoteSwapped: false,
    transferRate: maybe(0.4, 1),
    proposalRate: randomBetween(rng, 10, 120),
    readRate: randomBetween(rng, 0, 40),
    snapshotEvery: randomRatio(rng) < 0.6 ? 1 + randomBelow(rng, 60) : 0,
    trailingEntries: randomBelow(rng, 12),
    laggingEntries: randomBelow(rng, 50),
    // Long: nothing but the timeout may hide that a transfer was forgotten.
    snapshotTimeoutMs: randomRatio(rng) < 0.3 ? 1_000 : 60_000,
    messageBytesMax: isTiny ? 1 : 64 * 1024,
    inflightMessagesMax: isTiny ? 1 + randomBelow(rng, 3) : 32,
    cacheBytesMax: randomRatio(rng) < 0.5 ? 0 : 64 * 1024,
    clockRatio,
    leaseClockRatioMax: randomRatio(rng) < 0.5 ? clockRatio : 0,
  };
}
