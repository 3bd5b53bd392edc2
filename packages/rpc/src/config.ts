import { option } from '@konsul/runtime';
import { refuseOption } from './errors.js';

/** Largest frame taken when nothing else is said: 16 MiB. */
export const DEFAULT_FRAME_BYTES_MAX: number = 16 * 1024 * 1024;

/** How long opening a connection may take: 10 s, what far links have been found to need. */
export const DEFAULT_DIAL_TIMEOUT_MS = 10_000;

/** How long a pooled connection may be unused: 2 min. */
export const DEFAULT_IDLE_TIMEOUT_MS = 120_000;

/** How long a dialler may take for its hello: 5 s. */
export const DEFAULT_HANDSHAKE_TIMEOUT_MS = 5_000;

/** How long a call may take when nothing else is said: 60 s. */
export const DEFAULT_CALL_DEADLINE_MS = 60_000;

/** Silence after which a connection is tested, 30 s, and how long the answer may take, 10 s. */
export const DEFAULT_KEEP_ALIVE_INTERVAL_MS = 30_000;
export const DEFAULT_KEEP_ALIVE_TIMEOUT_MS = 10_000;

/** Calls open at one time on one connection, at either end. */
export const DEFAULT_CALL_COUNT_MAX = 16_384;

/** Bytes of requests whose calls are open, per connection, at either end: 64 MiB. */
export const DEFAULT_REQUEST_BYTES_MAX: number = 64 * 1024 * 1024;

/** What a streaming answer may run ahead of its reader: 256 KiB. */
export const DEFAULT_WINDOW_BYTES: number = 256 * 1024;

/** Limits that every part of a frame's way has to keep: 4 KiB to 256 MiB. */
export const FRAME_BYTES_BOUNDS: Bounds = { min: 4 * 1024, max: 256 * 1024 * 1024 };

/** Any timeout: 1 ms to one day. */
export const TIMEOUT_BOUNDS: Bounds = { min: 1, max: 86_400_000 };

/** Any count: 1 to a million. */
export const COUNT_BOUNDS: Bounds = { min: 1, max: 1_000_000 };

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/**
 * Checks one numeric option.
 *
 * @returns the value, or the default when there is none.
 * @throws RpcError `INVALID_CONFIG` naming the option, its value and its bounds.
 */
export function boundedOption(
  named: Readonly<Record<string, number | undefined>>,
  fallback: number,
  bounds: Bounds,
): number {
  const [name = '', value = fallback] = Object.entries(named)[0] ?? [];
  const problem = option.integer(bounds.min, bounds.max)(value, name);
  return problem === undefined ? value : refuseOption(problem);
}
