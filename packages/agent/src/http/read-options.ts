import { parseGoDurationMs } from '@konsul/runtime';
import type { Consistency, ReadOptions } from '../request/gateway.js';
import type { ApiRequest } from './api-request.js';
import { HttpError } from './http-error.js';

/** What a read takes from the configuration. */
export interface ReadDefaults {
  /** Lets plain reads be answered by any server that heard the leader within this; 0: not. */
  readonly maxStaleMs: number;
}

/**
 * How a read is to be made: consistency, what to wait for and how long, where.
 *
 * @throws HttpError 400 in the words of Consul's API.
 */
export function readOptionsOf(request: ApiRequest, defaults: ReadDefaults): ReadOptions {
  const { consistency, maxStaleMs } = consistencyOf(request, defaults);
  return {
    ...request.options,
    consistency,
    maxStaleMs,
    minIndex: parseIndex(request.text('index')),
    waitMs: parseWait(request.text('wait')),
  };
}

/** How long a reader is ready to wait; 0 where it does not say. @throws HttpError 400 */
export function parseWait(text: string): number {
  const waitMs = text === '' ? 0 : parseGoDurationMs(text);
  if (waitMs === undefined || waitMs < 0) throw new HttpError(400, 'Invalid wait time');
  return waitMs;
}

function parseIndex(text: string): number {
  if (text === '') return 0;
  if (!/^\d{1,20}$/.test(text)) throw new HttpError(400, 'Invalid index');
  // An index that no log reaches waits just as well when it is cut.
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
}

function consistencyOf(
  request: ApiRequest,
  defaults: ReadDefaults,
): { readonly consistency: Consistency; readonly maxStaleMs: number } {
  const isConsistent = request.isOn('consistent');
  const maxStale = request.text('max_stale');
  const maxStaleMs = maxStale === '' ? 0 : parseGoDurationMs(maxStale);
  if (maxStaleMs === undefined || maxStaleMs < 0) {
    throw new HttpError(400, `Invalid max_stale value ${JSON.stringify(maxStale)}`);
  }
  const isStale = request.isOn('stale') || maxStale !== '';
  for (const [name, isOn] of [
    ['stale', isStale],
    ['cached', request.isOn('cached')],
  ] as const) {
    if (isConsistent && isOn) {
      throw new HttpError(400, `Cannot specify ?${name} with ?consistent, conflicting semantics.`);
    }
  }
  if (isConsistent) return { consistency: 'consistent', maxStaleMs: 0 };
  if (isStale) return { consistency: 'stale', maxStaleMs };
  if (defaults.maxStaleMs > 0 && !request.isOn('leader')) {
    return { consistency: 'stale', maxStaleMs: defaults.maxStaleMs };
  }
  return { consistency: 'default', maxStaleMs: 0 };
}
