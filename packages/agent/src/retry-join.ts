import { type Cancel, type Clock, type Logger, type Rng, randomBetween } from '@konsul/runtime';
import type { Serf } from '@konsul/serf';
import { gossipKeyHint } from './gossip/join-reason.js';

/** Machines that are started together are not all up when the first of them asks. */
const FIRST_RETRY_MS = 500;

export interface RetryJoinOptions {
  readonly pool: Pick<Serf, 'join'>;
  /** For log lines: LAN or WAN. */
  readonly poolName: string;
  readonly addresses: readonly string[];
  /** The longest pause between two attempts. */
  readonly intervalMs: number;
  /** The first attempt and those after a whole interval count; 0 never gives up. */
  readonly attemptCountMax: number;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly logger: Logger;
  /** Called once when the last attempt has failed. */
  readonly onExhausted: () => void;
}

/**
 * Tries to join until one address answers: again after half a second, then after 1 s, 2 s and so on
 * up to the interval, each less up to half of it at random until the interval is reached.
 *
 * @returns what ends the trying.
 */
export function retryJoin(options: RetryJoinOptions): () => void {
  const { pool, poolName, addresses, intervalMs, clock, rng, logger, attemptCountMax } = options;
  let isStopped = false;
  let cancel: Cancel | undefined;
  let pauseMs = FIRST_RETRY_MS;
  let attemptCount = 1;

  /** Attempts that follow quickly do not count, so that giving up takes as long as was asked for. */
  const retryLater = (error: unknown): void => {
    const isWholeInterval = pauseMs >= intervalMs;
    const retryMs = isWholeInterval ? intervalMs : randomBetween(rng, pauseMs / 2, pauseMs);
    const hint = gossipKeyHint(String(error));
    logger.warn(`join ${poolName} failed, will retry`, {
      error,
      ...(hint === undefined ? {} : { hint }),
      retryMs: Math.round(retryMs),
    });
    pauseMs *= 2;
    cancel = clock.schedule(clock.nowMs() + retryMs, () => {
      if (isWholeInterval) attemptCount += 1;
      void attempt();
    });
  };
  const attempt = async (): Promise<void> => {
    try {
      const joinedCount = await pool.join(addresses);
      if (!isStopped) logger.info(`join ${poolName} completed`, { joinedCount });
    } catch (error) {
      if (isStopped) return;
      if (attemptCountMax === 0 || attemptCount < attemptCountMax) {
        retryLater(error);
        return;
      }
      logger.error(`max join ${poolName} retry exhausted, exiting`, { attemptCount, error });
      options.onExhausted();
    }
  };
  if (addresses.length > 0) void attempt();
  return () => {
    isStopped = true;
    cancel?.();
  };
}
