/** Bytes of the length that stands before every frame. */
export const FRAME_HEADER_BYTES = 4;

/** Why a decoder stopped. */
export type FrameRejectReason = 'frame-too-large';

const EMPTY: Uint8Array = new Uint8Array(0);

export interface FrameDecoderOptions {
  /** Longest payload that is taken, in bytes. */
  readonly frameBytesMax: number;
}

/**
 * Cuts a stream of bytes into frames: a length of four bytes, most significant first, and then so
 * many bytes. A length above the bound is refused before any memory is taken for it, and a frame
 * that has not arrived whole holds only the bytes that have.
 *
 * After a refusal nothing more is read: the place of the next frame is unknown.
 */
export class FrameDecoder {
  readonly #frameBytesMax: number;
  #bytes: Uint8Array = EMPTY;
  #start = 0;
  #end = 0;
  /** Whether the free space of `#bytes` behind `#end` is ours to write to. */
  #isOwned = false;
  #rejected: FrameRejectReason | undefined;

  constructor(options: FrameDecoderOptions) {
    this.#frameBytesMax = options.frameBytesMax;
  }

  /** Bytes that have come in and have not been given out. */
  get bufferedBytes(): number {
    return this.#end - this.#start;
  }

  /** Why no more is read, if so. */
  get rejected(): FrameRejectReason | undefined {
    return this.#rejected;
  }

  /** Takes bytes over; they may be held until their frame is complete. */
  push(bytes: Uint8Array): void {
    if (this.#rejected !== undefined || bytes.length === 0) return;
    if (this.#start === this.#end) {
      this.#bytes = bytes;
      this.#start = 0;
      this.#end = bytes.length;
      this.#isOwned = false;
      return;
    }
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /**
   * The payload of the next whole frame, as a view.
   *
   * @returns undefined when there is none yet, or when `rejected` says why there will be none.
   */
  next(): Uint8Array | undefined {
    const payloadBytes = this.#peekLength();
    if (payloadBytes === undefined || this.#rejected !== undefined) return undefined;
    if (payloadBytes > this.#frameBytesMax) {
      this.#rejected = 'frame-too-large';
      this.takeRest();
      return undefined;
    }
    const end = this.#start + FRAME_HEADER_BYTES + payloadBytes;
    if (end > this.#end) return undefined;
    const payload = this.#bytes.subarray(this.#start + FRAME_HEADER_BYTES, end);
    this.#start = end;
    return payload;
  }

  /** Gives up what has not been read, for whoever reads the stream from here on. */
  takeRest(): Uint8Array {
    const rest = this.#bytes.subarray(this.#start, this.#end);
    this.#bytes = EMPTY;
    this.#start = 0;
    this.#end = 0;
    return rest;
  }

  #peekLength(): number | undefined {
    if (this.bufferedBytes < FRAME_HEADER_BYTES) return undefined;
    const at = (offset: number): number => this.#bytes[this.#start + offset] ?? 0;
    return at(0) * 2 ** 24 + at(1) * 2 ** 16 + at(2) * 2 ** 8 + at(3);
  }

  /**
   * Makes room behind what is held. Space doubles until the announced frame fits, so that a
   * length alone takes no memory and a frame that trickles in is copied a bounded number of times.
   */
  #reserve(count: number): void {
    if (this.#isOwned && this.#bytes.length - this.#end >= count) return;
    const held = this.bufferedBytes;
    const needed = held + count;
    const announced = (this.#peekLength() ?? 0) + FRAME_HEADER_BYTES;
    const grown = new Uint8Array(Math.max(needed, Math.min(announced, needed * 2)));
    grown.set(this.#bytes.subarray(this.#start, this.#end));
    this.#bytes = grown;
    this.#start = 0;
    this.#end = held;
    this.#isOwned = true;
  }
}

/** A frame with its length in front, as one piece. */
export function encodeFrame(payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(FRAME_HEADER_BYTES + payload.length);
  writeFrameLength(frame, payload.length);
  frame.set(payload, FRAME_HEADER_BYTES);
  return frame;
}

/** Writes the length of a payload into the first bytes of its frame. */
export function writeFrameLength(frame: Uint8Array, payloadBytes: number): void {
  frame[0] = payloadBytes >>> 24;
  frame[1] = payloadBytes >>> 16;
  frame[2] = payloadBytes >>> 8;
  frame[3] = payloadBytes;
}
