import type { SwimConfig } from '@konsul/swim';
import { Cluster } from '../cluster/cluster.js';

/** SWIM as its paper has it, with memberlist's additions out of the way. */
const PLAIN: Partial<SwimConfig> = {
  isProbeHealthAware: false,
  isSuspicionDynamic: false,
  isBuddySystemEnabled: false,
  isStreamPingEnabled: false,
  isRefusalTrusted: false,
  probeAttemptCount: 1,
  isReconnectEnabled: false,
  isEagerGossipEnabled: false,
  stallThresholdMs: 0,
  pushPullIntervalMs: 0,
  catchUpDelayMs: 0,
  suspicionMultiplier: 100,
};

const LINK = { latency: { type: 'uniform', minMs: 0.2, maxMs: 1 } } as const;
const PERIOD_MS = 1_000;
const SETTLE_MS = 6_000;
const PATIENCE_MS = 600_000;

/** How long until a live member is suspected for the first time, on links that lose packets. */
export interface SuspicionJob {
  readonly lossRatio: number;
  /** SWIM's k. */
  readonly helperCount: number;
  readonly seed: number;
  readonly worldCount: number;
}

export interface SuspicionOutcome {
  /** Worlds in which somebody was suspected. */
  readonly failedProbeCount: number;
  /** Probes that ended in all worlds, those included. */
  readonly probeCount: number;
}

/**
 * Worlds of one prober's size: as many members as a probe needs, so that there are always exactly k
 * helpers. Each is watched until its first suspicion, before which nothing can disturb a probe.
 */
export async function runSuspicion(job: SuspicionJob): Promise<SuspicionOutcome> {
  const memberCount = job.helperCount + 2;
  let [failedProbeCount, probeCount] = [0, 0];
  for (let index = 0; index < job.worldCount; index += 1) {
    let suspectedAtMs: number | undefined;
    const cluster = new Cluster({
      seed: job.seed * 100_000 + index,
      memberCount,
      config: { ...PLAIN, indirectProbeCount: job.helperCount },
      link: LINK,
      onChange: ({ type, atMs }) => {
        if (type === 'suspected') suspectedAtMs ??= atMs;
      },
    });
    await cluster.run(SETTLE_MS);
    cluster.world.degrade({ lossRatio: job.lossRatio });
    // A probe that began before the loss did is not counted; the first that can fail ends later.
    const fromMs = cluster.nowMs;
    while (suspectedAtMs === undefined && cluster.nowMs < PATIENCE_MS) {
      await cluster.run(cluster.nowMs + PERIOD_MS);
    }
    if (suspectedAtMs === undefined) {
      probeCount += (memberCount * (cluster.nowMs - fromMs - PERIOD_MS)) / PERIOD_MS;
      continue;
    }
    failedProbeCount += 1;
    // The failed probe itself, its prober's earlier ones, and those of the others in that time.
    const spanMs = suspectedAtMs - PERIOD_MS - fromMs;
    probeCount += (memberCount * spanMs) / PERIOD_MS + 0.5;
  }
  return { failedProbeCount, probeCount };
}

/** How long until the end of a member is noticed. */
export interface DetectionJob {
  readonly memberCount: number;
  readonly seed: number;
}

export interface DetectionOutcome {
  /** In periods: until the first ping that stays unanswered is sent. */
  readonly firstPingPeriods: readonly number[];
}

const VICTIM_COUNT = 6;

/** Ends some members, one after another, and waits each time for the first suspicion. */
export async function runDetection({ memberCount, seed }: DetectionJob): Promise<DetectionOutcome> {
  let suspected: (() => void) | undefined;
  let victim = -1;
  const cluster = new Cluster({
    seed,
    memberCount,
    config: PLAIN,
    link: LINK,
    onChange: ({ type, member }) => {
      if (type === 'suspected' && member === victim) suspected?.();
    },
  });
  await cluster.run(SETTLE_MS + memberCount * 20);
  const firstPingPeriods: number[] = [];
  for (let index = 0; index < Math.min(VICTIM_COUNT, memberCount >> 2); index += 1) {
    victim = memberCount - 1 - index;
    const endedAtMs = cluster.nowMs;
    let foundAtMs: number | undefined;
    suspected = () => {
      foundAtMs ??= cluster.nowMs;
    };
    cluster.world.crash(`m${victim}`);
    const limitMs = endedAtMs + 2 * memberCount * PERIOD_MS + PATIENCE_MS;
    while (foundAtMs === undefined && cluster.nowMs < limitMs) {
      await cluster.run(cluster.nowMs + PERIOD_MS);
    }
    // A verdict falls one period after its ping.
    if (foundAtMs !== undefined) {
      firstPingPeriods.push((foundAtMs - endedAtMs) / PERIOD_MS - 1);
    }
    await cluster.run(cluster.nowMs + PERIOD_MS * 3.3);
  }
  return { firstPingPeriods };
}

/** What members send while nothing happens. */
export interface IdleJob {
  readonly memberCount: number;
  readonly seed: number;
}

export interface IdleOutcome {
  readonly messagesPerPeriod: number;
  readonly bytesPerPeriod: number;
}

/** Source: SWIM, Section 5, which measured it with a period of 2 s and one helper. */
export async function runIdle({ memberCount, seed }: IdleJob): Promise<IdleOutcome> {
  const cluster = new Cluster({
    seed,
    memberCount,
    config: { ...PLAIN, probeIntervalMs: 2_000, probeTimeoutMs: 500, indirectProbeCount: 1 },
    link: LINK,
  });
  await cluster.run(60_000);
  const before = cluster.totalSent();
  await cluster.run(160_000);
  const after = cluster.totalSent();
  const memberPeriods = memberCount * 50;
  return {
    messagesPerPeriod: (after.messageCount - before.messageCount) / memberPeriods,
    bytesPerPeriod: (after.byteCount - before.byteCount) / memberPeriods,
  };
}
