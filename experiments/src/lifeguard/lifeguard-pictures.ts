import { barPlot, cdfPlot, heatGrid, linePlot, mean, type Series } from '@konsul/simulation/report';
import { readTable } from '../jobs/published.js';
import type { Picture } from '../jobs/write-report.js';
import type { ConfigurationName, Grid } from './settings.js';
import { type IntervalRow, type LifeguardRun, meanGrid } from './tables.js';

export interface PictureData {
  readonly intervals: readonly LifeguardRun[];
  readonly thresholds: readonly LifeguardRun[];
  readonly rows: readonly IntervalRow[];
  readonly grid: Grid;
}

const PUBLISHED_RUNS_PER_CONCURRENCY = 480;
const CURVES: readonly ConfigurationName[] = ['SWIM', 'Lifeguard', 'Konsul defaults'];

export function lifeguardPictures(data: PictureData): readonly Picture[] {
  return [
    { name: 'false-positives', svg: falsePositiveBars(data) },
    { name: 'concurrency', svg: concurrencyPlot(data) },
    { name: 'swim-grid', svg: falsePositiveGrid(data, 'SWIM') },
    { name: 'lifeguard-grid', svg: falsePositiveGrid(data, 'Lifeguard') },
    { name: 'latency', svg: latencyPlot(data) },
    { name: 'load', svg: loadBars(data) },
  ];
}

function falsePositiveBars({ rows }: PictureData): string {
  const published = readTable('lifeguard-table4-false-positives.csv');
  const [swim] = rows;
  const percent = (name: string, key: string): number => {
    const row = published.find(({ configuration }) => configuration === name);
    return Number(row?.[key] ?? Number.NaN);
  };
  return barPlot({
    title: 'False positives as a share of SWIM',
    groups: rows.map(({ name }) => name),
    groupTitle: 'configuration',
    y: { title: 'percent of SWIM', scale: 'log', min: 0.1, max: 1000 },
    series: [
      {
        label: 'FP, ours',
        values: rows.map((row) => (100 * row.falsePositives) / (swim?.falsePositives ?? 0)),
      },
      { label: 'FP, published', values: rows.map(({ name }) => percent(name, 'fp_pct_swim')) },
      {
        label: 'FP-, ours',
        values: rows.map(
          (row) => (100 * row.healthyFalsePositives) / (swim?.healthyFalsePositives ?? 0),
        ),
      },
      {
        label: 'FP-, published',
        values: rows.map(({ name }) => percent(name, 'fp_minus_pct_swim')),
      },
    ],
  });
}

function concurrencyPlot({ intervals, grid }: PictureData): string {
  const published = readTable('lifeguard-fig2-fig3-by-concurrency.csv');
  const ours = (name: ConfigurationName): Series => ({
    label: `${name}, ours`,
    points: grid.concurrentCounts.map((count) => [
      count,
      mean(
        intervals
          .filter(({ job }) => job.configuration === name && job.concurrentCount === count)
          .map(({ outcome }) => outcome.falsePositiveCount),
      ),
    ]),
  });
  const theirs = (name: string, colourIndex: number): Series => ({
    label: `${name}, published`,
    isDashed: true,
    colourIndex,
    points: published
      .filter((row) => row['configuration'] === name)
      .map((row) => [
        Number(row['concurrent_anomalies']),
        Number(row['fp_events_from_fig2']) / PUBLISHED_RUNS_PER_CONCURRENCY,
      ]),
  });
  return linePlot({
    title: 'False positives by members in trouble',
    x: { title: 'members in trouble at the same time', min: 0 },
    y: { title: 'false positives per run', scale: 'log' },
    series: [...CURVES.map(ours), theirs('SWIM', 0), theirs('Lifeguard', 1)],
  });
}

function falsePositiveGrid({ intervals, grid }: PictureData, name: ConfigurationName): string {
  return heatGrid({
    title: `False positives per run, ${name}`,
    height: 300,
    rows: grid.durationsMs.map((ms) => `${ms / 1000} s`),
    columns: grid.intervalsMs.map((ms) => `${ms} ms`),
    rowTitle: 'in trouble for',
    columnTitle: 'well in between for',
    values: meanGrid(intervals, grid.durationsMs, grid.intervalsMs, name),
    isLogarithmic: true,
  });
}

function latencyPlot({ thresholds }: PictureData): string {
  return cdfPlot({
    title: 'How long until a member in trouble is declared failed',
    x: { title: 'time after the trouble began, s' },
    series: CURVES.map((name) => ({
      label: name,
      values: thresholds
        .filter(({ job }) => job.configuration === name)
        .flatMap(({ outcome }) => outcome.firstDetectionMs.map((ms) => ms / 1000)),
    })),
  });
}

function loadBars({ rows }: PictureData): string {
  const [swim] = rows;
  const published = readTable('lifeguard-table6-message-load.csv');
  const percent = (name: string, key: string): number =>
    Number(published.find(({ configuration }) => configuration === name)?.[key] ?? Number.NaN);
  return barPlot({
    title: 'Load as a share of SWIM',
    groups: rows.map(({ name }) => name),
    groupTitle: 'configuration',
    y: { title: 'percent of SWIM' },
    series: [
      {
        label: 'messages, ours',
        values: rows.map((row) => (100 * row.messages) / (swim?.messages ?? 0)),
      },
      {
        label: 'messages, published',
        values: rows.map(({ name }) => percent(name, 'msgs_pct_swim')),
      },
      { label: 'bytes, ours', values: rows.map((row) => (100 * row.bytes) / (swim?.bytes ?? 0)) },
      {
        label: 'bytes, published',
        values: rows.map(({ name }) => percent(name, 'bytes_pct_swim')),
      },
    ],
  });
}
