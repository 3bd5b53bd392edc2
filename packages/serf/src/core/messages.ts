import type { AddressBytes, VersionRange } from '@konsul/swim/core';

/** What Serf members say to each other, as values. Each travels as the payload of a SWIM user message. */
export type SerfMessage =
  | LeaveMessage
  | JoinMessage
  | SerfPushPullMessage
  | UserEventMessage
  | QueryMessage
  | QueryResponseMessage
  | RelayMessage;

/** A member leaves, or is made to: its failure is then called leaving. */
export interface LeaveMessage {
  readonly type: 'leave';
  readonly time: number; // LTime
  readonly node: string;
  /** Also forget the member at once. */
  readonly isPrune: boolean;
}

export interface JoinMessage {
  readonly type: 'join';
  readonly time: number; // LTime
  readonly node: string;
}

/** What push/pull carries for this layer. */
export interface SerfPushPullMessage {
  readonly type: 'push-pull';
  readonly time: number; // LTime
  /** Last intent time of every member. */
  readonly statusTimes: ReadonlyMap<string, number>; // StatusLTimes
  readonly leftMembers: readonly string[];
  readonly eventTime: number; // EventLTime
  /** The sender's ring of recent events; undefined where a slot is unused. */
  readonly events: readonly (EventSlot | undefined)[];
  readonly queryTime: number; // QueryLTime
}

/** Events that share one instant. */
export interface EventSlot {
  readonly time: number; // LTime
  readonly events: readonly StoredEvent[];
}

export interface StoredEvent {
  readonly name: string;
  readonly payload: Uint8Array;
}

export interface UserEventMessage {
  readonly type: 'user-event';
  readonly time: number; // LTime
  readonly name: string;
  readonly payload: Uint8Array;
  /** Receivers may keep only the latest of this name. */
  readonly canCoalesce: boolean; // CC
}

export interface QueryMessage {
  readonly type: 'query';
  readonly time: number; // LTime
  readonly id: number;
  readonly address: AddressBytes;
  readonly port: number;
  readonly sourceNode: string;
  readonly filters: readonly QueryFilter[];
  readonly wantsAck: boolean; // Flags bit 0
  /** Receivers do not pass it on. */
  readonly isNoBroadcast: boolean; // Flags bit 1
  readonly relayFactor: number;
  readonly timeoutMs: number;
  readonly name: string;
  readonly payload: Uint8Array;
}

/** Who should answer a query. All filters must match; one that cannot be read matches nobody. */
export type QueryFilter =
  | { readonly type: 'nodes'; readonly names: readonly string[] }
  | { readonly type: 'tag'; readonly tag: string; readonly expression: string }
  | { readonly type: 'unreadable' };

export interface QueryResponseMessage {
  readonly type: 'query-response';
  readonly time: number; // LTime
  readonly id: number;
  readonly from: string;
  readonly isAck: boolean; // Flags bit 0
  readonly payload: Uint8Array;
}

/** A message for somebody else, to be handed on unchanged. */
export interface RelayMessage {
  readonly type: 'relay';
  readonly address: AddressBytes;
  readonly port: number;
  readonly node: string;
  readonly message: Uint8Array;
}

/** A member's labels, as memberlist's meta carries them. */
export type Tags = Readonly<Record<string, string>>;

/** What a member knows of another one that uses a disputed name. */
export interface ConflictAnswer {
  readonly name: string;
  readonly address: AddressBytes;
  readonly port: number;
  readonly tags: Tags;
  /** As a number of the wire: 0 none, 1 alive, 2 leaving, 3 left, 4 failed. */
  readonly status: number;
  readonly gossipVersions: VersionRange;
  readonly serfVersions: VersionRange;
}

/** How one member did with a keyring request. */
export interface KeyResponse {
  readonly isDone: boolean; // Result
  readonly message: string;
  /** Base64; only for a list request. */
  readonly keys: readonly string[];
  /** Base64; empty from releases that do not tell. */
  readonly primaryKey: string;
}
