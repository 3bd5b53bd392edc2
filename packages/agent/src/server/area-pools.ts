import type { FederationRouter } from '@konsul/federation-router';
import { type Endpoint, formatEndpoint, parseEndpoint } from '@konsul/runtime';
import { distanceSeconds, type Serf, type SerfMember } from '@konsul/serf';
import { joinReason } from '../gossip/join-reason.js';
import { buildOf, decodeServerTags } from '../gossip/member-tags.js';
import { type PoolContext, routeThrough } from '../gossip/pools.js';
import { RequestError } from '../request/request-error.js';
import type { Area } from '../state/domain.js';
import type { AreaJoinResult, AreaMember } from '../wire/server-messages.js';
import { allDone } from './all-done.js';
import { createAreaJoins } from './area-joins.js';
import { planAreas } from './area-rule.js';
import { createRepeater, type Repeater } from './repeater.js';

/** How often the running pools are compared with the areas of the state, whatever watches say. */
const RECONCILE_INTERVAL_MS = 30_000;
/** How often it is looked whether an area lacks somebody; what failed is tried again much sooner. */
const RETRY_JOIN_INTERVAL_MS = 30_000;
/** Addresses of one request to join: all of them are dialled at the same time. */
const JOIN_ADDRESS_COUNT_MAX = 256;

interface RunningPool {
  readonly area: Area;
  readonly pool: Serf;
  readonly detach: () => void;
  readonly joins: Repeater;
}

export interface AreaPoolsOptions {
  readonly context: PoolContext;
  readonly router: FederationRouter;
  /** Makes the gossip pool of an area; it is started here. */
  readonly createPool: (area: Area) => Serf;
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
  #isStopped = false;

  constructor(options: AreaPoolsOptions) {
    this.#options = options;
    const { clock, rng, logger } = options.context;
    this.#reconciler = createRepeater({
      intervalMs: RECONCILE_INTERVAL_MS,
      clock,
      rng,
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
    const { area, pool } = this.#find(areaId);
    if (addresses.length > JOIN_ADDRESS_COUNT_MAX) {
      const text = `${addresses.length} addresses to join are above ${JOIN_ADDRESS_COUNT_MAX}`;
      throw new RequestError('INVALID', text);
    }
    return await Promise.all(addresses.map((address) => this.#joinOne({ area, pool }, address)));
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
    this.#isStopped = true;
    this.#reconciler.stop();
    await allDone([...this.#running.keys()].map((id) => this.#stopPool(id)));
  }

  /** Says goodbye in every area. */
  async leave(): Promise<void> {
    await allDone([...this.#running.values()].map(({ pool }) => pool.leave()));
  }

  #find(areaId: string): RunningPool {
    const running = this.#running.get(areaId);
    if (running !== undefined) return running;
    throw new RequestError('NOT_FOUND', `no network area "${areaId}" runs on this server`);
  }

  async #reconcile(): Promise<void> {
    const running = [...this.#running.values()].map(({ area }) => area);
    const plan = planAreas(this.#options.wantedAreas(), running);
    await allDone(plan.stop.map((id) => this.#leavePool(id)));
    await allDone(plan.start.map((area) => this.#startPool(area)));
  }

  async #startPool(area: Area): Promise<void> {
    const { context, router, createPool, lan } = this.#options;
    const { config, clock, rng, logger } = context;
    const { id, peerDatacenter } = area;
    const pool = createPool(area);
    try {
      await pool.start();
    } catch (error) {
      await pool.stop();
      throw error;
    }
    if (this.#isStopped) {
      await pool.stop();
      return;
    }
    const joins = createRepeater({
      intervalMs: RETRY_JOIN_INTERVAL_MS,
      clock,
      rng,
      task: createAreaJoins({
        area,
        pool,
        lanMembers: () => lan.members(),
        datacenter: config.datacenter,
        logger,
      }),
      onError: (error) => logger.debug('network area is not complete yet', { area: id, error }),
    });
    const detach = routeThrough(router, id, pool);
    this.#running.set(id, { area, pool, detach, joins });
    pool.on('fault', (error) => this.#onFault(id, error));
    logger.info('network area started', { area: id, peerDatacenter });
    joins.trigger();
  }

  /** The pool has stopped for good; the next comparison with the state starts another. */
  #onFault(id: string, error: unknown): void {
    const { logger } = this.#options.context;
    logger.error('a network area failed and is started anew', { area: id, error });
    this.#stopPool(id)
      .then(() => this.#reconciler.trigger())
      .catch((reason: unknown) => logger.error('failed to stop a network area', { reason }));
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

  async #joinOne(
    { area, pool }: Pick<RunningPool, 'area' | 'pool'>,
    address: string,
  ): Promise<AreaJoinResult> {
    const endpoint = parseEndpoint(address, this.#options.context.config.ports.server);
    if (endpoint === undefined)
      return { address, isJoined: false, error: `"${address}" is no address` };
    const own = this.#ownServerAt(endpoint);
    if (own !== undefined) {
      const { datacenter } = this.#options.context.config;
      const error = `"${own}" is a server of this datacenter (${datacenter}), not of ${area.peerDatacenter}`;
      return { address, isJoined: false, error };
    }
    try {
      await pool.join([formatEndpoint(endpoint)]);
      return { address, isJoined: true, error: '' };
    } catch (error) {
      return { address, isJoined: false, error: joinReason(error) };
    }
  }

  /** Joining one's own side succeeds and brings nobody in, which is never what was meant. */
  #ownServerAt({ host, port }: Endpoint): string | undefined {
    const isThere = ({ endpoint, tags }: SerfMember): boolean =>
      endpoint.host === host && decodeServerTags(tags)?.rpcPort === port;
    return this.#options.lan.members().find(isThere)?.name;
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
