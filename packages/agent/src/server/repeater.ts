import { type Cancel, type Clock, type Rng, randomBetween } from '@konsul/runtime';

/** What failed is tried again after about this long, and after ever longer up to the interval. */
const FIRST_RETRY_MS = 1000;

/** Does something again and again, one at a time, at an interval and whenever it is asked for. */
export interface Repeater {
  /** Do it soon; asking while it is being done makes it run once more. */
  trigger(): void;
  stop(): void;
}

export interface RepeaterOptions {
  readonly intervalMs: number;
  readonly clock: Clock;
  readonly rng: Rng;
  /** A rejection is told to `onError`, and the task is tried again soon. */
  readonly task: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/**
 * Runs for the first time when triggered, or after the interval. A task that failed is tried again
 * after 1 s, then 2 s, 4 s and so on up to the interval, each less up to half of it at random.
 */
export function createRepeater(options: RepeaterOptions): Repeater {
  const { intervalMs, clock, rng, task, onError } = options;
  let cancel: Cancel | undefined;
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;
  let failureCount = 0;

  const delayMs = (): number => {
    if (failureCount === 0) return intervalMs;
    const retryMs = Math.min(intervalMs, FIRST_RETRY_MS * 2 ** (failureCount - 1));
    return randomBetween(rng, retryMs / 2, retryMs);
  };
  const arm = (): void => {
    cancel?.();
    cancel = clock.schedule(clock.nowMs() + delayMs(), trigger);
  };
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        await task();
        failureCount = 0;
      } catch (error) {
        failureCount += 1;
        if (!isStopped) onError(error);
      }
    }
    isRunning = false;
    if (!isStopped) arm();
  };
  function trigger(): void {
    isWanted = true;
    if (!isRunning && !isStopped) void run();
  }

  arm();
  return {
    trigger,
    stop: () => {
      isStopped = true;
      cancel?.();
    },
  };
}
