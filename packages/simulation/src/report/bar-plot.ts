import { type AxisOptions, colourClass, Frame, type PictureOptions } from './frame.js';
import type { Scale } from './scale.js';
import { element, svgText } from './svg.js';

/** The bars of one colour: one value per group. */
export interface BarSeries {
  readonly label: string;
  /** In the order of the groups; what is not finite leaves a gap. */
  readonly values: readonly number[];
}

export interface BarPlotOptions extends PictureOptions {
  /** Names under the groups. */
  readonly groups: readonly string[];
  /** What the groups are. */
  readonly groupTitle: string;
  readonly y: AxisOptions;
  readonly series: readonly BarSeries[];
}

const GROUP_FILL_RATIO = 0.8;

/** Bars in groups, for figures side by side, as the text of an SVG file. */
export function barPlot(options: BarPlotOptions): string {
  const { groups, series, y: axis } = options;
  const frame = new Frame(
    options,
    series.map(({ label }, index) => ({ label, index })),
  );
  const { left, right, bottom } = frame.area;
  const values = series.flatMap((one) => one.values);
  // Lengths can be compared only from 0 on; a logarithmic axis has no 0.
  const y = frame.vertical(axis, axis.scale === 'log' ? values : [0, ...values]);
  const groupWidth = (right - left) / Math.max(1, groups.length);
  const barWidth = (groupWidth * GROUP_FILL_RATIO) / Math.max(1, series.length);
  const bars = series.flatMap((one, index) =>
    groups.flatMap((_, group) => {
      const x = left + groupWidth * (group + (1 - GROUP_FILL_RATIO) / 2) + barWidth * index;
      return drawBar(one.values[group] ?? Number.NaN, y, { x, width: barWidth, index });
    }),
  );
  const names = groups.map((name, group) =>
    svgText(name, {
      x: left + groupWidth * (group + 0.5),
      y: bottom + 17,
      class: 'tick',
      'text-anchor': 'middle',
    }),
  );
  return frame.picture([
    ...frame.drawVertical(axis, y),
    ...names,
    frame.horizontalTitle(options.groupTitle, (left + right) / 2),
    ...bars,
  ]);
}

interface BarPlace {
  readonly x: number;
  readonly width: number;
  readonly index: number;
}

function drawBar(value: number, scale: Scale, place: BarPlace): string[] {
  if (!scale.holds(value)) return [];
  const base = scale.at(scale.type === 'log' ? scale.domain[0] : 0);
  const end = scale.at(value);
  return [
    element('rect', {
      x: place.x,
      y: Math.min(base, end),
      // A value that is there shows, however small.
      height: Math.max(1, Math.abs(base - end)),
      width: Math.max(0.5, place.width - 1),
      class: `bar ${colourClass(place.index)}`,
    }),
  ];
}
