import type { MetricLabels, Metrics } from '../metrics.js';

/**
 * Remembers what was measured, and lets a test wait for a count instead of for time: counters are
 * added up, gauges hold their last value, samples are not kept.
 */
export class CountingMetrics implements Metrics {
  readonly #values = new Map<string, number>();
  #waiting: (() => void)[] = [];

  increment(name: string, by = 1, labels?: MetricLabels): void {
    for (const key of keysOf(name, labels)) this.#values.set(key, this.value(key) + by);
    this.#wake();
  }

  gauge(name: string, value: number, labels?: MetricLabels): void {
    for (const key of keysOf(name, labels)) this.#values.set(key, value);
    this.#wake();
  }

  sample(): void {}

  /** `name`, or `name{label}` for one value of a label. */
  value(key: string): number {
    return this.#values.get(key) ?? 0;
  }

  /** Resolves when the value is what it should be; the test's own limit ends a wait in vain. */
  async reaches(key: string, value: number): Promise<void> {
    while (this.value(key) !== value)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function keysOf(name: string, labels: MetricLabels = {}): string[] {
  return [name, ...Object.values(labels).map((value) => `${name}{${value}}`)];
}
