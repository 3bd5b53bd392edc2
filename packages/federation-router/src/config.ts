import { option, unknownOption, withoutUndefined } from '@konsul/runtime';
import { refuseOption } from './errors.js';

/** How a router keeps its server lists in order. */
export interface RouterConfig {
  /** Time to the first check of a server list and the shortest time between two. 1 s to 1 h, default 120 s. */
  readonly rebalanceIntervalMs: number;
  /** A random part added to each interval, so that servers do not move in step. Default 60 s. */
  readonly rebalanceJitterMs: number;
  /**
   * New connections a second that one server should at most see from rebalancing nodes; the
   * interval grows with the pool to keep it. 1 to 10,000, default 64.
   */
  readonly rebalanceConnectionsPerSecond: number;
  /** Time between checks of a datacenter none of whose servers answered. Default 10 s. Extension. */
  readonly offlineCheckIntervalMs: number;
}

export const defaultRouterConfig: RouterConfig = {
  rebalanceIntervalMs: 120_000,
  rebalanceJitterMs: 60_000,
  rebalanceConnectionsPerSecond: 64,
  offlineCheckIntervalMs: 10_000,
};

const bounds: Readonly<Record<keyof RouterConfig, readonly [min: number, max: number]>> = {
  rebalanceIntervalMs: [1000, 3_600_000],
  rebalanceJitterMs: [0, 3_600_000],
  rebalanceConnectionsPerSecond: [1, 10_000],
  offlineCheckIntervalMs: [1000, 3_600_000],
};

/**
 * Fills in defaults and checks every value.
 *
 * @throws RouterError INVALID_CONFIG naming the field, the value and its bounds.
 */
export function resolveRouterConfig(partial: Partial<RouterConfig> = {}): RouterConfig {
  const config: RouterConfig = { ...defaultRouterConfig, ...withoutUndefined(partial) };
  for (const key of Object.keys(config)) {
    if (!Object.hasOwn(bounds, key))
      refuseOption(unknownOption(`config.${key}`, Object.keys(bounds)));
  }
  for (const key of Object.keys(bounds) as (keyof RouterConfig)[]) {
    const problem = option.number(...bounds[key])(config[key], key);
    if (problem !== undefined) refuseOption(problem);
  }
  return config;
}
