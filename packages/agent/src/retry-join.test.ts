import { seededRng, silentLogger } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { expect, test } from 'vitest';
import { retryJoin } from './retry-join.js';

const INTERVAL_MS = 30_000;
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function rig(options: { readonly attemptCountMax?: number; readonly answersAtMs?: number }) {
  const clock = new VirtualClock();
  const attemptedAtMs: number[] = [];
  let exhaustedCount = 0;
  const stop = retryJoin({
    pool: {
      join: async () => {
        attemptedAtMs.push(clock.nowMs());
        if (clock.nowMs() >= (options.answersAtMs ?? Number.POSITIVE_INFINITY)) return 1;
        throw new Error('refused');
      },
    },
    poolName: 'LAN',
    addresses: ['10.0.0.1:8301'],
    intervalMs: INTERVAL_MS,
    attemptCountMax: options.attemptCountMax ?? 0,
    clock,
    rng: seededRng(7),
    logger: silentLogger,
    onExhausted: () => {
      exhaustedCount += 1;
    },
  });
  const turns = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) {
      await settled();
      clock.runNext();
    }
    await settled();
  };
  return { clock, attemptedAtMs, stop, turns, exhaustedCount: () => exhaustedCount };
}

test('machines that are started together find each other within a second or two', async () => {
  const { attemptedAtMs, turns } = rig({ answersAtMs: 700 });
  await turns(10);
  expect(attemptedAtMs.at(-1)).toBeGreaterThanOrEqual(700);
  expect(attemptedAtMs.at(-1)).toBeLessThan(2000);
});

test('the pauses grow up to the interval and stay there', async () => {
  const { attemptedAtMs, turns } = rig({});
  await turns(9);
  const pauses = attemptedAtMs.slice(1).map((atMs, index) => atMs - (attemptedAtMs[index] ?? 0));
  expect(pauses[0]).toBeLessThanOrEqual(500);
  expect(Math.max(...pauses)).toBeCloseTo(INTERVAL_MS);
  for (const pause of pauses.slice(-3)) expect(pause).toBeCloseTo(INTERVAL_MS);
});

test('an allowance of attempts lasts as long as the interval promises', async () => {
  const one = rig({ attemptCountMax: 1 });
  await one.turns(3);
  expect(one.attemptedAtMs).toHaveLength(1);
  expect(one.exhaustedCount()).toBe(1);
  const two = rig({ attemptCountMax: 2 });
  await two.turns(20);
  expect(two.exhaustedCount()).toBe(1);
  expect(two.attemptedAtMs.at(-1)).toBeGreaterThan(INTERVAL_MS);
});

test('whoever is stopped tries no more and says no more', async () => {
  const { attemptedAtMs, stop, turns } = rig({});
  await turns(1);
  stop();
  await turns(5);
  expect(attemptedAtMs.length).toBeLessThanOrEqual(2);
});
