/** Longest time for answers, ours or a peer's: a day. */
export const QUERY_TIMEOUT_MS_MAX = 86_400_000;

/**
 * How long a query stays open by default: sixteen gossip intervals for each power of ten of the
 * cluster's size.
 *
 * Source: Serf, `GossipInterval * QueryTimeoutMult * ceil(log10(N + 1))`.
 */
export function defaultQueryTimeoutMs(options: {
  readonly gossipIntervalMs: number;
  readonly timeoutMultiplier: number;
  readonly memberCount: number;
}): number {
  const powers = Math.ceil(Math.log10(options.memberCount + 1));
  return options.gossipIntervalMs * options.timeoutMultiplier * powers;
}
