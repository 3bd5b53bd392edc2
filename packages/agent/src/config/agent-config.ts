import type { Endpoint } from '@konsul/runtime';
import type { AgentSettings } from './settings.js';
import type { TlsListenerSettings } from './settings-sections.js';

/** Settings that {@link AgentConfig} replaces by what they come to. */
type Worked =
  | 'primaryDatacenter'
  | 'nodeName'
  | 'advertiseAddress'
  | 'advertiseAddressWan'
  | 'serfLanBindAddress'
  | 'serfWanBindAddress'
  | 'clientAddress'
  | 'addresses'
  | 'segments'
  | 'tls'
  | 'leaveOnTerminate'
  | 'skipLeaveOnInterrupt';

/**
 * The whole configuration of an agent: complete, checked and never changed. Everything behind it
 * may rely on it without looking again.
 */
export interface AgentConfig extends Readonly<Omit<AgentSettings, Worked>> {
  /** Owner of global data; equal to `datacenter` in a primary or a lone datacenter. */
  readonly primaryDatacenter: string;
  readonly nodeName: string;
  /** An IP address that members of this datacenter reach. */
  readonly advertiseAddress: string;
  /** An IP address that servers of other datacenters reach. */
  readonly advertiseAddressWan: string;
  readonly serfLanBindAddress: string;
  readonly serfWanBindAddress: string;
  /** Where HTTP, HTTPS and DNS listen; empty when disabled. */
  readonly listeners: ClientListeners;
  readonly segments: readonly SegmentConfig[];
  readonly tls: TlsConfig;
  /** Leave on SIGTERM. */
  readonly leaveOnTerminate: boolean;
  /** Stay a member on SIGINT. */
  readonly skipLeaveOnInterrupt: boolean;
  /** What is legal but probably not meant; one line each, to be logged at start. */
  readonly warnings: readonly string[];
}

/** Listeners for clients of the agent. */
export interface ClientListeners {
  readonly http: readonly Endpoint[];
  readonly https: readonly Endpoint[];
  /** UDP and TCP each. */
  readonly dns: readonly Endpoint[];
}

/** A segment with its addresses worked out. */
export interface SegmentConfig {
  readonly name: string;
  readonly bindAddress: string;
  readonly port: number;
  readonly advertiseAddress: string;
  readonly hasRpcListener: boolean;
}

/** TLS for each kind of listener, defaults applied. */
export interface TlsConfig {
  readonly internalRpc: TlsListenerSettings;
  readonly https: TlsListenerSettings;
}
