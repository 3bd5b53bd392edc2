import { FRAME_HEADER_BYTES, FrameDecoder, writeFrameLength } from '@konsul/rpc/core';

/** What the first byte of a frame says about the rest. */
const ANNOUNCE = 1;
const PACKET = 2;
const PING = 3;
const PONG = 4;

/** Longest text of an endpoint: a host of 255 bytes in brackets, and a port. */
const ENDPOINT_BYTES_MAX = 263;

/** What is said on a link. Frames of kinds that we do not know are `unknown` and passed over. */
export type LinkFrame =
  /** Where the sender of all that follows can be answered. First on every link. */
  | { readonly type: 'announce'; readonly endpoint: string }
  /** A gossip packet; memory of its own. */
  | { readonly type: 'packet'; readonly bytes: Uint8Array }
  /** Asks whether the link is still read, and says so. */
  | { readonly type: 'ping' }
  | { readonly type: 'pong' }
  | { readonly type: 'unknown' };

/** Why a link was cut. */
export type LinkRejectReason = 'frame-too-large' | 'frame-malformed';

/** Introduces the sender. `endpoint` is ASCII, for example `10.0.0.1:8300`. */
export function encodeAnnounce(endpoint: string): Uint8Array {
  const body = Uint8Array.from(endpoint, (character) => character.charCodeAt(0));
  return encode(ANNOUNCE, body);
}

export function encodePacket(bytes: Uint8Array): Uint8Array {
  return encode(PACKET, bytes);
}

export function encodePing(): Uint8Array {
  return encode(PING, EMPTY);
}

export function encodePong(): Uint8Array {
  return encode(PONG, EMPTY);
}

/** Several frames as one piece of memory. */
export function joinFrames(frames: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(frames.reduce((sum, frame) => sum + frame.length, 0));
  let at = 0;
  for (const frame of frames) {
    joined.set(frame, at);
    at += frame.length;
  }
  return joined;
}

/** Reads what a peer says on a link. Push bytes, then take frames until there are none. */
export class LinkDecoder {
  readonly #decoder: FrameDecoder;
  #rejected: LinkRejectReason | undefined;

  constructor(options: { readonly packetBytesMax: number }) {
    const frameBytesMax = 1 + Math.max(options.packetBytesMax, ENDPOINT_BYTES_MAX);
    this.#decoder = new FrameDecoder({ frameBytesMax });
  }

  /** Why no more is read, if so. */
  get rejected(): LinkRejectReason | undefined {
    return this.#rejected ?? this.#decoder.rejected;
  }

  push(bytes: Uint8Array): void {
    this.#decoder.push(bytes);
  }

  /** The next whole frame, or undefined when there is none or `rejected` says why. */
  next(): LinkFrame | undefined {
    if (this.#rejected !== undefined) return undefined;
    const payload = this.#decoder.next();
    if (payload === undefined) return undefined;
    const frame = decode(payload);
    if (frame === undefined) this.#rejected = 'frame-malformed';
    return frame;
  }
}

function decode(payload: Uint8Array): LinkFrame | undefined {
  switch (payload[0]) {
    case ANNOUNCE:
      return decodeAnnounce(payload.subarray(1));
    case PACKET:
      // Not slice: that of a Node buffer is a view, which would hold a whole read of the socket.
      return { type: 'packet', bytes: new Uint8Array(payload.subarray(1)) };
    case PING:
      return { type: 'ping' };
    case PONG:
      return { type: 'pong' };
    case undefined:
      return undefined;
    default:
      return { type: 'unknown' };
  }
}

function decodeAnnounce(body: Uint8Array): LinkFrame | undefined {
  if (body.length === 0 || body.length > ENDPOINT_BYTES_MAX) return undefined;
  let endpoint = '';
  for (const byte of body) {
    if (byte <= 0x20 || byte >= 0x7f) return undefined;
    endpoint += String.fromCharCode(byte);
  }
  return { type: 'announce', endpoint };
}

const EMPTY: Uint8Array = new Uint8Array(0);

function encode(kind: number, body: Uint8Array): Uint8Array {
  const frame = new Uint8Array(FRAME_HEADER_BYTES + 1 + body.length);
  writeFrameLength(frame, 1 + body.length);
  frame[FRAME_HEADER_BYTES] = kind;
  frame.set(body, FRAME_HEADER_BYTES + 1);
  return frame;
}
