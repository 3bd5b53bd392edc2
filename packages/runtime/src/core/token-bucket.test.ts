import { expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.js';

test('a full bucket allows a burst, and then the steady rate', () => {
  const bucket = new TokenBucket({ capacityCount: 3, refillMs: 10, nowMs: 0 });
  expect([bucket.take(0), bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(bucket.take(9)).toBe(false);
  expect(bucket.take(10)).toBe(true);
  expect(bucket.take(10)).toBe(false);
});

test('a long pause earns no more than the capacity', () => {
  const bucket = new TokenBucket({ capacityCount: 2, refillMs: 10, nowMs: 0 });
  expect([1, 2, 3].map(() => bucket.take(1_000_000))).toEqual([true, true, false]);
});
