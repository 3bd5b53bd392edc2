import { Frame, type PictureOptions } from './frame.js';
import { formatNumber } from './scale.js';
import { element, svgText } from './svg.js';

export interface HeatGridOptions extends PictureOptions {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly rowTitle: string;
  readonly columnTitle: string;
  /** By row, then column. What is not finite is shown as a dash. */
  readonly values: readonly (readonly number[])[];
  /** Shade by the logarithm, for values over many powers of ten. Default false. */
  readonly isLogarithmic?: boolean;
  /** How a value reads in its cell. Default three digits. */
  readonly format?: (value: number) => string;
}

const LEFT_MARGIN = 110;
/** Below this the words in a cell would be hard to read on the cell's own colour. */
const OPACITY_MIN = 0.06;
const OPACITY_MAX = 0.75;

/** A table whose cells are shaded by their values, as the text of an SVG file. */
export function heatGrid(options: HeatGridOptions): string {
  const { rows, columns, values, format = formatNumber } = options;
  const frame = new Frame(options, [], LEFT_MARGIN);
  const { left, right, top, bottom } = frame.area;
  const width = (right - left) / Math.max(1, columns.length);
  const height = (bottom - top) / Math.max(1, rows.length);
  const shade = createShade(values.flat(), options.isLogarithmic ?? false);
  const cells = rows.flatMap((_, row) =>
    columns.flatMap((_name, column) => {
      const value = values[row]?.[column] ?? Number.NaN;
      const x = left + column * width;
      const y = top + row * height;
      return [
        element('rect', { x, y, width, height, class: 'cell', 'fill-opacity': shade(value) }),
        svgText(Number.isFinite(value) ? format(value) : '–', {
          x: x + width / 2,
          y: y + height / 2 + 4,
          class: 'value',
          'text-anchor': 'middle',
        }),
      ];
    }),
  );
  const rowNames = rows.map((name, row) =>
    svgText(name, {
      x: left - 7,
      y: top + (row + 0.5) * height + 4,
      class: 'tick',
      'text-anchor': 'end',
    }),
  );
  const columnNames = columns.map((name, column) =>
    svgText(name, {
      x: left + (column + 0.5) * width,
      y: bottom + 17,
      class: 'tick',
      'text-anchor': 'middle',
    }),
  );
  return frame.picture([
    ...cells,
    ...rowNames,
    ...columnNames,
    frame.horizontalTitle(options.columnTitle, (left + right) / 2),
    frame.verticalTitle(options.rowTitle),
  ]);
}

function createShade(values: readonly number[], isLogarithmic: boolean): (value: number) => number {
  const position = (value: number): number =>
    isLogarithmic ? (value > 0 ? Math.log10(value) : Number.NEGATIVE_INFINITY) : value;
  const positions = values.map(position).filter((value) => Number.isFinite(value));
  const low = positions.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = positions.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return (value) => {
    const at = position(value);
    if (!Number.isFinite(at)) return 0;
    const ratio = high > low ? (at - low) / (high - low) : 0.5;
    return OPACITY_MIN + ratio * (OPACITY_MAX - OPACITY_MIN);
  };
}
