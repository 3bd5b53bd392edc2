import { fuzzTargets as serfTargets } from '../../packages/serf/test/fuzz/targets.js';
import { fuzzTargets as swimTargets } from '../../packages/swim/test/fuzz/targets.js';
import type { FuzzTarget } from './campaign.js';

export { runCampaign } from './campaign.js';

/** What `npm run fuzz` feeds. */
export const allTargets: readonly FuzzTarget[] = [...swimTargets, ...serfTargets];
