import type { Clock, Logger } from '@konsul/runtime';
import type { Serf } from '@konsul/serf';

export interface RetryJoinOptions {
  readonly pool: Serf;
  /** For log lines: LAN or WAN. */
  readonly poolName: string;
  readonly addresses: readonly string[];
  readonly intervalMs: number;
  /** 0 never gives up. */
  readonly attemptCountMax: number;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called once when the last attempt has failed. */
  readonly onExhausted: () => void;
}

/** Tries to join until one address answers. @returns what ends the trying. */
export function retryJoin(options: RetryJoinOptions): () => void {
  const { pool, poolName, addresses, clock, logger, attemptCountMax } = options;
  let isStopped = false;
  let cancel: () => void = () => undefined;
  const attempt = async (attemptCount: number): Promise<void> => {
    try {
      const joinedCount = await pool.join(addresses);
      logger.info(`join ${poolName} completed`, { joinedCount });
    } catch (error) {
      if (isStopped) return;
      if (attemptCountMax > 0 && attemptCount >= attemptCountMax) {
        logger.error(`max join ${poolName} retry exhausted, exiting`, { attemptCount });
        options.onExhausted();
        return;
      }
      logger.warn(`join ${poolName} failed, will retry`, {
        error,
        retryIntervalMs: options.intervalMs,
      });
      cancel = clock.schedule(
        clock.nowMs() + options.intervalMs,
        () => void attempt(attemptCount + 1),
      );
    }
  };
  if (addresses.length > 0) void attempt(1);
  return () => {
    isStopped = true;
    cancel();
  };
}
