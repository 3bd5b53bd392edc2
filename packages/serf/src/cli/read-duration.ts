import { parseGoDurationMs } from '@konsul/runtime';

/** Reads how long to wait, as Go writes durations. @returns milliseconds; undefined if negative or none. */
export function readDurationMs(text: string): number | undefined {
  const durationMs = parseGoDurationMs(text);
  return durationMs === undefined || durationMs < 0 ? undefined : durationMs;
}
