/** A time without an event. */
export interface Gap {
  readonly fromMs: number;
  readonly durationMs: number;
}

/**
 * The longest time between two events that follow each other, the later one being after `sinceMs`.
 *
 * @param instantsMs - of events, in any order.
 * @returns undefined when there was none after `sinceMs`, or only a single one at all.
 */
export function longestGap(instantsMs: readonly number[], sinceMs: number): Gap | undefined {
  const sorted = [...instantsMs].sort((one, other) => one - other);
  let longest: Gap | undefined;
  for (const [position, fromMs] of sorted.entries()) {
    const nextMs = sorted[position + 1];
    if (nextMs === undefined || nextMs <= sinceMs) continue;
    const durationMs = nextMs - fromMs;
    if (longest === undefined || durationMs > longest.durationMs) longest = { fromMs, durationMs };
  }
  return longest;
}
