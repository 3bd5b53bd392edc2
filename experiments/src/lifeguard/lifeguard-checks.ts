import type { Check } from '../jobs/check.js';
import type { ConfigurationName } from './settings.js';
import type { IntervalRow, LatencyRow } from './tables.js';

const AT_MOST = Number.NEGATIVE_INFINITY;

/** The bounds that were set before the first run: ratios, since a grid is a sample. */
export function lifeguardChecks(
  intervals: readonly IntervalRow[],
  latencies: readonly LatencyRow[],
): readonly Check[] {
  const percent = (
    what: string,
    value: (row: IntervalRow) => number,
    [name, of]: readonly [ConfigurationName, ConfigurationName],
    [min, max]: readonly [number, number],
  ): Check => ({
    what: `${what}, ${name} of ${of}`,
    value: (100 * value(find(intervals, name))) / value(find(intervals, of)),
    min,
    max,
    unit: '%',
  });
  const all = (row: IntervalRow): number => row.falsePositives;
  const healthy = (row: IntervalRow): number => row.healthyFalsePositives;
  const swim = find(latencies, 'SWIM');
  const lifeguard = find(latencies, 'Lifeguard');
  const seconds = (what: string, value: number, min: number, max: number): Check => ({
    what,
    value,
    min,
    max,
    unit: 's',
  });
  return [
    percent('FP', all, ['Lifeguard', 'SWIM'], [AT_MOST, 3]),
    percent('FP-', healthy, ['Lifeguard', 'SWIM'], [AT_MOST, 5]),
    percent('FP', all, ['LHA-Suspicion', 'LHA-Probe'], [AT_MOST, 50]),
    percent('FP', all, ['LHA-Probe', 'Buddy System'], [AT_MOST, 100]),
    percent('FP', all, ['Buddy System', 'SWIM'], [AT_MOST, 110]),
    percent('FP-', healthy, ['Buddy System', 'SWIM'], [AT_MOST, 60]),
    {
      what: 'FP-, part of all FP, SWIM (published 0.39 %)',
      value: (100 * healthy(find(intervals, 'SWIM'))) / all(find(intervals, 'SWIM')),
      min: AT_MOST,
      max: 1,
      unit: '%',
    },
    seconds('median first detection, SWIM', median(swim.first), 11.8, 13.1),
    seconds('median first detection, Lifeguard', median(lifeguard.first), 11.8, 13.1),
    seconds(
      'median full dissemination after first detection, Lifeguard',
      median(lifeguard.full) - median(lifeguard.first),
      0,
      1,
    ),
    percent('messages', (row) => row.messages, ['Lifeguard', 'SWIM'], [105, 117]),
    percent('bytes', (row) => row.bytes, ['Lifeguard', 'SWIM'], [92, 103]),
  ];
}

function median(quantiles: readonly number[]): number {
  return quantiles[0] ?? Number.NaN;
}

function find<Row extends { readonly name: ConfigurationName }>(
  rows: readonly Row[],
  name: ConfigurationName,
): Row {
  const row = rows.find((candidate) => candidate.name === name);
  if (row === undefined) throw new Error(`there is no row ${name}`);
  return row;
}
