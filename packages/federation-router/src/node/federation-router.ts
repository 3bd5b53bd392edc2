import {
  type Clock,
  checkOptions,
  createEventHub,
  createSystemRng,
  Driver,
  type EventSource,
  type Logger,
  type Metrics,
  type OptionRules,
  option,
  type Rng,
  silentLogger,
  silentMetrics,
  systemClock,
  unreachable,
} from '@konsul/runtime';
import { type RouterConfig, resolveRouterConfig } from '../config.js';
import { RouterCore, type RouterEffect, type RouterInput } from '../core/router-core.js';
import type { RouterServer } from '../core/router-server.js';
import { RouterError, refuseOption } from '../errors.js';
import type { RouterEvents } from '../events.js';

/** Whether a server, reached through an area, takes calls. */
export type Ping = (server: RouterServer, areaId: string) => Promise<boolean>;

export interface FederationRouterOptions {
  /** Not empty; the nearest of all datacenters. */
  readonly localDatacenter: string;
  /**
   * Asks one server whether it takes calls. A rejection counts as no. It must settle: its list is
   * not checked again before.
   */
  readonly ping: Ping;
  /** What differs from `defaultRouterConfig`. */
  readonly config?: Partial<RouterConfig>;
  readonly clock?: Clock;
  readonly rng?: Rng;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
}

/** Estimated round trip to a server in seconds; infinity when not known. */
export type SecondsTo = (server: RouterServer) => number;

/** A server to send one call to. */
export interface Route {
  readonly areaId: string;
  readonly server: RouterServer;
  /** Say this when the call did not get through; the next call then goes to another server. */
  reportFailure(): void;
}

/** Routes calls to the servers of every datacenter that some area reaches. */
export interface FederationRouter extends EventSource<RouterEvents> {
  /** `secondsTo` estimates a round trip through the area; infinity, the default, where unknown. */
  addArea(areaId: string, secondsTo?: SecondsTo): void;
  removeArea(areaId: string): void;
  /** Members of the area's pool; more of them stretch the time between checks. */
  resizeArea(areaId: string, memberCount: number): void;
  serverJoined(areaId: string, server: RouterServer): void;
  serverFailed(areaId: string, server: RouterServer): void;
  serverLeft(areaId: string, server: RouterServer): void;
  /**
   * A server of the datacenter.
   *
   * @throws RouterError NO_PATH_TO_DATACENTER or DATACENTER_UNREACHABLE.
   */
  findRoute(datacenter: string): Route;
  /** Known servers of a datacenter in one area, the next to be called first. */
  servers(areaId: string, datacenter: string): readonly RouterServer[];
  /** Known (area, datacenter) pairs with their servers. */
  datacenters(): readonly {
    areaId: string;
    datacenter: string;
    servers: readonly RouterServer[];
  }[];
  /** Known datacenters, nearest first; the own one leads. */
  datacentersByDistance(): readonly string[];
  stop(): void;
}

const RULES: OptionRules<FederationRouterOptions> = {
  required: { localDatacenter: option.text, ping: option.callback },
  optional: {
    config: option.group,
    clock: option.clock,
    rng: option.rng,
    logger: option.logger,
    metrics: option.metrics,
  },
};

/**
 * @throws RouterError INVALID_CONFIG naming the option, its value and its bound.
 */
export function createFederationRouter(options: FederationRouterOptions): FederationRouter {
  checkOptions(options, RULES, refuseOption);
  const logger = options.logger ?? silentLogger;
  const metrics = options.metrics ?? silentMetrics;
  const events = createEventHub<RouterEvents>(logger);
  const distances = new Map<string, SecondsTo>();
  const core = new RouterCore({
    localDatacenter: options.localDatacenter,
    timings: resolveRouterConfig(options.config),
    distanceOf: (areaId, server) => distances.get(areaId)?.(server) ?? Number.POSITIVE_INFINITY,
    rng: options.rng ?? createSystemRng(),
  });
  const driver = new Driver<RouterInput, RouterEffect>({
    core,
    clock: options.clock ?? systemClock,
    tick: { type: 'tick' },
    execute: (effect) => {
      switch (effect.type) {
        case 'ping':
          void ping(effect);
          return;
        case 'datacenter-offline':
        case 'datacenter-online':
          metrics.increment(`router.${effect.type}`, 1, { datacenter: effect.datacenter });
          events.emit(effect.type, { areaId: effect.areaId, datacenter: effect.datacenter });
          return;
        default:
          unreachable(effect);
      }
    },
    onFault: (error) => logger.error('router stopped', { error }),
  });
  const ping = async ({ pingId, server, areaId }: PingEffect): Promise<void> => {
    const isAlive = await isAnswered(options.ping, server, areaId);
    driver.input({ type: 'ping-finished', pingId, isAlive });
  };
  // Membership and failures count at once: whoever reports one may ask for a route in the same turn.
  const apply = (input: RouterInput): void => {
    driver.input(input);
    driver.settle();
  };

  return {
    on: (name, listener) => events.on(name, listener),
    once: (name, listener) => events.once(name, listener),
    off: (name, listener) => events.off(name, listener),
    addArea: (areaId, secondsTo) => {
      if (secondsTo !== undefined) distances.set(areaId, secondsTo);
      apply({ type: 'area-added', areaId });
    },
    removeArea: (areaId) => {
      distances.delete(areaId);
      apply({ type: 'area-removed', areaId });
    },
    resizeArea: (areaId, memberCount) => apply({ type: 'area-resized', areaId, memberCount }),
    serverJoined: (areaId, server) => apply({ type: 'server-joined', areaId, server }),
    serverFailed: (areaId, server) => apply({ type: 'server-failed', areaId, ...keyOf(server) }),
    serverLeft: (areaId, server) => apply({ type: 'server-left', areaId, ...keyOf(server) }),
    findRoute: (datacenter) => findRoute(core, datacenter, apply),
    servers: (areaId, datacenter) => core.servers(areaId, datacenter),
    datacenters: () => core.datacenters(),
    datacentersByDistance: () => core.datacentersByDistance(),
    stop: () => driver.stop(),
  };
}

type PingEffect = Extract<RouterEffect, { readonly type: 'ping' }>;

async function isAnswered(ping: Ping, server: RouterServer, areaId: string): Promise<boolean> {
  try {
    return await ping(server, areaId);
  } catch {
    return false;
  }
}

function keyOf({ datacenter, name }: RouterServer): { datacenter: string; name: string } {
  return { datacenter, name };
}

function findRoute(
  core: RouterCore,
  datacenter: string,
  apply: (input: RouterInput) => void,
): Route {
  const found = core.findRoute(datacenter);
  switch (found.type) {
    case 'unknown':
      throw new RouterError('NO_PATH_TO_DATACENTER', `No path to datacenter "${datacenter}"`);
    case 'unreachable':
      throw new RouterError(
        'DATACENTER_UNREACHABLE',
        `Remote DC has no server currently reachable, datacenter "${datacenter}"`,
      );
    case 'route': {
      const { areaId, server } = found;
      return {
        areaId,
        server,
        reportFailure: () => apply({ type: 'call-failed', areaId, ...keyOf(server) }),
      };
    }
    default:
      return unreachable(found);
  }
}
