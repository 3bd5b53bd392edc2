import { describe, expect, test } from 'vitest';
import { SimCluster } from '../support/sim-cluster.js';

const DEAF_MS = 20_000;
const WELL_MS = 20_000;

/** A member that hears nobody for a while, again and again. @returns how long it was missed each time. */
async function recoveries(seed: number, memberCount: number): Promise<readonly number[]> {
  const cluster = new SimCluster({ seed });
  await cluster.grow(memberCount, 15_000);
  const deaf = cluster.node('n2').host;
  const others = [...cluster.nodes.values()].map(({ host }) => host).filter((one) => one !== deaf);
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const undo = cluster.network.block(others, [deaf]);
    await cluster.run(DEAF_MS);
    expect(cluster.stateOf('n0', 'n2')).toBe('dead');
    undo();
    times.push(await cluster.until(() => cluster.allBelieve('n2', 'alive'), WELL_MS));
    await cluster.run(WELL_MS);
  }
  expect(cluster.isWhole()).toBe(true);
  return times;
}

describe('a member that was deaf until it was declared dead', () => {
  test.each([5, 10, 40])('is back in a cluster of %i soon after it hears again', async (count) => {
    for (let seed = 1; seed <= 3; seed += 1) {
      for (const missedMs of await recoveries(seed, count)) expect(missedMs).toBeLessThan(2_000);
    }
  });
});
