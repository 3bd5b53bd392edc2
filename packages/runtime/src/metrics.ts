/** Dimensions of a metric, for example `{ area: 'wan' }`. Keep the number of distinct values small. */
export type MetricLabels = Readonly<Record<string, string>>;

/** Where measurements go. Names are dotted and lower case, without the application's prefix. */
export interface Metrics {
  /** Counts occurrences; `by` defaults to 1. */
  increment(name: string, by?: number, labels?: MetricLabels): void;
  /** Sets a level, for example a queue's length. */
  gauge(name: string, value: number, labels?: MetricLabels): void;
  /** Adds an observation to a distribution; durations are in milliseconds. */
  sample(name: string, value: number, labels?: MetricLabels): void;
}

const ignore = (): void => undefined;

/** Measures nothing; the default everywhere. */
export const silentMetrics: Metrics = { increment: ignore, gauge: ignore, sample: ignore };
