import { performance } from 'node:perf_hooks';

/** Stops what was scheduled; harmless when it has already run. */
export type Cancel = () => void;

/** Time, and the two ways of asking to be called later. Every driver gets one. */
export interface Clock {
  /** Milliseconds on a clock that never goes back; its origin means nothing. */
  nowMs(): number;
  /** Milliseconds since 1970, for people and for certificates only; it may jump. */
  wallMs(): number;
  /** Calls back once, at or after the monotonic instant `atMs`. */
  schedule(atMs: number, callback: () => void): Cancel;
  /** Calls back once, when the current turn of the event loop has taken in what was ready. */
  defer(callback: () => void): void;
}

/** Node makes longer delays 1 ms. */
const LONGEST_DELAY_MS = 0x7fffffff;

/** The machine's clock. Its timers do not keep the process alive; open sockets do. */
export const systemClock: Clock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
  schedule(atMs, callback) {
    let timer: NodeJS.Timeout;
    const arm = (): void => {
      const delayMs = Math.max(1, Math.ceil(atMs - performance.now()));
      timer = setTimeout(fire, Math.min(delayMs, LONGEST_DELAY_MS)).unref();
    };
    const fire = (): void => {
      // Node counts from the beginning of the turn, so a timer may fire up to a millisecond early.
      if (performance.now() < atMs) arm();
      else callback();
    };
    arm();
    return () => clearTimeout(timer);
  },
  defer(callback) {
    setImmediate(callback);
  },
};
