import type { Coordinate } from './coordinate.js';
import type { SerfMessage, Tags } from './messages.js';

/** Why bytes of this layer were refused; counted by name, never fatal. */
export type SerfRejectReason =
  | 'serf-empty'
  | 'serf-malformed'
  | 'serf-unknown-type'
  | 'serf-unusable-coordinate';

export type SerfDecoding =
  | { readonly type: 'message'; readonly message: SerfMessage }
  | { readonly type: 'reject'; readonly reason: SerfRejectReason };

/** Turns this layer's messages into Serf's bytes and back. */
export interface SerfCodec {
  encode(message: SerfMessage): Uint8Array;
  /** Never throws. */
  decode(bytes: Uint8Array): SerfDecoding;
  /** A member's meta; protocol 2 carries only the `role` tag. */
  encodeTags(tags: Tags): Uint8Array;
  decodeTags(meta: Uint8Array): Tags;
  /** What an ack carries: the sender's coordinate. */
  encodeCoordinate(coordinate: Coordinate): Uint8Array;
  /** Undefined for an empty payload, another version, or anything that cannot be read. */
  decodeCoordinate(payload: Uint8Array): Coordinate | undefined;
}
