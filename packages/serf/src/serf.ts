import type { Clock, Disk, Endpoint, EventSource, Logger, Metrics, Rng } from '@konsul/runtime';
import type {
  HostLookup,
  Keyring,
  MemberlistCodecOptions,
  SwimConfig,
  SwimProfile,
  SwimTransport,
} from '@konsul/swim';
import type { SerfConfig } from './core/config.js';
import type { Coordinate } from './core/coordinate.js';
import type { KeyTally, QueryReply } from './core/effect.js';
import type { SerfMember } from './core/member.js';
import type { Tags } from './core/messages.js';
import type { SerfStats } from './core/stats.js';
import type { SerfEvents } from './events.js';

/** What a member is made from; only the name is needed. */
export interface SerfOptions {
  /** Unique within the pool, 1 to 255 bytes. */
  readonly name: string;
  /** Labels that all members see; encoded at most 512 bytes. Default none. */
  readonly tags?: Tags;
  /** Where the gossip's defaults come from. Default `lan`. */
  readonly profile?: SwimProfile;
  /** What differs from this layer's defaults. */
  readonly tuning?: Partial<Omit<SerfConfig, 'swim'>>;
  /** What differs from the profile of the gossip below. */
  readonly swim?: Partial<Omit<SwimConfig, 'name' | 'delegateVersions'>>;
  /** Where to bind. Default `0.0.0.0:7946`; port 0 lets the system choose. Not used with `transport`. */
  readonly bind?: Endpoint;
  /** What to tell others instead: an IP address, and a port where 0 means the bound one. */
  readonly advertise?: Endpoint;
  /** Port of peers given to `join` without one. Default that of `bind`, or 7946. */
  readonly defaultPort?: number;
  /** Default UDP and TCP at `bind`. */
  readonly transport?: SwimTransport;
  /** Label, compression and limits of the wire. */
  readonly wire?: Omit<MemberlistCodecOptions, 'keyring'>;
  /** Keys of an encrypted pool; changed by the keyring queries. Default none. */
  readonly keyring?: Keyring;
  /**
   * Saves the keyring after a query changed it. Whoever asked is told that it is done when this
   * resolves; a rejection is logged, and its message is the answer. Calls do not overlap.
   */
  readonly onKeyringChange?: (keyring: Keyring) => Promise<void>;
  /**
   * File that remembers members and clocks over a restart; only one member at a time may have it, which
   * `<path>.lock` beside it sees to. A file that holds something else is refused. Default none.
   */
  readonly snapshotPath?: string;
  /** Come back to the pool of the snapshot even after a leave. Default false. */
  readonly isRejoinAfterLeave?: boolean;
  /** Where the snapshot lives. Default the machine's. */
  readonly disk?: Disk;
  /** @returns why this member must not be let in, or undefined. Called for every announcement and join. */
  readonly validateMember?: (member: SerfMember) => string | undefined;
  /**
   * What to do when most of the pool knows another member by our name: `stop` this member, as Serf
   * does, or only `report` it as the event `name-lost`. Default `stop`.
   */
  readonly onNameLost?: 'stop' | 'report';
  /** @returns why the pool of these members must not be joined, or undefined. */
  readonly validateMerge?: (members: readonly SerfMember[]) => string | undefined;
  /** How long this member, gone, is remembered, given the configured time. Default as configured. */
  readonly reapTimeoutMs?: (member: SerfMember, timeoutMs: number) => number;
  readonly clock?: Clock;
  readonly rng?: Rng;
  /** Resolves names given to `join`. Default the system's. */
  readonly lookup?: HostLookup;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
}

/** Options of a join. */
export interface JoinOptions {
  /** User events from before the join are not delivered. Default false. */
  readonly ignoreOldEvents?: boolean;
}

/** Options of a user event. */
export interface UserEventOptions {
  /** Receivers that coalesce may deliver only the last one of its name. Default false. */
  readonly coalesce?: boolean;
}

/** Options of a forced leave. */
export interface ForceLeaveOptions {
  /** Forget the member everywhere at once. Default false. */
  readonly prune?: boolean;
}

/** Options of a keyring request. */
export interface KeyOptions {
  /** Answers come also by this many other members, 0 to 255, against loss. Default 0. */
  readonly relayFactor?: number;
}

/** Options of a query. */
export interface QueryOptions {
  readonly payload?: Uint8Array;
  /** Only these members are asked. Default all. */
  readonly filterNodes?: readonly string[];
  /** Only members whose tag matches the expression (RE2, unanchored) are asked. Default all. */
  readonly filterTags?: Tags;
  /** Members asked say that they have heard, whether they answer or not. Default false. */
  readonly wantsAck?: boolean;
  /** Answers come also by this many other members, 0 to 255, against loss. Default 0. */
  readonly relayFactor?: number;
  /** How long answers are waited for, 1 ms to a day. Default by the size of the pool. */
  readonly timeoutMs?: number;
}

/** Everything that came back of a query that has ended. */
export interface QueryResult {
  /** Names of members who have heard, when acks were wanted. */
  readonly acks: readonly string[];
  readonly responses: readonly { readonly from: string; readonly payload: Uint8Array }[];
}

/** A query of ours. Iterate over it once for replies as they come, or wait for all of them. */
export interface OutgoingQuery extends AsyncIterable<QueryReply> {
  readonly name: string;
  /** When the query ends at the latest, on the clock given. */
  readonly deadlineMs: number;
  readonly isFinished: boolean;
  /** Resolves when the query has ended. */
  result(): Promise<QueryResult>;
  /** Ends the query now; later replies are dropped. */
  cancel(): void;
}

/** How members did with a keyring request. */
export type KeyResult = KeyTally;

/**
 * Keys of all members at once. That some members failed is in the result.
 *
 * @remarks Each rejects with SerfError INVALID_KEY for a key that is not 16, 24 or 32 bytes,
 * INVALID_CONFIG for an option out of bounds, TOO_MANY_QUERIES, UNSUPPORTED and NOT_RUNNING.
 */
export interface KeyManager {
  /** Adds a key everywhere; it can then decrypt. */
  install(key: Uint8Array, options?: KeyOptions): Promise<KeyResult>;
  /** Makes an installed key the one to encrypt with. */
  use(key: Uint8Array, options?: KeyOptions): Promise<KeyResult>;
  /** Forgets a key that is not in use. */
  remove(key: Uint8Array, options?: KeyOptions): Promise<KeyResult>;
  list(options?: KeyOptions): Promise<KeyResult>;
}

/** `left` has said goodbye and only waits to be stopped. */
export type SerfState = 'new' | 'running' | 'leaving' | 'left' | 'stopped';

/** One member of one pool. Several run in one process as long as their transports do not meet. */
export interface Serf extends EventSource<SerfEvents> {
  readonly config: SerfConfig;
  readonly state: SerfState;
  /** Members of any status, this one included. */
  readonly memberCount: number;
  readonly keys: KeyManager;
  /**
   * Binds, becomes a pool of one, and tries in the background to come back to the pool of the
   * snapshot, if there is one.
   *
   * @throws SerfError ALREADY_STARTED, TOO_LARGE, INVALID_ADDRESS, SNAPSHOT_LOCKED, SNAPSHOT_UNUSABLE, and
   * what the transport throws.
   */
  start(): Promise<void>;
  /** Stops at once, without a word to others; see {@link leave}. Harmless when repeated. */
  stop(): Promise<void>;
  /**
   * Joins the pool of these peers: `host`, `host:port` or `name/host:port`.
   *
   * @returns how many of them agreed, 1 or more.
   * @throws SerfError JOIN_FAILED when none agreed, INVALID_ADDRESS, NOT_RUNNING.
   */
  join(peers: readonly string[], options?: JoinOptions): Promise<number>;
  /**
   * Says goodbye; resolves when the news had time to travel. Stop afterwards. Repeating it waits for
   * the first.
   *
   * @throws SerfError NOT_RUNNING.
   */
  leave(): Promise<void>;
  /**
   * Declares a failed member gone; with `prune`, forgets it everywhere at once. A member that is
   * alive objects and stays.
   *
   * @throws SerfError INVALID_ARGUMENT, TIMEOUT, NOT_RUNNING.
   */
  forceLeave(name: string, options?: ForceLeaveOptions): Promise<void>;
  /** Members of any status, this one included. The array does not change. */
  members(): readonly SerfMember[];
  /** One member by name. */
  member(name: string): SerfMember | undefined;
  /** This member. @throws SerfError NOT_RUNNING before the start. */
  localMember(): SerfMember;
  /**
   * Replaces all tags of this member.
   *
   * @throws SerfError INVALID_ARGUMENT, TOO_LARGE above 512 bytes, TIMEOUT, NOT_RUNNING.
   */
  setTags(tags: Tags): Promise<void>;
  /**
   * Tells everybody, this member included, once.
   *
   * @throws SerfError INVALID_ARGUMENT, TOO_LARGE, NOT_RUNNING.
   */
  userEvent(name: string, payload?: Uint8Array, options?: UserEventOptions): Promise<void>;
  /**
   * Asks everybody, this member included.
   *
   * @throws SerfError INVALID_ARGUMENT for the name, INVALID_CONFIG for an option that is unknown or
   * out of bounds, TOO_LARGE, TOO_MANY_QUERIES, RESERVED_NAME, UNSUPPORTED, NOT_RUNNING.
   */
  query(name: string, options?: QueryOptions): Promise<OutgoingQuery>;
  /** Where this member is in the space of round-trip times; undefined when turned off. */
  coordinate(): Coordinate | undefined;
  /** Where another member was when it last answered a ping. */
  coordinateOf(name: string): Coordinate | undefined;
  stats(): SerfStats;
}
