/** A service of this machine, from a file. */
export interface ServiceDefinition {
  /** Unique on this machine. Default: the name. */
  readonly id?: string;
  readonly name: string;
  readonly tags?: readonly string[];
  readonly address?: string;
  readonly port?: number;
  readonly socketPath?: string;
  readonly taggedAddresses?: Readonly<Record<string, ServiceAddress>>;
  readonly meta?: Readonly<Record<string, string>>;
  readonly weights?: { readonly passing?: number; readonly warning?: number };
  readonly enableTagOverride?: boolean;
  /** ACL token for this registration. */
  readonly token?: string;
  readonly checks?: readonly CheckDefinition[];
}

/** An address of a service under a name such as `wan`. */
export interface ServiceAddress {
  readonly address: string;
  readonly port?: number;
}

/** State a check begins in. */
export type CheckStatus = 'passing' | 'warning' | 'critical';

/** A health check, from a file. Exactly one of its kinds is given. */
export interface CheckDefinition {
  readonly id?: string;
  readonly name?: string;
  readonly notes?: string;
  /** The service it belongs to; without one it is the node's. */
  readonly serviceId?: string;
  /** Default critical. */
  readonly status?: CheckStatus;
  readonly token?: string;
  readonly ttlMs?: number;
  readonly http?: string;
  readonly method?: string;
  readonly header?: Readonly<Record<string, readonly string[]>>;
  readonly body?: string;
  readonly disableRedirects?: boolean;
  readonly tlsSkipVerify?: boolean;
  readonly tlsServerName?: string;
  readonly tcp?: string;
  readonly tcpUseTls?: boolean;
  readonly udp?: string;
  readonly grpc?: string;
  readonly grpcUseTls?: boolean;
  readonly h2ping?: string;
  readonly h2pingUseTls?: boolean;
  readonly args?: readonly string[];
  readonly dockerContainerId?: string;
  readonly shell?: string;
  readonly aliasNode?: string;
  readonly aliasService?: string;
  readonly intervalMs?: number;
  readonly timeoutMs?: number;
  readonly successBeforePassing?: number;
  readonly failuresBeforeWarning?: number;
  readonly failuresBeforeCritical?: number;
  readonly deregisterCriticalServiceAfterMs?: number;
  readonly outputBytesMax?: number;
}

/**
 * What is wrong with a check, in the words of Consul's API, or undefined.
 *
 * Source: Consul HTTP API, agent check registration.
 */
export function checkDefinitionProblem(check: CheckDefinition): string | undefined {
  const probes = [check.http, check.tcp, check.udp, check.grpc, check.h2ping, check.args].filter(
    (kind) => kind !== undefined,
  ).length;
  const isAlias = check.aliasNode !== undefined || check.aliasService !== undefined;
  const kinds = probes + (check.ttlMs === undefined ? 0 : 1) + (isAlias ? 1 : 0);
  if (kinds === 0)
    return 'type must be specified: ttl, http, tcp, udp, grpc, h2ping, args or alias';
  if (kinds > 1)
    return 'only one of ttl, http, tcp, udp, grpc, h2ping, args and alias may be given';
  if (check.ttlMs !== undefined && check.ttlMs <= 0) return 'TTL must be > 0 for TTL checks';
  if (probes === 1 && (check.intervalMs ?? 0) <= 0) {
    return 'Interval must be > 0 for Script, HTTP, H2PING, TCP, UDP or GRPC checks';
  }
  return undefined;
}
