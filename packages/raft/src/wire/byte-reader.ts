const TWO_POWER_32 = 2 ** 32;
const HIGH_WORD_MAX = 2 ** 21 - 1;
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Takes little-endian fields from untrusted bytes. It never throws: the first field that does not
 * fit sets `failed`, and from then on every read gives zero or nothing, so that a decoder checks
 * once at its end.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #position: number;
  #failed = false;

  constructor(bytes: Uint8Array, position = 0) {
    // What is given on must not behave like a Buffer in one place and unlike one in another.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#position = position;
  }

  get failed(): boolean {
    return this.#failed;
  }

  get position(): number {
    return this.#position;
  }

  /** Bytes that are left. */
  get remaining(): number {
    return this.#bytes.length - this.#position;
  }

  /** Declares the input malformed, for a rule that the caller knows. */
  fail(): void {
    this.#failed = true;
    this.#position = this.#bytes.length;
  }

  u8(): number {
    const at = this.#take(1);
    return at < 0 ? 0 : this.#view.getUint8(at);
  }

  u16(): number {
    const at = this.#take(2);
    return at < 0 ? 0 : this.#view.getUint16(at, true);
  }

  u32(): number {
    const at = this.#take(4);
    return at < 0 ? 0 : this.#view.getUint32(at, true);
  }

  /** Eight bytes that must hold a safe integer. */
  u64(): number {
    const at = this.#take(8);
    if (at < 0) return 0;
    const high = this.#view.getUint32(at + 4, true);
    if (high > HIGH_WORD_MAX) {
      this.fail();
      return 0;
    }
    return high * TWO_POWER_32 + this.#view.getUint32(at, true);
  }

  /** A view of the next bytes; it shares memory with the input. */
  bytes(count: number): Uint8Array {
    const at = this.#take(count);
    // Half the price of subarray, which asks first what kind of array its caller is.
    const { buffer, byteOffset } = this.#bytes;
    return at < 0 ? new Uint8Array(0) : new Uint8Array(buffer, byteOffset + at, count);
  }

  /** Bytes behind their length in four bytes. */
  bytes32(): Uint8Array {
    return this.bytes(this.u32());
  }

  /** UTF-8 text behind its length in two bytes. */
  text16(): string {
    const encoded = this.bytes(this.u16());
    try {
      return decoder.decode(encoded);
    } catch {
      this.fail();
      return '';
    }
  }

  #take(count: number): number {
    const at = this.#position;
    if (count > this.#bytes.length - at) {
      this.fail();
      return -1;
    }
    this.#position = at + count;
    return at;
  }
}
