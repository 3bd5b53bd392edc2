import type { Clock, Endpoint, EventSource, Logger, Metrics, Rng } from '@konsul/runtime';
import type { SwimProfile } from './config.js';
import type { SwimCodec } from './core/codec.js';
import type { SwimConfig } from './core/config.js';
import type { SwimDelegate } from './core/delegate.js';
import type { JoinFailure } from './core/effect.js';
import type { Member } from './core/member.js';
import type { SwimEvents } from './events.js';
import type { HostLookup } from './node/addresses.js';
import type { SwimTransport } from './transport.js';
import type { MemberlistCodecOptions } from './wire/memberlist-codec.js';

/** What a member is made from; only the name is needed. */
export interface SwimOptions {
  /** Unique within the cluster, 1 to 255 bytes. */
  readonly name: string;
  /** Where defaults come from. Default `lan`. */
  readonly profile?: SwimProfile;
  /** What differs from the profile. */
  readonly tuning?: Partial<Omit<SwimConfig, 'name'>>;
  /** Where to bind. Default `0.0.0.0:7946`; port 0 lets the system choose. */
  readonly bind?: Endpoint;
  /** What to tell others instead: an IP address, and a port where 0 means the bound one. */
  readonly advertise?: Endpoint;
  /** First meta, at most 512 bytes. Default empty. */
  readonly meta?: Uint8Array;
  /** Label, keys, compression and limits of the wire. */
  readonly wire?: MemberlistCodecOptions;
  /** Speaks another wire than memberlist's; `wire` is not used then. */
  readonly codec?: SwimCodec;
  /** The layer above: what it adds to exchanges, and whom it refuses. Default none. */
  readonly delegate?: SwimDelegate;
  /** Default UDP and TCP at `bind`. */
  readonly transport?: SwimTransport;
  readonly clock?: Clock;
  readonly rng?: Rng;
  /** Resolves names given to `join`. Default the system's. */
  readonly lookup?: HostLookup;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
}

/** How a join went. */
export interface JoinResult {
  /** Peers that agreed, 1 or more. */
  readonly contactedCount: number;
  readonly failures: readonly JoinFailure[];
}

/** One member of a cluster. */
export interface Swim extends EventSource<SwimEvents> {
  readonly config: SwimConfig;
  /** 0 is well; more means that this member hears or answers badly. */
  readonly healthScore: number;
  /**
   * Binds and becomes a cluster of one.
   *
   * @throws SwimError ALREADY_STARTED; INVALID_ADDRESS when what is to be announced is no IP address
   *   with a port; INVALID_CONFIG when our own allow-list or delegate refuses it; NOT_RUNNING when
   *   it is stopped meanwhile; and what the transport throws when it cannot bind.
   */
  start(): Promise<void>;
  /** Stops at once, without a word to others; see {@link leave}. Harmless when repeated. */
  stop(): Promise<void>;
  /**
   * Exchanges state with every address of every peer: `host`, `host:port` or `name/host:port`.
   *
   * @throws SwimError JOIN_FAILED when none agreed, INVALID_ADDRESS when none can be read or
   *   resolved, NOT_RUNNING.
   */
  join(peers: readonly string[]): Promise<JoinResult>;
  /**
   * Tells the cluster that we go; resolves when it has been told often enough. The member answers
   * until it is stopped, and cannot join again.
   *
   * @throws SwimError TIMEOUT after `timeoutMs`, 5,000 when absent, a day at most; INVALID_ARGUMENT; NOT_RUNNING.
   */
  leave(timeoutMs?: number): Promise<void>;
  /** Members alive or suspected, this one included. */
  members(): readonly Member[];
  /** Everybody known, the dead and those who left included. */
  knownMembers(): readonly Member[];
  /** One known member by name. */
  member(name: string): Member | undefined;
  /** This member. @throws SwimError NOT_RUNNING before the start. */
  localMember(): Member;
  /**
   * Announces new meta; resolves when it has been told often enough.
   *
   * @throws SwimError INVALID_ARGUMENT for what is no bytes; TOO_LARGE above 512 of them; TIMEOUT
   *   after `timeoutMs`, 5,000 when absent; NOT_RUNNING.
   */
  updateMeta(meta: Uint8Array, timeoutMs?: number): Promise<void>;
  /**
   * One datagram to a member; it may be lost.
   *
   * @throws SwimError UNKNOWN_MEMBER, INVALID_ARGUMENT, NOT_RUNNING.
   */
  send(name: string, payload: Uint8Array): void;
  /**
   * One message of up to 20 MiB to a member over a stream.
   *
   * @throws SwimError UNKNOWN_MEMBER, INVALID_ARGUMENT, NOT_RUNNING, UNREACHABLE, TIMEOUT, TOO_LARGE.
   */
  sendReliable(name: string, payload: Uint8Array): Promise<void>;
  /** The round trip of one direct ping, in ms. @throws SwimError UNKNOWN_MEMBER, NOT_RUNNING, TIMEOUT. */
  ping(name: string): Promise<number>;
  /**
   * Sends a payload along with the gossip, to a number of random members that grows with the
   * logarithm of the cluster; a newer one of the same name replaces it. Receivers who want it to
   * reach everybody broadcast it again. A member may receive it twice or not at all; where that
   * matters, the payload carries an id.
   *
   * @throws SwimError NOT_RUNNING; INVALID_ARGUMENT; TOO_LARGE when it fits into no packet of `packetBytesMax`.
   */
  broadcast(payload: Uint8Array, name?: string): void;
}
