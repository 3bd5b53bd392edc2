import { seededRng } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { expect, test } from 'vitest';
import { createRepeater, type Repeater } from './repeater.js';

const INTERVAL_MS = 30_000;

interface Rig {
  readonly clock: VirtualClock;
  readonly repeater: Repeater;
  /** Instants at which the task was begun. */
  readonly beganAtMs: number[];
  readonly errors: unknown[];
}

function rig(task: () => Promise<void>): Rig {
  const clock = new VirtualClock();
  const beganAtMs: number[] = [];
  const errors: unknown[] = [];
  const repeater = createRepeater({
    intervalMs: INTERVAL_MS,
    clock,
    rng: seededRng(1),
    task: () => {
      beganAtMs.push(clock.nowMs());
      return task();
    },
    onError: (error) => errors.push(error),
  });
  return { clock, repeater, beganAtMs, errors };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function turns({ clock }: Rig, count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    clock.runNext();
    await settled();
  }
}

test('it runs at its interval', async () => {
  const world = rig(async () => undefined);
  await turns(world, 3);
  expect(world.beganAtMs).toEqual([INTERVAL_MS, 2 * INTERVAL_MS, 3 * INTERVAL_MS]);
});

test('what failed is tried again soon, then more and more rarely, and at last at the interval', async () => {
  const world = rig(() => Promise.reject(new Error('refused')));
  world.repeater.trigger();
  await settled();
  await turns(world, 7);
  const { beganAtMs, errors } = world;
  expect(errors).toHaveLength(8);
  const waits = beganAtMs.slice(1).map((atMs, index) => atMs - (beganAtMs[index] ?? 0));
  for (const [index, longestMs] of [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].entries()) {
    expect(waits[index]).toBeGreaterThanOrEqual(longestMs / 2);
    expect(waits[index]).toBeLessThanOrEqual(longestMs);
  }
});

test('once it has worked, the interval holds again', async () => {
  let failuresLeft = 3;
  const world = rig(async () => {
    failuresLeft -= 1;
    if (failuresLeft >= 0) throw new Error('refused');
  });
  world.repeater.trigger();
  await settled();
  await turns(world, 4);
  const [before = 0, after = 0] = world.beganAtMs.slice(-2);
  expect(after - before).toBeCloseTo(INTERVAL_MS);
});

test('what is asked for while it runs is done once more, and one at a time', async () => {
  const finish: (() => void)[] = [];
  const world = rig(() => new Promise((resolve) => finish.push(resolve)));
  for (let count = 0; count < 3; count += 1) world.repeater.trigger();
  await settled();
  expect(finish).toHaveLength(1);
  finish[0]?.();
  await settled();
  expect(finish).toHaveLength(2);
  finish[1]?.();
  await settled();
  expect(finish).toHaveLength(2);
});

test('once stopped it does nothing more and leaves no timer', async () => {
  const finish: (() => void)[] = [];
  const world = rig(() => new Promise((_, reject) => finish.push(() => reject(new Error('late')))));
  world.repeater.trigger();
  world.repeater.trigger();
  world.repeater.stop();
  finish[0]?.();
  await settled();
  expect([finish.length, world.errors, world.clock.pendingCount]).toEqual([1, [], 0]);
});
