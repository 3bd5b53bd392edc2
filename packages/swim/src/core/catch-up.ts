import { type Deadline, randomRatio, TokenBucket } from '@konsul/runtime/core';
import type { SwimContext } from './context.js';
import type { PushPull } from './push-pull.js';
import type { SwimTimer } from './timer.js';

/** Changes are many when they are this part of the cluster, and then some were missed by somebody. */
const BURST_RATIO = 1 / 8;
/** While changes go on, they are waited out for this many delays. */
const PATIENCE_DELAY_COUNT = 3;
/** Extra exchanges that may follow each other; one is earned back per regular exchange. */
const EXCHANGE_BURST_COUNT = 4;

/**
 * One extra exchange with a random member, soon after much of the cluster has changed: after our own
 * join, when many others came or went, and when we hear that we were declared dead. Gossip alone
 * misses a member now and then, which would otherwise not hear of it before the next regular exchange.
 *
 * Source: extension; invisible on the wire but for its time.
 */
export class CatchUp {
  readonly #context: SwimContext;
  readonly #pushPull: PushPull;
  #bucket: TokenBucket | undefined;
  #deadline: Deadline<SwimTimer> | undefined;
  /** Changes of which none came later than a delay after the one before. */
  #burstCount = 0;
  #burstStartedAtMs = 0;
  #changedAtMs = Number.NEGATIVE_INFINITY;

  constructor(context: SwimContext, pushPull: PushPull) {
    this.#context = context;
    this.#pushPull = pushPull;
  }

  /** Our own entry is no change. */
  start(): void {
    const { config, nowMs } = this.#context;
    this.#context.changeCount = 0;
    if (config.catchUpDelayMs === 0 || config.pushPullIntervalMs === 0) return;
    this.#bucket = new TokenBucket({
      capacityCount: EXCHANGE_BURST_COUNT,
      refillMs: config.pushPullIntervalMs,
      nowMs,
    });
  }

  /** Takes note of the changes of a call. Called after each step. */
  arrange(): void {
    const { changeCount, nowMs, config, table, deadlines } = this.#context;
    if (changeCount === 0) return;
    this.#context.changeCount = 0;
    if (this.#bucket === undefined) return;
    if (nowMs - this.#changedAtMs > config.catchUpDelayMs) {
      this.#burstCount = 0;
      this.#burstStartedAtMs = nowMs;
    }
    this.#burstCount += changeCount;
    this.#changedAtMs = nowMs;
    if (this.#deadline?.isPending === true || !this.#bucket.hasToken(nowMs)) return;
    if (this.#burstCount < table.size * BURST_RATIO) return;
    const atMs = nowMs + this.#jitteredDelayMs();
    if (this.#deadline === undefined) {
      this.#deadline = deadlines.schedule(atMs, { type: 'catch-up' });
    } else {
      deadlines.reschedule(this.#deadline, atMs);
    }
  }

  onDeadline(deadline: Deadline<SwimTimer>): void {
    const { nowMs, config, deadlines } = this.#context;
    const isQuiet = nowMs - this.#changedAtMs >= config.catchUpDelayMs;
    const waitedMs = nowMs - this.#burstStartedAtMs;
    if (!isQuiet && waitedMs < PATIENCE_DELAY_COUNT * config.catchUpDelayMs) {
      deadlines.reschedule(deadline, nowMs + this.#jitteredDelayMs());
      return;
    }
    this.#burstCount = 0;
    this.#burstStartedAtMs = nowMs;
    this.#bucket?.take(nowMs);
    this.#pushPull.exchangeWithAny();
  }

  /** One to two delays, so that members that saw the same changes do not all exchange at once. */
  #jitteredDelayMs(): number {
    const { config, rng } = this.#context;
    return config.catchUpDelayMs * (1 + randomRatio(rng));
  }
}
