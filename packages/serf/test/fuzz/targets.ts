import type { FuzzTarget } from '../../../../tools/fuzz/campaign.js';
import { serfCoreTarget } from './core-target.js';
import {
  conflictAnswerTarget,
  conflictQuestionTarget,
  coordinateTarget,
  filterTarget,
  keyRequestTarget,
  keyResponseTarget,
  messageTarget,
  tagsTarget,
} from './message-targets.js';
import { patternTarget } from './pattern-target.js';
import { rpcRequestTarget, rpcResponseTarget } from './rpc-targets.js';
import { snapshotTarget } from './snapshot-target.js';

/** Everything of this package that reads bytes of strangers, or of a file that may be damaged. */
export const fuzzTargets: readonly FuzzTarget[] = [
  messageTarget,
  filterTarget,
  patternTarget,
  coordinateTarget,
  conflictQuestionTarget,
  conflictAnswerTarget,
  keyRequestTarget,
  keyResponseTarget,
  tagsTarget,
  snapshotTarget,
  rpcRequestTarget,
  rpcResponseTarget,
  serfCoreTarget,
];
