import {
  createFederationRouter,
  type FederationRouter,
  type RouterServer,
} from '@konsul/federation-router';
import type { ConnectionPool, PortListener, TlsCredentials } from '@konsul/rpc';
import type { Serf } from '@konsul/serf';
import type { DataDirectory } from '../data-directory.js';
import { lanTags } from '../gossip/agent-tags.js';
import { ClusterIdentity, clusterIdOf } from '../gossip/cluster-identity.js';
import {
  createAreaPool,
  createLanPool,
  createSegmentPool,
  createWanPool,
  LAN_AREA_ID,
  type PoolContext,
  routeThrough,
  WAN_AREA_ID,
} from '../gossip/pools.js';
import { openListener } from '../open-listener.js';
import type { RequestPath } from '../request/request-path.js';
import type { ServerRole } from '../request/server-role.js';
import { listAreas } from '../state/areas.js';
import type { Area } from '../state/domain.js';
import { ignoredWatches } from '../state/watch-set.js';
import { allDone } from './all-done.js';
import { AreaPools } from './area-pools.js';
import { Consensus } from './consensus.js';
import { serversToFlood } from './flood-rule.js';
import { Founder } from './founder.js';
import { LeaderDuties } from './leader-duties.js';
import { createRaftGroup, type RaftGroup } from './raft-group.js';
import { createRepeater, type Repeater } from './repeater.js';
import { ServerAnswers } from './server-answers.js';
import { answerCalls, createServerPort } from './server-port.js';

const FLOOD_INTERVAL_MS = 60_000;
const FOUND_INTERVAL_MS = 1000;

export interface ServerOptions {
  readonly context: PoolContext;
  readonly connections: ConnectionPool;
  readonly router: FederationRouter;
  readonly tls: TlsCredentials | undefined;
  readonly dataDirectory: DataDirectory | undefined;
}

/** The server half of an agent: its port, its Raft group, its pools, and the leader's duties. */
export class Server {
  readonly lan: Serf;
  readonly wan: Serf | undefined;
  readonly role: ServerRole;
  readonly areas: AreaPools;
  readonly group: RaftGroup;
  readonly #options: ServerOptions;
  readonly #listener: PortListener;
  readonly #consensus: Consensus;
  readonly #duties: LeaderDuties;
  readonly #founder: Founder;
  readonly #cluster: ClusterIdentity;
  /** Pools of the segments that this server bridges, by name. */
  readonly segments: ReadonlyMap<string, Serf>;
  readonly #repeaters: Repeater[] = [];
  #stopWatching: () => void = () => undefined;
  #isStopped = false;

  constructor(options: ServerOptions) {
    this.#options = options;
    const { context, connections, router, tls, dataDirectory } = options;
    const { config, clock, rng, logger, metrics } = context;
    this.#listener = createServerPort(context, tls);
    const wanPort = wanPortOf(context);
    this.wan = wanPort === undefined ? undefined : createWanPool(context);
    this.#cluster = createClusterIdentity(options, (id) => this.#announceCluster(id));
    const clusterId = (): string | undefined => this.#cluster.id;
    this.lan = createLanPool(context, { wanPort, clusterId });
    this.segments = new Map(
      config.segments.map((segment) => [
        segment.name,
        createSegmentPool(context, segment, clusterId),
      ]),
    );
    this.group = createRaftGroup({
      context,
      listener: this.#listener,
      pool: connections,
      dataDirectory,
    });
    const { raft, replicated, address } = this.group;
    this.#consensus = new Consensus({
      raft,
      serverPort: config.ports.server,
      logger,
      handlers: { established: () => this.#beginToLead(), lost: () => this.#duties.end() },
    });
    this.#duties = new LeaderDuties({
      datacenter: config.datacenter,
      nodeName: config.nodeName,
      consensus: this.#consensus,
      clusterId,
      state: () => replicated.holder.state,
      appliedIndex: () => replicated.holder.appliedIndex,
      lanMembers: () => this.#allLanMembers(),
      clock,
      rng,
      logger,
      metrics,
    });
    this.#founder = new Founder({
      config,
      raft,
      address,
      connections,
      logger,
      onFounded: (serverIds) => this.#cluster.found(serverIds),
    });
    this.areas = new AreaPools({
      context,
      router,
      createPool: (area) => this.#createAreaPool(area),
      wantedAreas: () => this.#wantedAreas(),
      lan: this.lan,
    });
    this.role = this.#createRole();
  }

  /** Every gossip pool that must not fail; those of areas come and go. */
  get pools(): readonly Serf[] {
    return [...(this.wan === undefined ? [] : [this.wan]), this.lan, ...this.segments.values()];
  }

  /** Starts everything in order; what it needs to answer by comes from the request path. */
  async start(requests: RequestPath): Promise<void> {
    const { context, router } = this.#options;
    const { config } = context;
    const serverPort = { host: config.bindAddress, port: config.ports.server };
    await openListener('server port', serverPort, () => this.#listener.listen());
    answerCalls(this.#listener, requests, context);
    await this.group.raft.start();
    await this.#founder.foundAlone();
    await this.#cluster.keep();
    const lanPort = { host: config.serfLanBindAddress, port: config.ports.serfLan };
    await openListener('LAN gossip', lanPort, () => this.lan.start());
    routeThrough(router, LAN_AREA_ID, this.lan);
    for (const { name, bindAddress, port } of config.segments) {
      await openListener(`segment "${name}" gossip`, { host: bindAddress, port }, async () =>
        this.segments.get(name)?.start(),
      );
    }
    if (this.wan !== undefined) {
      const { wan } = this;
      const wanPort = { host: config.serfWanBindAddress, port: config.ports.serfWan };
      await openListener('WAN gossip', wanPort, () => wan.start());
      routeThrough(router, WAN_AREA_ID, wan);
    }
    this.#watchPools();
    this.#watchAreas();
  }

  #beginToLead(): void {
    this.#duties.begin();
    const voters = this.group.raft.configuration().voters.map(({ id }) => id);
    this.#cluster.adopt(this.lan.members()).then(
      () => this.#cluster.found(voters),
      (error: unknown) => this.#clusterUnknown(error),
    );
  }

  #clusterUnknown(error: unknown): void {
    this.#options.context.logger.error('which cluster this server belongs to could not be kept', {
      error,
    });
  }

  async #announceCluster(clusterId: string): Promise<void> {
    const { context } = this.#options;
    await allDone([
      this.lan.setTags(lanTags(context, wanPortOf(context), clusterId)),
      ...[...this.segments.values()].map((pool) =>
        pool.setTags(lanTags(context, undefined, clusterId)),
      ),
    ]);
  }

  /** Says goodbye in every pool, so that the others take this server out. */
  async leave(): Promise<void> {
    await this.#handOverLeadership();
    await allDone([this.areas.leave(), ...this.pools.map((pool) => pool.leave())]);
  }

  /** So that the others need not find out by themselves that nobody leads. */
  async #handOverLeadership(): Promise<void> {
    const { raft } = this.group;
    if (!this.#consensus.isReadyLeader || raft.configuration().voters.length < 2) return;
    try {
      await raft.transferLeadership();
    } catch (error) {
      this.#options.context.logger.info('leadership was not handed over', { error });
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopWatching();
    for (const repeater of this.#repeaters) repeater.stop();
    this.#duties.stop();
    const pools = this.pools.map((pool) => pool.stop());
    try {
      await allDone([this.areas.stop(), ...pools, this.group.raft.stop()]);
    } finally {
      await this.#listener.close();
    }
  }

  #createRole(): ServerRole {
    const consensus = this.#consensus;
    const { holder } = this.group.replicated;
    const answers = new ServerAnswers({
      raft: this.group.raft,
      router: this.#options.router,
      areas: this.areas,
      lan: this.lan,
      poolOf: (areaId) => (areaId === WAN_AREA_ID ? this.wan : this.areas.poolOf(areaId)),
      lanAreaId: LAN_AREA_ID,
    });
    return {
      get isReadyLeader() {
        return consensus.isReadyLeader;
      },
      get leaderEndpoint() {
        return consensus.leaderEndpoint;
      },
      get isLeaderKnown() {
        return consensus.isLeaderKnown;
      },
      get lastContactMs() {
        return consensus.lastContactMs;
      },
      get state() {
        return holder.state;
      },
      onLeaderChanged: (listener) => consensus.onLeaderChanged(listener),
      createWatchSet: () => holder.createWatchSet(),
      propose: (command) => consensus.propose(command),
      verifyLeadership: () => consensus.verifyLeadership(),
      serve: (name, request) => answers.answer(name, request),
    };
  }

  #watchPools(): void {
    const { clock, rng, logger, config } = this.#options.context;
    const founding = createRepeater({
      intervalMs: FOUND_INTERVAL_MS,
      clock,
      rng,
      task: async () => {
        if (this.#founder.isDone) founding.stop();
        else await this.#founder.consider(() => this.lan.members());
      },
      onError: (error) => logger.warn('failed to found the cluster', { error }),
    });
    const flood = createRepeater({
      intervalMs: FLOOD_INTERVAL_MS,
      clock,
      rng,
      task: async () => {
        if (this.wan === undefined) return;
        const { datacenter } = config;
        const missing = serversToFlood(this.lan.members(), this.wan.members(), {
          datacenter,
          port: 'wan',
        });
        if (missing.length > 0) await this.wan.join(missing);
      },
      onError: (error) =>
        logger.debug('servers of this datacenter are not all in the WAN pool', { error }),
    });
    this.#repeaters.push(founding, flood);
    const onLanChanged = (): void => {
      this.#cluster.adopt(this.lan.members()).catch((error) => this.#clusterUnknown(error));
      founding.trigger();
      flood.trigger();
      this.areas.changed();
      this.#duties.memberChanged();
    };
    this.lan.on('members-changed', onLanChanged);
    for (const segment of this.segments.values())
      segment.on('members-changed', () => this.#duties.memberChanged());
    onLanChanged();
  }

  /** Tells the area pools whenever the areas of the state change. */
  #watchAreas(): void {
    const { holder } = this.group.replicated;
    const watch = holder.createWatchSet();
    listAreas(holder.state, watch);
    this.#stopWatching = watch.onFire(() => {
      // After the commit is over; and the next watch first, so that no change falls in between.
      this.#options.context.clock.defer(() => {
        if (this.#isStopped) return;
        this.#watchAreas();
        this.areas.changed();
      });
    });
  }

  #createAreaPool({ peerDatacenter, useTls }: Area): Serf {
    const { context, connections } = this.#options;
    const { datacenter, advertiseAddressWan, ports } = context.config;
    return createAreaPool(context, {
      peerDatacenter,
      area: { datacenter, peerDatacenter },
      pool: connections,
      listener: this.#listener,
      localEndpoint: { host: advertiseAddressWan, port: ports.server },
      useTls,
    });
  }

  #wantedAreas(): readonly Area[] {
    return listAreas(this.group.replicated.holder.state, ignoredWatches).result;
  }

  #allLanMembers(): ReturnType<Serf['members']> {
    if (this.segments.size === 0) return this.lan.members();
    const own = this.lan.members();
    const known = new Set(own.map(({ name }) => name));
    // Servers are in every segment's pool; each counts once, as its own pool has it.
    return [
      ...own,
      ...[...this.segments.values()]
        .flatMap((pool) => pool.members())
        .filter(({ name }) => !known.has(name)),
    ];
  }
}

function wanPortOf({ config }: PoolContext): number | undefined {
  return config.ports.serfWan > 0 ? config.ports.serfWan : undefined;
}

function createClusterIdentity(
  { context, dataDirectory }: ServerOptions,
  announce: (clusterId: string) => Promise<void>,
): ClusterIdentity {
  const { config, nodeId, logger } = context;
  const isAlone = config.isBootstrap || config.isDev;
  return new ClusterIdentity({
    datacenter: config.datacenter,
    store: dataDirectory,
    initialId: isAlone ? clusterIdOf([nodeId]) : undefined,
    announce,
    logger,
  });
}

/** The router of an agent; a server is alive when it answers a ping over the shared connections. */
export function createRouter(
  context: PoolContext,
  ping: (server: RouterServer) => Promise<boolean>,
): FederationRouter {
  const { config, clock, rng, logger, metrics } = context;
  return createFederationRouter({
    localDatacenter: config.datacenter,
    ping,
    clock,
    rng,
    logger,
    metrics,
  });
}
