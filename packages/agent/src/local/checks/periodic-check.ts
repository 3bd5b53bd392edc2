import { type Cancel, type Clock, formatGoDuration, type Rng, randomRatio } from '@konsul/runtime';
import type { CheckRunner, Probe, ProbeResult, ReportResult } from './probe.js';
import { StatusThreshold, type StatusThresholds } from './status-threshold.js';

/** Shorter intervals are made this long, so that a typing error does not become an attack. */
const INTERVAL_MS_MIN = 1000;

export interface PeriodicCheckOptions {
  readonly probe: Probe;
  /** From the end of one look to the beginning of the next; at least 1 s. */
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly thresholds: StatusThresholds;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly report: ReportResult;
}

/** Looks at a subject again and again, for the first time at a random point of its interval. */
export class PeriodicCheck implements CheckRunner {
  readonly #options: PeriodicCheckOptions;
  readonly #intervalMs: number;
  readonly #threshold: StatusThreshold;
  readonly #stopping = new AbortController();
  #cancel: Cancel | undefined;

  constructor(options: PeriodicCheckOptions) {
    this.#options = options;
    this.#intervalMs = Math.max(options.intervalMs, INTERVAL_MS_MIN);
    this.#threshold = new StatusThreshold(options.thresholds);
  }

  start(): void {
    this.#schedule(randomRatio(this.#options.rng) * this.#intervalMs);
  }

  stop(): void {
    this.#cancel?.();
    this.#stopping.abort();
  }

  #schedule(delayMs: number): void {
    const { clock } = this.#options;
    this.#cancel = clock.schedule(clock.nowMs() + delayMs, () => void this.#look());
  }

  async #look(): Promise<void> {
    const result = await this.#probeOnce();
    if (this.#stopping.signal.aborted) return;
    const status = this.#threshold.take(result.status);
    if (status !== undefined) this.#options.report({ status, output: result.output });
    // What was told may have ended this check.
    if (!this.#stopping.signal.aborted) this.#schedule(this.#intervalMs);
  }

  async #probeOnce(): Promise<ProbeResult> {
    const { probe, clock, timeoutMs } = this.#options;
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    this.#stopping.signal.addEventListener('abort', abort);
    const cancelTimeout = clock.schedule(clock.nowMs() + timeoutMs, abort);
    try {
      return await probe(controller.signal);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const timeout = formatGoDuration(timeoutMs * 1e6);
      return {
        status: 'critical',
        output: controller.signal.aborted ? `Timed out (${timeout}) running check` : reason,
      };
    } finally {
      cancelTimeout();
      this.#stopping.signal.removeEventListener('abort', abort);
    }
  }
}
