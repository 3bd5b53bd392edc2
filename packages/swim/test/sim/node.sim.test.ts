import { seededRng } from '@konsul/runtime';
import {
  applyFaultPlan,
  formatFaultPlan,
  generateFaultPlan,
  planEndMs,
  World,
} from '@konsul/simulation';
import { describe, expect, test } from 'vitest';
import { createSwim, type Swim, type SwimOptions } from '../../src/index.js';

const PORT = 7_946;

/** Whole members as a user makes them, in a world of one seed. */
function populate(
  world: World,
  names: readonly string[],
  tuning: SwimOptions['tuning'] = {},
): Map<string, Swim> {
  const members = new Map<string, Swim>();
  for (const name of names) {
    world.addNode(name, async (node) => {
      const swim = createSwim({
        name,
        tuning,
        clock: node.clock,
        rng: node.rng,
        transport: { datagrams: node.datagram(PORT), streams: node.stream(PORT) },
        wire: { compression: false },
      });
      swim.on('fault', node.fail);
      swim.on('members-changed', (changes) =>
        node.trace(changes.map(({ type, member }) => `${type} ${member.name}`).join(', ')),
      );
      members.set(name, swim);
      await swim.start();
      if (name === names[0]) return;
      // A member that starts knows one address, and tries until somebody answers.
      const peers = names.filter((other) => other !== name).map((other) => world.addressOf(other));
      const join = (): void => {
        swim.join(peers).catch(() => node.clock.schedule(node.clock.nowMs() + 1_000, join));
      };
      node.clock.schedule(node.clock.nowMs() + 10, join);
    });
  }
  return members;
}

function isWhole(world: World, members: ReadonlyMap<string, Swim>): boolean {
  const running = world.nodeNames().filter((name) => world.isRunning(name));
  return running.every((name) => {
    const seen = members.get(name)?.members() ?? [];
    return seen.length === running.length && seen.every(({ state }) => state === 'alive');
  });
}

describe('whole members in a simulated world', () => {
  test('join, talk over streams and leave by promises on virtual time', async () => {
    const world = new World({ seed: 1 });
    const members = populate(world, ['a', 'b']);
    expect(await world.runUntilAsync(() => isWhole(world, members), 5_000)).toBe(true);
    const [a, b] = [members.get('a'), members.get('b')];
    if (a === undefined || b === undefined) throw new Error('not populated');
    const heard: number[] = [];
    a.on('user-message', (payload) => heard.push(payload.length));
    await world.complete(b.sendReliable('a', new Uint8Array(100_000)));
    expect(heard).toEqual([100_000]);
    expect(await world.complete(b.ping('a'))).toBeGreaterThan(0);
    await world.complete(b.leave());
    expect(a.member('b')?.state).toBe('left');
    await world.complete(Promise.all([a.stop(), b.stop()]));
  });

  test.each([1, 2, 3, 4, 5, 6])(
    'become whole again after any faults that end (seed %i)',
    async (seed) => {
      const names = ['a', 'b', 'c', 'd', 'e'];
      const world = new World({ seed, tracesNetwork: false });
      // Nobody is forgotten in this run, and exchanges are frequent.
      const tuning = { gossipToTheDeadMs: 600_000, pushPullIntervalMs: 3_000 };
      const members = populate(world, names, tuning);
      expect(await world.runUntilAsync(() => isWhole(world, members), 10_000)).toBe(true);
      const plan = generateFaultPlan(seededRng(seed), { nodes: names, durationMs: 40_000 });
      applyFaultPlan(world, plan);
      await world.runAsync(world.clock.nowMs() + planEndMs(plan));
      const isHealed = await world.runUntilAsync(() => isWhole(world, members), 120_000);
      expect(isHealed, `plan:\n${formatFaultPlan(plan)}`).toBe(true);
    },
  );
});
