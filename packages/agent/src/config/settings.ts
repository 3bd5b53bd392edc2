import type { CheckDefinition, ServiceDefinition } from './definitions.js';
import type {
  AclSettings,
  AddressSettings,
  AutopilotSettings,
  DnsSettings,
  GossipSettings,
  HttpSettings,
  LimitSettings,
  PerformanceSettings,
  PortSettings,
  SegmentSettings,
  TelemetrySettings,
  TlsSettings,
  UiSettings,
} from './settings-sections.js';

/** Least severe level that is logged. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/**
 * Everything that files and flags can say, defaults filled in, before addresses are worked out.
 * A comment names the file's key where it differs by more than spelling.
 */
export interface AgentSettings {
  /** Datacenter of this agent; lower case letters, digits, `-` and `_`. Default `dc1`. */
  readonly datacenter: string;
  /** Datacenter that owns global data. Default: this agent's own. */
  readonly primaryDatacenter: string | undefined;
  /** Unique within the datacenter. Default: the host's name. */
  readonly nodeName: string | undefined;
  /** A UUID that outlives renaming. Default: drawn once and kept in the data directory. */
  readonly nodeId: string | undefined;
  /** Free key-value pairs shown in the catalogue; at most 64. */
  readonly nodeMeta: Readonly<Record<string, string>>;
  /** `server`: takes part in consensus. Default false. */
  readonly isServer: boolean;
  /** `bootstrap`: may elect itself while alone. Default false. */
  readonly isBootstrap: boolean;
  /** Servers to wait for before the first election; 0 waits for nobody. Default 0. */
  readonly bootstrapExpect: number;
  /** `-dev`: one server in memory, nothing kept. Default false. */
  readonly isDev: boolean;
  /** `data_dir`: where state survives a restart; needed unless `-dev`. */
  readonly dataDirectory: string | undefined;

  /** `bind_addr`: for gossip and server traffic. Default `0.0.0.0`. */
  readonly bindAddress: string;
  /** `client_addr`: for HTTP, HTTPS and DNS; several separated by spaces. Default `127.0.0.1`. */
  readonly clientAddress: string;
  /** `advertise_addr`: told to others. Default: the bind address, or the only private one. */
  readonly advertiseAddress: string | undefined;
  /** `advertise_addr_wan`: told to other datacenters. Default: the advertise address. */
  readonly advertiseAddressWan: string | undefined;
  /** `serf_lan`: binds LAN gossip elsewhere than `bind_addr`. */
  readonly serfLanBindAddress: string | undefined;
  /** `serf_wan`: binds WAN gossip elsewhere than `bind_addr`. */
  readonly serfWanBindAddress: string | undefined;
  readonly addresses: AddressSettings;
  readonly ports: PortSettings;
  /** `translate_wan_addrs`: answer with WAN addresses of nodes in other datacenters. */
  readonly translateWanAddresses: boolean;

  /** Addresses tried once at start; failing stops the agent. */
  readonly startJoin: readonly string[];
  readonly startJoinWan: readonly string[];
  /** Addresses tried until one works. */
  readonly retryJoin: readonly string[];
  readonly retryJoinWan: readonly string[];
  /** Default 30 s, at least 1 s. */
  readonly retryIntervalMs: number;
  readonly retryIntervalWanMs: number;
  /** Attempts before the agent gives up and exits; 0 never gives up. Default 0. */
  readonly retryMax: number;
  readonly retryMaxWan: number;
  readonly rejoinAfterLeave: boolean;
  /** `encrypt`: gossip key, base64 of 16, 24 or 32 bytes. */
  readonly encryptKey: string | undefined;
  /** Refuse plain gossip. Default true. */
  readonly encryptVerifyIncoming: boolean;
  /** Send no plain gossip. Default true. */
  readonly encryptVerifyOutgoing: boolean;
  /** Do not write the key ring to the data directory. Default false. */
  readonly disableKeyringFile: boolean;
  /** Segment of a client; empty for the default one. */
  readonly segment: string;
  /** Segments that a server bridges, besides the default one; at most 64. */
  readonly segments: readonly SegmentSettings[];
  readonly gossipLan: GossipSettings;
  readonly gossipWan: GossipSettings;
  /** How long a failed member is remembered, at least 8 h. Default 72 h. */
  readonly reconnectTimeoutMs: number;
  readonly reconnectTimeoutWanMs: number;
  readonly disableCoordinates: boolean;

  readonly raftProtocol: number;
  /** Log entries between snapshots. Default 16384. */
  readonly raftSnapshotThreshold: number;
  /** How often the threshold is looked at. Default 30 s. */
  readonly raftSnapshotIntervalMs: number;
  /** Entries kept behind a snapshot. Default 10240. */
  readonly raftTrailingLogCount: number;
  /** `read_replica`: a server that never votes. Default false. */
  readonly isReadReplica: boolean;
  readonly performance: PerformanceSettings;
  readonly autopilot: AutopilotSettings;
  readonly limits: LimitSettings;

  /** Default `consul.`. */
  readonly domain: string;
  readonly altDomain: string | undefined;
  readonly recursors: readonly string[];
  readonly dns: DnsSettings;
  readonly http: HttpSettings;
  readonly ui: UiSettings;
  readonly tls: TlsSettings;
  readonly acl: AclSettings;
  readonly telemetry: TelemetrySettings;
  /** `discovery_max_stale`: turns plain catalogue reads into stale ones. Default 0, off. */
  readonly discoveryMaxStaleMs: number;
  /** Longest blocking query. Default 10 min. */
  readonly maxQueryTimeMs: number;
  /** Blocking query without `wait`. Default 5 min. */
  readonly defaultQueryTimeMs: number;
  /** Least TTL of a session. Default 10 s. */
  readonly sessionTtlMinMs: number;

  readonly services: readonly ServiceDefinition[];
  readonly checks: readonly CheckDefinition[];
  /** Allow script checks from files and from the API. Default false. */
  readonly enableScriptChecks: boolean;
  /** Allow script checks from files only. Default false. */
  readonly enableLocalScriptChecks: boolean;
  /** How late a changed output may reach the catalogue; 0 sends at once. Default 5 min. */
  readonly checkUpdateIntervalMs: number;
  readonly discardCheckOutput: boolean;
  /** Default 4096. */
  readonly checkOutputBytesMax: number;

  readonly logLevel: LogLevel;
  readonly logJson: boolean;
  readonly logFile: string | undefined;
  readonly pidFile: string | undefined;
  /** Leave on SIGTERM. Default: clients do, servers do not. */
  readonly leaveOnTerminate: boolean | undefined;
  /** Do not leave on SIGINT. Default: servers skip it, clients do not. */
  readonly skipLeaveOnInterrupt: boolean | undefined;
  readonly disableRemoteExec: boolean;
  /** Draw a random node id instead of deriving one from the host. Default true. */
  readonly disableHostNodeId: boolean;
}
