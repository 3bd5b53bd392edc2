import type { MetricLabels } from '@konsul/runtime';
import type { IntervalSummary, SeriesSummary } from './metrics-sink.js';

/** A counter or a distribution as the agent's metrics endpoint shows it. */
export interface MetricsJsonSeries {
  readonly Name: string;
  readonly Count: number;
  readonly Rate: number;
  readonly Sum: number;
  readonly Min: number;
  readonly Max: number;
  readonly Mean: number;
  readonly Stddev: number;
  readonly Labels: MetricLabels;
}

/** The answer of `/v1/agent/metrics`. */
export interface MetricsJson {
  readonly Timestamp: string;
  readonly Gauges: readonly {
    readonly Name: string;
    readonly Value: number;
    readonly Labels: MetricLabels;
  }[];
  readonly Points: readonly never[];
  readonly Counters: readonly MetricsJsonSeries[];
  readonly Samples: readonly MetricsJsonSeries[];
}

/** An interval in the shape of Consul's API. */
export function metricsJson(interval: IntervalSummary): MetricsJson {
  return {
    Timestamp: timestamp(interval.startedAtWallMs),
    Gauges: interval.gauges.map(({ name, value, labels }) => ({
      Name: name,
      Value: value,
      Labels: labels,
    })),
    Points: [],
    Counters: interval.counters.map(series),
    Samples: interval.samples.map(series),
  };
}

function series(summary: SeriesSummary): MetricsJsonSeries {
  return {
    Name: summary.name,
    Count: summary.count,
    Rate: summary.rate,
    Sum: summary.sum,
    Min: summary.min,
    Max: summary.max,
    Mean: summary.mean,
    Stddev: summary.stddev,
    Labels: summary.labels,
  };
}

/** `2026-11-20 19:47:00 +0000 UTC` */
function timestamp(wallMs: number): string {
  const [date, time] = new Date(wallMs).toISOString().split('T');
  return `${date} ${time?.slice(0, 8)} +0000 UTC`;
}
