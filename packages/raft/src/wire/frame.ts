import { crc32 } from '@konsul/runtime';
import { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';

/** Length of the body (4) and its checksum (4), in front of every body. */
export const frameHeaderBytes = 8;

/**
 * Appends one frame whose body `writeBody` writes.
 *
 * @returns the bytes it takes.
 */
export function writeFrame(writer: ByteWriter, writeBody: () => void): number {
  const start = writer.length;
  writer.zeros(frameHeaderBytes);
  writeBody();
  const bodyStart = start + frameHeaderBytes;
  writer.patchU32(start, writer.length - bodyStart);
  writer.patchU32(start + 4, crc32(writer.view(bodyStart)));
  return writer.length - start;
}

/** Why a stream cannot be read any further. */
export type FrameFault = 'frame-too-large' | 'frame-checksum';

/**
 * A body, and whether whoever keeps it keeps little else: it lies in memory of its own, or fills at
 * least half of the chunk it came in.
 */
export type FrameHandler = (body: Uint8Array, isOwned: boolean) => void;

/**
 * Cuts a stream of chunks into frames. A frame that came in one chunk is given as a view of it;
 * others are put together in a buffer of their own, which is reserved as bytes come in, so that an
 * announced length alone costs nothing.
 */
export class FrameDecoder {
  #frameBytesMax: number;
  readonly #onFrame: FrameHandler;
  #pending: Uint8Array = new Uint8Array(0);
  #pendingBytes = 0;

  constructor(frameBytesMax: number, onFrame: FrameHandler) {
    this.#frameBytesMax = frameBytesMax;
    this.#onFrame = onFrame;
  }

  /** Takes frames of another size from the next one on. */
  limitTo(frameBytesMax: number): void {
    this.#frameBytesMax = frameBytesMax;
  }

  /** Takes a chunk. After a fault the stream is beyond repair. */
  push(received: Uint8Array): FrameFault | undefined {
    // A Buffer would hand its own meaning of slice on to every view of it.
    const chunk = new Uint8Array(received.buffer, received.byteOffset, received.length);
    let position = 0;
    while (position < chunk.length) {
      if (this.#pendingBytes > 0) {
        const taken = this.#complete(chunk.subarray(position));
        if (typeof taken === 'string') return taken;
        position += taken;
        continue;
      }
      const left = chunk.subarray(position);
      const length = bodyLength(left);
      if (length !== undefined && length > this.#frameBytesMax) return 'frame-too-large';
      if (length === undefined || left.length < frameHeaderBytes + length) {
        this.#append(left);
        return undefined;
      }
      const frame = left.subarray(0, frameHeaderBytes + length);
      const isMost = frame.length * 2 >= chunk.buffer.byteLength;
      if (!this.#emit(frame, isMost)) return 'frame-checksum';
      position += frame.length;
    }
    return undefined;
  }

  /** Adds what the frame under way still lacks. @returns how many bytes were taken. */
  #complete(chunk: Uint8Array): number | FrameFault {
    if (this.#pendingBytes < frameHeaderBytes) {
      const header = chunk.subarray(0, frameHeaderBytes - this.#pendingBytes);
      this.#append(header);
      return header.length;
    }
    const length = bodyLength(this.#pending) ?? 0;
    if (length > this.#frameBytesMax) return 'frame-too-large';
    const frameBytes = frameHeaderBytes + length;
    const part = chunk.subarray(0, frameBytes - this.#pendingBytes);
    this.#append(part, frameBytes);
    if (this.#pendingBytes < frameBytes) return part.length;
    const frame = this.#pending.subarray(0, frameBytes);
    this.#pending = new Uint8Array(0);
    this.#pendingBytes = 0;
    return this.#emit(frame, true) ? part.length : 'frame-checksum';
  }

  #append(part: Uint8Array, wantedBytes = 0): void {
    const needed = this.#pendingBytes + part.length;
    if (needed > this.#pending.length) {
      const doubled = Math.min(needed * 2, Math.max(wantedBytes, needed));
      const grown = new Uint8Array(doubled);
      grown.set(this.#pending.subarray(0, this.#pendingBytes));
      this.#pending = grown;
    }
    this.#pending.set(part, this.#pendingBytes);
    this.#pendingBytes = needed;
  }

  #emit(frame: Uint8Array, isOwned: boolean): boolean {
    const body = frame.subarray(frameHeaderBytes);
    if (new ByteReader(frame, 4).u32() !== crc32(body)) return false;
    this.#onFrame(body, isOwned);
    return true;
  }
}

function bodyLength(bytes: Uint8Array): number | undefined {
  return bytes.length < 4 ? undefined : new ByteReader(bytes).u32();
}
