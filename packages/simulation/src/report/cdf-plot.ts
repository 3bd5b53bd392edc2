import type { AxisOptions, PictureOptions } from './frame.js';
import { linePlot, type Point } from './line-plot.js';
import { sorted } from './statistics.js';

/** One distribution. */
export interface CdfSeries {
  readonly label: string;
  /** In any order; what is not finite counts as never reached. */
  readonly values: readonly number[];
}

export interface CdfPlotOptions extends PictureOptions {
  readonly x: AxisOptions;
  readonly series: readonly CdfSeries[];
}

/** The share of values that are at or below each value: steps that rise from 0 to 1. */
export function cdfPoints(values: readonly number[]): Point[] {
  const finite = sorted(values);
  const [first] = finite;
  if (first === undefined) return [];
  const points: Point[] = [[first, 0]];
  finite.forEach((value, index) => {
    // Of equal values only the last is a corner of the curve.
    if (finite[index + 1] !== value) points.push([value, (index + 1) / values.length]);
  });
  return points;
}

/** Distributions beside each other, as cumulative shares. */
export function cdfPlot(options: CdfPlotOptions): string {
  return linePlot({
    ...options,
    y: { title: 'share at or below', min: 0, max: 1 },
    series: options.series.map(({ label, values }) => ({
      label,
      points: cdfPoints(values),
      style: 'steps',
    })),
  });
}
