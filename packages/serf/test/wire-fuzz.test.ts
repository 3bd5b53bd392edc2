import { describe, expect, test } from 'vitest';
import { runCampaign } from '../../../tools/fuzz/campaign.js';
import { fuzzTargets } from './fuzz/targets.js';

const SEED = 0x5eed;
const INPUT_COUNT = 2_000;
const SESSION_COUNT = 120;

describe('arbitrary changes of what Serf says', () => {
  test.each(fuzzTargets)('$name: nothing throws, loops or takes more than its share', (target) => {
    const inputCount = target.weight === 1 ? INPUT_COUNT : SESSION_COUNT * target.weight;
    const report = runCampaign(target, { seed: SEED, inputCount });
    expect(report.missed).toEqual([]);
  });
});
