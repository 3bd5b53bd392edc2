/** Ports; -1 disables a listener, 0 lets the system choose. */
export interface PortSettings {
  /** Default 8500. */
  readonly http: number;
  /** Default -1. */
  readonly https: number;
  /** UDP and TCP. Default 8600. */
  readonly dns: number;
  /** RPC, Raft and area gossip between servers. Default 8300. */
  readonly server: number;
  /** Default 8301. */
  readonly serfLan: number;
  /** Default 8302; -1 takes a server out of the WAN pool. */
  readonly serfWan: number;
}

/** Addresses of single listeners, instead of `client_addr`; several separated by spaces. */
export interface AddressSettings {
  readonly http: string | undefined;
  readonly https: string | undefined;
  readonly dns: string | undefined;
}

/** A segment that a server bridges. */
export interface SegmentSettings {
  /** 1 to 64 of letters, digits, `-` and `_`. */
  readonly name: string;
  /** Default: the agent's bind address. */
  readonly bindAddress: string | undefined;
  readonly port: number;
  /** Default: the agent's advertise address. */
  readonly advertiseAddress: string | undefined;
  /** Serve RPC on the segment's bind address too. Default false. */
  readonly hasRpcListener: boolean;
}

/** Gossip timing of one pool. */
export interface GossipSettings {
  /** Peers told per interval. Default 3 on the LAN, 4 on the WAN. */
  readonly gossipNodes: number;
  /** Default 200 ms on the LAN, 500 ms on the WAN. */
  readonly gossipIntervalMs: number;
  /** Default 1 s on the LAN, 5 s on the WAN. */
  readonly probeIntervalMs: number;
  /** Default 500 ms on the LAN, 3 s on the WAN; below the interval. */
  readonly probeTimeoutMs: number;
  /** Multiplier of the suspicion timeout. Default 4 on the LAN, 6 on the WAN. */
  readonly suspicionMult: number;
  /** Multiplier of retransmissions. Default 4. */
  readonly retransmitMult: number;
}

/** How hard servers try to be quick. */
export interface PerformanceSettings {
  /** Stretches Raft's timers on slow machines, 1 to 10. Default 1. */
  readonly raftMultiplier: number;
  /** How long requests are still served after leaving. Default 5 s. */
  readonly leaveDrainTimeMs: number;
  /** How long a request waits for a leader. Default 7 s. */
  readonly rpcHoldTimeoutMs: number;
}

/** Keeping the set of servers healthy. */
export interface AutopilotSettings {
  /** Default true. */
  readonly cleanupDeadServers: boolean;
  /** Default 200 ms. */
  readonly lastContactThresholdMs: number;
  /** Default 250. */
  readonly trailingLogCountMax: number;
  /** Default 0. */
  readonly minQuorum: number;
  /** Default 10 s. */
  readonly serverStabilizationTimeMs: number;
}

/** Bounds on what one client may use. */
export interface LimitSettings {
  /** Default 200. */
  readonly httpMaxConnectionsPerClient: number;
  /** Default 5 s. */
  readonly httpsHandshakeTimeoutMs: number;
  /** First byte or TLS handshake on the server port. Default 5 s. */
  readonly rpcHandshakeTimeoutMs: number;
  /** Non-blocking RPC. Default 60 s. */
  readonly rpcClientTimeoutMs: number;
  /** Default 100. */
  readonly rpcMaxConnectionsPerClient: number;
  /** RPCs per second that a client agent sends; -1 is unlimited. Default -1. */
  readonly rpcRate: number;
  /** Default 1000. */
  readonly rpcMaxBurst: number;
  /** Default 524288. */
  readonly kvMaxValueBytes: number;
  /** Default 524288. */
  readonly txnMaxRequestBytes: number;
  readonly requestLimits: RequestLimitSettings;
}

/** Rate limit of requests to a server. */
export interface RequestLimitSettings {
  /** Default `disabled`; `permissive` only counts. */
  readonly mode: 'disabled' | 'permissive' | 'enforcing';
  /** Reads per second; -1 is unlimited. Default -1. */
  readonly readRate: number;
  /** Writes per second; -1 is unlimited. Default -1. */
  readonly writeRate: number;
}

/** `dns_config`: how names are answered. */
export interface DnsSettings {
  /** Default true. */
  readonly allowStale: boolean;
  /** Default 87600 h (ten years). */
  readonly maxStaleMs: number;
  /** Default 0. */
  readonly nodeTtlMs: number;
  /** By service name; `prefix*` and `*` are patterns. */
  readonly serviceTtlMs: Readonly<Record<string, number>>;
  /** Leave out instances with warnings. Default false. */
  readonly onlyPassing: boolean;
  /** Set TC when answers were cut. Default false. */
  readonly enableTruncate: boolean;
  /** Answers of a UDP response without EDNS0. Default 3. */
  readonly udpAnswerLimit: number;
  /** A and AAAA answers of any response; 0 is no limit. Default 0. */
  readonly aRecordLimit: number;
  /** Default false. */
  readonly disableCompression: boolean;
  /** Send node meta as TXT behind other answers. Default true. */
  readonly nodeMetaTxt: boolean;
  /** Default 2 s. */
  readonly recursorTimeoutMs: number;
  /** Default `sequential`. */
  readonly recursorStrategy: 'sequential' | 'random';
  readonly useCache: boolean;
  readonly cacheMaxAgeMs: number;
  readonly soa: SoaSettings;
}

/** The zone's SOA record, in seconds. */
export interface SoaSettings {
  /** Default 3600. */
  readonly refreshSeconds: number;
  /** Default 600. */
  readonly retrySeconds: number;
  /** Default 86400. */
  readonly expireSeconds: number;
  /** Also how long negative answers are kept. Default 0. */
  readonly minTtlSeconds: number;
}

/** `http_config`. */
export interface HttpSettings {
  /** Path prefixes that answer 403. */
  readonly blockEndpoints: readonly string[];
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Networks (CIDR) that may write; empty allows all. */
  readonly allowWriteHttpFrom: readonly string[];
  /** Default 16384. */
  readonly headerBytesMax: number;
}

/** `ui_config`. */
export interface UiSettings {
  /** Default false; true with `-dev`. */
  readonly isEnabled: boolean;
  /** Default `/ui/`. */
  readonly contentPath: string;
  /** Serves these files instead of the built-in ones. */
  readonly directory: string | undefined;
}

/** TLS of one kind of listener, and of the connections made to it. */
export interface TlsListenerSettings {
  readonly caFile: string | undefined;
  readonly caPath: string | undefined;
  readonly certFile: string | undefined;
  readonly keyFile: string | undefined;
  /** Ask for and check a client's certificate. Default false. */
  readonly verifyIncoming: boolean;
  /** Use TLS and check the server's certificate. Default false. */
  readonly verifyOutgoing: boolean;
  /** Check that the certificate is `server.<dc>.<domain>`. Default false. */
  readonly verifyServerHostname: boolean;
  /** Default `TLSv1_2`. */
  readonly minVersion: 'TLSv1_2' | 'TLSv1_3';
}

/** `tls`, and the older keys without it. */
export interface TlsSettings {
  readonly defaults: Partial<TlsListenerSettings>;
  readonly internalRpc: Partial<TlsListenerSettings>;
  readonly https: Partial<TlsListenerSettings>;
}

/** Access control. */
export interface AclSettings {
  /** Whether a file says so; what turns it on is refused. Default neither, which is off. */
  readonly isEnabled: boolean | undefined;
  /** For what no rule names. Default `allow`. */
  readonly defaultPolicy: 'allow' | 'deny';
  /** While the primary is unreachable. Default `extend-cache`. */
  readonly downPolicy: 'allow' | 'deny' | 'extend-cache' | 'async-cache';
  readonly enableTokenReplication: boolean;
  readonly enableTokenPersistence: boolean;
  readonly enableKeyListPolicy: boolean;
  /** Default 30 s each. */
  readonly tokenTtlMs: number;
  readonly policyTtlMs: number;
  readonly roleTtlMs: number;
  readonly tokens: AclTokenSettings;
}

/** Tokens the agent itself uses. */
export interface AclTokenSettings {
  readonly initialManagement: string | undefined;
  readonly agentRecovery: string | undefined;
  readonly default: string | undefined;
  readonly agent: string | undefined;
  readonly dns: string | undefined;
  readonly replication: string | undefined;
  readonly configFileServiceRegistration: string | undefined;
}

/** Measurements. */
export interface TelemetrySettings {
  /** First part of every name. Default `konsul`. */
  readonly metricsPrefix: string;
  /** Leave the host's name out of gauges. Default false. */
  readonly disableHostname: boolean;
  /** Names begun by `+prefix` are kept, by `-prefix` dropped; the longest prefix decides. */
  readonly prefixFilter: readonly string[];
  /** What no prefix names. Default true, kept. */
  readonly filterDefault: boolean;
  /** 0 turns the Prometheus form off. Default 0. */
  readonly prometheusRetentionTimeMs: number;
}
