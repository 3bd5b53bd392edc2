/**
 * What SWIM members say to each other, as values. The names on the wire are memberlist's; each
 * field's comment gives its own where it differs by more than case.
 */

/** An IP address as memberlist carries it: 4 or 16 bytes, kept exactly as received. */
export type AddressBytes = Uint8Array;

/**
 * Six version bytes: protocol min, max, current, then the delegate's min, max, current.
 * Kept exactly as received; a peer may send fewer.
 */
export type VersionVector = Uint8Array;

/** Where the answer to a probe should go; absent in messages of old releases. */
export interface ProbeSource {
  readonly address: AddressBytes; // SourceAddr
  readonly port: number; // SourcePort
  readonly node: string; // SourceNode
}

export interface PingMessage {
  readonly type: 'ping';
  readonly seqNo: number;
  /** Who is meant; a receiver of another name ignores it. Empty means whoever receives it. */
  readonly node: string;
  readonly source?: ProbeSource;
}

export interface IndirectPingMessage {
  readonly type: 'indirect-ping';
  readonly seqNo: number;
  readonly target: AddressBytes;
  readonly port: number;
  readonly node: string;
  /** The asker wants a nack when the target does not answer in time. */
  readonly wantsNack: boolean;
  readonly source?: ProbeSource;
}

export interface AckMessage {
  readonly type: 'ack';
  readonly seqNo: number;
  /** What the peer's ping delegate adds, for example a coordinate; empty when it adds nothing. */
  readonly payload: Uint8Array;
}

export interface NackMessage {
  readonly type: 'nack';
  readonly seqNo: number;
}

export interface SuspectMessage {
  readonly type: 'suspect';
  readonly incarnation: number;
  readonly node: string;
  /** Who accuses. */
  readonly from: string;
}

export interface AliveMessage {
  readonly type: 'alive';
  readonly incarnation: number;
  readonly node: string;
  readonly address: AddressBytes;
  readonly port: number;
  readonly meta: Uint8Array;
  readonly versions: VersionVector;
}

export interface DeadMessage {
  readonly type: 'dead';
  readonly incarnation: number;
  readonly node: string;
  /** Who says so; the node itself when it leaves. */
  readonly from: string;
}

/** Bytes of the layer above. */
export interface UserMessage {
  readonly type: 'user';
  readonly payload: Uint8Array;
}

/** Everything that may stand in a packet, one or several of them. */
export type PacketMessage =
  | PingMessage
  | IndirectPingMessage
  | AckMessage
  | NackMessage
  | SuspectMessage
  | AliveMessage
  | DeadMessage
  | UserMessage;

/** A member's state as push/pull carries it. */
export type WireMemberState = 'alive' | 'suspect' | 'dead' | 'left';

export interface NodeStateRecord {
  readonly name: string;
  readonly address: AddressBytes;
  readonly port: number;
  readonly meta: Uint8Array;
  readonly incarnation: number;
  readonly state: WireMemberState;
  readonly versions: VersionVector;
}

export interface PushPullMessage {
  readonly type: 'push-pull';
  readonly isJoin: boolean;
  readonly nodes: readonly NodeStateRecord[];
  /** Bytes of the layer above; empty when it has none. */
  readonly userState: Uint8Array;
}

/** What a responder says when it cannot read the first layer of a stream. */
export interface StreamErrorMessage {
  readonly type: 'error';
  readonly text: string;
}

/** Everything that may be said on a stream; one message each way. */
export type StreamMessage =
  | PushPullMessage
  | PingMessage
  | AckMessage
  | UserMessage
  | StreamErrorMessage;
