import { describe, expect, test } from 'vitest';
import formulas from '../../test/fixtures/formulas.json' with { type: 'json' };
import { transmitLimit } from './broadcast-queue.js';
import { pushPullIntervalMs } from './push-pull.js';
import { remainingSuspicionMs, Suspicion, suspicionTimeoutMinMs } from './suspicion.js';

describe('formulas agree with memberlist', () => {
  test('on the shortest suspicion', () => {
    for (const { mult, n, interval_ms, min_ns } of formulas.suspicion_min_timeout) {
      const minMs = suspicionTimeoutMinMs({
        multiplier: mult,
        memberCount: n,
        probeIntervalMs: interval_ms,
      });
      expect(minMs * 1e6, `mult ${mult} n ${n}`).toBeCloseTo(min_ns, 3);
    }
  });

  test('on what remains of a suspicion', () => {
    for (const row of formulas.remaining_suspicion) {
      const remainingMs = remainingSuspicionMs({
        confirmationCount: row.n,
        confirmationCountWanted: row.k,
        timeoutMinMs: row.min_ms,
        timeoutMaxMs: row.max_ms,
        elapsedMs: row.elapsed_ms,
      });
      expect(remainingMs, JSON.stringify(row)).toBe(row.remaining_ms);
    }
  });

  test('on how often an update is sent', () => {
    for (const { mult, n, limit } of formulas.retransmit_limit) {
      expect(transmitLimit(mult, n), `mult ${mult} n ${n}`).toBe(limit);
    }
  });

  test('on the time between full exchanges', () => {
    for (const { interval_ms, n, scaled_ms } of formulas.push_pull_scale) {
      expect(pushPullIntervalMs(interval_ms, n), `n ${n}`).toBe(scaled_ms);
    }
  });
});

describe('a suspicion', () => {
  const options = {
    from: 'a',
    startedAtMs: 1_000,
    timeoutMinMs: 4_000,
    timeoutMaxMs: 24_000,
    confirmationCountWanted: 2,
  };

  test('starts at its longest and ends at its shortest when all wanted have confirmed', () => {
    const suspicion = new Suspicion(options);
    expect(suspicion.expiresAtMs()).toBe(25_000);
    expect(suspicion.confirm('b')).toBe(true);
    expect(suspicion.expiresAtMs()).toBe(12_381);
    expect(suspicion.isPoorlyConfirmed).toBe(true);
    expect(suspicion.confirm('c')).toBe(true);
    expect(suspicion.expiresAtMs()).toBe(5_000);
    expect(suspicion.isPoorlyConfirmed).toBe(false);
  });

  test('does not count an accuser twice, nor the first one, nor more than are wanted', () => {
    const suspicion = new Suspicion(options);
    expect(suspicion.confirm('a')).toBe(false);
    expect(suspicion.confirm('b')).toBe(true);
    expect(suspicion.confirm('b')).toBe(false);
    expect(suspicion.confirm('c')).toBe(true);
    expect(suspicion.confirm('d')).toBe(false);
    expect(suspicion.confirmationCount).toBe(2);
  });

  test('that wants no confirmation runs for its shortest time', () => {
    const suspicion = new Suspicion({ ...options, confirmationCountWanted: 0 });
    expect(suspicion.expiresAtMs()).toBe(5_000);
    expect(suspicion.confirm('b')).toBe(false);
  });
});
