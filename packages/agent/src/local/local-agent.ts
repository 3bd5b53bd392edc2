import type { SerfMember } from '@konsul/serf';
import type { CheckDefinition as CheckRegistration } from '../config/definitions.js';
import type {
  CheckStatus,
  HealthCheck,
  NetworkPosition,
  ServiceDefinition,
  TextMap,
} from '../state/domain.js';
import type { LogBuffer } from '../telemetry/log-buffer.js';
import type { CumulativeSummary, IntervalSummary } from '../telemetry/metrics-sink.js';

/** A check of this machine as it stands now. Its `node` is this agent's. */
export type LocalCheck = Omit<HealthCheck, 'createIndex' | 'modifyIndex'>;

/** What registers a service on this machine. */
export interface ServiceRegistration {
  /** Complete, but for an empty `id`, which stands for the service's name. */
  readonly service: ServiceDefinition;
  /** In the order given; it decides the ids of checks that have none. */
  readonly checks: readonly CheckRegistration[];
  /** Secret under which it is put into the catalogue; empty: the agent's own. */
  readonly token: string;
  /** Checks of an earlier registration of this id that are not named again go. */
  readonly replaceExistingChecks: boolean;
}

/** Whether something is in maintenance, and why. */
export interface MaintenanceRequest {
  readonly isEnabled: boolean;
  /** Becomes the check's notes; empty: a default text. */
  readonly reason: string;
  /** Secret under which the check is put into the catalogue; empty: the agent's own. */
  readonly token: string;
}

/** What a TTL check's owner reports. */
export interface TtlReport {
  readonly status: CheckStatus;
  readonly output: string;
}

/**
 * The services and checks of this machine, which anti-entropy carries to the catalogue.
 *
 * Everything that changes something resolves once it is in force here (and on disk, where there is
 * one) and rejects with a RequestError: `INVALID` and `NOT_FOUND` with the texts of Consul's API.
 */
export interface LocalServices {
  /** Services registered here, by id; never the server's own `consul`. */
  services(): ReadonlyMap<string, ServiceDefinition>;
  /** Checks registered here, maintenance included, by id. */
  checks(): ReadonlyMap<string, LocalCheck>;

  /**
   * Adds or replaces a service with its checks. Rejects `INVALID` with `Missing service name`,
   * `Invalid service address`, `Invalid Weights: ...`, `Invalid Service Meta: ...`,
   * `Invalid check: ...` or `Status for checks must 'passing', 'warning', 'critical'`.
   */
  registerService(registration: ServiceRegistration): Promise<void>;
  /**
   * Removes a service and its checks. Rejects `NOT_FOUND` with
   * `Unknown service ID "x". Ensure that the service ID is passed, not the service name.`
   */
  deregisterService(id: string): Promise<void>;
  /** Takes a service out of use, or back; doing it twice is fine. Rejects as {@link deregisterService} does. */
  setServiceMaintenance(id: string, request: MaintenanceRequest): Promise<void>;
  /** Takes the node out of use, or back; doing it twice is fine. */
  setNodeMaintenance(request: MaintenanceRequest): Promise<void>;

  /**
   * Adds or replaces a check. Rejects `INVALID` with `Missing check name` or `Invalid check: ...`,
   * and `NOT_FOUND` with `ServiceID "x" does not exist`.
   */
  registerCheck(check: CheckRegistration, token: string): Promise<void>;
  /**
   * Removes a check. Rejects `NOT_FOUND` with
   * `Unknown check ID "x". Ensure that the check ID is passed, not the check name.`
   */
  deregisterCheck(id: string): Promise<void>;
  /**
   * Reports a TTL check's state and winds its clock up. Rejects `NOT_FOUND` as
   * {@link deregisterCheck} does, and `INVALID` with `CheckID "x" does not have associated TTL`.
   */
  updateTtl(id: string, report: TtlReport): Promise<void>;

  /** Calls back, after it happened, for each change of a service or check. @returns its end. */
  onChange(listener: () => void): () => void;
}

/** A member of one of this agent's gossip pools. */
export type AgentMember = Pick<
  SerfMember,
  'name' | 'endpoint' | 'tags' | 'status' | 'gossipVersions' | 'serfVersions'
>;

/** Which members are wanted. */
export interface MembersRequest {
  /** The servers of all datacenters instead of this one's agents. */
  readonly isWan: boolean;
  /** Of one segment's pool; absent: of all that this agent is in. */
  readonly segment?: string;
}

/** What an agent says of itself. */
export interface AgentSelf {
  readonly datacenter: string;
  readonly primaryDatacenter: string;
  readonly nodeName: string;
  readonly nodeId: string;
  readonly isServer: boolean;
  readonly version: string;
  readonly meta: TextMap;
  /** Of the LAN pool; undefined where coordinates are off. */
  readonly coordinate: NetworkPosition | undefined;
  readonly member: AgentMember;
  /** Settings in force, by Consul's `DebugConfig` names, without secrets. */
  readonly debugConfig: Readonly<Record<string, unknown>>;
  /** `agent`, `build`, `consul`, `raft`, `runtime`, `serf_lan`, `serf_wan`, each name to text. */
  readonly stats: Readonly<Record<string, TextMap>>;
}

/** How a member is declared gone. */
export interface ForceLeaveRequest {
  readonly name: string;
  /** Forget it at once. */
  readonly isPruned: boolean;
  /** In the pool of all datacenters' servers only. */
  readonly isWan: boolean;
}

/** The agent as a member of the cluster and as a process. */
export interface AgentControl {
  self(): AgentSelf;
  /** Undefined where this agent is not in such a pool. */
  members(request: MembersRequest): readonly AgentMember[] | undefined;
  /**
   * Joins a pool by one address. Rejects `INTERNAL` with Consul's text: `1 error occurred: ...`, or
   * `Must be a server to join WAN cluster`.
   */
  join(address: string, options: { readonly isWan: boolean }): Promise<void>;
  /** Leaves in order; resolves once it has, and the process ends itself afterwards. */
  leave(): Promise<void>;
  /** Rejects `INTERNAL` with `agent: No node found with name 'x'`. */
  forceLeave(request: ForceLeaveRequest): Promise<void>;
  /** Reads the configuration again. Rejects `INTERNAL` when it is not valid; nothing then changed. */
  reload(): Promise<void>;
  /** The last finished interval, or the running one while none is. */
  metrics(): IntervalSummary;
  /** Totals for Prometheus; undefined where its retention time is not positive. */
  prometheus(): CumulativeSummary | undefined;
  /** What was logged, and what will be. */
  readonly logs: Pick<LogBuffer, 'recent' | 'subscribe'>;
}

/** Everything about this machine that does not come from the servers. */
export interface LocalAgent {
  readonly services: LocalServices;
  readonly control: AgentControl;
}
