import { cdfPlot } from '../report/cdf-plot.js';
import { linePlot, type Series } from '../report/line-plot.js';
import { formatNumber } from '../report/scale.js';
import { mean, quantile } from '../report/statistics.js';
import { escapeText } from '../report/svg.js';
import type { SimulationResult } from './run-simulation.js';

/** A file of a report folder. */
export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

const TYPE_COUNT_MAX = 6;

/**
 * The files that show what happened in some runs of one description: `report.md` and its pictures.
 * Curves over time are those of the first run; distributions are over all.
 */
export function simulationReport(results: readonly SimulationResult[]): readonly ReportFile[] {
  const [first] = results;
  if (first === undefined) return [];
  const subtitle = subtitleOf(results);
  return [
    { name: 'report.md', text: markdown(results, first) },
    { name: 'members-seen.svg', text: seenPlot(first, subtitle) },
    { name: 'agreement.svg', text: agreementPlot(first, subtitle) },
    { name: 'detection.svg', text: detectionPlot(results, subtitle) },
    { name: 'false-positives.svg', text: falsePositivePlot(first, subtitle) },
    { name: 'load-messages.svg', text: loadPlot(first, subtitle, 'messageCount') },
    { name: 'load-bytes.svg', text: loadPlot(first, subtitle, 'byteCount') },
  ];
}

/** The figures of one or more runs, one line each, for a terminal. */
export function summaryLines(results: readonly SimulationResult[]): readonly string[] {
  return figures(results).map(([name, value]) => `${name.padEnd(44)} ${value}`);
}

/** How long until all views were equal and right, for the first time; NaN for never. */
export function convergedAtMs({ views }: SimulationResult, memberCount: number): number {
  const found = views.find((view) => view.runningCount === memberCount && view.correctRatio === 1);
  return found?.atMs ?? Number.NaN;
}

function figures(results: readonly SimulationResult[]): readonly (readonly [string, string])[] {
  const perSecond = results.map(loadPerMemberSecond);
  const detections = results.flatMap((result) => result.detections);
  const seconds = (ms: number): string =>
    Number.isFinite(ms) ? `${formatNumber(ms / 1000)} s` : '–';
  const spread = (values: readonly number[]): string =>
    `${seconds(quantile(values, 0.5))} (${seconds(quantile(values, 0))} to ${seconds(quantile(values, 1))})`;
  const last = detections.map(({ latenciesMs, observerCount }) =>
    latenciesMs.length >= observerCount ? (latenciesMs.at(-1) ?? Number.NaN) : Number.NaN,
  );
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
    ['ends of members', `${detections.length}`],
    ['first to notice', spread(detections.map(({ firstMs }) => firstMs))],
    ['all have noticed', spread(last)],
    [
      'false positives per run',
      formatNumber(mean(results.map(({ falsePositives }) => falsePositives.length))),
    ],
    ['messages per member and second', formatNumber(mean(perSecond.map((one) => one.messages)))],
    ['bytes per member and second', formatNumber(mean(perSecond.map((one) => one.bytes)))],
  ];
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
    `Protocol ${escapeText(first.protocolName)}; ${subtitleOf(results)}.\n`,
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

function subtitleOf(results: readonly SimulationResult[]): string {
  const [first] = results;
  const seeds = results.map(({ description }) => description.seed);
  const said = seeds.length === 1 ? `seed ${seeds[0]}` : `seeds ${seeds[0]} to ${seeds.at(-1)}`;
  return `${first?.memberCount ?? 0} members, ${said}`;
}

function seenPlot({ views }: SimulationResult, subtitle: string): string {
  const series = (label: string, key: 'seenMin' | 'seenMean' | 'seenMax'): Series => ({
    label,
    style: 'steps',
    points: views.map((view) => [view.atMs / 1000, view[key]]),
  });
  return linePlot({
    title: 'Members that a member sees',
    subtitle,
    x: { title: 'time, s', min: 0 },
    y: { title: 'members', min: 0 },
    series: [
      series('smallest view', 'seenMin'),
      series('average', 'seenMean'),
      series('largest view', 'seenMax'),
      {
        label: 'present',
        isDashed: true,
        style: 'steps',
        points: views.map(({ atMs, presentCount }) => [atMs / 1000, presentCount]),
      },
    ],
  });
}

function agreementPlot({ views }: SimulationResult, subtitle: string): string {
  return linePlot({
    title: 'Agreement of views',
    subtitle,
    x: { title: 'time, s', min: 0 },
    y: { title: 'share of present members', min: 0, max: 1 },
    series: [
      {
        label: 'have the most common view',
        style: 'steps',
        points: views.map(({ atMs, agreeingRatio }) => [atMs / 1000, agreeingRatio]),
      },
      {
        label: 'see exactly who is there',
        style: 'steps',
        points: views.map(({ atMs, correctRatio }) => [atMs / 1000, correctRatio]),
      },
    ],
  });
}

function detectionPlot(results: readonly SimulationResult[], subtitle: string): string {
  const detections = results.flatMap((result) => result.detections);
  return cdfPlot({
    title: 'How long until the end of a member is noticed',
    subtitle,
    x: { title: 'time after its end, s', min: 0 },
    series: [
      { label: 'by the first', values: detections.map(({ firstMs }) => firstMs / 1000) },
      {
        label: 'by each',
        values: detections.flatMap(({ latenciesMs }) => latenciesMs.map((ms) => ms / 1000)),
      },
    ],
  });
}

function falsePositivePlot(result: SimulationResult, subtitle: string): string {
  const endS = result.description.durationMs / 1000;
  const count = result.falsePositives.length;
  return linePlot({
    title: 'Members declared failed while they ran',
    subtitle,
    x: { title: 'time, s', min: 0, max: endS },
    y: { title: 'so far, over all members', min: 0 },
    series: [
      {
        label: 'false positives',
        style: 'steps',
        points: [
          [0, 0],
          ...result.falsePositives.map(({ atMs }, index): [number, number] => [
            atMs / 1000,
            index + 1,
          ]),
          [endS, count],
        ],
      },
    ],
  });
}

function loadPlot(
  result: SimulationResult,
  subtitle: string,
  key: 'messageCount' | 'byteCount',
): string {
  const ranked = [...result.load].sort(([, left], [, right]) => right[key] - left[key]);
  const types = ranked.slice(0, TYPE_COUNT_MAX).map(([type]) => type);
  const { loadSamples, views } = result;
  return linePlot({
    title: key === 'byteCount' ? 'Bytes sent' : 'Messages sent',
    subtitle,
    x: { title: 'time, s', min: 0 },
    y: { title: `${key === 'byteCount' ? 'bytes' : 'messages'} / member / s`, min: 0 },
    series: types.map((type) => ({
      label: type,
      style: 'steps',
      points: loadSamples.map(({ atMs, byType }, index) => {
        const seconds = (atMs - (loadSamples[index - 1]?.atMs ?? 0)) / 1000;
        const memberCount = Math.max(1, views[index]?.runningCount ?? 1);
        return [atMs / 1000, (byType.get(type)?.[key] ?? 0) / seconds / memberCount];
      }),
    })),
  });
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
