import { parseArgs } from 'node:util';

/** What the program was asked for. */
export interface Options {
  readonly experiment: string;
  readonly grid: 'quick' | 'full';
  readonly firstSeed: number;
  readonly workerCount: number;
  /** Stops handing out runs after this many minutes and reports on those that are there. */
  readonly budgetMs: number;
  /** Leaves out the runs for which there is no time, and reports on those that are kept. */
  readonly isReportOnly: boolean;
}

/** Reads the command line. Throws an error that says what is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      grid: { type: 'string', default: 'quick' },
      seed: { type: 'string', default: '1' },
      jobs: { type: 'string', default: '2' },
      minutes: { type: 'string', default: 'Infinity' },
      'report-only': { type: 'boolean', default: false },
    },
  });
  const { grid } = values;
  if (grid !== 'quick' && grid !== 'full')
    throw new Error(`--grid is ${grid}, must be quick or full`);
  return {
    experiment: positionals[0] ?? '',
    grid,
    firstSeed: positive('--seed', values.seed),
    workerCount: positive('--jobs', values.jobs),
    budgetMs: minutes(values.minutes) * 60_000,
    isReportOnly: values['report-only'],
  };
}

function positive(key: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`${key} is ${text}, must be 1 or more`);
  return value;
}

function minutes(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--minutes is ${text}, must be above 0`);
  return value;
}
