import protobuf from 'protobufjs/minimal.js';

/** Declared by protobufjs to return Long objects, which is what this module is here to end. */
type Read64Bits = 'uint64' | 'int64' | 'sint64' | 'fixed64' | 'sfixed64';

interface ReaderBase {
  new (bytes: Uint8Array): Omit<protobuf.Reader, Read64Bits>;
  readonly recursionLimit: number;
}

const readerBase: ReaderBase = protobuf.Reader as unknown as ReaderBase;

const WORD = 2 ** 32;
const VARINT_BYTES_MAX = 10;

/**
 * Reads protobuf with 64-bit fields as numbers. A value that a number cannot hold exactly is
 * refused by a RangeError, as are truncated bytes; a codec turns both into a rejection.
 */
export class Reader extends readerBase {
  #low = 0;
  #high = 0;

  /** The factory that generated code uses. */
  static create(bytes: Uint8Array): Reader {
    return new Reader(bytes);
  }

  uint64(): number {
    this.#readVarint();
    return toUnsigned(this.#low, this.#high);
  }

  int64(): number {
    this.#readVarint();
    return toSigned(this.#low, this.#high);
  }

  sint64(): number {
    this.#readVarint();
    const sign = -(this.#low & 1);
    const low = ((this.#low >>> 1) | (this.#high << 31)) ^ sign;
    const high = (this.#high >>> 1) ^ sign;
    return toSigned(low >>> 0, high >>> 0);
  }

  fixed64(): number {
    this.#readFixed();
    return toUnsigned(this.#low, this.#high);
  }

  sfixed64(): number {
    this.#readFixed();
    return toSigned(this.#low, this.#high);
  }

  #readVarint(): void {
    let low = 0;
    let high = 0;
    for (let index = 0; index < VARINT_BYTES_MAX; index += 1) {
      if (this.pos >= this.len) throw new RangeError(`varint is cut off at byte ${this.pos}`);
      const byte = this.buf[this.pos] ?? 0;
      this.pos += 1;
      const bits = byte & 0x7f;
      if (index < 4) low |= bits << (7 * index);
      else if (index === 4) {
        low |= bits << 28;
        high = bits >>> 4;
      } else high |= bits << (7 * index - 32);
      if (byte < 0x80) {
        this.#low = low >>> 0;
        this.#high = high >>> 0;
        return;
      }
    }
    throw new RangeError(`varint is longer than ${VARINT_BYTES_MAX} bytes`);
  }

  #readFixed(): void {
    this.#low = this.fixed32();
    this.#high = this.fixed32();
  }
}

function toUnsigned(low: number, high: number): number {
  return checkSafe(high * WORD + low);
}

function toSigned(low: number, high: number): number {
  if (high < 0x80000000) return checkSafe(high * WORD + low);
  const magnitude = (~high >>> 0) * WORD + (~low >>> 0) + 1;
  return checkSafe(-magnitude);
}

function checkSafe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`64-bit value ${value} is not safe`);
  return value;
}
