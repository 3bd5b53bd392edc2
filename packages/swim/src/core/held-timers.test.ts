import { DeadlineQueue } from '@konsul/runtime/core';
import { expect, test } from 'vitest';
import { HeldTimers } from './held-timers.js';
import type { SwimTimer } from './timer.js';

const GOSSIP: SwimTimer = { type: 'gossip' };

function bench() {
  const deadlines = new DeadlineQueue<SwimTimer>();
  const held = new HeldTimers(deadlines);
  const holdNext = (): void => {
    const due = deadlines.takeDue(1_000);
    if (due !== undefined) held.hold(due);
  };
  return { deadlines, held, holdNext };
}

test('a held timer is not due until it is released, and then at its own instant', () => {
  const { deadlines, held, holdNext } = bench();
  deadlines.schedule(7, GOSSIP);
  holdNext();
  expect(deadlines.takeDue(1_000_000)).toBeUndefined();
  held.release(({ type }) => type === 'probe-again');
  expect(deadlines.takeDue(1_000_000)).toBeUndefined();
  held.release(() => true);
  expect(deadlines.takeDue(1_000_000)).toMatchObject({ value: GOSSIP, atMs: 7 });
});

test('what has ended meanwhile is not released, nor kept for as long as others are held', () => {
  const { deadlines, held, holdNext } = bench();
  for (let seqNo = 1; seqNo <= 1_000; seqNo += 1) {
    const ended = deadlines.schedule(seqNo, { type: 'probe-timeout', seqNo });
    holdNext();
    deadlines.cancel(ended);
    expect(held.count).toBe(1);
  }
  deadlines.schedule(1, GOSSIP);
  holdNext();
  expect(held.count).toBe(1);
  held.release(() => true);
  expect(held.count).toBe(0);
  expect(deadlines.count).toBe(1);
});
