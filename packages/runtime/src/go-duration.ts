const NANOSECONDS_PER_UNIT: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  // Go accepts both the micro sign and the Greek letter.
  '\u00b5s': 1e3,
  '\u03bcs': 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** Longest duration text that is read; every sensible one is far shorter. */
const TEXT_LENGTH_MAX = 64;

/** Go's `time.Duration` holds 63 bits of nanoseconds, about 292 years. */
const NANOSECONDS_MAX = 2 ** 63;

/**
 * Reads a duration as Go writes it: `10s`, `1h30m`, `250ms`, `-1.5h`, `0`.
 *
 * @returns nanoseconds, or undefined when the text is no duration or does not fit 63 bits. Values
 * above 2^53 ns (104 days) are rounded to what a number can hold.
 *
 * Source: documentation of Go's time.ParseDuration.
 */
export function parseGoDuration(text: string): number | undefined {
  if (text.length > TEXT_LENGTH_MAX) return undefined;
  const sign = text.startsWith('-') ? -1 : 1;
  const unsigned = /^[+-]/.test(text) ? text.slice(1) : text;
  if (unsigned === '0') return 0;
  const part = /(\d+\.?\d*|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y;
  let totalNs = 0;
  while (part.lastIndex < unsigned.length) {
    const match = part.exec(unsigned);
    if (match === null) return undefined;
    totalNs += Number(match[1]) * (NANOSECONDS_PER_UNIT[match[2] ?? ''] ?? Number.NaN);
  }
  if (unsigned === '' || !(totalNs < NANOSECONDS_MAX)) return undefined;
  // A sum of zero keeps no sign: Go has no negative zero.
  return Math.trunc(totalNs) * sign || 0;
}

/** Reads a duration as {@link parseGoDuration} does. @returns milliseconds, or undefined. */
export function parseGoDurationMs(text: string): number | undefined {
  const nanoseconds = parseGoDuration(text);
  return nanoseconds === undefined ? undefined : nanoseconds / 1e6;
}

/**
 * Writes nanoseconds as Go prints a duration: `1h0m0s`, `1.5s`, `581.649\u00b5s`, `0s`.
 *
 * Source: documentation of Go's Duration.String.
 */
export function formatGoDuration(nanoseconds: number): string {
  const whole = Math.trunc(nanoseconds);
  if (whole === 0) return '0s';
  const sign = whole < 0 ? '-' : '';
  const size = Math.abs(whole);
  if (size < 1e3) return `${sign}${size}ns`;
  if (size < 1e6) return `${sign}${decimal(size, 3)}\u00b5s`;
  if (size < 1e9) return `${sign}${decimal(size, 6)}ms`;
  const minutesTotal = Math.floor(size / 60e9);
  const seconds = decimal(size % 60e9, 9);
  if (minutesTotal === 0) return `${sign}${seconds}s`;
  const hours = Math.floor(minutesTotal / 60);
  const minutes = minutesTotal % 60;
  return hours === 0 ? `${sign}${minutes}m${seconds}s` : `${sign}${hours}h${minutes}m${seconds}s`;
}

/** A whole number with its last `digits` digits behind a point, trailing zeros dropped. */
function decimal(value: number, digits: number): string {
  const text = String(value).padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  const integer = text.slice(0, -digits);
  return fraction === '' ? integer : `${integer}.${fraction}`;
}
