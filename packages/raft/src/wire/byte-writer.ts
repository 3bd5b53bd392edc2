const INITIAL_BYTES = 4096;
const TWO_POWER_32 = 2 ** 32;
const encoder = new TextEncoder();

/**
 * Memory as it comes, for a writer that sets each byte before it shows it: filling buffers of a
 * megabyte with zeros first takes longer than writing into them.
 */
function unfilled(bytes: number): Uint8Array {
  const { buffer, byteOffset } = Buffer.allocUnsafeSlow(bytes);
  return new Uint8Array(buffer, byteOffset, bytes);
}

/**
 * Appends little-endian fields to one growing buffer. The buffer is reused after `reset`, so
 * whoever keeps what `view` returned past that point must copy it.
 */
export class ByteWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;

  constructor(initialBytes: number = INITIAL_BYTES) {
    this.#bytes = unfilled(initialBytes);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Bytes written since the last `reset`. */
  get length(): number {
    return this.#length;
  }

  /** Forgets what was written; keeps the buffer unless it has outgrown `keepBytesMax`. */
  reset(keepBytesMax: number = Number.POSITIVE_INFINITY): void {
    this.#length = 0;
    if (this.#bytes.length <= keepBytesMax) return;
    this.#bytes = unfilled(INITIAL_BYTES);
    this.#view = new DataView(this.#bytes.buffer);
  }

  u8(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length - 1] = value;
  }

  u16(value: number): void {
    this.#reserve(2);
    this.#view.setUint16(this.#length - 2, value, true);
  }

  u32(value: number): void {
    this.#reserve(4);
    this.#view.setUint32(this.#length - 4, value, true);
  }

  /** A safe, non-negative integer in eight bytes. */
  u64(value: number): void {
    this.#reserve(8);
    this.#view.setUint32(this.#length - 8, value >>> 0, true);
    this.#view.setUint32(this.#length - 4, Math.floor(value / TWO_POWER_32), true);
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length - value.length);
  }

  /** Bytes behind their length in four bytes. */
  bytes32(value: Uint8Array): void {
    this.u32(value.length);
    this.bytes(value);
  }

  /** UTF-8 text behind its length in two bytes. */
  text16(value: string): void {
    const encoded = encoder.encode(value);
    this.u16(encoded.length);
    this.bytes(encoded);
  }

  /** Zeros up to the next multiple of `boundary`. */
  align(boundary: number): void {
    const excess = this.#length % boundary;
    if (excess !== 0) this.zeros(boundary - excess);
  }

  zeros(count: number): void {
    this.#reserve(count);
    this.#bytes.fill(0, this.#length - count, this.#length);
  }

  /** Overwrites four bytes written earlier. */
  patchU32(position: number, value: number): void {
    this.#view.setUint32(position, value, true);
  }

  /** What was written between two positions, without a copy. */
  view(from = 0, to: number = this.#length): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + from, to - from);
  }

  /** Gives away what was written together with its buffer, and begins anew in another. */
  detach(nextBytes: number = INITIAL_BYTES): Uint8Array {
    const written = this.view();
    this.#bytes = unfilled(nextBytes);
    this.#view = new DataView(this.#bytes.buffer);
    this.#length = 0;
    return written;
  }

  #reserve(count: number): void {
    this.#length += count;
    if (this.#length <= this.#bytes.length) return;
    const grown = unfilled(Math.max(this.#bytes.length * 2, this.#length));
    grown.set(this.#bytes.subarray(0, this.#length - count));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}
