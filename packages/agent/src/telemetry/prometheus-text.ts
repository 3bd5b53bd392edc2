import type { MetricLabels } from '@konsul/runtime';
import type { CumulativeSummary, SeriesSummary } from './metrics-sink.js';

/** Media type of {@link prometheusText}. */
export const PROMETHEUS_CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

type Kind = 'gauge' | 'counter' | 'summary';

/**
 * Totals in the text form that Prometheus scrapes.
 *
 * Source: Prometheus exposition formats, text format 0.0.4.
 */
export function prometheusText(totals: CumulativeSummary): string {
  const families = new Map<string, { readonly kind: Kind; readonly lines: string[] }>();
  const add = (name: string, kind: Kind, lines: readonly string[]): void => {
    const family = families.get(name);
    // One name has one kind; a second use with another kind would spoil the whole scrape.
    if (family === undefined) families.set(name, { kind, lines: [...lines] });
    else if (family.kind === kind) family.lines.push(...lines);
  };
  for (const { name, labels, value } of totals.gauges) {
    const safe = metricName(name);
    add(safe, 'gauge', [line(safe, labels, value)]);
  }
  for (const series of totals.counters) {
    const safe = metricName(series.name);
    add(safe, 'counter', [line(safe, series.labels, series.sum)]);
  }
  for (const series of totals.samples)
    add(metricName(series.name), 'summary', summaryLines(series));
  return [...families]
    .map(([name, { kind, lines }]) => {
      const head = `# HELP ${name} ${name}\n# TYPE ${name} ${kind}\n`;
      return `${head}${lines.join('\n')}\n`;
    })
    .join('');
}

function summaryLines(series: SeriesSummary): string[] {
  const name = metricName(series.name);
  return [
    line(`${name}_sum`, series.labels, series.sum),
    line(`${name}_count`, series.labels, series.count),
  ];
}

function metricName(name: string): string {
  const safe = name.replace(/[^a-zA-Z0-9_:]/g, '_');
  return /^\d/.test(safe) ? `_${safe}` : safe;
}

function line(name: string, labels: MetricLabels, value: number): string {
  const pairs = Object.entries(labels)
    .map(([label, text]) => `${label.replace(/[^a-zA-Z0-9_]/g, '_')}="${escapeValue(text)}"`)
    .join(',');
  return `${name}${pairs === '' ? '' : `{${pairs}}`} ${formatValue(value)}`;
}

function escapeValue(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}

function formatValue(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
}
