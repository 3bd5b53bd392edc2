import { mean, quantile } from '@konsul/simulation/report';
import type { Finished } from '../jobs/run-jobs.js';
import type { LifeguardOutcome } from './lifeguard-run.js';
import { CONFIGURATION_NAMES, type ConfigurationName, type LifeguardJob } from './settings.js';

export type LifeguardRun = Finished<LifeguardJob, LifeguardOutcome>;

/** One configuration over all runs of the Interval experiment. */
export interface IntervalRow {
  readonly name: ConfigurationName;
  readonly runCount: number;
  readonly falsePositives: number;
  readonly healthyFalsePositives: number;
  readonly messages: number;
  readonly bytes: number;
}

/** One configuration over all runs of the Threshold experiment, in seconds. */
export interface LatencyRow {
  readonly name: ConfigurationName;
  readonly sampleCount: number;
  /** p50, p99, p99.9. */
  readonly first: readonly number[];
  readonly full: readonly number[];
}

const SHARES = [0.5, 0.99, 0.999];

/**
 * Keeps the runs whose setting was run with every configuration, so that configurations are compared
 * over the same anomalies even while a grid is not yet complete.
 */
export function comparable(runs: readonly LifeguardRun[]): readonly LifeguardRun[] {
  const names = new Set(runs.map(({ job }) => job.configuration));
  const counts = new Map<string, number>();
  for (const { job } of runs) counts.set(settingOf(job), (counts.get(settingOf(job)) ?? 0) + 1);
  return runs.filter(({ job }) => counts.get(settingOf(job)) === names.size);
}

/** Sums per configuration (Tables IV and VI). */
export function intervalRows(runs: readonly LifeguardRun[]): readonly IntervalRow[] {
  return CONFIGURATION_NAMES.map((name) => {
    const outcomes = outcomesOf(runs, name);
    const sum = (value: (outcome: LifeguardOutcome) => number): number =>
      outcomes.reduce((total, outcome) => total + value(outcome), 0);
    return {
      name,
      runCount: outcomes.length,
      falsePositives: sum(({ falsePositiveCount }) => falsePositiveCount),
      healthyFalsePositives: sum(({ healthyFalsePositiveCount }) => healthyFalsePositiveCount),
      messages: sum(({ messageCount }) => messageCount),
      bytes: sum(({ byteCount }) => byteCount),
    };
  });
}

/** Quantiles per configuration (Table V). */
export function latencyRows(runs: readonly LifeguardRun[]): readonly LatencyRow[] {
  return CONFIGURATION_NAMES.map((name) => latencyRow(name, outcomesOf(runs, name)));
}

export function latencyRow(
  name: ConfigurationName,
  outcomes: readonly LifeguardOutcome[],
): LatencyRow {
  const first = outcomes.flatMap(({ firstDetectionMs }) => firstDetectionMs);
  const full = outcomes.flatMap(({ fullDisseminationMs }) => fullDisseminationMs);
  return {
    name,
    sampleCount: first.length,
    first: SHARES.map((share) => quantile(first, share) / 1000),
    full: SHARES.map((share) => quantile(full, share) / 1000),
  };
}

/** Average of a value over the runs of one configuration, by two of their settings. */
export function meanGrid(
  runs: readonly LifeguardRun[],
  rows: readonly number[],
  columns: readonly number[],
  name: ConfigurationName,
): number[][] {
  return rows.map((durationMs) =>
    columns.map((intervalMs) =>
      mean(
        runs
          .filter(
            ({ job }) =>
              job.configuration === name &&
              job.durationMs === durationMs &&
              job.intervalMs === intervalMs,
          )
          .map(({ outcome }) => outcome.falsePositiveCount),
      ),
    ),
  );
}

function outcomesOf(runs: readonly LifeguardRun[], name: ConfigurationName): LifeguardOutcome[] {
  return runs.filter(({ job }) => job.configuration === name).map(({ outcome }) => outcome);
}

function settingOf({
  concurrentCount,
  durationMs,
  intervalMs,
  seed,
  alpha,
  beta,
}: LifeguardJob): string {
  return [concurrentCount, durationMs, intervalMs, seed, alpha, beta].join(' ');
}
