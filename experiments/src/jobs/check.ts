/** A bound that was set before, and how it came out. */
export interface Check {
  readonly what: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

/** Whether a value is within its bounds; what could not be measured is not. */
export function isPassed({ value, min, max }: Check): boolean {
  return value >= min && value <= max;
}

/** One line for a terminal. */
export function checkLine(check: Check): string {
  const { what, unit } = check;
  return `${isPassed(check) ? 'pass' : 'FAIL'}  ${what}: ${shown(check.value)} ${unit}, ${bounds(check)}`;
}

/** A table for a report. */
export function checkTable(checks: readonly Check[]): string {
  const rows = checks.map(
    (check) =>
      `| ${check.what} | ${shown(check.value)} ${check.unit} | ${bounds(check)} | ${
        isPassed(check) ? 'pass' : '**fail**'
      } |`,
  );
  return ['| bound | ours | wanted | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

export function shown(value: number, digits = 3): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : '–';
}

function bounds({ min, max, unit }: Check): string {
  if (min === Number.NEGATIVE_INFINITY) return `at most ${max} ${unit}`;
  if (max === Number.POSITIVE_INFINITY) return `at least ${min} ${unit}`;
  return `${min} to ${max} ${unit}`;
}
