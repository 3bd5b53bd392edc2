import { fc, test } from '@fast-check/vitest';
import { seededRng } from '@konsul/runtime/core';
import { describe, expect } from 'vitest';
import { type ForwardAttempt, type ForwardFailure, retryDelayMs } from './forwarding.js';

const attempt = fc.record<ForwardAttempt>({
  failure: fc.constantFrom<ForwardFailure>(
    'no-leader',
    'leader-rate-limited',
    'connection-lost',
    'not-sent',
    'other',
  ),
  access: fc.constantFrom('read', 'write'),
  attemptCount: fc.integer({ min: 1, max: 12 }),
  elapsedMs: fc.double({ min: 0, max: 20_000, noNaN: true }),
  holdTimeoutMs: fc.constantFrom(7000, 1000, 307_000),
  previousWaitMs: fc.double({ min: 0, max: 7000, noNaN: true }),
});

describe('trying a forwarded call again', () => {
  test.prop([attempt, fc.integer()])('never repeats a write that may have run', (given, seed) => {
    const delayMs = retryDelayMs(
      { ...given, failure: 'connection-lost', access: 'write' },
      seededRng(seed),
    );
    expect(delayMs).toBeUndefined();
  });

  test.prop([attempt, fc.integer()])('never waits past the hold timeout', (given, seed) => {
    const delayMs = retryDelayMs(given, seededRng(seed));
    if (delayMs !== undefined)
      expect(given.elapsedMs + delayMs).toBeLessThanOrEqual(given.holdTimeoutMs);
  });

  test.prop([attempt, fc.integer()])('waits within the doubling window', (given, seed) => {
    const delayMs = retryDelayMs(given, seededRng(seed));
    const windowMs = (given.holdTimeoutMs / 16) * 2 ** (given.attemptCount - 1);
    if (delayMs !== undefined) expect(delayMs).toBeLessThanOrEqual(windowMs);
  });

  test.prop([attempt, fc.integer()])(
    'gives other failures to the caller at once',
    (given, seed) => {
      expect(retryDelayMs({ ...given, failure: 'other' }, seededRng(seed))).toBeUndefined();
    },
  );
});
