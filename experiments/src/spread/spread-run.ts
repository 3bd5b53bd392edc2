import type { SwimConfig } from '@konsul/swim';
import { Cluster } from '../cluster/cluster.js';
import { MEMBERLIST_WAYS } from '../cluster/memberlist-ways.js';

/** How news of one member spreads by gossip alone. */
export interface SpreadJob {
  readonly memberCount: number;
  readonly lossRatio: number;
  readonly isEager: boolean;
  readonly seed: number;
}

/** One piece of news. */
export interface Spread {
  /** When each member that heard of it did, in ms after it began, in order. */
  readonly heardMs: readonly number[];
  /** Members that should hear of it. */
  readonly audienceCount: number;
}

export interface SpreadOutcome {
  readonly spreads: readonly Spread[];
  /** Bytes that all members sent from the first piece of news to the last, and for how long. */
  readonly byteCount: number;
  readonly durationMs: number;
}

/** Gossip alone: no probes to carry news, no full exchanges to repair what it misses. */
const GOSSIP_ONLY: Partial<SwimConfig> = {
  probeIntervalMs: 0,
  pushPullIntervalMs: 0,
  stallThresholdMs: 0,
};
const LINK = { latency: { type: 'uniform', minMs: 0.2, maxMs: 1 } } as const;
const SETTLE_MS = 15_000;
const WATCH_MS = 10_000;
const NEWS_COUNT = 5;

/** Lets members say farewell, one after another, and notes who hears of it when. */
export async function runSpread(job: SpreadJob): Promise<SpreadOutcome> {
  const { memberCount, isEager, seed, lossRatio } = job;
  let leaver = -1;
  let beganAtMs = 0;
  let heardMs: number[] = [];
  const cluster = new Cluster({
    seed,
    memberCount,
    config: { ...(isEager ? {} : MEMBERLIST_WAYS), ...GOSSIP_ONLY },
    link: LINK,
    onChange: ({ type, observer, member, atMs }) => {
      if (type === 'left' && member === leaver && observer !== leaver) {
        heardMs.push(atMs - beganAtMs);
      }
    },
  });
  await cluster.run(SETTLE_MS);
  cluster.world.degrade({ lossRatio });
  const spreads: Spread[] = [];
  const before = cluster.totalSent().byteCount;
  for (let index = 0; index < NEWS_COUNT; index += 1) {
    leaver = memberCount - 1 - index;
    beganAtMs = cluster.nowMs;
    heardMs = [];
    cluster.members[leaver]?.swim?.leave();
    await cluster.run(beganAtMs + WATCH_MS);
    cluster.world.crash(`m${leaver}`);
    spreads.push({ heardMs, audienceCount: memberCount - 1 - index });
  }
  return {
    spreads,
    byteCount: cluster.totalSent().byteCount - before,
    durationMs: NEWS_COUNT * WATCH_MS,
  };
}
