import { describe, expect, test } from 'vitest';
import { runCampaign } from '../../../tools/fuzz/campaign.js';
import { fuzzTargets } from './fuzz/targets.js';

const SEED = 0x5eed;
const INPUT_COUNT = 3_000;

describe('arbitrary changes of what Serf says', () => {
  test.each(fuzzTargets)('$name: nothing throws, loops or takes more than its share', (target) => {
    const report = runCampaign(target, { seed: SEED, inputCount: INPUT_COUNT });
    expect(report.missed).toEqual([]);
  });
});
