import { formatNumber } from '../report/scale.js';
import { mean, quantile } from '../report/statistics.js';
import { escapeText } from '../report/svg.js';
import type { SimulationResult } from './run-simulation.js';
import {
  agreementPlot,
  detectionPlot,
  falsePositivePlot,
  loadPlot,
  runsTitle,
  seenPlot,
} from './simulation-plots.js';

const PICTURES =
  'Pictures over time show the first run alone, with what was going on shaded; figures and the ' +
  'picture of detection are over all runs.\n';

/** A file of a report folder. */
export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The files that show what happened in some runs of one description: `report.md` and its pictures.
 * Curves over time are those of the first run; distributions are over all.
 */
export function simulationReport(results: readonly SimulationResult[]): readonly ReportFile[] {
  const [first] = results;
  if (first === undefined) return [];
  return [
    { name: 'report.md', text: markdown(results, first) },
    { name: 'members-seen.svg', text: seenPlot(first) },
    { name: 'agreement.svg', text: agreementPlot(first) },
    { name: 'detection.svg', text: detectionPlot(results) },
    { name: 'false-positives.svg', text: falsePositivePlot(first) },
    { name: 'load-messages.svg', text: loadPlot(first, 'messageCount') },
    { name: 'load-bytes.svg', text: loadPlot(first, 'byteCount') },
  ];
}

/** The figures of one or more runs, one line each, for a terminal. */
export function summaryLines(results: readonly SimulationResult[]): readonly string[] {
  return figures(results).map(([name, value]) => `${name.padEnd(44)} ${value}`);
}

/** How long until all views were equal and right, for the first time; NaN for never. */
export function convergedAtMs({ views }: SimulationResult, memberCount: number): number {
  const found = views.find(
    ({ runningCount, joiningCount, correctRatio }) =>
      runningCount === memberCount && joiningCount === 0 && correctRatio === 1,
  );
  return found?.atMs ?? Number.NaN;
}

function figures(results: readonly SimulationResult[]): readonly (readonly [string, string])[] {
  const perSecond = results.map(loadPerMemberSecond);
  const seconds = (ms: number): string =>
    Number.isFinite(ms) ? `${formatNumber(ms / 1000)} s` : '–';
  const spread = (values: readonly number[]): string =>
    `${seconds(quantile(values, 0.5))} (${seconds(quantile(values, 0))} to ${seconds(quantile(values, 1))})`;
  return [
    ['runs', `${results.length}`],
    ['members', `${results[0]?.memberCount ?? 0}`],
    [
      'all views right for the first time',
      spread(results.map((result) => convergedAtMs(result, result.memberCount))),
    ],
    [
      'views right at the end',
      `${formatNumber(100 * mean(results.map(({ views }) => views.at(-1)?.correctRatio ?? 0)))} %`,
    ],
    ['ends of members', `${results.reduce((sum, { detections }) => sum + detections.length, 0)}`],
    ...noticeFigures(results, spread),
    [
      'false positives per run',
      formatNumber(mean(results.map(({ falsePositives }) => falsePositives.length))),
    ],
    ['messages per member and second', formatNumber(mean(perSecond.map((one) => one.messages)))],
    ['bytes per member and second', formatNumber(mean(perSecond.map((one) => one.bytes)))],
  ];
}

/** By a crash and by a farewell apart: the one must be found out, the other is only passed on. */
function noticeFigures(
  results: readonly SimulationResult[],
  spread: (values: readonly number[]) => string,
): readonly (readonly [string, string])[] {
  const all = results.flatMap(({ detections }) => detections);
  return (['crash', 'leave'] as const).flatMap((cause): [string, string][] => {
    const ends = all.filter((one) => one.cause === cause);
    if (ends.length === 0) return [];
    const last = ends.map(({ latenciesMs, observerCount }) =>
      latenciesMs.length >= observerCount ? (latenciesMs.at(-1) ?? Number.NaN) : Number.NaN,
    );
    const what = cause === 'crash' ? 'killed' : 'left';
    return [
      [what, `${ends.length}`],
      [`${what}: first to notice`, spread(ends.map(({ firstMs }) => firstMs))],
      [`${what}: all have noticed`, spread(last)],
    ];
  });
}

function markdown(results: readonly SimulationResult[], first: SimulationResult): string {
  const rows = figures(results).map(([name, value]) => `| ${name} | ${value} |`);
  const load = [...first.load].sort(([, left], [, right]) => right.byteCount - left.byteCount);
  const seconds = memberSeconds(first);
  const loadRows = load.map(
    ([type, { messageCount, byteCount }]) =>
      `| ${type} | ${formatNumber(messageCount / seconds)} | ${formatNumber(byteCount / seconds)} |`,
  );
  const runs = results.map(
    ({ description, eventCount, traceHash }) =>
      `| ${description.seed} | ${eventCount} | \`${traceHash}\` |`,
  );
  const picture = (alt: string, name: string): string => `![${alt}](${name})\n`;
  return [
    `# ${escapeText(first.description.title)}\n`,
    `Protocol ${escapeText(first.protocolName)}; ${escapeText(runsTitle(results))}.\n`,
    PICTURES,
    `| figure | value |\n| --- | --- |\n${rows.join('\n')}\n`,
    '## Convergence\n',
    picture('Members seen over time', 'members-seen.svg'),
    picture('Share of members that agree', 'agreement.svg'),
    '## Detection\n',
    picture('How long it took to notice', 'detection.svg'),
    picture('False positives', 'false-positives.svg'),
    '## Load\n',
    picture('Messages per member and second', 'load-messages.svg'),
    picture('Bytes per member and second', 'load-bytes.svg'),
    '| type | messages / member / s | bytes / member / s |\n| --- | --- | --- |',
    `${loadRows.join('\n')}\n`,
    '## Runs\n',
    'The same seed and the same program give the same hash.\n',
    `| seed | events | trace |\n| --- | --- | --- |\n${runs.join('\n')}\n`,
  ].join('\n');
}

function loadPerMemberSecond(result: SimulationResult): { messages: number; bytes: number } {
  const seconds = memberSeconds(result);
  let [messages, bytes] = [0, 0];
  for (const { messageCount, byteCount } of result.load.values()) {
    messages += messageCount;
    bytes += byteCount;
  }
  return { messages: messages / seconds, bytes: bytes / seconds };
}

/** Seconds that members ran, summed over members. */
function memberSeconds({ views }: SimulationResult): number {
  let sum = 0;
  let beforeMs = 0;
  for (const { atMs, runningCount } of views) {
    sum += ((atMs - beforeMs) / 1000) * runningCount;
    beforeMs = atMs;
  }
  return Math.max(sum, Number.MIN_VALUE);
}
