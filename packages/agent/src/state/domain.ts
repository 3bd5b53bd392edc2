/** When an object came to be and was last changed, as indexes of the Raft log. */
export interface Indexed {
  readonly createIndex: number;
  readonly modifyIndex: number;
}

/** Text by name; of network addresses, metadata and the like. */
export type TextMap = Readonly<Record<string, string>>;

/** What a registration says of a machine. */
export interface NodeDefinition {
  /** The node's name, unique in the datacenter whatever its case. */
  readonly node: string;
  /** A UUID that stays when the name changes; empty where the node has none. */
  readonly id: string;
  readonly address: string;
  readonly datacenter: string;
  /** Further addresses by purpose: `lan`, `wan`, `lan_ipv4` and so on. */
  readonly taggedAddresses: TextMap;
  readonly meta: TextMap;
}

/** A machine in the catalogue. */
export interface CatalogNode extends NodeDefinition, Indexed {}

/** An address of a service, for one purpose. */
export interface ServiceAddress {
  readonly address: string;
  readonly port: number;
}

/** What a registration says of one instance of a service. */
export interface ServiceDefinition {
  /** Unique on its node; the name where nothing else was given. */
  readonly id: string;
  /** The service it is an instance of. */
  readonly service: string;
  /** Empty for an ordinary service; else the kind of proxy or gateway. */
  readonly kind: string;
  readonly tags: readonly string[];
  /** Empty: the node's address. */
  readonly address: string;
  readonly taggedAddresses: Readonly<Record<string, ServiceAddress>>;
  readonly meta: TextMap;
  readonly port: number;
  readonly socketPath: string;
  /** DNS weights by health. */
  readonly weights: { readonly passing: number; readonly warning: number };
  /** Whether the catalogue's tags, and not the agent's, win in anti-entropy. */
  readonly enableTagOverride: boolean;
}

/** One instance of a service in the catalogue. */
export interface NodeService extends ServiceDefinition, Indexed {
  /** The name of its node. */
  readonly node: string;
}

/** How well a check says its subject is. */
export type CheckStatus = 'passing' | 'warning' | 'critical';

/** How a check is made; kept in the catalogue for external monitors. Durations in milliseconds. */
export interface CheckProbe {
  readonly http: string;
  readonly method: string;
  readonly body: string;
  readonly header: Readonly<Record<string, readonly string[]>>;
  readonly tcp: string;
  readonly udp: string;
  readonly grpc: string;
  readonly tlsServerName: string;
  readonly tlsSkipVerify: boolean;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly deregisterCriticalServiceAfterMs: number;
}

/** What a registration says of a check. */
export interface CheckDefinition {
  /** The node it is registered on; empty in a registration: the registration's node. */
  readonly node: string;
  /** Unique on its node. */
  readonly checkId: string;
  readonly name: string;
  readonly status: CheckStatus;
  readonly notes: string;
  readonly output: string;
  /** The service instance it is about; empty: the node as a whole. */
  readonly serviceId: string;
  /** `ttl`, `http` and so on. */
  readonly type: string;
  /** Texts as the agent gave them; shown, never interpreted. */
  readonly interval: string;
  readonly timeout: string;
  readonly exposedPort: number;
  readonly probe: CheckProbe;
}

/** A check in the catalogue. */
export interface HealthCheck extends CheckDefinition, Indexed {
  /** Of the service instance it is about, as they were when the check last changed. */
  readonly serviceName: string;
  readonly serviceTags: readonly string[];
}

/** A key of the KV store with its value. */
export interface KvPair extends Indexed {
  /** Any bytes, as a byte string (one code unit per byte). */
  readonly key: string;
  readonly value: Uint8Array;
  /** An unsigned 64-bit number that is the client's own; used in full by lock conventions. */
  readonly flags: bigint;
  /** How often a lock on the key was taken. */
  readonly lockIndex: number;
  /** The session that holds the lock; empty: nobody. */
  readonly session: string;
}

/** A network area: a gossip pool of the servers of two datacenters. */
export interface Area extends Indexed {
  /** A UUID of this side's own. */
  readonly id: string;
  readonly peerDatacenter: string;
  /** Addresses of the far side's servers to join until one answers. */
  readonly retryJoin: readonly string[];
  readonly useTls: boolean;
}

/** A position in the space where distance estimates round-trip time. Seconds throughout. */
export interface NetworkPosition {
  readonly vector: readonly number[];
  readonly error: number;
  readonly adjustment: number;
  readonly height: number;
}

/** Where a node is, in one segment. */
export interface Coordinate {
  readonly node: string;
  /** Empty: the default segment. */
  readonly segment: string;
  readonly position: NetworkPosition;
}

/** A service instance with its node and all checks that bear on it. */
export interface ServiceHealth {
  readonly node: CatalogNode;
  readonly service: NodeService;
  /** The node's own checks and the instance's. */
  readonly checks: readonly HealthCheck[];
}
