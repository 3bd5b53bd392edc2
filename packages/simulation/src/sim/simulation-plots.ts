import { cdfPlot } from '../report/cdf-plot.js';
import { type Band, linePlot, type Point, type Series } from '../report/line-plot.js';
import { formatNumber } from '../report/scale.js';
import type { Span } from '../report/spans.js';
import { type Bin, binMs, bins } from './bins.js';
import type { EndCause } from './detection-log.js';
import { happeningSpans } from './happening-spans.js';
import type { SimulationResult } from './run-simulation.js';
import type { ViewSample } from './view-tracker.js';

const TYPE_COUNT_MAX = 6;

/** How the runs of a report are called in its pictures and its text. */
export function runsTitle(results: readonly SimulationResult[]): string {
  const seeds = results.map(({ description }) => description.seed);
  const said = seeds.length === 1 ? `seed ${seeds[0]}` : `seeds ${seeds[0]} to ${seeds.at(-1)}`;
  return `${clusterTitle(results)}, ${said}`;
}

/** The views of members, smallest to largest, beside how many are there. */
export function seenPlot(result: SimulationResult): string {
  const low = viewBins(result, 'seenMin');
  const high = viewBins(result, 'seenMax');
  return linePlot({
    title: 'Members that a member sees',
    subtitle: timeSubtitle(result, 'line: mean; shaded: smallest to largest view'),
    ...timeAxis(result),
    y: { title: 'members', min: 0 },
    series: [
      { label: 'mean view', points: means(viewBins(result, 'seenMean')) },
      {
        label: 'present',
        isDashed: true,
        style: 'steps',
        points: result.views.map(({ atMs, presentCount }) => [atMs / 1000, presentCount]),
      },
    ],
    bands: [
      {
        colourIndex: 0,
        points: low.map(({ atMs, min }, index) => [
          atMs / 1000,
          min,
          high[index]?.max ?? Number.NaN,
        ]),
      },
    ],
  });
}

export function agreementPlot(result: SimulationResult): string {
  const agreeing = viewBins(result, 'agreeingRatio');
  const correct = viewBins(result, 'correctRatio');
  return linePlot({
    title: 'Agreement of views',
    subtitle: timeSubtitle(result, 'lines: means; shaded: least to most within that time'),
    ...timeAxis(result),
    y: { title: 'share of present members', min: 0, max: 1 },
    series: [
      { label: 'have the most common view, right or wrong', points: means(agreeing) },
      { label: 'see exactly who is there', points: means(correct) },
    ],
    bands: [spread(agreeing, 0), spread(correct, 1)],
  });
}

/** Ends without a word take a protocol to find out; farewells only have to be passed on. */
export function detectionPlot(results: readonly SimulationResult[]): string {
  return cdfPlot({
    title: 'How long until the end of a member is noticed',
    subtitle: `${clusterTitle(results)}\n${endsOver(results)}`,
    x: { title: 'time after its end, s', min: 0 },
    series: (['crash', 'leave'] as const).flatMap((cause) => detectionSeries(results, cause)),
  });
}

function detectionSeries(
  results: readonly SimulationResult[],
  cause: EndCause,
): { label: string; values: number[] }[] {
  const ends = results.flatMap(({ detections }) => detections.filter((one) => one.cause === cause));
  if (ends.length === 0) return [];
  const said = cause === 'crash' ? 'killed' : 'left';
  return [
    { label: `${said}, by the first`, values: ends.map(({ firstMs }) => firstMs / 1000) },
    {
      label: `${said}, by each`,
      values: ends.flatMap(({ latenciesMs }) => latenciesMs.map((ms) => ms / 1000)),
    },
  ];
}

export function falsePositivePlot(result: SimulationResult): string {
  const endS = result.description.durationMs / 1000;
  const points = result.falsePositives.map(({ atMs }, index): Point => [atMs / 1000, index + 1]);
  const count = points.length;
  return linePlot({
    title: 'Members declared failed while they ran',
    subtitle: `${clusterTitle([result])}\n${seedOf(result)} alone; ${count} in all`,
    ...timeAxis(result),
    y: { title: 'so far, over all members', min: 0, ...(count === 0 ? { max: 1 } : {}) },
    series: [
      { label: 'false positives', style: 'steps', points: [[0, 0], ...points, [endS, count]] },
    ],
  });
}

export function loadPlot(result: SimulationResult, key: 'messageCount' | 'byteCount'): string {
  const ranked = [...result.load].sort(([, left], [, right]) => right[key] - left[key]);
  const types = ranked.slice(0, TYPE_COUNT_MAX).map(([type]) => type);
  const { loadSamples, views, description } = result;
  const what = key === 'byteCount' ? 'Bytes' : 'Messages';
  const series = types.map((type): Series => {
    const rates = loadSamples.map(({ atMs, byType }, index): readonly [number, number] => {
      const beforeMs = loadSamples[index - 1]?.atMs ?? 0;
      const seconds = (atMs - beforeMs) / 1000;
      const memberCount = Math.max(1, views[index]?.runningCount ?? 1);
      return [(beforeMs + atMs) / 2, (byType.get(type)?.[key] ?? 0) / seconds / memberCount];
    });
    return { label: type, points: means(bins(rates, description.durationMs)) };
  });
  return linePlot({
    title: `${what} sent`,
    subtitle: timeSubtitle(result, 'lines: means over running members'),
    ...timeAxis(result),
    y: { title: `${what.toLowerCase()} / member / s`, min: 0 },
    series,
  });
}

/** All pictures over time have one axis, and show what was going on. */
function timeAxis({ description }: SimulationResult): {
  x: { title: string; min: number; max: number };
  spans: readonly Span[];
} {
  const endS = description.durationMs / 1000;
  return { x: { title: 'time, s', min: 0, max: endS }, spans: happeningSpans(description) };
}

function clusterTitle(results: readonly SimulationResult[]): string {
  const [first] = results;
  if (first === undefined) return '';
  const siteCount = new Set(first.description.groups.map(({ site }) => site)).size;
  const sites = siteCount === 1 ? '' : ` in ${siteCount} sites`;
  return `${first.description.title}: ${first.memberCount} members${sites}`;
}

function timeSubtitle(result: SimulationResult, what: string): string {
  const seconds = formatNumber(binMs(result.description.durationMs) / 1000);
  return `${clusterTitle([result])}\n${seedOf(result)} alone, by ${seconds} s; ${what}`;
}

function seedOf({ description }: SimulationResult): string {
  return `seed ${description.seed}`;
}

function endsOver(results: readonly SimulationResult[]): string {
  const count = results.reduce((sum, { detections }) => sum + detections.length, 0);
  const [first] = results;
  const ends = `all ${count} ends of members`;
  if (results.length === 1 && first !== undefined) return `${seedOf(first)} alone, ${ends}`;
  const last = results.at(-1)?.description.seed;
  return `${ends} of seeds ${first?.description.seed} to ${last} together`;
}

type ViewFigure = 'seenMin' | 'seenMean' | 'seenMax' | 'agreeingRatio' | 'correctRatio';

/** Instants at which nobody's view counts are left out. */
function viewBins({ views, description }: SimulationResult, key: ViewFigure): Bin[] {
  const figureOf = (view: ViewSample): number =>
    view.presentCount > view.joiningCount ? view[key] : Number.NaN;
  const samples = views.map((view) => [view.atMs, figureOf(view)] as const);
  return bins(samples, description.durationMs);
}

function means(of: readonly Bin[]): Point[] {
  return of.map(({ atMs, mean }) => [atMs / 1000, mean]);
}

function spread(of: readonly Bin[], colourIndex: number): Band {
  return { colourIndex, points: of.map(({ atMs, min, max }) => [atMs / 1000, min, max]) };
}
