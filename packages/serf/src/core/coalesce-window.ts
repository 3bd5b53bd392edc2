/**
 * When a burst of events is over: nothing came for a while, or it has gone on for too long.
 *
 * Source: Serf's coalesce loop.
 */
export class CoalesceWindow {
  readonly #coalesceMs: number;
  readonly #quiescentMs: number;
  #openedAtMs: number | undefined;

  constructor(options: { readonly coalesceMs: number; readonly quiescentMs: number }) {
    this.#coalesceMs = options.coalesceMs;
    this.#quiescentMs = options.quiescentMs;
  }

  /** Whether events are to be gathered at all. */
  get isEnabled(): boolean {
    return this.#coalesceMs > 0 && this.#quiescentMs > 0;
  }

  /** An event came. @returns when the burst ends if nothing else comes. */
  onEvent(nowMs: number): number {
    this.#openedAtMs ??= nowMs;
    return Math.min(this.#openedAtMs + this.#coalesceMs, nowMs + this.#quiescentMs);
  }

  close(): void {
    this.#openedAtMs = undefined;
  }
}
