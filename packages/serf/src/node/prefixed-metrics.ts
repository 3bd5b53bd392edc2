import type { Metrics } from '@konsul/runtime';

/** Measurements with something put in front of each name; names are put together once. */
export function prefixedMetrics(metrics: Metrics, prefix: string): Metrics {
  const names = new Map<string, string>();
  const named = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const full = `${prefix}${name}`;
    names.set(name, full);
    return full;
  };
  return {
    increment: (name, by, labels) => metrics.increment(named(name), by, labels),
    gauge: (name, value, labels) => metrics.gauge(named(name), value, labels),
    sample: (name, value, labels) => metrics.sample(named(name), value, labels),
  };
}
