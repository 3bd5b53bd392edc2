import { checkLine, checkTable, isPassed } from '../jobs/check.js';
import { jobRunner } from '../jobs/job-runner.js';
import { commit, show, writeReport } from '../jobs/write-report.js';
import type { Options } from '../options.js';
import { lifeguardChecks } from './lifeguard-checks.js';
import { lifeguardPictures } from './lifeguard-pictures.js';
import type { LifeguardOutcome } from './lifeguard-run.js';
import { lifeguardTables, tuningTable } from './lifeguard-tables.js';
import {
  CONFIGURATION_NAMES,
  GRIDS,
  type Grid,
  intervalJobs,
  type LifeguardJob,
  PAPER_TUNING,
  TUNING_GRIDS,
  TUNINGS,
  thresholdJobs,
} from './settings.js';
import { comparable, intervalRows, type LifeguardRun, latencyRows } from './tables.js';

/** Anomalies up to this long lead to few mistakes. */
const SHORT_ANOMALY_MS = 4_096;

/** Runs the paper's experiments, prints how they came out, and writes the report. */
export async function reportLifeguard(options: Options): Promise<void> {
  const jobs = byWorth([...mainJobs(options), ...tuningJobs(options)], options.firstSeed);
  const runs = await jobRunner(options)<LifeguardJob, LifeguardOutcome>('lifeguard', jobs);
  const main = runs.filter(({ job }) => isMain(job));
  const intervals = comparable(main.filter(({ job }) => job.intervalMs !== undefined));
  const thresholds = comparable(main.filter(({ job }) => job.intervalMs === undefined));
  const rows = intervalRows(intervals);
  const latencies = latencyRows(thresholds);
  const checks = lifeguardChecks(rows, latencies);
  for (const check of checks) console.log(checkLine(check));
  const file = writeReport(
    'lifeguard',
    [
      head(options, runs, jobs.length),
      `## Bounds\n\n${checks.filter(isPassed).length} of ${checks.length} hold.\n\n${checkTable(checks)}`,
      ...lifeguardTables(rows, latencies),
      show('lifeguard', 'false-positives', 'False positives by configuration'),
      show('lifeguard', 'concurrency', 'False positives by the number of members in trouble'),
      show('lifeguard', 'swim-grid', 'False positives of SWIM by duration and interval'),
      show('lifeguard', 'lifeguard-grid', 'False positives of Lifeguard by duration and interval'),
      show('lifeguard', 'latency', 'Detection latency'),
      show('lifeguard', 'load', 'Load by configuration'),
      tuningTable(runs, TUNING_GRIDS[options.grid]),
      notes(),
    ],
    lifeguardPictures({ intervals, thresholds, rows, grid: GRIDS[options.grid] }),
  );
  console.log(file);
}

function isMain({ alpha, beta }: LifeguardJob): boolean {
  return alpha === PAPER_TUNING.alpha && beta === PAPER_TUNING.beta;
}

/** Seed by seed, so that a run that is stopped early has whole grids of the first seeds. */
function mainJobs({ grid: name, firstSeed }: Options): LifeguardJob[] {
  const grid: Grid = { ...GRIDS[name], seedCount: 1 };
  return Array.from({ length: GRIDS[name].seedCount }, (_, index) => {
    const base = {
      configurations: CONFIGURATION_NAMES,
      ...PAPER_TUNING,
      firstSeed: firstSeed + index,
    };
    return [...thresholdJobs(grid, base), ...intervalJobs(grid, base)];
  }).flat();
}

/** What shows most first, for those who stop early: long anomalies, then other α and β, then the rest. */
function byWorth(jobs: readonly LifeguardJob[], firstSeed: number): LifeguardJob[] {
  const worth = (job: LifeguardJob): number => {
    if (job.seed !== firstSeed) return 3;
    if (!isMain(job)) return 1;
    return job.durationMs > SHORT_ANOMALY_MS ? 0 : 2;
  };
  return [...jobs].sort((left, right) => worth(left) - worth(right));
}

/** Lifeguard with other α and β, for Table VII; SWIM and Lifeguard at (5, 6) are among the main runs. */
function tuningJobs({ grid: name, firstSeed }: Options): LifeguardJob[] {
  const grid = TUNING_GRIDS[name];
  return TUNINGS.filter(([alpha, beta]) => !isMain({ alpha, beta } as LifeguardJob)).flatMap(
    ([alpha, beta]) => {
      const base = { configurations: ['Lifeguard'] as const, alpha, beta, firstSeed };
      return [...thresholdJobs(grid, base), ...intervalJobs(grid, base)];
    },
  );
}

function head({ grid, firstSeed }: Options, runs: readonly LifeguardRun[], wanted: number): string {
  return [
    '# Lifeguard, reproduced',
    `The experiments of Dadgar, Phillips and Currey, "Lifeguard: Local Health Awareness for More
Accurate Failure Detection" (arXiv 1707.00788v2, Section V), with the real core, codec and driver of
\`@konsul/swim\` on virtual time: 128 members, probes every second, 15 s to settle, then some of them
block before every send and after every receipt while their timers go on.`,
    `Grid \`${grid}\` from seed ${firstSeed}: ${runs.length} of ${wanted} runs are in this report, at commit
${commit()}. \`npm run experiments -- lifeguard --grid ${grid}\` does the rest and writes it again.`,
  ].join('\n\n');
}

function notes(): string {
  return `## How the paper's setting is met

- A member in trouble blocks immediately before a send and immediately after a receipt. The core is told so
  (\`datagrams-blocked\`): its gossip stands still, a probe goes on up to its next send, and no other begins,
  while suspicions run on. When it is let go, a probe whose time has passed accuses at once, what has piled up
  is read message by message, and the next rounds follow.
- So a mistake is made at a member in trouble, about one healthy member per anomaly, and comes true only if the
  next anomaly hides the objection for longer than the suspicion lasts. Everybody else has heard the objection,
  and takes no notice of a late "failed": FP- are a few events in thousands, here as there, and percentages
  between such counts say little.
- Rows but *Konsul defaults* have every extension switched off, S = 8, and K = 3 at every α, as in the paper.
  memberlist waits for α - 2 confirmations, and so do our defaults.

## What differs from the paper

- It has 4,320 runs per configuration, over anomalies of 128 ms to 33 s; the quick grid is a sample of 81. It
  leaves out the two shortest anomalies, in which nothing happens at all, so relative load is higher here.
- Messages of a backlog are read one per 20 µs, and a process that is let go needs no time to wake up. In the
  paper's machine 128 processes shared 16 cores. With 200 µs instead, and 16 members in trouble for 2,048 ms with
  1 ms between, SWIM makes 779 mistakes and LHA-Probe 196 (with 4 ms between, 617 and 158), where at 20 µs neither
  makes any: too little is read between two anomalies to hear an objection in time. Those are the mistakes that
  the health-aware probe saves, since it waits for up to nine seconds. After anomalies longer than that it can
  save none, and the quick grid has hardly any others: hence LHA-Probe beside SWIM.
- Probe timeouts are not scaled by health, only intervals, as memberlist does.
- Runs with the longest anomalies come first, so a report on part of the grid shows them alone.
- Packets are not compressed here, so bytes compare only as ratios.
- *Konsul defaults* is the row Lifeguard with what Konsul adds: fresh news leaves at once and goes to nobody
  twice, refused streams accuse at once, the dead are tried again, helpers of a late probe get their whole time,
  and whoever was given up catches up.`;
}
