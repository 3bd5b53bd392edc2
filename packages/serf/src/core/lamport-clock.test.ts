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
          clock.witness(step);
          expect(clock.time).toBe(Math.max(before, step + 1));
        }
      }
    },
  );
});
