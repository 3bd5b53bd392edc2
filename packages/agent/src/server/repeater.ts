import type { Cancel, Clock } from '@konsul/runtime';

/** Does something again and again, one at a time, at an interval and whenever it is asked for. */
export interface Repeater {
  /** Do it soon; asking while it is being done makes it run once more. */
  trigger(): void;
  stop(): void;
}

export interface RepeaterOptions {
  readonly intervalMs: number;
  readonly clock: Clock;
  /** A rejection is told to `onError`, and the next turn comes as if nothing had happened. */
  readonly task: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Runs for the first time when triggered, or after the interval. */
export function createRepeater({ intervalMs, clock, task, onError }: RepeaterOptions): Repeater {
  let cancel: Cancel | undefined;
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;

  const arm = (): void => {
    cancel?.();
    cancel = clock.schedule(clock.nowMs() + intervalMs, trigger);
  };
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        await task();
      } catch (error) {
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
