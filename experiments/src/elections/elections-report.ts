import { cdfPlot, linePlot, mean, quantile, type Series } from '@konsul/simulation/report';
import { type Check, checkLine, checkTable, shown } from '../jobs/check.js';
import { jobRunner } from '../jobs/job-runner.js';
import { readTable } from '../jobs/published.js';
import type { Finished } from '../jobs/run-jobs.js';
import { commit, show, table, writeReport } from '../jobs/write-report.js';
import type { Options } from '../options.js';
import { type SplitCell, splitLimits, splitRatio } from './elections-model.js';
import type { ElectionsJob, ElectionsOutcome } from './elections-run.js';

const ELECTION_COUNT = 10_000;
/** Elections of one job; several make a cell. */
const JOB_ELECTION_COUNT = 2_500;
const TIMEOUT_MIN_MS = 1_000;
const TIMEOUT_RANGE_MS = 1_000;
/** The cells of the quick grid. */
const QUICK_GROUPS = ['3/1', '5/1', '5/2', '7/3', '9/4'];
const QUICK_LATENCY_RATIOS = [0.01, 0.05, 0.1, 0.2];
const WAN = { timeoutMinMs: 300, timeoutMaxMs: 600, latencyMinMs: 30, latencyMaxMs: 40 };
const WAN_ROUND_TRIP_MS = WAN.latencyMinMs + WAN.latencyMaxMs;
const WAN_PUBLISHED = [
  { failedCount: 1, publishedMeanMs: 475, publishedLateMs: 1_500 },
  { failedCount: 2, publishedMeanMs: 650, publishedLateMs: 3_000 },
] as const;
const WANS = WAN_PUBLISHED.flatMap((published) =>
  [true, false].map((isPreVoteFree) => ({ ...published, isPreVoteFree })),
);
/** The published means are given as about so much. */
const READING_RATIO = 0.1;
const LATE_QUANTILE = 0.999;

interface MeasuredCell extends SplitCell {
  readonly splitCount: number;
  readonly electionCount: number;
  readonly model: number;
}

interface MeasuredWan {
  readonly failedCount: number;
  readonly isPreVoteFree: boolean;
  readonly publishedMeanMs: number;
  readonly publishedLateMs: number;
  readonly durationsMs: readonly number[];
}

/** Holds elections of the real core, compares them with published figures, and writes the report. */
export async function reportElections(options: Options): Promise<void> {
  const cells = splitCells(options.grid);
  const jobs = cells.flatMap((cell) => jobsOf(splitSetting(cell), options.firstSeed));
  const wanJobs = WANS.flatMap((wan) => jobsOf(wanSetting(wan), options.firstSeed));
  const results = await jobRunner(options)<ElectionsJob, ElectionsOutcome>('elections', [
    ...jobs,
    ...wanJobs,
  ]);
  const measured = cells.flatMap((cell) => measuredCell(cell, results));
  const wans = WANS.map((wan): MeasuredWan => {
    const own = results.filter(({ job }) => isOf(job, wanSetting(wan)));
    return { ...wan, durationsMs: own.flatMap(({ outcome }) => outcome.durationsMs) };
  });
  const checks = [...measured.map(splitCheck), ...wans.flatMap(wanChecks)];
  for (const check of checks) console.log(checkLine(check));
  const file = writeReport('elections', reportParts(options, { measured, wans, checks }), [
    { name: 'split-votes', svg: splitPlot(measured) },
    { name: 'wan', svg: wanPlot(wans) },
  ]);
  console.log(file);
}

function reportParts(
  options: Options,
  found: {
    readonly measured: readonly MeasuredCell[];
    readonly wans: readonly MeasuredWan[];
    readonly checks: readonly Check[];
  },
): readonly string[] {
  return [
    '# Elections, against the dissertation',
    `Elections of the real core of \`@konsul/raft\` on virtual time, against Ongaro, "Consensus: Bridging Theory and
Practice" (2014), chapter 9. The leader is gone, logs are equal, disks take no time, and all timers start
together. From seed ${options.firstSeed}, commit ${commit()}.`,
    '## Split votes',
    `Every message takes the same time, l as a share of the range from which timeouts are drawn. With s servers left
of n, a first round is split when at least c = s - floor(n/2) + 1 of them time out before the first one's
request is there: P = sum over k from c - 1 to s of C(s, k) l^k (1 - l)^(s - k). It is exact, so a biased or
repeated draw of a timeout would show. That our servers ask for pre-votes first changes nothing: who
times out in time becomes a candidate in time.`,
    splitTable(found.measured),
    show('elections', 'split-votes', 'Split votes by latency'),
    '## How long until somebody leads, on a WAN',
    `Five servers, messages of 30 to 40 ms, timeouts of 300 to 600 ms. The published simulation asks for votes at
once. *Votes at once* is our core with every pre-vote granted at once, and is what compares with it. *Pre-votes
first* is our core as it is: one round trip of about ${WAN_ROUND_TRIP_MS} ms more in every round, so that the last of a
thousand elections, which takes several rounds, is later by as many round trips.`,
    wanTable(found.wans),
    show('elections', 'wan', 'Time until somebody leads'),
    `## Bounds\n\nSplit votes within three standard errors of the formula; where fewer than 30 are expected, within the exact
binomial limits of the same chance. Of 50 cells one falls outside by chance in about one seed of eight. Means
within a tenth of what is published as about so much, where pre-votes take no time; one to two round trips
later where they do. Late are 0.1 % of the elections, within the same limits.\n\n${checkTable(found.checks)}`,
  ];
}

function splitCells(grid: Options['grid']): SplitCell[] {
  const all = readTable('raft-split-vote-model.csv').map((row) => ({
    serverCount: Number(row['cluster_size']),
    failedCount: Number(row['failed']),
    latencyRatio: Number(row['latency_over_range']),
  }));
  if (grid === 'full') return all;
  return all.filter(
    ({ serverCount, failedCount, latencyRatio }) =>
      QUICK_GROUPS.includes(`${serverCount}/${failedCount}`) &&
      QUICK_LATENCY_RATIOS.includes(latencyRatio),
  );
}

type Setting = Omit<ElectionsJob, 'electionCount' | 'seed'>;

function splitSetting({ serverCount, failedCount, latencyRatio }: SplitCell): Setting {
  const latencyMs = latencyRatio * TIMEOUT_RANGE_MS;
  return {
    serverCount,
    failedCount,
    timeoutMinMs: TIMEOUT_MIN_MS,
    timeoutMaxMs: TIMEOUT_MIN_MS + TIMEOUT_RANGE_MS,
    latencyMinMs: latencyMs,
    latencyMaxMs: latencyMs,
    isPreVoteFree: false,
  };
}

function wanSetting(wan: { failedCount: number; isPreVoteFree: boolean }): Setting {
  const { failedCount, isPreVoteFree } = wan;
  return { ...WAN, serverCount: 5, failedCount, isPreVoteFree };
}

function jobsOf(setting: Setting, firstSeed: number): ElectionsJob[] {
  return Array.from({ length: ELECTION_COUNT / JOB_ELECTION_COUNT }, (_, index) => ({
    ...setting,
    electionCount: JOB_ELECTION_COUNT,
    seed: firstSeed * 1_000 + index,
  }));
}

function isOf(job: ElectionsJob, setting: Setting): boolean {
  return Object.entries(setting).every(([key, value]) => job[key as keyof Setting] === value);
}

function measuredCell(
  cell: SplitCell,
  results: readonly Finished<ElectionsJob, ElectionsOutcome>[],
): MeasuredCell[] {
  const own = results.filter(({ job }) => isOf(job, splitSetting(cell)));
  if (own.length === 0) return [];
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  return [
    {
      ...cell,
      splitCount: sum(own.map(({ outcome }) => outcome.splitCount)),
      electionCount: sum(own.map(({ job }) => job.electionCount)),
      model: splitRatio(cell),
    },
  ];
}

function splitCheck(cell: MeasuredCell): Check {
  const { min, max } = splitLimits(cell.model, cell.electionCount);
  const { serverCount, failedCount, latencyRatio, electionCount } = cell;
  return {
    what: `split votes of ${electionCount}, ${serverCount} servers, ${failedCount} failed, l = ${latencyRatio}`,
    value: cell.splitCount,
    min: Math.ceil(min),
    max: Math.floor(max),
    unit: '',
  };
}

/** Without the time of pre-votes, as published; with it, later by up to two round trips. */
function wanChecks(wan: MeasuredWan): Check[] {
  const { failedCount, isPreVoteFree, durationsMs, publishedMeanMs, publishedLateMs } = wan;
  const own = `mean until a leader, ${wayOf(wan)}, ${failedCount} failed`;
  const readingMs = Math.round(publishedMeanMs * READING_RATIO);
  const [min, max] = isPreVoteFree
    ? [publishedMeanMs - readingMs, publishedMeanMs + readingMs]
    : [publishedMeanMs, publishedMeanMs + 2 * WAN_ROUND_TRIP_MS];
  const average = { what: own, value: mean(durationsMs), min, max, unit: 'ms' };
  if (!isPreVoteFree) return [average];
  const late: Check = {
    what: `later than ${publishedLateMs} ms of ${durationsMs.length}, ${wayOf(wan)}, ${failedCount} failed`,
    value: durationsMs.filter((durationMs) => durationMs > publishedLateMs).length,
    min: 0,
    max: splitLimits(1 - LATE_QUANTILE, durationsMs.length).max,
    unit: '',
  };
  return [average, late];
}

function wayOf({ isPreVoteFree }: { isPreVoteFree: boolean }): string {
  return isPreVoteFree ? 'votes at once' : 'pre-votes first';
}

function splitTable(cells: readonly MeasuredCell[]): string {
  const ratios = [...new Set(cells.map(({ latencyRatio }) => latencyRatio))];
  const groups = [...new Set(cells.map(groupOf))];
  return table(
    ['servers / failed', ...ratios.map((ratio) => `l = ${ratio}: ours (formula), %`)],
    groups.map((group) => [
      group,
      ...ratios.map((ratio) => {
        const cell = cells.find((one) => groupOf(one) === group && one.latencyRatio === ratio);
        if (cell === undefined) return '';
        const ours = cell.splitCount / cell.electionCount;
        return `${shown(100 * ours)} (${shown(100 * cell.model)})`;
      }),
    ]),
  );
}

function groupOf({ serverCount, failedCount }: SplitCell): string {
  return `${serverCount} / ${failedCount}`;
}

function wanTable(wans: readonly MeasuredWan[]): string {
  const ms = (value: number): string => `${Math.round(value)}`;
  return table(
    ['failed', '', 'mean, ms', 'published', '99.9 %, ms', 'published', 'median, ms', 'worst, ms'],
    wans.map(({ failedCount, isPreVoteFree, durationsMs, ...published }) => [
      `${failedCount}`,
      wayOf({ isPreVoteFree }),
      ms(mean(durationsMs)),
      `about ${published.publishedMeanMs}`,
      ms(quantile(durationsMs, LATE_QUANTILE)),
      `under ${published.publishedLateMs}`,
      ms(quantile(durationsMs, 0.5)),
      ms(Math.max(...durationsMs)),
    ]),
  );
}

function splitPlot(cells: readonly MeasuredCell[]): string {
  const groups = QUICK_GROUPS.map((group) => group.replace('/', ' / '));
  const curve = Array.from({ length: 60 }, (_, index) => 0.01 + (index * 0.19) / 59);
  const series = groups.flatMap((group, colourIndex): Series[] => {
    const own = cells.filter((cell) => groupOf(cell) === group);
    const [first] = own;
    if (first === undefined) return [];
    return [
      {
        label: `${group} failed, ours`,
        style: 'points',
        colourIndex,
        points: own.map((one) => [one.latencyRatio, (100 * one.splitCount) / one.electionCount]),
      },
      {
        label: `${group} failed, formula`,
        isDashed: true,
        colourIndex,
        points: curve.map((latencyRatio) => [
          latencyRatio,
          100 * splitRatio({ ...first, latencyRatio }),
        ]),
      },
    ];
  });
  return linePlot({
    title: 'Split votes in the first round',
    x: { title: 'latency / range of timeouts', min: 0 },
    y: { title: 'percent of elections', min: 0 },
    series,
  });
}

function wanPlot(wans: readonly MeasuredWan[]): string {
  return cdfPlot({
    title: 'Elections that have a leader',
    x: { title: 'time since the timers started, ms', min: 0, max: 2_000 },
    series: wans.map((wan) => ({
      label: `${wan.failedCount} of 5 failed, ${wayOf(wan)}`,
      values: thinned(wan.durationsMs),
    })),
  });
}

/** Enough of them to draw the same curve. */
function thinned(values: readonly number[]): readonly number[] {
  const ordered = [...values].sort((left, right) => left - right);
  const step = Math.max(1, Math.floor(ordered.length / 300));
  return ordered.filter((_, index) => index % step === 0);
}
