import { VirtualClock } from '@konsul/simulation';
import { expect, test } from 'vitest';
import { waitUntil } from './wait-until.js';

const bounds = { timeoutMs: 100, intervalMs: 30 };

/** Lets time pass until the promise is settled. */
async function runWith<T>(clock: VirtualClock, work: Promise<T>): Promise<T> {
  let isOver = false;
  const end = (): void => {
    isOver = true;
  };
  work.then(end, end);
  for (let turn = 0; turn < 100 && !isOver; turn += 1) {
    clock.advanceTo(clock.nowMs() + 10);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return work;
}

test('the first answer ends the wait', async () => {
  const clock = new VirtualClock();
  let count = 0;
  const probe = async (): Promise<number | undefined> => {
    count += 1;
    return count === 3 ? count : undefined;
  };
  const { signal } = new AbortController();
  expect(await runWith(clock, waitUntil(probe, { ...bounds, clock, signal }))).toBe(3);
});

test('without an answer the wait ends in time', async () => {
  const clock = new VirtualClock();
  let count = 0;
  const probe = async (): Promise<undefined> => {
    count += 1;
  };
  const { signal } = new AbortController();
  const wait = waitUntil(probe, { ...bounds, clock, signal });
  expect(await runWith(clock, wait)).toBeUndefined();
  expect(count).toBe(4);
  expect(clock.nowMs()).toBeLessThanOrEqual(200);
});

test('an abort ends the wait with its reason', async () => {
  const clock = new VirtualClock();
  const interrupt = new AbortController();
  const probe = async (): Promise<undefined> => {
    interrupt.abort(new Error('enough'));
  };
  const wait = waitUntil(probe, { ...bounds, clock, signal: interrupt.signal });
  await expect(runWith(clock, wait)).rejects.toThrow('enough');
});

test('an abort does not wait for the next question', async () => {
  const clock = new VirtualClock();
  const interrupt = new AbortController();
  const probe = async (): Promise<undefined> => undefined;
  const wait = waitUntil(probe, { ...bounds, clock, signal: interrupt.signal });
  await new Promise((resolve) => setImmediate(resolve));
  interrupt.abort(new Error('enough'));
  await expect(wait).rejects.toThrow('enough');
  expect(clock.nowMs()).toBe(0);
});
