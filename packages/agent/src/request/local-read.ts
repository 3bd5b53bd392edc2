import type { Clock, Rng } from '@konsul/runtime';
import type { ReadEndpoint, ReadResult } from '../endpoints/endpoint.js';
import type { WaitableWatchSet } from '../state/watch-set.js';
import { RequestError } from './request-error.js';
import type { ServerRole } from './server-role.js';
import { jitteredWaitMs } from './wait-time.js';

export interface WaitingRead {
  readonly minIndex: number;
  readonly waitMs: number;
  readonly signal: AbortSignal | undefined;
}

/** What a waiting read takes from the world. */
export interface WaitingWorld {
  readonly clock: Clock;
  readonly rng: Rng;
}

/**
 * Reads from this server's state; with an index, waits until the result's is greater, or the time
 * is up. Running out of time is no failure: the answer is then what the state holds.
 */
export async function readLocally<Request, Response>(
  endpoint: ReadEndpoint<Request, Response>,
  request: Request,
  options: WaitingRead & { readonly role: ServerRole; readonly world: WaitingWorld },
): Promise<ReadResult<Response>> {
  const { role, world, minIndex, signal } = options;
  const read = (): { result: ReadResult<Response>; watch: WaitableWatchSet } => {
    const watch = role.createWatchSet();
    return { result: endpoint.read(role.state, request, watch), watch };
  };
  let { result, watch } = read();
  if (minIndex === 0) return result;
  const untilMs = world.clock.nowMs() + jitteredWaitMs(options.waitMs, world.rng);
  while (result.index <= minIndex) {
    const isFired = await waitForFire(watch, { untilMs, signal, clock: world.clock });
    ({ result, watch } = read());
    if (!isFired) break;
  }
  return result;
}

/** @returns false when the time ran out first. */
function waitForFire(
  watch: WaitableWatchSet,
  wait: {
    readonly untilMs: number;
    readonly signal: AbortSignal | undefined;
    readonly clock: Clock;
  },
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const { signal } = wait;
    const finish = (settle: () => void): void => {
      cancelWatch?.();
      cancelTimer();
      signal?.removeEventListener('abort', onAbort);
      settle();
    };
    const onAbort = (): void => finish(() => reject(cancelled()));
    const cancelTimer = wait.clock.schedule(wait.untilMs, () => finish(() => resolve(false)));
    let cancelWatch: (() => void) | undefined;
    if (signal?.aborted === true) {
      onAbort();
      return;
    }
    signal?.addEventListener('abort', onAbort);
    cancelWatch = watch.onFire(() => finish(() => resolve(true)));
  });
}

export function cancelled(): RequestError {
  return new RequestError('CANCELLED', 'the caller gave up');
}
