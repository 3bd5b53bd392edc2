const MILLISECONDS_PER_UNIT: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  '\u00b5s': 1e-3,
  '\u03bcs': 1e-3,
  ms: 1,
  s: 1e3,
  m: 60e3,
  h: 3_600e3,
};
/** Longest text that is read; every sensible duration is far shorter. */
const TEXT_LENGTH_MAX = 64;

/**
 * Reads a duration that is not negative, as Go writes it: `10s`, `1h30m`, `1.5s`, `0`.
 *
 * @returns milliseconds, or undefined when the text is no such duration.
 *
 * Source: documentation of Go's time.ParseDuration.
 */
export function parseGoDurationMs(text: string): number | undefined {
  if (text.length > TEXT_LENGTH_MAX) return undefined;
  if (text === '0') return 0;
  const part = /(\d+\.?\d*|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y;
  let totalMs = 0;
  while (part.lastIndex < text.length) {
    const match = part.exec(text);
    if (match === null) return undefined;
    totalMs += Number(match[1]) * (MILLISECONDS_PER_UNIT[match[2] ?? ''] ?? Number.NaN);
  }
  return text === '' ? undefined : totalMs;
}
