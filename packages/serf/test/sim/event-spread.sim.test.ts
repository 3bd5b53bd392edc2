import { expect, test } from 'vitest';
import { SerfCluster } from '../support/serf-cluster.js';

/** Pools of each case; `SIM_SEEDS` asks for more than the suite has time for, and for the figures. */
const seedsWanted = process.env['SIM_SEEDS'];
const EVENT_COUNT = 10;
const NO_BYTES = new Uint8Array(0);

/** From the sending of each event until the last member has it. */
async function spreadTimes(seed: number, memberCount: number): Promise<readonly number[]> {
  const link = { latency: { type: 'uniform', minMs: 0.5, maxMs: 3 }, lossRatio: 0.1 } as const;
  const cluster = new SerfCluster({ seed, link });
  await cluster.grow(memberCount);
  await cluster.run(20_000);
  const times: number[] = [];
  for (let index = 0; index < EVENT_COUNT; index += 1) {
    let missingCount = memberCount;
    cluster.onSeen = (_, { type }) => {
      if (type === 'user-event') missingCount -= 1;
    };
    const startMs = cluster.clock.nowMs();
    await cluster.settle(cluster.serf(`n${index % memberCount}`).userEvent(`e${index}`, NO_BYTES));
    await cluster.until(() => missingCount === 0, 60_000);
    times.push(cluster.clock.nowMs() - startMs);
    await cluster.run(5_000);
  }
  return times;
}

test.each([
  { memberCount: 3, seedCount: 4 },
  { memberCount: 7, seedCount: 3 },
  { memberCount: 15, seedCount: 2 },
])('an event reaches all of $memberCount members soon, although packets are lost', async (pool) => {
  const { memberCount } = pool;
  const times: number[] = [];
  const seedCount = Number(seedsWanted ?? pool.seedCount);
  for (let seed = 1; seed <= seedCount; seed += 1) {
    times.push(...(await spreadTimes(seed, memberCount)));
  }
  times.sort((a, b) => a - b);
  if (seedsWanted !== undefined) {
    const at = (ratio: number): number | undefined => times[Math.floor(times.length * ratio)];
    console.log(
      `${memberCount}: median ${at(0.5)} ms, p99 ${at(0.99)} ms, last ${times.at(-1)} ms`,
    );
  }
  expect(times.at(-1)).toBeLessThan(2_000);
});
