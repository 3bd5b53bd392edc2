import type { Frame } from './frame.js';
import type { Scale } from './scale.js';
import { element, svgText } from './svg.js';

/** Something that went on for a while, or happened once. */
export interface Span {
  readonly from: number;
  /** Equal to `from` for what happened at an instant. */
  readonly to: number;
  readonly label: string;
}

const ROW_HEIGHT = 14;
const ROW_COUNT_MAX = 4;
/** Wide enough for any letter of the sans-serif faces in use, at 11 px. */
const CHARACTER_WIDTH = 6;
const LABEL_GAP = 8;

/** Shades what went on, marks what happened, and names both above the data. */
export function drawSpans(frame: Frame, x: Scale, spans: readonly Span[]): string[] {
  const ordered = [...spans].sort((left, right) => left.from - right.from);
  const rowEnds: number[] = [];
  const placed = ordered.map((span) => {
    const width = span.label.length * CHARACTER_WIDTH;
    const start = Math.min(x.at(span.from) + 2, frame.area.right - width);
    const free = rowEnds.findIndex((end) => end + LABEL_GAP <= start);
    const row = free === -1 ? rowEnds.length : free;
    rowEnds[row] = start + width;
    return { span, start, row };
  });
  // What finds no row stays without a name, rather than take all room from the data.
  const rowCount = Math.min(ROW_COUNT_MAX, rowEnds.length);
  const { top } = frame.area;
  frame.reserveTop(rowCount * ROW_HEIGHT);
  return placed.flatMap(({ span, start, row }) => [
    drawMark(frame, [x.at(span.from), x.at(span.to)], top + Math.min(row, rowCount) * ROW_HEIGHT),
    ...(row < rowCount
      ? [svgText(span.label, { x: start, y: top + (row + 1) * ROW_HEIGHT - 4, class: 'mark' })]
      : []),
  ]);
}

function drawMark(frame: Frame, [from, to]: readonly [number, number], top: number): string {
  const { bottom } = frame.area;
  if (to <= from)
    return element('line', { x1: from, x2: from, y1: top, y2: bottom, class: 'instant' });
  return element('rect', {
    x: from,
    y: top,
    width: to - from,
    height: bottom - top,
    class: 'span',
  });
}
