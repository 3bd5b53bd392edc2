import { describe, expect, test } from 'vitest';
import { type SwimConfig, wanConfig } from '../../src/index.js';
import { SimCluster } from '../support/sim-cluster.js';

/** Seeds of each case; `SIM_SEEDS` asks for more than the suite has time for, and for the figures. */
const seedsWanted = process.env['SIM_SEEDS'];
/** No member may be missed for longer than this after the last join. */
const STRAGGLER_MS_MAX = 5_000;

interface JoinCase {
  readonly title: string;
  readonly memberCount: number;
  readonly seedCount: number;
  /** Members that join at one time. */
  readonly parallelCount: number;
  /** Until the next do. */
  readonly pauseMs: number;
  readonly lossRatio?: number;
  readonly tuning?: Partial<SwimConfig>;
}

/** From the last member's join until every member sees every member. */
async function convergenceMs(seed: number, joins: JoinCase): Promise<number> {
  const { memberCount, parallelCount, pauseMs, tuning = {}, lossRatio = 0 } = joins;
  const link = { latency: { type: 'uniform', minMs: 0.5, maxMs: 3 }, lossRatio } as const;
  const cluster = new SimCluster({ seed, tuning, link });
  await cluster.add('n0');
  for (let index = 1; index < memberCount; index += 1) {
    await cluster.add(`n${index}`);
    cluster.join(`n${index}`, cluster.node('n0').host);
    if (index % parallelCount === 0) await cluster.run(pauseMs);
  }
  const cores = [...cluster.nodes.values()].map(({ core }) => core);
  const isWhole = () => cores.every(({ liveMemberCount }) => liveMemberCount === memberCount);
  return await cluster.until(isWhole, 200_000, 20);
}

const { name: _, ...wan } = wanConfig('');

describe('everybody knows everybody within seconds of the last join', () => {
  test.each<JoinCase>([
    {
      title: 'six far apart, at once',
      memberCount: 6,
      seedCount: 20,
      parallelCount: 6,
      pauseMs: 0,
      tuning: wan,
    },
    {
      title: 'six far apart, one by one',
      memberCount: 6,
      seedCount: 20,
      parallelCount: 1,
      pauseMs: 700,
      tuning: wan,
    },
    {
      title: 'six far apart, with loss',
      memberCount: 6,
      seedCount: 20,
      parallelCount: 1,
      pauseMs: 700,
      tuning: wan,
      lossRatio: 0.1,
    },
    { title: 'twelve, one by one', memberCount: 12, seedCount: 10, parallelCount: 1, pauseMs: 300 },
    { title: 'fifty', memberCount: 50, seedCount: 10, parallelCount: 16, pauseMs: 50 },
    {
      title: 'fifty, with loss',
      memberCount: 50,
      seedCount: 5,
      parallelCount: 16,
      pauseMs: 50,
      lossRatio: 0.05,
    },
    { title: 'fifty, slowly', memberCount: 50, seedCount: 2, parallelCount: 4, pauseMs: 500 },
    { title: 'a hundred', memberCount: 100, seedCount: 2, parallelCount: 16, pauseMs: 50 },
  ])('$title', async (joins) => {
    const times: number[] = [];
    const seedCount = Number(seedsWanted ?? joins.seedCount);
    for (let seed = 1; seed <= seedCount; seed += 1) times.push(await convergenceMs(seed, joins));
    times.sort((a, b) => a - b);
    if (seedsWanted !== undefined) {
      const [median, slowest] = [times[times.length >> 1], times.slice(-5)];
      console.log(`${joins.title}: median ${median} ms, slowest ${slowest.join(', ')} ms`);
    }
    expect(times.at(-1)).toBeLessThan(STRAGGLER_MS_MAX);
  });
});
