import type { Cancel, Clock } from '@konsul/runtime';
import type { CheckRunner, ReportResult } from './probe.js';

export interface TtlCheckOptions {
  readonly ttlMs: number;
  /** What is left of it at the start; absent: all. */
  readonly remainingMs?: number;
  readonly clock: Clock;
  /** The check's output now; it is repeated when time is up. */
  readonly lastOutput: () => string;
  readonly report: ReportResult;
}

/** Turns a check critical when its owner has not spoken for too long. */
export class TtlCheck implements CheckRunner {
  readonly #options: TtlCheckOptions;
  #cancel: Cancel | undefined;

  constructor(options: TtlCheckOptions) {
    this.#options = options;
  }

  get ttlMs(): number {
    return this.#options.ttlMs;
  }

  start(): void {
    this.#arm(this.#options.remainingMs ?? this.#options.ttlMs);
  }

  /** Its owner has spoken. */
  renew(): void {
    this.#arm(this.#options.ttlMs);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #arm(delayMs: number): void {
    const { clock } = this.#options;
    this.#cancel?.();
    this.#cancel = clock.schedule(clock.nowMs() + delayMs, () => this.#expire());
  }

  #expire(): void {
    const { lastOutput, report } = this.#options;
    const last = lastOutput();
    const output =
      last === '' ? 'TTL expired' : `TTL expired (last output before timeout follows): ${last}`;
    report({ status: 'critical', output });
  }
}
