import type { FederationRouter } from '@konsul/federation-router';
import type { ConnectionPool, PortListener } from '@konsul/rpc';
import { formatEndpoint, parseEndpoint } from '@konsul/runtime';
import { distanceSeconds, type Serf, type SerfMember } from '@konsul/serf';
import { joinReason } from '../gossip/join-reason.js';
import { buildOf, decodeServerTags } from '../gossip/member-tags.js';
import { createAreaPool, type PoolContext, routeThrough } from '../gossip/pools.js';
import { RequestError } from '../request/request-error.js';
import type { Area } from '../state/domain.js';
import type { AreaJoinResult, AreaMember } from '../wire/server-messages.js';
import { planAreas } from './area-rule.js';
import { serversToFlood } from './flood-rule.js';
import { createRepeater, type Repeater } from './repeater.js';

/** How often the running pools are compared with the areas of the state, whatever watches say. */
const RECONCILE_INTERVAL_MS = 30_000;
/** How often an area whose peers were not reached yet is tried again. */
const RETRY_JOIN_INTERVAL_MS = 30_000;

interface RunningPool {
  readonly area: Area;
  readonly pool: Serf;
  readonly detach: () => void;
  readonly joins: Repeater;
}

export interface AreaPoolsOptions {
  readonly context: PoolContext;
  readonly router: FederationRouter;
  readonly listener: PortListener;
  readonly connections: ConnectionPool;
  /** The areas that the state asks for. */
  readonly wantedAreas: () => readonly Area[];
  readonly lan: Serf;
}

/**
 * One gossip pool for each network area: started and stopped as the state says, filled with the
 * servers of this datacenter, joined to the other side, and known to the router under its id.
 */
export class AreaPools {
  readonly #options: AreaPoolsOptions;
  readonly #running = new Map<string, RunningPool>();
  readonly #reconciler: Repeater;

  constructor(options: AreaPoolsOptions) {
    this.#options = options;
    const { clock, logger } = options.context;
    this.#reconciler = createRepeater({
      intervalMs: RECONCILE_INTERVAL_MS,
      clock,
      task: () => this.#reconcile(),
      onError: (error) => logger.warn('failed to reconcile network areas', { error }),
    });
  }

  /** The areas of the state, or the servers of this datacenter, are other than they were. */
  changed(): void {
    this.#reconciler.trigger();
    for (const { joins } of this.#running.values()) joins.trigger();
  }

  /** What became of each address. Unreachable ones are part of the answer. */
  async join(areaId: string, addresses: readonly string[]): Promise<readonly AreaJoinResult[]> {
    const { pool } = this.#find(areaId);
    return await Promise.all(addresses.map((address) => this.#joinOne(pool, address)));
  }

  members(areaId: string): readonly AreaMember[] {
    const { pool } = this.#find(areaId);
    return pool.members().map((member) => areaMemberOf(member, pool));
  }

  /** The pool of an area, where it runs. */
  poolOf(areaId: string): Serf | undefined {
    return this.#running.get(areaId)?.pool;
  }

  async stop(): Promise<void> {
    this.#reconciler.stop();
    await Promise.all([...this.#running.keys()].map((id) => this.#stopPool(id)));
  }

  /** Says goodbye in every area. */
  async leave(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ pool }) => pool.leave()));
  }

  #find(areaId: string): RunningPool {
    const running = this.#running.get(areaId);
    if (running !== undefined) return running;
    throw new RequestError('NOT_FOUND', `no network area "${areaId}" runs on this server`);
  }

  async #reconcile(): Promise<void> {
    const running = [...this.#running.values()].map(({ area }) => area);
    const plan = planAreas(this.#options.wantedAreas(), running);
    await Promise.all(plan.stop.map((id) => this.#leavePool(id)));
    for (const area of plan.start) await this.#startPool(area);
  }

  async #startPool(area: Area): Promise<void> {
    const { context, router, listener, connections } = this.#options;
    const { config, clock, logger } = context;
    const { peerDatacenter } = area;
    const pool = createAreaPool(context, {
      peerDatacenter,
      area: { datacenter: config.datacenter, peerDatacenter },
      pool: connections,
      listener,
      localEndpoint: { host: config.advertiseAddressWan, port: config.ports.server },
      useTls: area.useTls,
    });
    await pool.start();
    const joins = createRepeater({
      intervalMs: RETRY_JOIN_INTERVAL_MS,
      clock,
      task: () => this.#fill(area, pool),
      onError: (error) =>
        logger.debug('network area is not complete yet', { area: area.id, error }),
    });
    const detach = routeThrough(router, area.id, pool);
    this.#running.set(area.id, { area, pool, detach, joins });
    logger.info('network area started', { area: area.id, peerDatacenter });
    joins.trigger();
  }

  /** Brings in the servers of this datacenter, and the other side if that was asked for and not done. */
  async #fill(area: Area, pool: Serf): Promise<void> {
    const { context, lan } = this.#options;
    const { datacenter } = context.config;
    const missing = serversToFlood(lan.members(), pool.members(), { datacenter, port: 'rpc' });
    if (missing.length > 0) await pool.join(missing);
    const isJoined = pool.members().some(({ tags }) => tags['dc'] === area.peerDatacenter);
    if (!isJoined && area.retryJoin.length > 0) await pool.join(area.retryJoin);
  }

  async #leavePool(id: string): Promise<void> {
    const running = this.#running.get(id);
    if (running === undefined) return;
    try {
      await running.pool.leave();
    } catch (error) {
      this.#options.context.logger.debug('left a network area unheard', { area: id, error });
    }
    await this.#stopPool(id);
  }

  async #stopPool(id: string): Promise<void> {
    const running = this.#running.get(id);
    if (running === undefined) return;
    this.#running.delete(id);
    running.joins.stop();
    running.detach();
    await running.pool.stop();
    this.#options.context.logger.info('network area stopped', { area: id });
  }

  async #joinOne(pool: Serf, address: string): Promise<AreaJoinResult> {
    const endpoint = parseEndpoint(address, this.#options.context.config.ports.server);
    if (endpoint === undefined)
      return { address, isJoined: false, error: `"${address}" is no address` };
    try {
      await pool.join([formatEndpoint(endpoint)]);
      return { address, isJoined: true, error: '' };
    } catch (error) {
      return { address, isJoined: false, error: joinReason(error) };
    }
  }
}

function areaMemberOf(member: SerfMember, pool: Serf): AreaMember {
  const tags = decodeServerTags(member.tags);
  return {
    id: member.tags['id'] ?? '',
    name: member.name,
    address: member.endpoint.host,
    port: member.endpoint.port,
    datacenter: tags?.datacenter ?? '',
    build: buildOf(member.tags),
    protocol: Number(member.tags['vsn'] ?? 0),
    status: member.status,
    rttSeconds: roundTripSeconds(member, pool),
  };
}

function roundTripSeconds(member: SerfMember, pool: Serf): number | undefined {
  if (member.name === pool.localMember().name) return 0;
  const own = pool.coordinate();
  const other = pool.coordinateOf(member.name);
  return own === undefined || other === undefined ? undefined : distanceSeconds(own, other);
}
