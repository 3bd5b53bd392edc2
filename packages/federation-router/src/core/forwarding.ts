import { type Rng, randomBetween } from '@konsul/runtime/core';

/** How a forwarded call failed, as far as trying again is concerned. */
export type ForwardFailure =
  /** The other side has no leader, or is not ready to serve yet. */
  | 'no-leader'
  /** The leader refuses for load and asks to be tried again. */
  | 'leader-rate-limited'
  /** The connection broke while the call was under way: it may have run. */
  | 'connection-lost'
  /** The connection could not be made: it has not run. */
  | 'not-sent'
  | 'other';

export interface ForwardAttempt {
  readonly failure: ForwardFailure;
  readonly access: 'read' | 'write';
  /** Attempts made so far, this one included. */
  readonly attemptCount: number;
  readonly elapsedMs: number;
  /** How long a call may wait for a leader; a waiting read adds its own waiting time. */
  readonly holdTimeoutMs: number;
  readonly previousWaitMs: number;
}

const FIRST_WINDOW_DIVISOR = 16;

/**
 * Whether to try a call to the own datacenter's leader again, and after how long.
 *
 * A write that may have run is never repeated; a read is. The wait lies between the previous one
 * and a window that doubles with every attempt.
 *
 * @returns milliseconds to wait, or undefined to give the failure to the caller.
 */
export function retryDelayMs(attempt: ForwardAttempt, rng: Rng): number | undefined {
  if (!isRetryable(attempt)) return undefined;
  const windowMs = (attempt.holdTimeoutMs / FIRST_WINDOW_DIVISOR) * 2 ** (attempt.attemptCount - 1);
  const waitMs = randomBetween(rng, Math.min(attempt.previousWaitMs, windowMs), windowMs);
  return attempt.elapsedMs + waitMs > attempt.holdTimeoutMs ? undefined : waitMs;
}

function isRetryable({ failure, access }: ForwardAttempt): boolean {
  switch (failure) {
    case 'no-leader':
    case 'leader-rate-limited':
    case 'not-sent':
      return true;
    case 'connection-lost':
      return access === 'read';
    case 'other':
      return false;
  }
}
