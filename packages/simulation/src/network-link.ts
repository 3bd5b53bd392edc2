import { type Rng, randomBetween, randomRatio } from '@konsul/runtime';
import { requireWithin } from './simulation-error.js';

/** How long bytes are under way in one direction. */
export type Latency =
  | { readonly type: 'fixed'; readonly ms: number }
  | { readonly type: 'uniform'; readonly minMs: number; readonly maxMs: number }
  /** At least `minMs`, `meanMs` on average, now and then much longer. */
  | { readonly type: 'exponential'; readonly minMs: number; readonly meanMs: number };

/** One direction of one link. Ratios are probabilities, 0 to 1. */
export interface LinkOptions {
  /** Default uniform, 0.2 to 1 ms: one rack to another. Jitter may reorder datagrams. */
  readonly latency?: Latency;
  /** Datagrams that vanish; on streams, segments that are sent again later. Default 0. */
  readonly lossRatio?: number;
  /** Datagrams that arrive twice. Default 0. */
  readonly duplicateRatio?: number;
  /** Datagrams that are held up by up to `reorderDelayMs` more, so that others overtake. Default 0. */
  readonly reorderRatio?: number;
  /** Default 50. */
  readonly reorderDelayMs?: number;
  /** Datagrams in which one bit is flipped. Streams are never corrupted. Default 0. */
  readonly corruptRatio?: number;
  /** Bytes per millisecond that the link carries. Default unlimited. */
  readonly bandwidthBytesPerMs?: number;
  /** Datagrams are dropped when this many bytes wait for a link with a bandwidth. Default 256 KiB. */
  readonly queueBytesMax?: number;
}

/** Link options with all defaults in place. */
export type ResolvedLink = Required<LinkOptions>;

const DEFAULT_LINK: ResolvedLink = {
  latency: { type: 'uniform', minMs: 0.2, maxMs: 1 },
  lossRatio: 0,
  duplicateRatio: 0,
  reorderRatio: 0,
  reorderDelayMs: 50,
  corruptRatio: 0,
  bandwidthBytesPerMs: Number.POSITIVE_INFINITY,
  queueBytesMax: 256 * 1024,
};

/** What a host's packets to itself meet: nothing. */
export const LOOPBACK_LINK: ResolvedLink = { ...DEFAULT_LINK, latency: { type: 'fixed', ms: 0 } };

const RATIO_KEYS = ['lossRatio', 'duplicateRatio', 'reorderRatio', 'corruptRatio'] as const;

/**
 * Lays options over one another, the last one on top, and checks them.
 *
 * @throws SimulationError `OPTION_INVALID`.
 */
export function resolveLink(layers: readonly LinkOptions[]): ResolvedLink {
  const link = Object.assign({}, DEFAULT_LINK, ...layers) as ResolvedLink;
  for (const key of RATIO_KEYS) requireWithin(key, link[key], [0, 1]);
  const positive = [Number.MIN_VALUE, Number.POSITIVE_INFINITY] as const;
  requireWithin('bandwidthBytesPerMs', link.bandwidthBytesPerMs, positive);
  requireWithin('reorderDelayMs', link.reorderDelayMs, [0, Number.MAX_VALUE]);
  requireWithin('queueBytesMax', link.queueBytesMax, [0, Number.POSITIVE_INFINITY]);
  requireWithin('latency', smallestLatencyMs(link.latency), [0, Number.MAX_VALUE]);
  return link;
}

/** Draws how long one packet is under way. */
export function drawLatencyMs(latency: Latency, rng: Rng): number {
  switch (latency.type) {
    case 'fixed':
      return latency.ms;
    case 'uniform':
      return randomBetween(rng, latency.minMs, latency.maxMs);
    case 'exponential':
      return latency.minMs - Math.log(1 - randomRatio(rng)) * (latency.meanMs - latency.minMs);
  }
}

/** Whether something of the given probability happens; draws nothing when it cannot. */
export function happens(ratio: number, rng: Rng): boolean {
  return ratio > 0 && randomRatio(rng) < ratio;
}

function smallestLatencyMs(latency: Latency): number {
  switch (latency.type) {
    case 'fixed':
      return latency.ms;
    case 'uniform':
      return Math.min(latency.minMs, latency.maxMs - latency.minMs);
    case 'exponential':
      return Math.min(latency.minMs, latency.meanMs - latency.minMs);
  }
}
