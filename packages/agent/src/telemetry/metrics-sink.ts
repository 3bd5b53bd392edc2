import type { Clock, MetricLabels, Metrics } from '@konsul/runtime';

/** How measurements are collected. */
export interface MetricsSinkOptions {
  readonly clock: Clock;
  /** First part of every name. Default `konsul`; empty for none. */
  readonly prefix?: string;
  /** Put behind the prefix of gauges, as go-metrics does with the host's name. */
  readonly hostname?: string;
  /** Length of one interval. Default 10 s. */
  readonly intervalMs?: number;
  /** Finished intervals that are kept. Default 6, one minute. */
  readonly retainedIntervalCount?: number;
  /** Whether a metric, named with its prefix, is kept at all. Default all. */
  readonly isKept?: (name: string) => boolean;
  /** Distinct metrics of one interval; more are dropped and counted. Default 10,000. */
  readonly seriesCountMax?: number;
}

/** One metric of one interval. */
export interface SeriesSummary {
  readonly name: string;
  readonly labels: MetricLabels;
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Of the observations as a sample, 0 for fewer than two. */
  readonly stddev: number;
  /** Sum per second of the interval. */
  readonly rate: number;
}

/** A level, as last set. */
export interface GaugeSummary {
  readonly name: string;
  readonly labels: MetricLabels;
  readonly value: number;
}

/** Everything measured in one interval, sorted by name. */
export interface IntervalSummary {
  /** Milliseconds since 1970 at which the interval began. */
  readonly startedAtWallMs: number;
  readonly gauges: readonly GaugeSummary[];
  readonly counters: readonly SeriesSummary[];
  readonly samples: readonly SeriesSummary[];
}

/** Totals since the start, for readers that take differences themselves. */
export interface CumulativeSummary {
  readonly gauges: readonly GaugeSummary[];
  readonly counters: readonly SeriesSummary[];
  readonly samples: readonly SeriesSummary[];
}

const DEFAULT_INTERVAL_MS = 10_000;
const DEFAULT_RETAINED_INTERVAL_COUNT = 6;
const DEFAULT_SERIES_COUNT_MAX = 10_000;

interface Aggregate {
  readonly name: string;
  readonly labels: MetricLabels;
  count: number;
  sum: number;
  sumOfSquares: number;
  min: number;
  max: number;
}

interface Gauge {
  readonly name: string;
  readonly labels: MetricLabels;
  value: number;
}

interface Interval {
  readonly index: number;
  readonly startedAtWallMs: number;
  readonly gauges: Map<string, Gauge>;
  readonly counters: Map<string, Aggregate>;
  readonly samples: Map<string, Aggregate>;
}

const NO_LABELS: MetricLabels = {};

/**
 * Measurements in memory, summed up in intervals; what the agent's metrics endpoint reads.
 *
 * Source: the in-memory sink of github.com/hashicorp/go-metrics, from its documented output.
 */
export class MetricsSink implements Metrics {
  readonly #clock: Clock;
  readonly #prefix: string;
  readonly #gaugePrefix: string;
  readonly #intervalMs: number;
  readonly #retainedIntervalCount: number;
  readonly #isKept: (name: string) => boolean;
  readonly #seriesCountMax: number;
  readonly #intervals: Interval[] = [];
  readonly #total: Interval;
  #droppedCount = 0;

  constructor(options: MetricsSinkOptions) {
    this.#clock = options.clock;
    const prefix = options.prefix ?? 'konsul';
    this.#prefix = prefix === '' ? '' : `${prefix}.`;
    const { hostname } = options;
    this.#gaugePrefix = hostname === undefined ? this.#prefix : `${this.#prefix}${hostname}.`;
    this.#intervalMs = options.intervalMs ?? DEFAULT_INTERVAL_MS;
    this.#retainedIntervalCount = options.retainedIntervalCount ?? DEFAULT_RETAINED_INTERVAL_COUNT;
    this.#isKept = options.isKept ?? (() => true);
    this.#seriesCountMax = options.seriesCountMax ?? DEFAULT_SERIES_COUNT_MAX;
    this.#total = emptyInterval(0, options.clock.wallMs());
  }

  /** Measurements dropped because an interval already held its most distinct metrics. */
  get droppedCount(): number {
    return this.#droppedCount;
  }

  increment(name: string, by = 1, labels: MetricLabels = NO_LABELS): void {
    const fullName = this.#prefix + name;
    if (!this.#isKept(fullName)) return;
    this.#observe(this.#current().counters, fullName, labels, by);
    this.#observe(this.#total.counters, fullName, labels, by);
  }

  gauge(name: string, value: number, labels: MetricLabels = NO_LABELS): void {
    const fullName = this.#gaugePrefix + name;
    if (!this.#isKept(this.#prefix + name)) return;
    this.#set(this.#current().gauges, fullName, labels, value);
    this.#set(this.#total.gauges, fullName, labels, value);
  }

  sample(name: string, value: number, labels: MetricLabels = NO_LABELS): void {
    const fullName = this.#prefix + name;
    if (!this.#isKept(fullName)) return;
    this.#observe(this.#current().samples, fullName, labels, value);
    this.#observe(this.#total.samples, fullName, labels, value);
  }

  /** The last finished interval, or the running one while there is no other. */
  latest(): IntervalSummary {
    const running = this.#current();
    // The running interval is always the last one.
    return this.#summary(this.#intervals.at(-2) ?? running);
  }

  /** Totals since the start. */
  cumulative(): CumulativeSummary {
    return this.#summary(this.#total);
  }

  #current(): Interval {
    const index = Math.floor(this.#clock.nowMs() / this.#intervalMs);
    const last = this.#intervals.at(-1);
    if (last !== undefined && last.index === index) return last;
    const begunMs = this.#clock.nowMs() - index * this.#intervalMs;
    const interval = emptyInterval(index, this.#clock.wallMs() - begunMs);
    this.#intervals.push(interval);
    if (this.#intervals.length > this.#retainedIntervalCount + 1) this.#intervals.shift();
    return interval;
  }

  #observe(map: Map<string, Aggregate>, name: string, labels: MetricLabels, value: number): void {
    const key = seriesKey(name, labels);
    const known = map.get(key);
    if (known === undefined) {
      if (map.size >= this.#seriesCountMax) {
        this.#droppedCount += 1;
        return;
      }
      const sumOfSquares = value * value;
      map.set(key, { name, labels, count: 1, sum: value, sumOfSquares, min: value, max: value });
      return;
    }
    known.count += 1;
    known.sum += value;
    known.sumOfSquares += value * value;
    if (value < known.min) known.min = value;
    if (value > known.max) known.max = value;
  }

  #set(map: Map<string, Gauge>, name: string, labels: MetricLabels, value: number): void {
    const key = seriesKey(name, labels);
    const known = map.get(key);
    if (known !== undefined) known.value = value;
    else if (map.size < this.#seriesCountMax) map.set(key, { name, labels, value });
    else this.#droppedCount += 1;
  }

  #summary(interval: Interval): IntervalSummary {
    const seconds = this.#intervalMs / 1000;
    return {
      startedAtWallMs: interval.startedAtWallMs,
      gauges: sorted(interval.gauges),
      counters: sorted(interval.counters).map((series) => summarise(series, seconds)),
      samples: sorted(interval.samples).map((series) => summarise(series, seconds)),
    };
  }
}

function emptyInterval(index: number, startedAtWallMs: number): Interval {
  return {
    index,
    startedAtWallMs,
    gauges: new Map(),
    counters: new Map(),
    samples: new Map(),
  };
}

/** Most metrics have no labels, and are found by their name as it is. */
function seriesKey(name: string, labels: MetricLabels): string {
  let key = name;
  for (const label in labels) key += `;${label}=${labels[label]}`;
  return key;
}

function sorted<Series>(map: ReadonlyMap<string, Series>): Series[] {
  return [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, series]) => series);
}

function summarise(series: Aggregate, intervalSeconds: number): SeriesSummary {
  const { name, labels, count, sum, sumOfSquares, min, max } = series;
  const mean = sum / count;
  // Rounding may leave a tiny negative number where all observations are equal.
  const squares = Math.max(0, count * sumOfSquares - sum * sum);
  const stddev = count < 2 ? 0 : Math.sqrt(squares / (count * (count - 1)));
  return { name, labels, count, sum, min, max, mean, stddev, rate: sum / intervalSeconds };
}
