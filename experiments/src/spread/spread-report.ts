import { linePlot, mean, type Point, quantile } from '@konsul/simulation/report';
import { type Check, checkLine, checkTable, shown } from '../jobs/check.js';
import { jobRunner } from '../jobs/job-runner.js';
import type { Finished } from '../jobs/run-jobs.js';
import { commit, show, table, writeReport } from '../jobs/write-report.js';
import type { Options } from '../options.js';
import type { Spread, SpreadJob, SpreadOutcome } from './spread-run.js';

const LOSSES = [0, 0.25, 0.5];
const SIZES = [30, 100, 1_000];
const SEED_COUNTS = { quick: 4, full: 20 } as const;
/** A run of a large cluster takes a minute or two, and its members hear more than many small ones. */
const LARGE_MEMBER_COUNT = 1_000;
const LARGE_SEED_COUNTS = { quick: 1, full: 5 } as const;
const FANOUT = 3;
const INTERVAL_MS = 200;

type SpreadResult = Finished<SpreadJob, SpreadOutcome>;

interface Cell {
  readonly memberCount: number;
  readonly lossRatio: number;
  readonly isEager: boolean;
  readonly spreads: readonly Spread[];
  /** Per piece of news, ms until half, 99 % and all of its audience have heard; NaN for never. */
  readonly halfMs: number;
  readonly mostMs: number;
  readonly allMs: number;
  readonly reachedRatio: number;
  readonly modelMostMs: number;
}

/** Measures how news spreads, against the model of serf.io's simulator, and writes the report. */
export async function reportSpread(options: Options): Promise<void> {
  const jobs = SIZES.flatMap((memberCount) =>
    LOSSES.flatMap((lossRatio) =>
      [false, true].flatMap((isEager) =>
        Array.from(
          { length: seedCount(memberCount, options) },
          (_, index): SpreadJob => ({
            memberCount,
            lossRatio,
            isEager,
            seed: options.firstSeed + index,
          }),
        ),
      ),
    ),
  );
  const results = await jobRunner(options)<SpreadJob, SpreadOutcome>('spread', jobs);
  const cells = cellsOf(results);
  const checks = cells.map(
    ({ memberCount, lossRatio, isEager, mostMs, modelMostMs }): Check => ({
      what: `99 % of ${memberCount} know, ${100 * lossRatio} % loss, ${isEager ? 'defaults' : 'rounds only'}`,
      value: mostMs / 1_000,
      min: 0,
      max: Number((modelMostMs / 1_000).toPrecision(3)),
      unit: 's',
    }),
  );
  for (const check of checks) console.log(checkLine(check));
  const largest = Math.max(...cells.map(({ memberCount }) => memberCount));
  const file = writeReport(
    'spread',
    [
      '# How news spreads',
      `A member says farewell; the others hear of it by gossip alone: probes and full exchanges are off. The real
core of \`@konsul/swim\` against the model of serf.io's convergence simulator, in which the share that
knows after x rounds is 1 / (1 + (n + 1) e^(-1.5 (1 - loss) x)). Fanout 3, a round every 0.2 s; from seed
${options.firstSeed}, commit ${commit()}.`,
      `*Rounds only* is memberlist's gossip; *defaults* sends fresh news at once, as Konsul does.`,
      `## Bounds: 99 % at or under the model\n\n${checkTable(checks)}`,
      spreadTable(cells),
      show('spread', 'curves', `Share that knows, ${largest} members`),
      `The model is pessimistic: it begins with one in n + 2 who knows, and halves the rate of contacts. Gossip ends
after a number of sendings, so that under heavy loss the last few may not hear of something until the
next full exchange; *reached* says how many do by gossip alone. Measured elsewhere: ScaleCube
(300 ms rounds, fanout 3, 1 % loss) takes 3.0 to 3.6 s to reach all of 10 to 200.`,
    ],
    [{ name: 'curves', svg: curvePlot(cells, largest) }],
  );
  console.log(file);
}

function seedCount(memberCount: number, { grid }: Options): number {
  return (memberCount < LARGE_MEMBER_COUNT ? SEED_COUNTS : LARGE_SEED_COUNTS)[grid];
}

function cellsOf(results: readonly SpreadResult[]): Cell[] {
  const firstOfEach = new Map(results.map(({ job }) => [keyOf(job), job]));
  return [...firstOfEach].map(([key, { memberCount, lossRatio, isEager }]) => {
    const own = results.filter(({ job }) => keyOf(job) === key);
    const spreads = own.flatMap(({ outcome }) => outcome.spreads);
    const medianMs = (share: number): number =>
      quantile(
        spreads.map(({ heardMs, audienceCount }) => {
          // Those who never hear count as infinitely late.
          return heardMs[Math.ceil(share * audienceCount) - 1] ?? Number.MAX_VALUE;
        }),
        0.5,
      );
    return {
      memberCount,
      lossRatio,
      isEager,
      spreads,
      halfMs: medianMs(0.5),
      mostMs: medianMs(0.99),
      allMs: medianMs(1),
      reachedRatio: mean(spreads.map((one) => one.heardMs.length / one.audienceCount)),
      modelMostMs: modelMs(0.99, memberCount, lossRatio),
    };
  });
}

function keyOf({ memberCount, lossRatio, isEager }: SpreadJob): string {
  return `${memberCount} ${lossRatio} ${isEager}`;
}

/** When a share knows by the model; whole rounds, as it counts them. */
function modelMs(share: number, memberCount: number, lossRatio: number): number {
  const rate = FANOUT * (1 - lossRatio) * 0.5;
  const rounds = Math.log(((memberCount + 1) * share) / (1 - share)) / rate;
  return Math.ceil(rounds) * INTERVAL_MS;
}

function modelShare(atMs: number, memberCount: number, lossRatio: number): number {
  const rate = FANOUT * (1 - lossRatio) * 0.5;
  return 1 / (1 + (memberCount + 1) * Math.exp((-rate * atMs) / INTERVAL_MS));
}

function spreadTable(cells: readonly Cell[]): string {
  const seconds = (ms: number): string => (ms > 1e9 ? 'not all' : shown(ms / 1_000));
  return table(
    ['members', 'loss', '', '50 %, s', '99 %, s', 'model 99 %, s', 'all, s', 'reached, %'],
    cells.map((cell) => [
      `${cell.memberCount}`,
      `${100 * cell.lossRatio} %`,
      cell.isEager ? 'defaults' : 'rounds only',
      seconds(cell.halfMs),
      seconds(cell.mostMs),
      seconds(cell.modelMostMs),
      seconds(cell.allMs),
      shown(100 * cell.reachedRatio, 4),
    ]),
  );
}

function curvePlot(cells: readonly Cell[], memberCount: number): string {
  const shownCells = cells.filter(
    (cell) => cell.memberCount === memberCount && cell.lossRatio !== 0.25,
  );
  const instants = Array.from({ length: 101 }, (_, index) => index * 30);
  const measured = ({ spreads }: Cell): Point[] =>
    instants.map((atMs) => [
      atMs / 1_000,
      mean(
        spreads.map(
          ({ heardMs, audienceCount }) =>
            heardMs.filter((heard) => heard <= atMs).length / audienceCount,
        ),
      ),
    ]);
  return linePlot({
    title: `Share of ${memberCount} members that know`,
    x: { title: 'time after the farewell, s', min: 0 },
    y: { title: 'share', min: 0, max: 1 },
    series: [
      ...shownCells.map((cell) => ({
        label: `${100 * cell.lossRatio} % loss, ${cell.isEager ? 'defaults' : 'rounds only'}`,
        points: measured(cell),
      })),
      ...[0, 0.5].map((lossRatio) => ({
        label: `${100 * lossRatio} % loss, model`,
        isDashed: true,
        points: instants.map(
          (atMs): Point => [atMs / 1_000, modelShare(atMs, memberCount, lossRatio)],
        ),
      })),
    ],
  });
}
