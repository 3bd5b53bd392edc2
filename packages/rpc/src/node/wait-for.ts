import type { Clock } from '@konsul/runtime';
import { RpcError } from '../errors.js';

export interface WaitOptions<T> {
  readonly clock: Clock;
  /** The monotonic instant at which waiting ends, or undefined for none. */
  readonly untilMs: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** Takes what comes when nobody waits for it any more. */
  readonly onUnwanted: (value: T) => void;
}

/**
 * Waits for something that others may wait for too, no longer than one caller wants to: rejects
 * with `DEADLINE_EXCEEDED` or `CANCELLED`, both as not run, and leaves the rest to go on.
 */
export function waitFor<T>(promise: Promise<T>, options: WaitOptions<T>): Promise<T> {
  const { clock, untilMs, signal, onUnwanted } = options;
  if (untilMs === undefined && signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    let isWaiting = true;
    const onAbort = (): void => finish(() => reject(cancelled()));
    const cancelTimer =
      untilMs === undefined
        ? undefined
        : clock.schedule(untilMs, () => finish(() => reject(tooLate())));
    const finish = (settle: () => void): void => {
      isWaiting = false;
      cancelTimer?.();
      signal?.removeEventListener('abort', onAbort);
      settle();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    promise.then(
      (value) => (isWaiting ? finish(() => resolve(value)) : onUnwanted(value)),
      (error: unknown) => finish(() => reject(error)),
    );
    if (signal?.aborted === true) onAbort();
  });
}

function cancelled(): RpcError {
  return new RpcError('CANCELLED', 'the caller gave up before the peer was reached');
}

function tooLate(): RpcError {
  return new RpcError('DEADLINE_EXCEEDED', 'the peer was not reached within the deadline');
}
