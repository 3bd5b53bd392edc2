/**
 * How well this member hears and answers, from 0 (well) upward: Lifeguard's local health
 * multiplier less one. A member in doubt of itself probes more slowly.
 *
 * Source: Lifeguard IV-A.
 */
export class LocalHealth {
  readonly #scoreMax: number;
  #score = 0;

  /** @param multiplierMax largest factor, 1 or more; the score stays below it. */
  constructor(multiplierMax: number) {
    this.#scoreMax = multiplierMax - 1;
  }

  get score(): number {
    return this.#score;
  }

  /** Factor on the probe interval. */
  get multiplier(): number {
    return this.#score + 1;
  }

  /** @returns whether the score changed. */
  apply(delta: number): boolean {
    const score = Math.min(this.#scoreMax, Math.max(0, this.#score + delta));
    if (score === this.#score) return false;
    this.#score = score;
    return true;
  }
}
