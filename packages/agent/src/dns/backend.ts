/** A node as a name leads to it. Addresses are already translated for the asker's datacenter. */
export interface DnsNode {
  readonly node: string;
  /** An IP address or a host name. */
  readonly address: string;
  readonly datacenter: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** One instance of a service with the node it runs on. */
export interface DnsInstance {
  readonly node: DnsNode;
  /** An IP address, a host name, or empty where the node's address is the service's. */
  readonly address: string;
  readonly port: number;
  readonly weights: { readonly passing: number; readonly warning: number };
  /** The worst of the node's and the instance's checks. */
  readonly status: 'passing' | 'warning' | 'critical';
}

/** What a prepared query came to. */
export interface DnsQueryResult {
  readonly instances: readonly DnsInstance[];
  /** The query's own TTL; undefined where it has none. */
  readonly ttlMs: number | undefined;
}

/** Whose address it is. */
export interface DnsPointer {
  readonly kind: 'node' | 'service';
  readonly name: string;
  readonly datacenter: string;
}

/** An answer of the catalogue. Missing includes an unknown datacenter. */
export type DnsOutcome<T> =
  | { readonly type: 'found'; readonly value: T }
  | { readonly type: 'missing' }
  /** It is not known whether there is an answer. */
  | { readonly type: 'failed'; readonly reason: string };

/**
 * Where names are looked up. A rejected promise counts as `failed`. Names are lower case, and no
 * datacenter means the agent's own.
 */
export interface DnsBackend {
  node(request: {
    readonly node: string;
    readonly datacenter: string | undefined;
  }): Promise<DnsOutcome<DnsNode>>;
  /** Every instance, critical ones included; an unknown service has none. */
  serviceInstances(request: {
    readonly service: string;
    readonly tag: string | undefined;
    readonly datacenter: string | undefined;
  }): Promise<DnsOutcome<readonly DnsInstance[]>>;
  /** Runs a prepared query, by name or id; its order of instances is kept. */
  preparedQuery(request: {
    readonly query: string;
    readonly datacenter: string | undefined;
    /** Where the question came from, for queries sorted by nearness. */
    readonly clientAddress: string;
  }): Promise<DnsOutcome<DnsQueryResult>>;
  pointer(request: { readonly address: string }): Promise<DnsOutcome<DnsPointer>>;
  /** Servers of the agent's datacenter, for NS records. */
  servers(): Promise<DnsOutcome<readonly DnsNode[]>>;
}
