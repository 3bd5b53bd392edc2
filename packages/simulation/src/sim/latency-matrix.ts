import { SimulationError } from '../simulation-error.js';

/** One-way latencies between places, in milliseconds. */
export interface LatencyMatrix {
  readonly places: readonly string[];
  /** By row: from, then to. 0 where nothing was measured; the largest of a row stands in then. */
  readonly oneWayMs: readonly (readonly number[])[];
}

export interface MatrixOptions {
  /** What the numbers are. Default `rtt`; half of a round trip counts as one way. */
  readonly kind: 'rtt' | 'one-way';
  readonly unit: 'ms' | 's';
}

const PLACE_COUNT_MAX = 10_000;
const LATENCY_MS_MAX = 3_600_000;

/**
 * Reads a square table: a first line of names after a corner cell, then per line a name and its
 * numbers, all with commas.
 *
 * @throws SimulationError `DESCRIPTION_SYNTAX` with the line.
 */
export function parseLatencyMatrix(text: string, options: MatrixOptions): LatencyMatrix {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const [, ...places] = (lines[0] ?? '').split(',').map((cell) => cell.trim());
  const rows = lines.slice(1);
  if (places.length === 0 || rows.length !== places.length || rows.length > PLACE_COUNT_MAX) {
    throw syntaxError(1, `${places.length} columns and ${rows.length} rows are no square table`);
  }
  const factor = (options.unit === 's' ? 1000 : 1) * (options.kind === 'rtt' ? 0.5 : 1);
  const oneWayMs = rows.map((line, index) => {
    const cells = line.split(',').slice(1);
    if (cells.length !== places.length) {
      throw syntaxError(index + 2, `${cells.length} numbers for ${places.length} columns`);
    }
    return cells.map((cell) => {
      const value = Number(cell) * factor;
      if (cell.trim() === '' || !(value >= 0 && value <= LATENCY_MS_MAX)) {
        throw syntaxError(index + 2, `${cell.trim() || 'nothing'} is no latency`);
      }
      return value;
    });
  });
  return { places, oneWayMs: oneWayMs.map(fillGaps) };
}

/** A zero off the diagonal means that nothing was measured; the worst known stands in for it. */
function fillGaps(row: readonly number[], self: number): number[] {
  const worst = row.reduce((largest, value) => Math.max(largest, value), 0);
  return row.map((value, index) => (value === 0 && index !== self ? worst : value));
}

function syntaxError(lineNumber: number, why: string): SimulationError {
  return new SimulationError('DESCRIPTION_SYNTAX', `matrix line ${lineNumber}: ${why}`);
}
