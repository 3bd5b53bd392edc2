import { type Rng, randomBetween } from '@konsul/runtime/core';
import type { RaftCoreConfig } from './core-config.js';

/**
 * Draws one election timeout, uniformly between the two bounds, so that split votes are rare.
 *
 * Source: dissertation, section 3.4.
 */
export function drawElectionTimeoutMs(config: RaftCoreConfig, rng: Rng): number {
  return randomBetween(rng, config.electionTimeoutMinMs, config.electionTimeoutMaxMs);
}
