import { type Rng, randomBetween } from '@konsul/runtime/core';

export interface ReconnectPolicyOptions {
  /** Wait after a first failure, before jitter, in milliseconds. Default 100. */
  readonly delayMsMin?: number;
  /** Longest wait, before jitter, in milliseconds. Default 5000. */
  readonly delayMsMax?: number;
}

const DEFAULT_DELAY_MS_MIN = 100;
const DEFAULT_DELAY_MS_MAX = 5_000;

/**
 * When a peer that could not be reached may be tried again: each failure in a row doubles the
 * wait, and the wait is drawn from its upper half, so that many nodes that lost the same peer do
 * not return to it together.
 *
 * Source: exponential backoff with equal jitter, after Marc Brooker, "Exponential Backoff And
 * Jitter", 2015.
 */
export class ReconnectPolicy {
  readonly #rng: Rng;
  readonly #delayMsMin: number;
  readonly #delayMsMax: number;
  #failureCount = 0;
  #retryAtMs = Number.NEGATIVE_INFINITY;

  constructor(rng: Rng, options: ReconnectPolicyOptions = {}) {
    this.#rng = rng;
    this.#delayMsMin = options.delayMsMin ?? DEFAULT_DELAY_MS_MIN;
    this.#delayMsMax = options.delayMsMax ?? DEFAULT_DELAY_MS_MAX;
  }

  /** The instant before which the peer should be left alone. */
  get retryAtMs(): number {
    return this.#retryAtMs;
  }

  onFailure(nowMs: number): void {
    const doubled = this.#delayMsMin * 2 ** Math.min(this.#failureCount, 30);
    const delayMs = Math.min(doubled, this.#delayMsMax);
    this.#failureCount += 1;
    this.#retryAtMs = nowMs + randomBetween(this.#rng, delayMs / 2, delayMs);
  }

  onSuccess(): void {
    this.#failureCount = 0;
    this.#retryAtMs = Number.NEGATIVE_INFINITY;
  }
}
