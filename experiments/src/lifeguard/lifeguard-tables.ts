import { shown } from '../jobs/check.js';
import { readTable } from '../jobs/published.js';
import { table } from '../jobs/write-report.js';
import type { LifeguardOutcome } from './lifeguard-run.js';
import { type ConfigurationName, type Grid, MEMBER_COUNT, TUNINGS } from './settings.js';
import { type IntervalRow, type LatencyRow, type LifeguardRun, latencyRow } from './tables.js';

const PUBLISHED = {
  falsePositives: 'lifeguard-table4-false-positives.csv',
  latency: 'lifeguard-table5-latency-s.csv',
  load: 'lifeguard-table6-message-load.csv',
  tuning: 'lifeguard-table7-tuning-pct-of-swim.csv',
} as const;

/** Tables IV, V and VI, each with the published figure beside ours. */
export function lifeguardTables(
  rows: readonly IntervalRow[],
  latencies: readonly LatencyRow[],
): readonly string[] {
  return [falsePositiveTable(rows), latencyTable(latencies), loadTable(rows)];
}

function falsePositiveTable(rows: readonly IntervalRow[]): string {
  const [swim] = rows;
  const published = readTable(PUBLISHED.falsePositives);
  const percent = (part: number, whole: number): string => shown((100 * part) / whole);
  return `## False positives (Table IV)\n\n${table(
    ['', 'runs', 'FP', 'FP-', 'FP %', 'published', 'FP- %', 'published'],
    rows.map((row) => {
      const theirs = published.find(({ configuration }) => configuration === row.name);
      return [
        row.name,
        `${row.runCount}`,
        `${row.falsePositives}`,
        `${row.healthyFalsePositives}`,
        percent(row.falsePositives, swim?.falsePositives ?? 0),
        theirs?.['fp_pct_swim'] ?? '',
        percent(row.healthyFalsePositives, swim?.healthyFalsePositives ?? 0),
        theirs?.['fp_minus_pct_swim'] ?? '',
      ];
    }),
  )}`;
}

function latencyTable(rows: readonly LatencyRow[]): string {
  const published = readTable(PUBLISHED.latency);
  const keys = ['first_detect', 'full_dissem'] as const;
  return `## Latency, s (Table V)\n\nOurs, and the published figure in brackets.\n\n${table(
    ['', 'members', 'first p50', 'p99', 'p99.9', 'full p50', 'p99', 'p99.9'],
    rows.map((row) => {
      const theirs = published.find(({ configuration }) => configuration === row.name);
      const cells = keys.flatMap((key, part) =>
        ['p50', 'p99', 'p999'].map((name, index) => {
          const ours = shown((part === 0 ? row.first : row.full)[index] ?? Number.NaN, 4);
          return theirs === undefined ? ours : `${ours} (${theirs[`${key}_${name}`]})`;
        }),
      );
      return [row.name, `${row.sampleCount}`, ...cells];
    }),
  )}`;
}

function loadTable(rows: readonly IntervalRow[]): string {
  const [swim] = rows;
  const published = readTable(PUBLISHED.load);
  const memberSeconds = (row: IntervalRow): number => row.runCount * MEMBER_COUNT * 120;
  return `## Load (Table VI)\n\nPer member and second over 120 s of each run, and as a share of SWIM's.\n\n${table(
    ['', 'messages', 'bytes', 'messages %', 'published', 'bytes %', 'published'],
    rows.map((row) => {
      const theirs = published.find(({ configuration }) => configuration === row.name);
      return [
        row.name,
        shown(row.messages / memberSeconds(row)),
        shown(row.bytes / memberSeconds(row)),
        shown((100 * row.messages) / (swim?.messages ?? 0), 4),
        theirs?.['msgs_pct_swim'] ?? '',
        shown((100 * row.bytes) / (swim?.bytes ?? 0), 4),
        theirs?.['bytes_pct_swim'] ?? '',
      ];
    }),
  )}`;
}

/** Table VII: Lifeguard with other α and β as percent of SWIM, over the settings of its grid. */
export function tuningTable(runs: readonly LifeguardRun[], grid: Grid): string {
  const published = readTable(PUBLISHED.tuning);
  const swim = measures(pick(runs, grid, ['SWIM', 5, 6]), 'SWIM');
  const rows = TUNINGS.flatMap(([alpha, beta]) => {
    const chosen = pick(runs, grid, ['Lifeguard', alpha, beta]);
    if (chosen.length === 0) return [];
    const ours = measures(chosen, 'Lifeguard');
    const theirs = published.find(
      (row) => row['alpha'] === `${alpha}` && row['beta'] === `${beta}`,
    );
    const cells = MEASURES.map(({ key }, index) => {
      const percent = shown((100 * (ours[index] ?? Number.NaN)) / (swim[index] ?? Number.NaN), 4);
      return `${percent} (${theirs?.[key] ?? ''})`;
    });
    return [[`${alpha}, ${beta}`, `${chosen.length}`, ...cells]];
  });
  const head = ['α, β', 'runs', ...MEASURES.map(({ title }) => title)];
  return `## Other α and β (Table VII)\n\nLifeguard as percent of SWIM with α = 5; published in brackets.\n\n${table(head, rows)}`;
}

const MEASURES = [
  { title: 'median first', key: 'med_first' },
  { title: 'median full', key: 'med_full' },
  { title: 'p99 first', key: 'p99_first' },
  { title: 'p99 full', key: 'p99_full' },
  { title: 'FP', key: 'fp' },
  { title: 'FP-', key: 'fp_minus' },
] as const;

/** In the order of {@link MEASURES}. */
function measures(runs: readonly LifeguardRun[], name: ConfigurationName): readonly number[] {
  const outcomes = (isThreshold: boolean): LifeguardOutcome[] =>
    runs
      .filter(({ job }) => (job.intervalMs === undefined) === isThreshold)
      .map(({ outcome }) => outcome);
  const { first, full } = latencyRow(name, outcomes(true));
  const intervals = outcomes(false);
  const sum = (key: 'falsePositiveCount' | 'healthyFalsePositiveCount'): number =>
    intervals.reduce((total, outcome) => total + outcome[key], 0);
  const at = (values: readonly number[], index: number): number => values[index] ?? Number.NaN;
  return [
    at(first, 0),
    at(full, 0),
    at(first, 1),
    at(full, 1),
    sum('falsePositiveCount'),
    sum('healthyFalsePositiveCount'),
  ];
}

function pick(
  runs: readonly LifeguardRun[],
  grid: Grid,
  [name, alpha, beta]: readonly [ConfigurationName, number, number],
): readonly LifeguardRun[] {
  const firstSeed = Math.min(...runs.map(({ job }) => job.seed));
  return runs.filter(
    ({ job }) =>
      job.configuration === name &&
      job.alpha === alpha &&
      job.beta === beta &&
      job.seed < firstSeed + grid.seedCount &&
      grid.concurrentCounts.includes(job.concurrentCount) &&
      (job.intervalMs === undefined
        ? grid.thresholdDurationsMs.includes(job.durationMs)
        : grid.durationsMs.includes(job.durationMs) && grid.intervalsMs.includes(job.intervalMs)),
  );
}
