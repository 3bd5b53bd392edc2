import { readFileSync } from 'node:fs';
import { cdfPlot, linePlot, mean } from '@konsul/simulation/report';
import { type Check, checkLine, checkTable, shown } from '../jobs/check.js';
import { DATA_FOLDER } from '../jobs/published.js';
import { commit, show, table, writeReport } from '../jobs/write-report.js';
import type { Options } from '../options.js';
import {
  type Embedding,
  type EmbeddingQuality,
  embed,
  type NearestChoice,
  nearestChoice,
  type RttMatrix,
} from './vivaldi-run.js';

interface MatrixFile {
  readonly name: string;
  readonly file: string;
  readonly unitSeconds: number;
  /** What another implementation of the same formulas reached, median relative error in percent. */
  readonly reference: Readonly<Record<number, number>>;
}

const MATRICES: readonly MatrixFile[] = [
  {
    name: 'PlanetLab-128',
    file: 'rtt-planetlab-128-ms.csv',
    unitSeconds: 0.001,
    reference: { 10: 37, 30: 29, 100: 14, 1000: 12.8 },
  },
  {
    name: 'IBM, 13 regions',
    file: 'rtt-ibm-inter-region-ms.csv',
    unitSeconds: 0.001,
    reference: { 10: 29, 30: 20, 100: 13.4, 1000: 7.4 },
  },
  {
    name: 'Seattle-99',
    file: 'rtt-seattle-99-s.csv',
    unitSeconds: 1,
    reference: { 10: 55, 30: 56, 100: 57, 1000: 56 },
  },
];
const CYCLES = [1, 3, 10, 30, 100, 300, 1_000];
const TABLE_CYCLES = [10, 30, 100, 1_000];
const SEED_COUNT = 5;

interface MatrixResult {
  readonly matrix: MatrixFile;
  readonly embeddings: readonly Embedding[];
  readonly choices: readonly NearestChoice[];
}

/** Embeds the measured matrices, prints how it came out, and writes the report. */
export async function reportVivaldi({ firstSeed }: Options): Promise<void> {
  const results = MATRICES.map((matrix): MatrixResult => {
    const rtts = readMatrix(matrix);
    const embeddings = Array.from({ length: SEED_COUNT }, (_, index) =>
      embed(rtts, CYCLES, firstSeed + index),
    );
    const choices = embeddings.map(({ clients }) => nearestChoice(rtts, clients));
    return { matrix, embeddings, choices };
  });
  const checks = vivaldiChecks(results);
  for (const check of checks) console.log(checkLine(check));
  const file = writeReport(
    'vivaldi',
    [
      '# Network coordinates, on measured round trips',
      `The Vivaldi client of \`@konsul/serf\` (8 dimensions, height, adjustment, filter, gravity) on three
measured matrices. In a cycle every node measures one random other; seeds ${firstSeed} to
${firstSeed + SEED_COUNT - 1}, averages over them; commit ${commit()}.`,
      `## Bounds\n\n${checkTable(checks)}`,
      `## Median relative error, %\n\n${errorTable(results)}`,
      `In brackets what an independent implementation of the same formulas reaches on the same matrix. The
mean says nothing here: pairs below a millisecond make it hundreds of percent. Published for other sets of
hosts: 11 % (2 dimensions and height, 1,740 hosts, SIGCOMM 2004), 14 % (750 hosts, CCR 2004).`,
      show('vivaldi', 'convergence', 'Median relative error by cycle'),
      show('vivaldi', 'errors', 'Relative errors after the last cycle'),
      `## Choosing the nearest peer\n\n${choiceTable(results)}`,
      `The Seattle set is phones and laptops whose two directions differ by a third: no position can tell both,
and the error stays where it is. Choosing by it still beats chance.`,
    ],
    [
      { name: 'convergence', svg: convergencePlot(results) },
      { name: 'errors', svg: errorPlot(results) },
    ],
  );
  console.log(file);
  await Promise.resolve();
}

function readMatrix({ file, unitSeconds }: MatrixFile): RttMatrix {
  const lines = readFileSync(new URL(file, DATA_FOLDER), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) =>
    line
      .split(',')
      .slice(1)
      .map((cell) => Number(cell) * unitSeconds),
  );
}

function average(result: MatrixResult, cycle: number, key: keyof EmbeddingQuality): number {
  return mean(result.embeddings.map(({ quality }) => quality.get(cycle)?.[key] ?? Number.NaN));
}

function vivaldiChecks(results: readonly MatrixResult[]): readonly Check[] {
  const percent = (index: number, max: number): Check => {
    const result = results[index];
    return {
      what: `median relative error after 1,000 cycles, ${result?.matrix.name}`,
      value: result === undefined ? Number.NaN : 100 * average(result, 1_000, 'relativeP50'),
      min: 0,
      max,
      unit: '%',
    };
  };
  return [
    percent(0, 15),
    percent(1, 10),
    // No bound on how good, only that it neither explodes nor loses to chance.
    percent(2, 100),
    ...results.map(({ matrix, choices }) => ({
      what: `round trip to the peer that looks nearest, of a random one's, ${matrix.name}`,
      value:
        (100 * mean(choices.map(({ chosenMs }) => chosenMs))) /
        mean(choices.map(({ randomMs }) => randomMs)),
      min: 0,
      max: 100,
      unit: '%',
    })),
  ];
}

function errorTable(results: readonly MatrixResult[]): string {
  return table(
    ['matrix', ...TABLE_CYCLES.map((cycle) => `${cycle} cycles`), 'absolute p50 / p90, ms'],
    results.map((result) => [
      result.matrix.name,
      ...TABLE_CYCLES.map((cycle) => {
        const ours = shown(100 * average(result, cycle, 'relativeP50'));
        return `${ours} (${result.matrix.reference[cycle]})`;
      }),
      `${shown(average(result, 1_000, 'absoluteP50Ms'))} / ${shown(average(result, 1_000, 'absoluteP90Ms'))}`,
    ]),
  );
}

function choiceTable(results: readonly MatrixResult[]): string {
  return table(
    ['matrix', 'best possible, ms', 'looks nearest, ms', 'random, ms'],
    results.map(({ matrix, choices }) => [
      matrix.name,
      ...(['bestMs', 'chosenMs', 'randomMs'] as const).map((key) =>
        shown(mean(choices.map((choice) => choice[key]))),
      ),
    ]),
  );
}

function convergencePlot(results: readonly MatrixResult[]): string {
  return linePlot({
    title: 'Median relative error of estimated round trips',
    x: { title: 'cycles', scale: 'log' },
    y: { title: 'percent', min: 0 },
    series: results.map((result) => ({
      label: result.matrix.name,
      points: CYCLES.map((cycle) => [cycle, 100 * average(result, cycle, 'relativeP50')]),
    })),
  });
}

function errorPlot(results: readonly MatrixResult[]): string {
  return cdfPlot({
    title: 'Relative errors of all pairs after 1,000 cycles',
    x: { title: 'relative error', scale: 'log', min: 0.001, max: 10 },
    series: results.map(({ matrix, embeddings }) => ({
      label: matrix.name,
      values: thinned(embeddings.flatMap(({ relativeErrors }) => relativeErrors)),
    })),
  });
}

/** Enough of them to draw the same curve. */
function thinned(values: readonly number[]): readonly number[] {
  const ordered = [...values].sort((left, right) => left - right);
  const step = Math.max(1, Math.floor(ordered.length / 400));
  return ordered.filter((_, index) => index % step === 0);
}
