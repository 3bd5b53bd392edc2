import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { DeadlineQueue } from './deadline-queue.js';

const commands = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('add' as const), atMs: fc.nat(100) }),
    fc.record({ type: fc.constant('remove' as const), pick: fc.nat() }),
    fc.record({ type: fc.constant('expire' as const), nowMs: fc.nat(120) }),
  ),
  { maxLength: 200 },
);

test.prop([commands])('agrees with a sorted list', (steps) => {
  const queue = new DeadlineQueue();
  const model = new Map<number, number>();
  let id = 0;
  for (const step of steps) {
    if (step.type === 'add') {
      id += 1;
      queue.add(id, step.atMs);
      model.set(id, step.atMs);
    } else if (step.type === 'remove') {
      const victim = (step.pick % (id + 2)) + 0;
      queue.remove(victim);
      model.delete(victim);
    } else {
      const expired: number[] = [];
      for (let next = queue.takeExpired(step.nowMs); next !== undefined; ) {
        expired.push(next);
        next = queue.takeExpired(step.nowMs);
      }
      const due = [...model].filter(([, atMs]) => atMs <= step.nowMs);
      expect(new Set(expired)).toEqual(new Set(due.map(([key]) => key)));
      const times = expired.map((key) => model.get(key) ?? Number.NaN);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      for (const key of expired) model.delete(key);
    }
    const earliest = model.size === 0 ? undefined : Math.min(...model.values());
    expect(queue.earliestAtMs).toBe(earliest);
  }
});
