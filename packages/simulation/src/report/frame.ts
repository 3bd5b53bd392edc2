import { createScale, type Scale, type ScaleOptions, type ScaleType } from './scale.js';
import { element, escapeText, svgText } from './svg.js';
import { PALETTE_SIZE, STYLE } from './theme.js';

/** One axis of a plot. */
export interface AxisOptions {
  /** What is shown, with its unit: `latency, ms`. */
  readonly title: string;
  /** Default linear. */
  readonly scale?: ScaleType;
  /** Fixes an end; by default all values are visible. */
  readonly min?: number;
  readonly max?: number;
}

/** What every picture has. */
export interface PictureOptions {
  readonly title: string;
  /** Under the title: what was run, with which seed. May have several lines. */
  readonly subtitle?: string;
  /** In pixels. Default 720. */
  readonly width?: number;
  /** In pixels. Default 420. */
  readonly height?: number;
}

/** The rectangle that data are drawn in. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LegendEntry {
  readonly label: string;
  /** Which colour of the palette. */
  readonly index: number;
  readonly isDashed?: boolean;
}

const DEFAULT_WIDTH = 720;
const DEFAULT_HEIGHT = 420;
const MARGIN = { left: 66, right: 18, bottom: 52 } as const;
const SUBTITLE_ROW_HEIGHT = 18;
const LEGEND_ROW_HEIGHT = 18;
/** Wide enough for any digit or letter of the sans-serif faces in use, at 12 px. */
const CHARACTER_WIDTH = 7;
const LEGEND_MARK_WIDTH = 34;

/** Lays out title and legend, and says what is left for the data. */
export class Frame {
  readonly width: number;
  readonly height: number;
  area: PlotArea;
  readonly #head: string[];
  readonly #title: string;

  constructor(options: PictureOptions, legend: readonly LegendEntry[], leftMargin?: number) {
    this.width = options.width ?? DEFAULT_WIDTH;
    this.height = options.height ?? DEFAULT_HEIGHT;
    this.#title = options.title;
    const left = leftMargin ?? MARGIN.left;
    this.#head = [svgText(options.title, { x: left, y: 24, class: 'title' })];
    let top = 34;
    if (options.subtitle !== undefined) {
      for (const line of options.subtitle.split('\n')) {
        this.#head.push(svgText(line, { x: left, y: top + 8, class: 'note' }));
        top += SUBTITLE_ROW_HEIGHT;
      }
    }
    const rows = legendRows(legend, this.width - left - MARGIN.right);
    for (const row of rows) {
      top += LEGEND_ROW_HEIGHT;
      let x = left;
      for (const entry of row) {
        this.#head.push(...legendMark(entry, x, top - 6));
        x += legendWidth(entry);
      }
    }
    this.area = {
      left,
      top: top + 10,
      right: this.width - MARGIN.right,
      bottom: this.height - MARGIN.bottom,
    };
  }

  /** Takes room for something of one's own away from the top of the data. */
  reserveTop(height: number): void {
    this.area = { ...this.area, top: this.area.top + height };
  }

  horizontal(axis: AxisOptions, values: readonly number[]): Scale {
    return this.#scale(axis, values, [this.area.left, this.area.right]);
  }

  vertical(axis: AxisOptions, values: readonly number[]): Scale {
    return this.#scale(axis, values, [this.area.bottom, this.area.top]);
  }

  /** Marks, numbers and title under the data. */
  drawHorizontal(axis: AxisOptions, scale: Scale): string[] {
    const { left, right, top, bottom } = this.area;
    const parts = scale.ticks().flatMap(({ value, label }) => {
      const x = scale.at(value);
      return [
        element('line', { x1: x, x2: x, y1: top, y2: bottom, class: 'grid' }),
        svgText(label, { x, y: bottom + 17, class: 'tick', 'text-anchor': 'middle' }),
      ];
    });
    return [...parts, this.horizontalTitle(axis.title, (left + right) / 2)];
  }

  /** Marks, numbers and title beside the data. */
  drawVertical(axis: AxisOptions, scale: Scale): string[] {
    const { left, right } = this.area;
    const parts = scale.ticks().flatMap(({ value, label }) => {
      const y = scale.at(value);
      return [
        element('line', { x1: left, x2: right, y1: y, y2: y, class: 'grid' }),
        svgText(label, { x: left - 7, y: y + 4, class: 'tick', 'text-anchor': 'end' }),
      ];
    });
    return [...parts, this.verticalTitle(axis.title)];
  }

  horizontalTitle(title: string, x: number): string {
    return svgText(title, { x, y: this.height - 14, class: 'axis', 'text-anchor': 'middle' });
  }

  verticalTitle(title: string): string {
    const y = (this.area.top + this.area.bottom) / 2;
    return svgText(title, {
      class: 'axis',
      'text-anchor': 'middle',
      transform: `translate(16 ${Math.round(y)}) rotate(-90)`,
    });
  }

  /** The whole picture as text; ends with a line feed, as a file should. */
  picture(parts: readonly string[]): string {
    const { left, right, top, bottom } = this.area;
    const body = [
      `<title>${escapeText(this.#title)}</title>`,
      `<style>${STYLE}</style>`,
      element('rect', { width: this.width, height: this.height, class: 'back' }),
      ...this.#head,
      ...parts,
      element('path', { d: `M${left} ${top}V${bottom}H${right}`, class: 'rim' }),
    ];
    const attributes = {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${this.width} ${this.height}`,
      width: this.width,
      height: this.height,
      role: 'img',
    };
    return `${element('svg', attributes, ['\n', body.join('\n'), '\n'])}\n`;
  }

  #scale(axis: AxisOptions, values: readonly number[], range: ScaleOptions['range']): Scale {
    const { scale: type = 'linear', min, max } = axis;
    return createScale({ type, values, min, max, range });
  }
}

/** The class that gives a series its colour; colours repeat when there are too many series. */
export function colourClass(index: number): string {
  return `c${index % PALETTE_SIZE}`;
}

function legendRows(entries: readonly LegendEntry[], width: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [];
  let usedWidth = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const ownWidth = legendWidth(entry);
    if (usedWidth + ownWidth > width) {
      rows.push([]);
      usedWidth = 0;
    }
    rows.at(-1)?.push(entry);
    usedWidth += ownWidth;
  }
  return rows;
}

function legendWidth({ label }: LegendEntry): number {
  return LEGEND_MARK_WIDTH + label.length * CHARACTER_WIDTH + 10;
}

function legendMark(entry: LegendEntry, x: number, y: number): string[] {
  const dash = entry.isDashed === true ? ' dashed' : '';
  return [
    element('line', {
      x1: x,
      x2: x + LEGEND_MARK_WIDTH - 10,
      y1: y,
      y2: y,
      class: `series ${colourClass(entry.index)}${dash}`,
    }),
    svgText(entry.label, { x: x + LEGEND_MARK_WIDTH - 4, y: y + 4, class: 'legend' }),
  ];
}
