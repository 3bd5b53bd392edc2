import type { AgentSettings } from './settings.js';
import type { GossipSettings } from './settings-sections.js';

const HOUR_MS = 3_600_000;

/** Timing of LAN pools. Source: memberlist's LAN profile, as Consul uses it. */
const gossipLan: GossipSettings = {
  gossipNodes: 3,
  gossipIntervalMs: 200,
  probeIntervalMs: 1000,
  probeTimeoutMs: 500,
  suspicionMult: 4,
  retransmitMult: 4,
};

/** Timing of the WAN pool and of areas. Source: memberlist's WAN profile, as Consul uses it. */
const gossipWan: GossipSettings = {
  gossipNodes: 4,
  gossipIntervalMs: 500,
  probeIntervalMs: 5000,
  probeTimeoutMs: 3000,
  suspicionMult: 6,
  retransmitMult: 4,
};

type Section =
  | 'performance'
  | 'autopilot'
  | 'limits'
  | 'dns'
  | 'http'
  | 'ui'
  | 'tls'
  | 'acl'
  | 'telemetry'
  | 'ports'
  | 'addresses';

const sections: Pick<AgentSettings, Section> = {
  ports: { http: 8500, https: -1, dns: 8600, server: 8300, serfLan: 8301, serfWan: 8302 },
  addresses: { http: undefined, https: undefined, dns: undefined },
  performance: { raftMultiplier: 1, leaveDrainTimeMs: 5000, rpcHoldTimeoutMs: 7000 },
  autopilot: {
    cleanupDeadServers: true,
    lastContactThresholdMs: 200,
    trailingLogCountMax: 250,
    minQuorum: 0,
    serverStabilizationTimeMs: 10_000,
  },
  limits: {
    httpMaxConnectionsPerClient: 200,
    httpsHandshakeTimeoutMs: 5000,
    rpcHandshakeTimeoutMs: 5000,
    rpcClientTimeoutMs: 60_000,
    rpcMaxConnectionsPerClient: 100,
    rpcRate: -1,
    rpcMaxBurst: 1000,
    kvMaxValueBytes: 524_288,
    txnMaxRequestBytes: 524_288,
    requestLimits: { mode: 'disabled', readRate: -1, writeRate: -1 },
  },
  dns: {
    allowStale: true,
    maxStaleMs: 87_600 * HOUR_MS,
    nodeTtlMs: 0,
    serviceTtlMs: {},
    onlyPassing: false,
    enableTruncate: false,
    udpAnswerLimit: 3,
    aRecordLimit: 0,
    disableCompression: false,
    nodeMetaTxt: true,
    recursorTimeoutMs: 2000,
    recursorStrategy: 'sequential',
    useCache: false,
    cacheMaxAgeMs: 0,
    soa: { refreshSeconds: 3600, retrySeconds: 600, expireSeconds: 86_400, minTtlSeconds: 0 },
  },
  http: { blockEndpoints: [], responseHeaders: {}, allowWriteHttpFrom: [], headerBytesMax: 16_384 },
  ui: { isEnabled: false, contentPath: '/ui/', directory: undefined },
  tls: { defaults: {}, internalRpc: {}, https: {} },
  acl: {
    isEnabled: undefined,
    defaultPolicy: 'allow',
    downPolicy: 'extend-cache',
    enableTokenReplication: false,
    enableTokenPersistence: false,
    enableKeyListPolicy: false,
    tokenTtlMs: 30_000,
    policyTtlMs: 30_000,
    roleTtlMs: 30_000,
    tokens: {
      initialManagement: undefined,
      agentRecovery: undefined,
      default: undefined,
      agent: undefined,
      dns: undefined,
      replication: undefined,
      configFileServiceRegistration: undefined,
    },
  },
  telemetry: {
    metricsPrefix: 'konsul',
    disableHostname: false,
    prefixFilter: [],
    filterDefault: true,
    prometheusRetentionTimeMs: 0,
  },
};

/** Settings of an agent that is told nothing. */
export const defaultSettings: AgentSettings = {
  ...sections,
  datacenter: 'dc1',
  primaryDatacenter: undefined,
  nodeName: undefined,
  nodeId: undefined,
  nodeMeta: {},
  isServer: false,
  isBootstrap: false,
  bootstrapExpect: 0,
  isDev: false,
  dataDirectory: undefined,
  bindAddress: '0.0.0.0',
  clientAddress: '127.0.0.1',
  advertiseAddress: undefined,
  advertiseAddressWan: undefined,
  serfLanBindAddress: undefined,
  serfWanBindAddress: undefined,
  translateWanAddresses: false,
  startJoin: [],
  startJoinWan: [],
  retryJoin: [],
  retryJoinWan: [],
  retryIntervalMs: 30_000,
  retryIntervalWanMs: 30_000,
  retryMax: 0,
  retryMaxWan: 0,
  rejoinAfterLeave: false,
  encryptKey: undefined,
  encryptVerifyIncoming: true,
  encryptVerifyOutgoing: true,
  disableKeyringFile: false,
  segment: '',
  segments: [],
  gossipLan,
  gossipWan,
  reconnectTimeoutMs: 72 * HOUR_MS,
  reconnectTimeoutWanMs: 72 * HOUR_MS,
  disableCoordinates: false,
  raftProtocol: 3,
  raftSnapshotThreshold: 16_384,
  raftSnapshotIntervalMs: 30_000,
  raftTrailingLogCount: 10_240,
  isReadReplica: false,
  domain: 'consul.',
  altDomain: undefined,
  recursors: [],
  discoveryMaxStaleMs: 0,
  maxQueryTimeMs: 600_000,
  defaultQueryTimeMs: 300_000,
  sessionTtlMinMs: 10_000,
  services: [],
  checks: [],
  enableScriptChecks: false,
  enableLocalScriptChecks: false,
  checkUpdateIntervalMs: 300_000,
  discardCheckOutput: false,
  checkOutputBytesMax: 4096,
  logLevel: 'info',
  logJson: false,
  logFile: undefined,
  pidFile: undefined,
  leaveOnTerminate: undefined,
  skipLeaveOnInterrupt: undefined,
  disableRemoteExec: true,
  disableHostNodeId: true,
};

/** What `-dev` puts over the defaults: a single server on loopback that leaves nothing behind. */
export const devSettings: AgentSettings = {
  ...defaultSettings,
  isDev: true,
  isServer: true,
  isBootstrap: true,
  bindAddress: '127.0.0.1',
  logLevel: 'debug',
  ui: { ...defaultSettings.ui, isEnabled: true },
  checkUpdateIntervalMs: 0,
  disableKeyringFile: true,
};
