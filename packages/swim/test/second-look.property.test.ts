import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesTo, Watcher } from './support/watcher.js';

const lookAnswer = fc.option(
  fc.record({
    afterMs: fc.integer({ min: 1, max: 4_500 }),
    from: fc.constantFrom('m1', 'm2'),
  }),
  { nil: undefined },
);

describe('whatever is answered, and when,', () => {
  test('who is accused has let as many looks in a row go by as are wanted, without one answer', () => {
    fc.assert(
      fc.property(
        fc.array(lookAnswer, { maxLength: 12 }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        (answers, otherCount, areNacksSent, probeAttemptCount) => {
          const ways = { answers, areNacksSent };
          const watcher = new Watcher(namesTo(otherCount), { probeAttemptCount }, ways);
          const accusedAtMs = watcher.untilState('suspect');
          const firstMs = watcher.lookStartsMs
            .filter((atMs) => atMs < accusedAtMs)
            .at(-probeAttemptCount);
          if (firstMs === undefined) throw new Error('too few looks');
          expect(accusedAtMs - firstMs).toBeGreaterThanOrEqual(1_000 * probeAttemptCount - 1);
          // An answer to one of these looks, heard in time, would have ended the doubt.
          const inTime = watcher.answersInTime(firstMs, accusedAtMs);
          expect(inTime).toEqual([]);
        },
      ),
    );
  });

  test('the silent are declared dead as early as after one look, but for what the floor leaves them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 2, max: 4 }),
        (otherCount, areNacksSent, suspicionMultiplier, probeAttemptCount) => {
          const verdicts = (attempts: number): { accusedMs: number; deadMs: number } => {
            const tuning = { probeAttemptCount: attempts, suspicionMultiplier };
            const watcher = new Watcher(namesTo(otherCount), tuning, { areNacksSent });
            return {
              accusedMs: watcher.untilState('suspect'),
              deadMs: watcher.untilState('dead'),
            };
          };
          const once = verdicts(1);
          const often = verdicts(probeAttemptCount);
          const floorMs = (suspicionMultiplier * 1_000) / 2;
          const furtherMs = often.accusedMs - once.accusedMs;
          const laterMs = often.deadMs - once.deadMs;
          expect(laterMs).toBeGreaterThanOrEqual(-1);
          expect(laterMs).toBeLessThanOrEqual(Math.max(0, furtherMs - floorMs) + 1);
        },
      ),
    );
  });
});
