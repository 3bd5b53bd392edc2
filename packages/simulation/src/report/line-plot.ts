import { type AxisOptions, colourClass, Frame, type PictureOptions } from './frame.js';
import type { Scale } from './scale.js';
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

export interface LinePlotOptions extends PictureOptions {
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  readonly series: readonly Series[];
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
  const y = frame.vertical(
    yAxis,
    series.flatMap(({ points }) => points.map(([, value]) => value)),
  );
  return frame.picture([
    ...frame.drawHorizontal(xAxis, x),
    ...frame.drawVertical(yAxis, y),
    ...series.flatMap((one, index) => drawSeries(one, one.colourIndex ?? index, { x, y })),
  ]);
}

interface Scales {
  readonly x: Scale;
  readonly y: Scale;
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
