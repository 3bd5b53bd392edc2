import { type AreaTransportOptions, createAreaTransport } from '@konsul/area-transport';
import { attachPool, type FederationRouter, type RouterServer } from '@konsul/federation-router';
import type { Clock, Logger, Metrics, Rng } from '@konsul/runtime';
import type { Serf, SerfMember, SerfOptions } from '@konsul/serf';
import { Keyring } from '@konsul/swim';
import type { AgentConfig, SegmentConfig } from '../config/agent-config.js';
import type { GossipSettings } from '../config/settings-sections.js';
import { lanTags, wideTags } from './agent-tags.js';
import { clusterObjection } from './cluster-identity.js';
import { decodeServerTags } from './member-tags.js';
import { idObjection, lanObjection, serverPoolObjection } from './merge-rule.js';
import { createReportedPool } from './reported-pool.js';

/** What every pool of an agent is made from. */
export interface PoolContext {
  readonly config: AgentConfig;
  readonly nodeId: string;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** What the pools are called in the router. */
export const LAN_AREA_ID = 'lan';
export const WAN_AREA_ID = 'wan';

/** How a member that left is remembered everywhere: long enough to tell it from one that failed. */
const LEAVE_PROPAGATE_DELAY_MS = 3000;

/** What a LAN pool says and knows of the cluster that it belongs to. */
export interface LanPoolOptions {
  /** Where this server is in the WAN pool; undefined: it is not. */
  readonly wanPort: number | undefined;
  /** Undefined as long as nobody knows. */
  readonly clusterId: () => string | undefined;
}

/** The pool of this datacenter, or on a client agent that of its segment. */
export function createLanPool(context: PoolContext, { wanPort, clusterId }: LanPoolOptions): Serf {
  const { config } = context;
  const segment = config.segments.length > 0 || config.isServer ? '' : config.segment;
  return createReportedPool(
    {
      ...lanPoolOptions(context, segment, clusterId),
      tags: lanTags(context, wanPort, clusterId()),
      bind: { host: config.serfLanBindAddress, port: config.ports.serfLan },
      advertise: { host: config.advertiseAddress, port: 0 },
      defaultPort: config.ports.serfLan,
      ...snapshotOf(config, 'local'),
    },
    { ...context, poolName: 'LAN' },
  );
}

/** On a server, the pool of one segment's clients. */
export function createSegmentPool(
  context: PoolContext,
  segment: SegmentConfig,
  clusterId: () => string | undefined,
): Serf {
  const { config } = context;
  return createReportedPool(
    {
      ...lanPoolOptions(context, segment.name, clusterId),
      tags: lanTags(context, undefined, clusterId()),
      bind: { host: segment.bindAddress, port: segment.port },
      advertise: { host: segment.advertiseAddress, port: 0 },
      defaultPort: segment.port,
      ...snapshotOf(config, `local-${segment.name}`),
    },
    { ...context, poolName: `segment ${segment.name}` },
  );
}

/** The pool of all servers of all datacenters. */
export function createWanPool(context: PoolContext): Serf {
  const { config } = context;
  return createReportedPool(
    {
      ...widePoolOptions(context),
      bind: { host: config.serfWanBindAddress, port: config.ports.serfWan },
      advertise: { host: config.advertiseAddressWan, port: 0 },
      defaultPort: config.ports.serfWan,
      validateMember: (member) => serverPoolObjection(member, undefined),
      ...encryptionOf(config),
      ...snapshotOf(config, 'remote'),
    },
    { ...context, poolName: 'WAN' },
  );
}

/** The pool of the servers of this datacenter and one other, over the server port. */
export function createAreaPool(
  context: PoolContext,
  area: Omit<AreaTransportOptions, 'clock' | 'logger' | 'metrics'> & {
    readonly peerDatacenter: string;
  },
): Serf {
  const { config, clock, logger, metrics } = context;
  const { peerDatacenter, ...transport } = area;
  const datacenters = new Set([config.datacenter, peerDatacenter]);
  return createReportedPool(
    {
      ...widePoolOptions(context),
      transport: createAreaTransport({ ...transport, clock, logger, metrics }),
      defaultPort: config.ports.server,
      validateMember: (member) => serverPoolObjection(member, datacenters),
    },
    { ...context, poolName: `area ${peerDatacenter}` },
  );
}

/** Makes a pool an area of the router. @returns what takes it out again. */
export function routeThrough(router: FederationRouter, areaId: string, pool: Serf): () => void {
  return attachPool({ router, areaId, pool, toServer: routerServerOf });
}

function routerServerOf({ name, tags, endpoint }: SerfMember): RouterServer | undefined {
  const server = decodeServerTags(tags);
  if (server === undefined) return undefined;
  return {
    name,
    datacenter: server.datacenter,
    id: server.id,
    endpoint: { host: endpoint.host, port: server.rpcPort },
  };
}

function lanPoolOptions(
  context: PoolContext,
  segment: string,
  clusterId: () => string | undefined,
): SerfOptions {
  const { config, nodeId, clock, rng, logger, metrics } = context;
  const own = { name: config.nodeName, id: nodeId };
  const { datacenter } = config;
  const strangerAmong = (members: readonly SerfMember[]): string | undefined =>
    clusterObjection(
      members.filter(({ name }) => name !== own.name),
      { datacenter, clusterId: clusterId() },
    );
  return {
    name: config.nodeName,
    profile: 'lan',
    tuning: tuningOf(config.reconnectTimeoutMs, config),
    swim: swimTuningOf(config.gossipLan),
    validateMember: (member) =>
      lanObjection(member, { datacenter, segment }) ?? strangerAmong([member]),
    validateMerge: (members) => idObjection(members, own) ?? strangerAmong(members),
    ...encryptionOf(config),
    clock,
    rng,
    logger,
    metrics,
  };
}

function widePoolOptions(context: PoolContext): SerfOptions {
  const { config, nodeId, clock, rng, logger, metrics } = context;
  return {
    name: `${config.nodeName}.${config.datacenter}`,
    tags: wideTags(config, nodeId),
    profile: 'wan',
    tuning: tuningOf(config.reconnectTimeoutWanMs, config),
    swim: swimTuningOf(config.gossipWan),
    clock,
    rng,
    logger,
    metrics,
  };
}

function tuningOf(
  reconnectTimeoutMs: number,
  config: AgentConfig,
): NonNullable<SerfOptions['tuning']> {
  return {
    reconnectTimeoutMs,
    leavePropagateDelayMs: LEAVE_PROPAGATE_DELAY_MS,
    isConflictResolutionEnabled: false,
    isCoordinatesEnabled: !config.disableCoordinates,
  };
}

function swimTuningOf(settings: GossipSettings): NonNullable<SerfOptions['swim']> {
  return {
    gossipFanoutCount: settings.gossipNodes,
    gossipIntervalMs: settings.gossipIntervalMs,
    probeIntervalMs: settings.probeIntervalMs,
    probeTimeoutMs: settings.probeTimeoutMs,
    suspicionMultiplier: settings.suspicionMult,
    retransmitMultiplier: settings.retransmitMult,
    // A machine that comes back with another address takes its name over after this.
    deadNodeReclaimMs: 30_000,
  };
}

function encryptionOf(config: AgentConfig): Pick<SerfOptions, 'keyring' | 'wire'> {
  if (config.encryptKey === undefined) return {};
  return {
    keyring: new Keyring([Buffer.from(config.encryptKey, 'base64')]),
    wire: {
      verifyIncoming: config.encryptVerifyIncoming,
      verifyOutgoing: config.encryptVerifyOutgoing,
    },
  };
}

function snapshotOf(
  config: AgentConfig,
  name: string,
): Pick<SerfOptions, 'snapshotPath' | 'isRejoinAfterLeave'> {
  if (config.dataDirectory === undefined) return {};
  return {
    snapshotPath: `${config.dataDirectory}/serf/${name}.snapshot`,
    isRejoinAfterLeave: config.rejoinAfterLeave,
  };
}
