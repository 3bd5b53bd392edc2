import type { Clock, Logger, Metrics, Rng } from '@konsul/runtime';
import type { RaftConfig } from '../config.js';
import type { RaftOptions } from './raft.js';

/** What a node is made from, with everything optional filled in. */
export interface RaftEnvironment<Result> extends RaftOptions<Result> {
  readonly settings: RaftConfig;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly logger: Logger;
  readonly metrics: Metrics;
}
