import type { Cancel, Clock } from '@konsul/runtime';

export interface SteadyWriterOptions {
  readonly clock: Clock;
  /** Writes a key; resolves with whether it was acknowledged. Must end by itself. */
  readonly write: (key: string) => Promise<boolean>;
  /** A number in a row is put behind it. */
  readonly keyPrefix: string;
  readonly intervalMs: number;
  /** Writes that may wait for an answer; beyond that, a turn is left out. */
  readonly inFlightCountMax: number;
}

/** A write that the cluster has promised to keep. */
export interface Acknowledgement {
  readonly key: string;
  readonly atMs: number;
}

/**
 * Writes a new key at a steady pace, whether or not earlier ones were answered: a writer that waits
 * would see a failover as one slow write.
 */
export class SteadyWriter {
  readonly #options: SteadyWriterOptions;
  readonly #acknowledged: Acknowledgement[] = [];
  readonly #inFlight = new Set<Promise<void>>();
  #failedCount = 0;
  #nextNumber = 1;
  #cancel: Cancel = () => undefined;

  constructor(options: SteadyWriterOptions) {
    this.#options = options;
  }

  /** In the order in which they came. */
  get acknowledged(): readonly Acknowledgement[] {
    return this.#acknowledged;
  }

  /** Writes that were refused or not answered: whether they happened is not known. */
  get failedCount(): number {
    return this.#failedCount;
  }

  start(): void {
    this.#arm(this.#options.clock.nowMs());
  }

  /** Ends writing. Resolves when every write was answered or given up. */
  async stop(): Promise<void> {
    this.#cancel();
    await Promise.all(this.#inFlight);
  }

  #arm(atMs: number): void {
    const { clock, intervalMs, inFlightCountMax } = this.#options;
    this.#cancel = clock.schedule(atMs, () => {
      if (this.#inFlight.size < inFlightCountMax) this.#writeNext();
      // Turns that were missed are not made up for.
      this.#arm(Math.max(atMs + intervalMs, clock.nowMs()));
    });
  }

  #writeNext(): void {
    const { clock, write, keyPrefix } = this.#options;
    const key = `${keyPrefix}${String(this.#nextNumber).padStart(5, '0')}`;
    this.#nextNumber += 1;
    const settle = (isAcknowledged: boolean): void => {
      if (isAcknowledged) this.#acknowledged.push({ key, atMs: clock.nowMs() });
      else this.#failedCount += 1;
      this.#inFlight.delete(writing);
    };
    const writing = write(key).then(settle, () => settle(false));
    this.#inFlight.add(writing);
  }
}
