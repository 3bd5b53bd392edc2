import type { Cancel, Clock } from '@konsul/runtime';

export interface WatchdogOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Called once, when nothing was heard for `timeoutMs`. */
  readonly onExpire: () => void;
}

/** Notices that something has gone quiet. Feeding it is cheap: it keeps one timer, not one per feed. */
export class Watchdog {
  readonly #options: WatchdogOptions;
  #fedAtMs: number;
  #cancel: Cancel | undefined;

  constructor(options: WatchdogOptions) {
    this.#options = options;
    this.#fedAtMs = options.clock.nowMs();
    this.#arm();
  }

  feed(): void {
    this.#fedAtMs = this.#options.clock.nowMs();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #arm(): void {
    const { clock, timeoutMs, onExpire } = this.#options;
    this.#cancel = clock.schedule(this.#fedAtMs + timeoutMs, () => {
      if (clock.nowMs() - this.#fedAtMs >= timeoutMs) onExpire();
      else this.#arm();
    });
  }
}
