import type { Clock } from '@konsul/runtime';

export interface WaitOptions {
  readonly clock: Clock;
  /** How long to go on asking. */
  readonly timeoutMs: number;
  /** Pause between an answer and the next question. */
  readonly intervalMs: number;
  /** Ends the wait: it then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/**
 * Asks until there is an answer, and at least once.
 *
 * @param probe - resolves with undefined for "not yet"; must end by itself.
 * @returns the answer, or undefined when the time is over.
 */
export async function waitUntil<T>(
  probe: () => Promise<T | undefined>,
  { clock, timeoutMs, intervalMs, signal }: WaitOptions,
): Promise<T | undefined> {
  const deadlineMs = clock.nowMs() + timeoutMs;
  for (;;) {
    signal.throwIfAborted();
    const answer = await probe();
    if (answer !== undefined) return answer;
    if (clock.nowMs() + intervalMs > deadlineMs) return undefined;
    await pause(intervalMs, { clock, signal });
  }
}

/** Resolves after a time, or when there is no more need to wait. */
function pause(
  durationMs: number,
  { clock, signal }: Pick<WaitOptions, 'clock' | 'signal'>,
): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.schedule(clock.nowMs() + durationMs, end);
    signal.addEventListener('abort', end);
  });
}
