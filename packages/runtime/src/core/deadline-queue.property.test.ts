import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Deadline, DeadlineQueue } from './deadline-queue.js';

const step = fc.oneof(
  fc.record({ type: fc.constant('schedule' as const), atMs: fc.nat(20) }),
  fc.record({ type: fc.constant('cancel' as const), index: fc.nat(20), atMs: fc.constant(0) }),
  fc.record({ type: fc.constant('move' as const), index: fc.nat(20), atMs: fc.nat(20) }),
  fc.record({ type: fc.constant('take' as const), atMs: fc.nat(20) }),
);

describe('the deadline queue', () => {
  test('gives out deadlines as a sorted list would', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const queue = new DeadlineQueue<number>();
        const made: Deadline<number>[] = [];
        let model: { id: number; atMs: number; order: number }[] = [];
        let order = 0;
        const put = (id: number, atMs: number): void => {
          model = model.filter((entry) => entry.id !== id);
          model.push({ id, atMs, order });
          order += 1;
          model.sort((a, b) => a.atMs - b.atMs || a.order - b.order);
        };
        for (const one of steps) {
          if (one.type === 'schedule') {
            put(made.length, one.atMs);
            made.push(queue.schedule(one.atMs, made.length));
          } else if (one.type === 'take') {
            const first = model[0];
            const wanted = first !== undefined && first.atMs <= one.atMs ? first : undefined;
            const taken = queue.takeDue(one.atMs);
            expect(taken?.value).toBe(wanted?.id);
            if (wanted !== undefined) model.shift();
          } else {
            const deadline = made[one.index];
            if (deadline === undefined) continue;
            if (one.type === 'cancel') {
              queue.cancel(deadline);
              model = model.filter((entry) => entry.id !== deadline.value);
            } else {
              queue.reschedule(deadline, one.atMs);
              put(deadline.value, one.atMs);
            }
          }
          expect(queue.count).toBe(model.length);
          expect(queue.nextMs()).toBe(model[0]?.atMs);
          for (const deadline of made) {
            const isWaiting = model.some((entry) => entry.id === deadline.value);
            expect(deadline.isPending).toBe(isWaiting);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
