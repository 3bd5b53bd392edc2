import { systemClock } from '@konsul/runtime';
import type { ViewSample } from '../sim/view-tracker.js';

const INTERVAL_MS = 2_000;

export interface ProgressOptions {
  readonly seed: number;
  readonly durationMs: number;
  readonly tell: (line: string) => void;
  /** In milliseconds; default the machine's. */
  readonly nowMs?: () => number;
}

/** Says about every two seconds of the machine's time how far a run is. */
export function progressLines(
  options: ProgressOptions,
): (atMs: number, sample: ViewSample) => void {
  const { seed, durationMs, tell, nowMs = () => systemClock.nowMs() } = options;
  let toldAtMs = nowMs();
  return (atMs, { runningCount, joiningCount, seenMin, agreeingRatio, correctRatio }) => {
    const now = nowMs();
    if (now - toldAtMs < INTERVAL_MS) return;
    toldAtMs = now;
    const percent = (ratio: number): string => `${(100 * ratio).toFixed(0)} %`;
    const joining = joiningCount === 0 ? '' : `, ${joiningCount} of them joining`;
    tell(
      `seed ${seed}, ${(atMs / 1000).toFixed(0)} of ${durationMs / 1000} s: ` +
        `${runningCount} run${joining}, each sees ${seenMin} or more, ` +
        `${percent(agreeingRatio)} have the same view, ${percent(correctRatio)} the right one`,
    );
  };
}
