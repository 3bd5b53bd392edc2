/**
 * The next instant of a regular beat after the one at `lastMs`. Beats missed are left out, not made
 * up for, and the rhythm is kept.
 */
export function nextBeatMs(lastMs: number, intervalMs: number, nowMs: number): number {
  const nextMs = lastMs + intervalMs;
  if (nextMs > nowMs) return nextMs;
  return nowMs + intervalMs - ((nowMs - lastMs) % intervalMs);
}
