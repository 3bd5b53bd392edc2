import { randomBelow, seededRng } from '@konsul/runtime';
import { distanceSeconds, VivaldiClient } from '@konsul/serf/core';
import { quantile } from '@konsul/simulation/report';

/** Round trips between places in seconds; 0 off the diagonal where nothing was measured. */
export type RttMatrix = readonly (readonly number[])[];

/** How well positions tell round trips, over all pairs that were measured. */
export interface EmbeddingQuality {
  readonly relativeP50: number;
  readonly relativeP90: number;
  readonly absoluteP50Ms: number;
  readonly absoluteP90Ms: number;
}

export interface Embedding {
  readonly clients: readonly VivaldiClient[];
  /** By the cycle counts asked for. */
  readonly quality: ReadonlyMap<number, EmbeddingQuality>;
  /** Relative errors of all pairs after the last cycle. */
  readonly relativeErrors: readonly number[];
}

/**
 * Lets every node measure one random other per cycle, and judges the positions after some numbers
 * of cycles.
 */
export function embed(matrix: RttMatrix, cycleCounts: readonly number[], seed: number): Embedding {
  const rng = seededRng(seed);
  const clients = matrix.map((_, index) => new VivaldiClient(seededRng(seed * 1_000 + index)));
  const quality = new Map<number, EmbeddingQuality>();
  const last = Math.max(...cycleCounts);
  for (let cycle = 1; cycle <= last; cycle += 1) {
    for (const [index, client] of clients.entries()) {
      const other = (index + 1 + randomBelow(rng, matrix.length - 1)) % matrix.length;
      const rtt = matrix[index]?.[other] ?? 0;
      const peer = clients[other];
      if (rtt > 0 && peer !== undefined) client.observe(`${other}`, peer.coordinate, rtt);
    }
    if (cycleCounts.includes(cycle)) quality.set(cycle, judge(matrix, clients));
  }
  return { clients, quality, relativeErrors: errors(matrix, clients).relative };
}

/**
 * How much longer than the best possible the round trip to the peer is that looks nearest, against
 * one taken at random: both as averages over all nodes.
 */
export function nearestChoice(matrix: RttMatrix, clients: readonly VivaldiClient[]): NearestChoice {
  let [best, chosen, random, count] = [0, 0, 0, 0];
  for (const [index, row] of matrix.entries()) {
    const own = clients[index];
    const peers = row.map((_, other) => other).filter((other) => (row[other] ?? 0) > 0);
    if (own === undefined || peers.length === 0) continue;
    const rtts = peers.map((other) => row[other] ?? 0);
    const estimates = peers.map((other) =>
      distanceSeconds(own.coordinate, clients[other]?.coordinate ?? own.coordinate),
    );
    best += Math.min(...rtts);
    chosen += rtts[estimates.indexOf(Math.min(...estimates))] ?? 0;
    random += rtts.reduce((sum, rtt) => sum + rtt, 0) / rtts.length;
    count += 1;
  }
  const ms = (sum: number): number => (1000 * sum) / count;
  return { bestMs: ms(best), chosenMs: ms(chosen), randomMs: ms(random) };
}

export interface NearestChoice {
  readonly bestMs: number;
  readonly chosenMs: number;
  readonly randomMs: number;
}

function judge(matrix: RttMatrix, clients: readonly VivaldiClient[]): EmbeddingQuality {
  const { relative, absolute } = errors(matrix, clients);
  return {
    relativeP50: quantile(relative, 0.5),
    relativeP90: quantile(relative, 0.9),
    absoluteP50Ms: 1000 * quantile(absolute, 0.5),
    absoluteP90Ms: 1000 * quantile(absolute, 0.9),
  };
}

function errors(
  matrix: RttMatrix,
  clients: readonly VivaldiClient[],
): { relative: number[]; absolute: number[] } {
  const relative: number[] = [];
  const absolute: number[] = [];
  for (const [index, row] of matrix.entries()) {
    for (const [other, rtt] of row.entries()) {
      const [from, to] = [clients[index], clients[other]];
      if (rtt <= 0 || index === other || from === undefined || to === undefined) continue;
      const error = Math.abs(distanceSeconds(from.coordinate, to.coordinate) - rtt);
      absolute.push(error);
      relative.push(error / rtt);
    }
  }
  return { relative, absolute };
}
