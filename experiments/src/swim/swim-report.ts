import { linePlot, mean, quantile, type Series } from '@konsul/simulation/report';
import { suspicionTimeoutMinMs, transmitLimit } from '@konsul/swim';
import { type Check, checkLine, checkTable, shown } from '../jobs/check.js';
import { jobRunner } from '../jobs/job-runner.js';
import { commit, show, table, writeReport } from '../jobs/write-report.js';
import type { Options } from '../options.js';
import type {
  DetectionJob,
  DetectionOutcome,
  IdleJob,
  IdleOutcome,
  SuspicionJob,
  SuspicionOutcome,
} from './swim-runs.js';

const LOSSES = [0.05, 0.1, 0.2, 0.3];
const HELPER_COUNTS = [1, 3];
const DETECTION_SIZES = [8, 32, 128];
const IDLE_SIZES = [8, 16, 32, 56];
/** e / (e - 1): expected periods until somebody chooses a given member, when all choose at random. */
const EXPECTED_PERIODS = 1 / (1 - Math.exp(-1));
const STANDARD_ERRORS = 3.5;

interface SuspicionCell {
  readonly lossRatio: number;
  readonly helperCount: number;
  /** Share of probes of a live member that fail. */
  readonly measured: number;
  readonly standardError: number;
  readonly probeCount: number;
  readonly formula: number;
}

/** Compares the real core with the formulas of the SWIM paper, and writes the report. */
export async function reportSwim(options: Options): Promise<void> {
  const scale = options.grid === 'full' ? 10 : 1;
  const run = jobRunner(options);
  const suspicionJobs = HELPER_COUNTS.flatMap((helperCount) =>
    LOSSES.filter((lossRatio) => failedProbeRatio(lossRatio, helperCount) > 5e-4).map(
      (lossRatio): SuspicionJob => ({
        lossRatio,
        helperCount,
        seed: options.firstSeed,
        worldCount: (failedProbeRatio(lossRatio, helperCount) < 0.005 ? 40 : 300) * scale,
      }),
    ),
  );
  const detectionJobs = DETECTION_SIZES.flatMap((memberCount) =>
    Array.from(
      { length: Math.ceil((640 * scale) / memberCount / 4) },
      (_, index): DetectionJob => ({
        memberCount,
        seed: options.firstSeed + index,
      }),
    ),
  );
  const idleJobs = IDLE_SIZES.map(
    (memberCount): IdleJob => ({
      memberCount,
      seed: options.firstSeed,
    }),
  );
  const suspicions = await run<SuspicionJob, SuspicionOutcome>('swim-suspicion', suspicionJobs);
  const detections = await run<DetectionJob, DetectionOutcome>('swim-detection', detectionJobs);
  const idles = await run<IdleJob, IdleOutcome>('swim-idle', idleJobs);
  const cells = suspicions.map(({ job, outcome }): SuspicionCell => {
    const { failedProbeCount, probeCount } = outcome;
    const measured = failedProbeCount / probeCount;
    const standardError = measured * Math.sqrt((1 - measured) / Math.max(1, failedProbeCount));
    const formula = failedProbeRatio(job.lossRatio, job.helperCount);
    return { ...job, measured, standardError, probeCount, formula };
  });
  const periods = DETECTION_SIZES.map((memberCount) => ({
    memberCount,
    values: detections
      .filter(({ job }) => job.memberCount === memberCount)
      .flatMap(({ outcome }) => outcome.firstPingPeriods),
  }));
  const checks = [
    ...cells.map(cellCheck),
    ...periods.map(detectionCheck),
    ...idles.map(
      ({ job, outcome }): Check => ({
        what: `messages per member and period, ${job.memberCount} members`,
        value: outcome.messagesPerPeriod,
        min: 1.97,
        max: 2.03,
        unit: '',
      }),
    ),
    ...timerChecks(),
  ];
  for (const check of checks) console.log(checkLine(check));
  const file = writeReport(
    'swim',
    [
      '# SWIM, against its formulas',
      `The real core of \`@konsul/swim\`, with Lifeguard and memberlist's additions switched off, against
Das, Gupta and Motivala, "SWIM" (DSN 2002), Sections 3.1 and 5, and against memberlist's timers.
From seed ${options.firstSeed}, commit ${commit()}.`,
      `## Bounds\n\n${checkTable(checks)}`,
      '## Probes of a live member that fail',
      `A direct probe is two packets, one through a helper four: with q the share of packets that arrive, a probe
with k helpers fails with probability (1 - q²)(1 - q⁴)^k. The paper's false detection rate is that times
e/(e - 1).`,
      suspicionTable(cells),
      show('swim', 'failed-probes', 'Share of probes that fail, by packet loss'),
      '## Until the end of a member is noticed',
      `Periods from the end of a member until the first ping that stays unanswered. The paper's figure,
e/(e - 1) = 1.58, counts whole periods; members whose periods are not aligned, as ours are not, choose
continuously, and 1.0 is to be expected. Choosing in turns instead of at random bounds the worst case.`,
      table(
        ['members', 'ends', 'mean', 'median', 'p99'],
        periods.map(({ memberCount, values }) => [
          `${memberCount}`,
          `${values.length}`,
          shown(mean(values)),
          shown(quantile(values, 0.5)),
          shown(quantile(values, 0.99)),
        ]),
      ),
      '## While nothing happens',
      'The prototype of the paper sent 2.0 messages per member and period of 2 s at every size, in at most 135 bytes each.',
      table(
        ['members', 'messages / member / period', 'bytes / message'],
        idles.map(({ job, outcome }) => [
          `${job.memberCount}`,
          shown(outcome.messagesPerPeriod),
          shown(outcome.bytesPerPeriod / outcome.messagesPerPeriod),
        ]),
      ),
    ],
    [{ name: 'failed-probes', svg: suspicionPlot(cells) }],
  );
  console.log(file);
}

/** (1 - q²)(1 - q⁴)^k */
function failedProbeRatio(lossRatio: number, helperCount: number): number {
  const q = 1 - lossRatio;
  return (1 - q ** 2) * (1 - q ** 4) ** helperCount;
}

function cellCheck(cell: SuspicionCell): Check {
  const errors = STANDARD_ERRORS * cell.standardError;
  return {
    what: `failed probes, ${100 * cell.lossRatio} % loss, k = ${cell.helperCount}`,
    value: 100 * cell.measured,
    min: Number((100 * Math.max(0, cell.formula - errors)).toPrecision(3)),
    max: Number((100 * (cell.formula + errors)).toPrecision(3)),
    unit: '%',
  };
}

function detectionCheck(one: { memberCount: number; values: readonly number[] }): Check {
  return {
    what: `mean periods until a first ping, ${one.memberCount} members`,
    value: mean(one.values),
    min: 0.5,
    max: Number(EXPECTED_PERIODS.toFixed(2)),
    unit: 'periods',
  };
}

/** Source: memberlist's defaults for a LAN, from its formulas. */
function timerChecks(): Check[] {
  const expected = [
    { memberCount: 10, suspicionS: 4, transmits: 8 },
    { memberCount: 100, suspicionS: 8, transmits: 12 },
    { memberCount: 128, suspicionS: 8.428, transmits: 12 },
    { memberCount: 1_000, suspicionS: 12, transmits: 16 },
    { memberCount: 5_000, suspicionS: 14.792, transmits: 16 },
    { memberCount: 10_000, suspicionS: 16, transmits: 20 },
  ];
  return expected.flatMap(({ memberCount, suspicionS, transmits }) => {
    const timeoutMs = suspicionTimeoutMinMs({ multiplier: 4, memberCount, probeIntervalMs: 1_000 });
    return [
      {
        what: `shortest suspicion, ${memberCount} members`,
        value: timeoutMs / 1_000,
        min: suspicionS,
        max: suspicionS,
        unit: 's',
      },
      {
        what: `sendings of an update, ${memberCount} members`,
        value: transmitLimit(4, memberCount),
        min: transmits,
        max: transmits,
        unit: '',
      },
    ];
  });
}

function suspicionTable(cells: readonly SuspicionCell[]): string {
  return table(
    ['packet loss', 'k', 'probes', 'fail, %', 'formula, %', "the paper's rate, %"],
    cells.map((cell) => [
      `${100 * cell.lossRatio} %`,
      `${cell.helperCount}`,
      `${Math.round(cell.probeCount)}`,
      `${shown(100 * cell.measured)} ± ${shown(100 * cell.standardError, 2)}`,
      shown(100 * cell.formula),
      shown(100 * cell.formula * EXPECTED_PERIODS),
    ]),
  );
}

function suspicionPlot(cells: readonly SuspicionCell[]): string {
  const series = HELPER_COUNTS.flatMap((helperCount, colourIndex): Series[] => {
    const own = cells.filter((cell) => cell.helperCount === helperCount);
    const curve = Array.from({ length: 60 }, (_, index) => 0.02 + index * 0.005);
    return [
      {
        label: `k = ${helperCount}, ours`,
        style: 'points',
        colourIndex,
        points: own.map((cell) => [100 * cell.lossRatio, 100 * cell.measured]),
      },
      {
        label: `k = ${helperCount}, formula`,
        isDashed: true,
        colourIndex,
        points: curve.map((loss) => [100 * loss, 100 * failedProbeRatio(loss, helperCount)]),
      },
    ];
  });
  return linePlot({
    title: 'Probes of a live member that fail',
    x: { title: 'packets lost, %', min: 0 },
    y: { title: 'percent of probes', scale: 'log' },
    series,
  });
}
