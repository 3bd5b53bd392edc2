import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { longestGap } from './write-gap.js';

const instants = fc.array(fc.nat({ max: 10_000 }), { maxLength: 50 });

test.prop([instants, fc.nat({ max: 10_000 })])(
  'a gap has no event inside, one at each end, and ends after the instant',
  (instantsMs, sinceMs) => {
    const gap = longestGap(instantsMs, sinceMs);
    if (gap === undefined) return;
    const endMs = gap.fromMs + gap.durationMs;
    expect(instantsMs).toContain(gap.fromMs);
    expect(instantsMs).toContain(endMs);
    expect(endMs).toBeGreaterThan(sinceMs);
    expect(instantsMs.filter((atMs) => atMs > gap.fromMs && atMs < endMs)).toEqual([]);
  },
);

test.prop([instants, fc.nat({ max: 10_000 })])(
  'no two neighbours after the instant are farther apart',
  (instantsMs, sinceMs) => {
    const later = instantsMs.filter((atMs) => atMs > sinceMs).sort((one, other) => one - other);
    const longestMs = longestGap(instantsMs, sinceMs)?.durationMs ?? 0;
    for (const [position, atMs] of later.entries()) {
      expect((later[position + 1] ?? atMs) - atMs).toBeLessThanOrEqual(longestMs);
    }
  },
);
