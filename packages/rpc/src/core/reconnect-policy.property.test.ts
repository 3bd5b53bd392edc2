import { fc, test } from '@fast-check/vitest';
import { seededRng } from '@konsul/runtime/core';
import { expect } from 'vitest';
import { ReconnectPolicy } from './reconnect-policy.js';

test.prop([fc.integer(), fc.integer({ min: 1, max: 60 })])(
  'waits double up to the longest, each drawn from its upper half',
  (seed, failureCount) => {
    const policy = new ReconnectPolicy(seededRng(seed), { delayMsMin: 100, delayMsMax: 5_000 });
    let nowMs = 0;
    for (let failure = 0; failure < failureCount; failure += 1) {
      policy.onFailure(nowMs);
      const full = Math.min(100 * 2 ** failure, 5_000);
      expect(policy.retryAtMs - nowMs).toBeGreaterThanOrEqual(full / 2);
      expect(policy.retryAtMs - nowMs).toBeLessThan(full);
      nowMs = policy.retryAtMs;
    }
    policy.onSuccess();
    expect(policy.retryAtMs).toBeLessThan(0);
    policy.onFailure(nowMs);
    expect(policy.retryAtMs - nowMs).toBeLessThan(100);
  },
);
