import { type Rng, shuffle } from '@konsul/runtime/core';
import type { RouterServer } from './router-server.js';

/** Estimated round trip to a server through an area, in seconds; infinity when not known. */
export type DistanceOf = (areaId: string, server: RouterServer) => number;

/**
 * Orders servers for calling: nearer ones first, and in random order among those about equally
 * near, so that callers in one place still spread over the servers of another.
 */
export function orderByDistance(
  rng: Rng,
  servers: readonly RouterServer[],
  secondsTo: (server: RouterServer) => number,
): RouterServer[] {
  return shuffle(rng, servers)
    .map((server) => ({ server, band: distanceBand(secondsTo(server)) }))
    .sort((a, b) => compareNumbers(a.band, b.band))
    .map(({ server }) => server);
}

/** Round trips below 1 ms are one band; each further band is twice as far. */
function distanceBand(seconds: number): number {
  return Math.floor(Math.log2(1 + seconds * 1000));
}

/** The upper median: the middle value, or the greater of the two in the middle. */
export function upperMedian(values: readonly number[]): number | undefined {
  const sorted = [...values].sort(compareNumbers);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Ascending; unlike subtraction it also holds for infinities. */
export function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
