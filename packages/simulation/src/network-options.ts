import type { Endpoint, Rng } from '@konsul/runtime';
import type { LinkOptions } from './network-link.js';
import type { VirtualClock } from './virtual-clock.js';

/** Something that happened on the network. */
export type NetworkEventType =
  | 'datagram-sent'
  | 'datagram-delivered'
  | 'datagram-dropped'
  | 'stream-opened'
  | 'stream-refused'
  | 'stream-timed-out'
  | 'stream-delivered'
  | 'stream-ended'
  | 'stream-reset'
  | 'stream-stalled';

/** Why a datagram was not delivered. */
export type DropReason =
  | 'loss'
  | 'cut'
  | 'host-down'
  | 'unknown-host'
  | 'closed-port'
  | 'oversize'
  | 'queue-full';

/** One event as an observer sees it. Observers must not call into the network. */
export interface NetworkEvent {
  readonly type: NetworkEventType;
  readonly from: Endpoint;
  readonly to: Endpoint;
  /** The payload, where there is one; only to be read. */
  readonly bytes?: Uint8Array;
  readonly reason?: DropReason;
}

export interface MemoryNetworkOptions {
  readonly clock: VirtualClock;
  /** The only source of chance: latency, loss and all the rest. */
  readonly rng: Rng;
  /** What every link is like unless overridden. */
  readonly link?: LinkOptions;
  /**
   * What differs from `link` on the way from one host to another: sites, a measured matrix. Must be
   * pure; links that are alike should be the same object, which is resolved once.
   */
  readonly linkBetween?: (from: string, to: string) => LinkOptions;
  /** Sees everything that happens, in order. */
  readonly observe?: (event: NetworkEvent) => void;
  /** Longer datagrams are dropped. Default 65,507, as UDP over IPv4. */
  readonly datagramBytesMax?: number;
  /** Datagrams kept for a process that is stopped; more are dropped. Default 1,024. */
  readonly waitingDatagramCountMax?: number;
  /** Datagrams under way in the whole network; more are dropped. Default 1,000,000. */
  readonly underWayCountMax?: number;
  /** A stream breaks when its owner has queued more than this without waiting. Default 64 MiB. */
  readonly streamBufferBytesMax?: number;
  /** A stream breaks when its bytes cannot pass for this long; 0 breaks it at once. Default 15,000. */
  readonly streamStallTimeoutMs?: number;
}
