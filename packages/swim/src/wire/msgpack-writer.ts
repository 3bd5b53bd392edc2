const INITIAL_BYTES = 1024;
/** A buffer that one huge message has grown beyond this is handed over instead of kept. */
const KEPT_BYTES_MAX = 64 * 1024;
const LOOP_BYTES_MAX = 48;

/** Which MessagePack to write. */
export interface MsgpackWriterOptions {
  /**
   * `old`: strings and bytes are both raw (fixraw, raw16, raw32), as gossip peers of every age
   * read. `new`: str 8 and bin as well, as Serf's command protocol has them. Default `old`.
   */
  readonly specification?: 'old' | 'new';
}

/**
 * Writes MessagePack, value by value, into one buffer that is used again for every message.
 *
 * Integers take the least space, non-negative ones always in the unsigned family, so that the bytes
 * are those that Go's encoders write. Fields of a structure are written in ascending order of name
 * for the same reason; that is the caller's duty.
 *
 * Source: MessagePack specification, before and after str 8 and bin were added in 2013.
 */
export class MsgpackWriter {
  readonly #isNew: boolean;
  #bytes: Buffer = Buffer.allocUnsafeSlow(INITIAL_BYTES);
  #length = 0;

  constructor(options: MsgpackWriterOptions = {}) {
    this.#isNew = options.specification === 'new';
  }

  /** Bytes written since the last `finish`. */
  get lengthBytes(): number {
    return this.#length;
  }

  /** Begins a message, and forgets one that was not finished because writing it threw. */
  reset(): this {
    this.#length = 0;
    return this;
  }

  /** The message, as bytes of the caller's own; the writer is empty again. */
  finish(): Uint8Array {
    const length = this.#length;
    this.#length = 0;
    if (length > KEPT_BYTES_MAX) {
      const message = this.#bytes.subarray(0, length);
      this.#bytes = Buffer.allocUnsafeSlow(INITIAL_BYTES);
      return message;
    }
    const message = Buffer.allocUnsafe(length);
    message.set(this.#bytes.subarray(0, length));
    return message;
  }

  /** One byte as it is, for example a message type. */
  writeByte(byte: number): void {
    const bytes = this.#room(1);
    bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** Bytes as they are, without a header. */
  writeRaw(raw: Uint8Array): void {
    const bytes = this.#room(raw.length);
    const start = this.#length;
    if (raw.length > LOOP_BYTES_MAX) bytes.set(raw, start);
    else for (let i = 0; i < raw.length; i += 1) bytes[start + i] = raw[i] as number;
    this.#length = start + raw.length;
  }

  writeNil(): void {
    this.writeByte(0xc0);
  }

  writeBool(value: boolean): void {
    this.writeByte(value ? 0xc3 : 0xc2);
  }

  /** An integer of 0 to 2^53 - 1. */
  writeUint(value: number): void {
    const bytes = this.#room(9);
    const start = this.#length;
    if (value < 0x80) {
      bytes[start] = value;
      this.#length = start + 1;
    } else if (value <= 0xff) {
      this.#head(0xcc, value, 1);
    } else if (value <= 0xffff) {
      this.#head(0xcd, value, 2);
    } else if (value <= 0xffffffff) {
      this.#head(0xce, value, 4);
    } else {
      bytes[start] = 0xcf;
      bytes.writeUInt32BE(Math.floor(value / 2 ** 32), start + 1);
      bytes.writeUInt32BE(value % 2 ** 32, start + 5);
      this.#length = start + 9;
    }
  }

  /** An integer of magnitude at most 2^53 - 1. */
  writeInt(value: number): void {
    if (value >= 0) {
      this.writeUint(value);
      return;
    }
    const bytes = this.#room(9);
    if (value >= -0x20) this.writeByte(value + 0x100);
    else if (value >= -0x80) this.#head(0xd0, value + 0x100, 1);
    else if (value >= -0x8000) this.#head(0xd1, value + 0x10000, 2);
    else if (value >= -0x80000000) this.#head(0xd2, value + 2 ** 32, 4);
    else {
      bytes[this.#length] = 0xd3;
      bytes.writeBigInt64BE(BigInt(value), this.#length + 1);
      this.#length += 9;
    }
  }

  writeFloat64(value: number): void {
    const bytes = this.#room(9);
    bytes[this.#length] = 0xcb;
    bytes.writeDoubleBE(value, this.#length + 1);
    this.#length += 9;
  }

  writeString(text: string): void {
    const length = text.length;
    if (length < 0x20 && this.#writeShortAscii(text)) return;
    const lengthBytes = Buffer.byteLength(text);
    this.#rawHeader(lengthBytes, 0xd9);
    const bytes = this.#room(lengthBytes);
    bytes.write(text, this.#length, 'utf8');
    this.#length += lengthBytes;
  }

  writeBytes(raw: Uint8Array): void {
    if (this.#isNew) this.#binaryHeader(raw.length);
    else this.#rawHeader(raw.length, undefined);
    this.writeRaw(raw);
  }

  /** Bytes, or nil in place of none, as Go writes a slice that was never set. */
  writeBytesOrNil(raw: Uint8Array): void {
    if (raw.length === 0) this.writeNil();
    else this.writeBytes(raw);
  }

  /** As many key and value pairs must follow. */
  writeMapHeader(count: number): void {
    this.#containerHeader(count, 0x80, 0xde);
  }

  /** As many elements must follow. */
  writeArrayHeader(count: number): void {
    this.#containerHeader(count, 0x90, 0xdc);
  }

  /** False, with nothing kept, when the text is not ASCII. */
  #writeShortAscii(text: string): boolean {
    const length = text.length;
    const bytes = this.#room(1 + length);
    const start = this.#length;
    bytes[start] = 0xa0 | length;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return false;
      bytes[start + 1 + index] = code;
    }
    this.#length = start + 1 + length;
    return true;
  }

  #rawHeader(length: number, head8: number | undefined): void {
    this.#room(5);
    if (length < 0x20) this.writeByte(0xa0 | length);
    else if (length <= 0xff && this.#isNew && head8 !== undefined) this.#head(head8, length, 1);
    else if (length <= 0xffff) this.#head(0xda, length, 2);
    else this.#head(0xdb, length, 4);
  }

  #binaryHeader(length: number): void {
    this.#room(5);
    if (length <= 0xff) this.#head(0xc4, length, 1);
    else if (length <= 0xffff) this.#head(0xc5, length, 2);
    else this.#head(0xc6, length, 4);
  }

  #containerHeader(count: number, fixed: number, wide: number): void {
    this.#room(5);
    if (count < 0x10) this.writeByte(fixed | count);
    else if (count <= 0xffff) this.#head(wide, count, 2);
    else this.#head(wide + 1, count, 4);
  }

  /** A head byte and a number; room for both has been made. */
  #head(head: number, value: number, width: 1 | 2 | 4): void {
    const bytes = this.#bytes;
    let offset = this.#length;
    bytes[offset++] = head;
    if (width === 4) {
      bytes[offset++] = value >>> 24;
      bytes[offset++] = value >>> 16;
    }
    if (width !== 1) bytes[offset++] = value >>> 8;
    bytes[offset++] = value;
    this.#length = offset;
  }

  #room(count: number): Buffer {
    const wanted = this.#length + count;
    if (wanted <= this.#bytes.length) return this.#bytes;
    const grown = Buffer.allocUnsafeSlow(Math.max(wanted, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
    return grown;
  }
}
