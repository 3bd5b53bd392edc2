import { seededRng } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { beforeEach, describe, expect, test } from 'vitest';
import { settle } from '../../../test/local/local-rig.js';
import type { CheckStatus } from '../../state/domain.js';
import { PeriodicCheck, type PeriodicCheckOptions } from './periodic-check.js';
import type { ProbeResult } from './probe.js';

let clock: VirtualClock;
let looks: number[];
let reports: ProbeResult[];

beforeEach(() => {
  clock = new VirtualClock();
  looks = [];
  reports = [];
});

function createCheck(parts: Partial<PeriodicCheckOptions> = {}): PeriodicCheck {
  return new PeriodicCheck({
    probe: () => {
      looks.push(clock.nowMs());
      return Promise.resolve({ status: 'passing', output: 'ok' });
    },
    intervalMs: 10_000,
    timeoutMs: 5000,
    thresholds: { successBeforePassing: 0, failuresBeforeWarning: 0, failuresBeforeCritical: 0 },
    clock,
    rng: seededRng(1),
    report: (result) => reports.push(result),
    ...parts,
  });
}

async function pass(durationMs: number): Promise<void> {
  const endMs = clock.nowMs() + durationMs;
  await settle();
  for (;;) {
    const nextMs = clock.nextEventMs();
    if (nextMs === undefined || nextMs > endMs) break;
    clock.runNext();
    await settle();
  }
  clock.moveTo(endMs);
}

/** A check whose looks find these statuses, one after the other. */
function createScripted(
  statuses: readonly CheckStatus[],
  thresholds: Partial<PeriodicCheckOptions['thresholds']>,
): PeriodicCheck {
  const rest = [...statuses];
  return createCheck({
    probe: () => Promise.resolve({ status: rest.shift() ?? 'passing', output: '' }),
    thresholds: {
      successBeforePassing: 0,
      failuresBeforeWarning: 0,
      failuresBeforeCritical: 0,
      ...thresholds,
    },
  });
}

describe('looks', () => {
  test('begin at a random point of the interval and then keep to it', async () => {
    const firsts = new Set<number>();
    for (let seed = 0; seed < 20; seed += 1) {
      looks = [];
      const startedAtMs = clock.nowMs();
      const check = createCheck({ rng: seededRng(seed) });
      check.start();
      await pass(30_000);
      check.stop();
      const [first = 0, second = 0, third = 0] = looks;
      firsts.add(first - startedAtMs);
      expect(first - startedAtMs).toBeLessThan(10_000);
      expect(second - first).toBeCloseTo(10_000);
      expect(third - second).toBeCloseTo(10_000);
    }
    expect(firsts.size).toBeGreaterThan(15);
  });

  test('are never more often than once a second', async () => {
    createCheck({ intervalMs: 1 }).start();
    await pass(10_000);
    expect(looks.length).toBeLessThanOrEqual(10);
  });

  test('end with the check, which says nothing more', async () => {
    const check = createCheck({
      probe: (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    });
    check.start();
    await pass(10_000);
    check.stop();
    await pass(60_000);
    expect(reports).toEqual([]);
    expect(clock.pendingCount).toBe(0);
  });

  test('that take too long count as failed, and the next one comes an interval later', async () => {
    const check = createCheck({
      probe: (signal) => {
        looks.push(clock.nowMs());
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        });
      },
    });
    check.start();
    await pass(40_000);
    expect(reports[0]).toEqual({ status: 'critical', output: 'Timed out (5s) running check' });
    expect((looks[1] ?? 0) - (looks[0] ?? 0)).toBeCloseTo(15_000);
  });

  test('that fail are told with their reason', async () => {
    createCheck({ probe: () => Promise.reject(new Error('refused')) }).start();
    await pass(10_000);
    expect(reports[0]).toEqual({ status: 'critical', output: 'refused' });
  });
});

describe('thresholds', () => {
  const told = (): CheckStatus[] => reports.map(({ status }) => status);

  test('hold a status against fewer results than they ask for', async () => {
    createScripted(
      ['critical', 'critical', 'critical', 'passing', 'passing', 'critical', 'passing', 'passing'],
      { successBeforePassing: 2, failuresBeforeWarning: 2, failuresBeforeCritical: 3 },
    ).start();
    await pass(80_000);
    expect(told()).toEqual(['warning', 'critical', 'passing', 'passing']);
  });

  test('of 0 and 1 take the first result', async () => {
    createScripted(['critical', 'passing'], {
      successBeforePassing: 1,
      failuresBeforeCritical: 1,
    }).start();
    await pass(20_000);
    expect(told()).toEqual(['critical', 'passing']);
  });
});
