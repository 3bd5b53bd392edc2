import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { LamportClock } from './lamport-clock.js';

describe('a Lamport clock', () => {
  test('begins at 1', () => {
    expect(new LamportClock().time).toBe(1);
  });

  property.prop([fc.array(fc.oneof(fc.constant('increment' as const), fc.nat(100)))])(
    'never goes back, and lies behind everything it has witnessed',
    (steps) => {
      const clock = new LamportClock();
      for (const step of steps) {
        const before = clock.time;
        if (step === 'increment') {
          expect(clock.increment()).toBe(before + 1);
        } else {
          expect(clock.witness(step)).toBe(true);
          expect(clock.time).toBe(Math.max(before, step + 1));
        }
      }
    },
  );

  test('does not follow where nobody can have counted, and counts on at the edge', () => {
    const clock = new LamportClock();
    expect(clock.witness(2 ** 52 + 2 ** 20 + 1)).toBe(false);
    expect(clock.time).toBe(1);
    expect(clock.witness(2 ** 52)).toBe(true);
    expect(clock.witness(2 ** 52 + 2 ** 20 + 1)).toBe(true);
    expect(clock.increment()).toBe(2 ** 52 + 2 ** 20 + 3);
  });
});
