import { type Rng, randomBetween } from '@konsul/runtime';

const DEFAULT_WAIT_MS = 300_000;
const WAIT_MS_MAX = 600_000;
const JITTER_DIVISOR = 16;

/**
 * How long a waiting read really waits: at most ten minutes, five when nothing was asked for, plus a
 * random part of up to a sixteenth so that waiters of one moment do not all return in another.
 */
export function jitteredWaitMs(askedMs: number | undefined, rng: Rng): number {
  const waitMs =
    askedMs === undefined || askedMs <= 0 ? DEFAULT_WAIT_MS : Math.min(askedMs, WAIT_MS_MAX);
  return waitMs + randomBetween(rng, 0, waitMs / JITTER_DIVISOR);
}

/** The longest that a read with this wait may take on the answering side. */
export function longestWaitMs(askedMs: number | undefined): number {
  const waitMs =
    askedMs === undefined || askedMs <= 0 ? DEFAULT_WAIT_MS : Math.min(askedMs, WAIT_MS_MAX);
  return waitMs + waitMs / JITTER_DIVISOR;
}
