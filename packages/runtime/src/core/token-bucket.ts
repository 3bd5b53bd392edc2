/** Lets things happen at once in short bursts, and at a steady rate over time. */
export class TokenBucket {
  readonly #capacityCount: number;
  readonly #refillMs: number;
  #tokenCount: number;
  #refilledAtMs: number;

  /** Starts full. One token comes back every `refillMs`, up to `capacityCount`. */
  constructor(options: { capacityCount: number; refillMs: number; nowMs: number }) {
    this.#capacityCount = options.capacityCount;
    this.#refillMs = options.refillMs;
    this.#tokenCount = options.capacityCount;
    this.#refilledAtMs = options.nowMs;
  }

  /** Whether {@link take} would succeed. */
  hasToken(nowMs: number): boolean {
    this.#refill(nowMs);
    return this.#tokenCount >= 1;
  }

  /** Takes one token if there is one. */
  take(nowMs: number): boolean {
    if (!this.hasToken(nowMs)) return false;
    this.#tokenCount -= 1;
    return true;
  }

  #refill(nowMs: number): void {
    const earned = (nowMs - this.#refilledAtMs) / this.#refillMs;
    this.#tokenCount = Math.min(this.#capacityCount, this.#tokenCount + earned);
    this.#refilledAtMs = nowMs;
  }
}
