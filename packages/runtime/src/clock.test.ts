import { expect, it } from 'vitest';
import { systemClock } from './clock.js';
import { createSystemRng } from './system-rng.js';

it('goes forward, and calls back not before the instant asked for', async () => {
  const startMs = systemClock.nowMs();
  const firedMs = await new Promise<number>((resolve) => {
    // The timer alone would not keep the process alive.
    const alive = setInterval(() => undefined, 1000);
    systemClock.schedule(startMs + 5, () => {
      clearInterval(alive);
      resolve(systemClock.nowMs());
    });
  });
  expect(firedMs).toBeGreaterThanOrEqual(startMs + 5);
});

it('does not call back what was cancelled, and defers behind what is ready', async () => {
  const order: string[] = [];
  systemClock.schedule(systemClock.nowMs(), () => order.push('cancelled'))();
  await new Promise<void>((resolve) => {
    systemClock.defer(() => {
      order.push('deferred');
      resolve();
    });
    queueMicrotask(() => order.push('microtask'));
  });
  expect(order).toEqual(['microtask', 'deferred']);
});

it('takes randomness from the system in blocks without repeating one', () => {
  const rng = createSystemRng();
  const drawn = new Set(Array.from({ length: 1000 }, () => rng.uint32()));
  expect(drawn.size).toBeGreaterThan(990);
});
