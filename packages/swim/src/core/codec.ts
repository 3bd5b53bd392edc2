import type { PacketMessage, StreamMessage } from './messages.js';

/**
 * Why bytes from a peer were refused. Each reason is counted by its name; none is fatal.
 */
export type RejectReason =
  | 'empty'
  | 'truncated'
  | 'malformed'
  | 'unknown-type'
  | 'unexpected-type'
  | 'label-mismatch'
  | 'checksum-mismatch'
  | 'decrypt-failed'
  | 'not-encrypted'
  | 'encrypted-without-key'
  | 'too-large'
  | 'too-deep'
  | 'bad-compression';

/** What one packet held: the messages that could be read, in order, and why others could not. */
export interface PacketDecoding {
  readonly messages: readonly PacketMessage[];
  readonly rejects: readonly RejectReason[];
}

/** What a stream decoder has made of the bytes so far. */
export type StreamDecoding =
  | { readonly type: 'incomplete' }
  | { readonly type: 'message'; readonly message: StreamMessage }
  /** `answer` is what a responder should send before it closes, already framed; absent for none. */
  | { readonly type: 'reject'; readonly reason: RejectReason; readonly answer?: Uint8Array };

/** Reads one message from one stream. Every length is bounded before memory is taken for it. */
export interface StreamDecoder {
  push(bytes: Uint8Array): StreamDecoding;
}

/**
 * Turns messages into memberlist's bytes and back. The core knows it only by this interface, so
 * that tests may use a readable one and packet budgets still see true sizes.
 */
export interface SwimCodec {
  /** Type byte and body, without any envelope. */
  encodeMessage(message: PacketMessage): Uint8Array;
  /** One packet of one or more encoded messages, in their envelopes: compound, compression, checksum, encryption, label. */
  encodePacket(parts: readonly Uint8Array[], options: EncodePacketOptions): Uint8Array;
  /** Bytes that envelopes add to every packet: label and encryption. */
  packetOverheadBytes(): number;
  /**
   * Never throws; malformed parts are reported, the rest is read. Addresses and versions in messages
   * are kept as they are: they must not change later, nor be small parts of something large.
   */
  decodePacket(bytes: Uint8Array): PacketDecoding;
  /** A whole stream message in its envelopes. The label goes only on the dialling side's. */
  encodeStream(message: StreamMessage, options: EncodeStreamOptions): Uint8Array;
  /** `accepted` reads what a dialler sent (label first), `dialled` reads the answer (no label). */
  createStreamDecoder(side: StreamSide): StreamDecoder;
}

export type StreamSide = 'accepted' | 'dialled';

export interface EncodePacketOptions {
  /** Add the checksum envelope; only for a receiver whose protocol max is 5 or more. */
  readonly checksum: boolean;
}

export interface EncodeStreamOptions {
  /** Which end of the stream is speaking. */
  readonly side: StreamSide;
}
