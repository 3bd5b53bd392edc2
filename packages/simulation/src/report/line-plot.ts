import { type AxisOptions, colourClass, Frame, type PictureOptions } from './frame.js';
import type { Scale } from './scale.js';
import { drawSpans, type Span } from './spans.js';
import { coordinate, element } from './svg.js';

/** A place in a plot. What is not finite, or not above 0 on a logarithmic axis, leaves a gap. */
export type Point = readonly [x: number, y: number];

/** One line of a plot. */
export interface Series {
  readonly label: string;
  /** In the order in which they are joined. */
  readonly points: readonly Point[];
  /** `steps` keeps a value until the next point; `points` joins nothing. Default `line`. */
  readonly style?: 'line' | 'steps' | 'points';
  /** For models and published figures beside our own. Default false. */
  readonly isDashed?: boolean;
  /** Which colour of the palette. Default its place among the series. */
  readonly colourIndex?: number;
}

/** The room between two values at each place, shaded. */
export interface Band {
  /** Place, lower and upper value; what is not finite leaves a gap. */
  readonly points: readonly (readonly [x: number, low: number, high: number])[];
  readonly colourIndex: number;
}

export interface LinePlotOptions extends PictureOptions {
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  readonly series: readonly Series[];
  /** Drawn below the lines. */
  readonly bands?: readonly Band[];
  /** What was going on, along the horizontal axis. */
  readonly spans?: readonly Span[];
}

const DOT_RADIUS = 3;

/** A plot of lines, steps or points over two axes, as the text of an SVG file. */
export function linePlot(options: LinePlotOptions): string {
  const { x: xAxis, y: yAxis, series } = options;
  const frame = new Frame(
    options,
    series.map(({ label, isDashed = false, colourIndex }, index) => ({
      label,
      index: colourIndex ?? index,
      isDashed,
    })),
  );
  const x = frame.horizontal(
    xAxis,
    series.flatMap(({ points }) => points.map(([at]) => at)),
  );
  const spanMarks = drawSpans(frame, x, options.spans ?? []);
  const bands = options.bands ?? [];
  const y = frame.vertical(yAxis, [
    ...series.flatMap(({ points }) => points.map(([, value]) => value)),
    ...bands.flatMap(({ points }) => points.flatMap(([, low, high]) => [low, high])),
  ]);
  return frame.picture([
    ...spanMarks,
    ...frame.drawHorizontal(xAxis, x),
    ...frame.drawVertical(yAxis, y),
    ...bands.map((band) => drawBand(band, { x, y })),
    ...series.flatMap((one, index) => drawSeries(one, one.colourIndex ?? index, { x, y })),
  ]);
}

interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

function drawBand({ points, colourIndex }: Band, { x, y }: Scales): string {
  const runs: (readonly [number, number, number])[][] = [[]];
  for (const [at, low, high] of points) {
    if (x.holds(at) && y.holds(low) && y.holds(high)) {
      runs.at(-1)?.push([x.at(at), y.at(low), y.at(high)]);
    } else runs.push([]);
  }
  const d = runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const upper = run.map(([at, , high]) => `${coordinate(at)} ${coordinate(high)}`);
      const lower = run.map(([at, low]) => `${coordinate(at)} ${coordinate(low)}`).reverse();
      return `M${[...upper, ...lower].join('L')}Z`;
    })
    .join('');
  return element('path', { d, class: `band ${colourClass(colourIndex)}` });
}

function drawSeries(series: Series, index: number, scales: Scales): string[] {
  const { style = 'line', isDashed = false } = series;
  const runs = unbroken(series.points, scales);
  if (style === 'points') {
    return runs
      .flat()
      .map(([cx, cy]) =>
        element('circle', { cx, cy, r: DOT_RADIUS, class: `dot ${colourClass(index)}` }),
      );
  }
  const d = runs.map((run) => path(run, style === 'steps')).join('');
  if (d === '') return [];
  return [
    element('path', { d, class: `series ${colourClass(index)}${isDashed ? ' dashed' : ''}` }),
  ];
}

/** Runs of points between gaps, as positions. */
function unbroken(points: readonly Point[], { x, y }: Scales): Point[][] {
  const runs: Point[][] = [[]];
  for (const [at, value] of points) {
    if (x.holds(at) && y.holds(value)) runs.at(-1)?.push([x.at(at), y.at(value)]);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function path(run: readonly Point[], isStepped: boolean): string {
  let d = '';
  let drawnX = '';
  let drawnY = '';
  for (const [x, y] of run) {
    const atX = coordinate(x);
    const atY = coordinate(y);
    // What falls on the same pixel adds nothing but bytes.
    if (d !== '' && atX === drawnX && atY === drawnY) continue;
    if (d === '') d = `M${atX} ${atY}`;
    else d += isStepped ? `H${atX}V${atY}` : `L${atX} ${atY}`;
    drawnX = atX;
    drawnY = atY;
  }
  return d;
}
