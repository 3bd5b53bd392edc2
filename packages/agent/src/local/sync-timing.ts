import { type Rng, randomRatio } from '@konsul/runtime';

const FULL_SYNC_INTERVAL_MS = 60_000;
const RETRY_INTERVAL_MS = 15_000;
const SERVER_APPEARED_STAGGER_MS = 3000;
const UNSCALED_NODE_COUNT = 128;

/**
 * When anti-entropy does what, spread so that a large cluster's agents do not ask all at once.
 *
 * Source: Consul's documentation of anti-entropy; the spread doubles its unit with each doubling of
 * the cluster beyond 128 nodes.
 */
export interface SyncTiming {
  /** From one full comparison to the next. */
  fullSyncDelayMs(): number;
  /** From a failed one to the next attempt. */
  retryDelayMs(): number;
  /** From a server's appearing to a comparison. */
  serverAppearedDelayMs(): number;
  /** How long a new output of a check whose status is the same is held back. */
  outputDelayMs(): number;
}

/** @param options.outputIntervalMs 0 holds nothing back. */
export function createSyncTiming(options: {
  readonly rng: Rng;
  readonly clusterSize: () => number;
  readonly outputIntervalMs: number;
}): SyncTiming {
  const { rng, clusterSize, outputIntervalMs } = options;
  const staggerMs = (spanMs: number): number =>
    randomRatio(rng) * spanMs * scaleFactor(clusterSize());
  return {
    fullSyncDelayMs: () => FULL_SYNC_INTERVAL_MS + staggerMs(FULL_SYNC_INTERVAL_MS),
    retryDelayMs: () => RETRY_INTERVAL_MS + staggerMs(RETRY_INTERVAL_MS),
    serverAppearedDelayMs: () => staggerMs(SERVER_APPEARED_STAGGER_MS),
    outputDelayMs: () => outputIntervalMs / 2 + randomRatio(rng) * outputIntervalMs,
  };
}

/** 1 for up to 128 nodes, 2 for up to 256, and one more for each further doubling. */
export function scaleFactor(nodeCount: number): number {
  if (nodeCount <= UNSCALED_NODE_COUNT) return 1;
  return Math.ceil(Math.log2(nodeCount) - Math.log2(UNSCALED_NODE_COUNT)) + 1;
}
