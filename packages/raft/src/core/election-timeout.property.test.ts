import { seededRng } from '@konsul/runtime/core';
import { describe, expect, it } from 'vitest';
import { defaultCoreConfig } from './core-config.js';
import { drawElectionTimeoutMs } from './election-timeout.js';

describe('the election timeout', () => {
  it('is drawn uniformly between its bounds', () => {
    const { electionTimeoutMinMs, electionTimeoutMaxMs } = defaultCoreConfig;
    const rng = seededRng(42);
    const drawCount = 20_000;
    const binCount = 20;
    const bins = new Array<number>(binCount).fill(0);
    for (let draw = 0; draw < drawCount; draw += 1) {
      const timeoutMs = drawElectionTimeoutMs(defaultCoreConfig, rng);
      const ratio =
        (timeoutMs - electionTimeoutMinMs) / (electionTimeoutMaxMs - electionTimeoutMinMs);
      expect(ratio).toBeGreaterThanOrEqual(0);
      expect(ratio).toBeLessThan(1);
      bins[Math.floor(ratio * binCount)]! += 1;
    }
    const expected = drawCount / binCount;
    const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // The 99.9 % point of chi-square with 19 degrees of freedom.
    expect(chiSquare).toBeLessThan(43.8);
  });
});
