import type { Coordinate } from './coordinate.js';
import type { ConflictAnswer, KeyResponse, SerfMessage, Tags } from './messages.js';

/** Why bytes of this layer were refused; counted by name, never fatal. */
export type SerfRejectReason =
  | 'serf-empty'
  | 'serf-malformed'
  | 'serf-too-large'
  | 'serf-unknown-type'
  | 'serf-unexpected-type'
  /** A Lamport time so far ahead that nobody can have counted to it. */
  | 'serf-time-implausible'
  | 'serf-unusable-coordinate'
  | 'serf-event-too-old'
  | 'serf-event-slot-full'
  | 'serf-query-too-old'
  | 'serf-query-slot-full'
  | 'serf-query-limit'
  | 'serf-relay-refused';

export type SerfDecoding =
  | { readonly type: 'message'; readonly message: SerfMessage }
  | { readonly type: 'reject'; readonly reason: SerfRejectReason };

/**
 * Turns this layer's messages into Serf's bytes and back. Nothing throws: what cannot be read comes
 * back as a reject or as undefined.
 */
export interface SerfCodec {
  encode(message: SerfMessage): Uint8Array;
  decode(bytes: Uint8Array): SerfDecoding;
  /** A member's meta; protocol 2 carries only the `role` tag. */
  encodeTags(tags: Tags): Uint8Array;
  /** No tags when the bytes cannot be read. */
  decodeTags(meta: Uint8Array): Tags;
  /** What an ack carries: the sender's coordinate. */
  encodeCoordinate(coordinate: Coordinate): Uint8Array;
  /** Undefined for another version, or anything that cannot be read. */
  decodeCoordinate(payload: Uint8Array): Coordinate | undefined;
  /** Payload of the query about a disputed name. */
  encodeConflictQuestion(name: string): Uint8Array;
  decodeConflictQuestion(payload: Uint8Array): string | undefined;
  /** `none` stands for a member that is not known. */
  encodeConflictAnswer(answer: ConflictAnswer | 'none'): Uint8Array;
  decodeConflictAnswer(payload: Uint8Array): ConflictAnswer | 'none' | undefined;
  /** Payload of a keyring query; an empty key asks for a list. */
  encodeKeyRequest(key: Uint8Array): Uint8Array;
  decodeKeyRequest(payload: Uint8Array): Uint8Array | undefined;
  encodeKeyResponse(response: KeyResponse): Uint8Array;
  decodeKeyResponse(payload: Uint8Array): KeyResponse | undefined;
  /** Bytes of a text in UTF-8, as bounds count them. */
  textBytes(text: string): number;
}
