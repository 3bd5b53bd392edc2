/** Messages are written one after the other into pieces of this size. */
const SLAB_BYTES = 8 * 1024;
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
 * Writes MessagePack, value by value. Messages share pieces of 8 KiB and are handed out as views of
 * them, so that none is copied; one that is kept keeps its piece alive. A huge one has its own.
 *
 * Integers take the least space, non-negative ones always in the unsigned family, so that the bytes
 * are those that Go's encoders write. Fields of a structure are written in ascending order of name
 * for the same reason; that is the caller's duty.
 *
 * Source: MessagePack specification, before and after str 8 and bin were added in 2013.
 */
export class MsgpackWriter {
  readonly #isNew: boolean;
  #bytes: Buffer = Buffer.allocUnsafeSlow(SLAB_BYTES);
  /** Where the message under way begins, and where its next byte goes. */
  #start = 0;
  #end = 0;

  constructor(options: MsgpackWriterOptions = {}) {
    this.#isNew = options.specification === 'new';
  }

  /** Bytes written since the last `finish`. */
  get lengthBytes(): number {
    return this.#end - this.#start;
  }

  /** Begins a message, and forgets one that was not finished because writing it threw. */
  reset(): this {
    this.#end = this.#start;
    return this;
  }

  /** The message, as bytes of the caller's own; the writer is empty again. */
  finish(): Uint8Array {
    const start = this.#start;
    const message = new Uint8Array(this.#bytes.buffer, start, this.#end - start);
    this.#start = this.#end;
    if (this.#bytes.length > SLAB_BYTES) this.#use(Buffer.allocUnsafeSlow(SLAB_BYTES), 0);
    return message;
  }

  /** One byte as it is, for example a message type. */
  writeByte(byte: number): void {
    const bytes = this.#room(1);
    bytes[this.#end] = byte;
    this.#end += 1;
  }

  /** Bytes as they are, without a header. */
  writeRaw(raw: Uint8Array): void {
    const bytes = this.#room(raw.length);
    const start = this.#end;
    if (raw.length > LOOP_BYTES_MAX) bytes.set(raw, start);
    else for (let i = 0; i < raw.length; i += 1) bytes[start + i] = raw[i] as number;
    this.#end = start + raw.length;
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
    const start = this.#end;
    if (value < 0x80) {
      bytes[start] = value;
      this.#end = start + 1;
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
      this.#end = start + 9;
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
      bytes[this.#end] = 0xd3;
      bytes.writeBigInt64BE(BigInt(value), this.#end + 1);
      this.#end += 9;
    }
  }

  writeFloat64(value: number): void {
    const bytes = this.#room(9);
    bytes[this.#end] = 0xcb;
    bytes.writeDoubleBE(value, this.#end + 1);
    this.#end += 9;
  }

  writeString(text: string): void {
    const length = text.length;
    if (length < 0x20 && this.#writeShortAscii(text)) return;
    const lengthBytes = Buffer.byteLength(text);
    this.#rawHeader(lengthBytes, 0xd9);
    const bytes = this.#room(lengthBytes);
    bytes.write(text, this.#end, 'utf8');
    this.#end += lengthBytes;
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
    const start = this.#end;
    bytes[start] = 0xa0 | length;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return false;
      bytes[start + 1 + index] = code;
    }
    this.#end = start + 1 + length;
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
    let offset = this.#end;
    bytes[offset++] = head;
    if (width === 4) {
      bytes[offset++] = value >>> 24;
      bytes[offset++] = value >>> 16;
    }
    if (width !== 1) bytes[offset++] = value >>> 8;
    bytes[offset++] = value;
    this.#end = offset;
  }

  /** Makes room for more bytes of the message under way, which may move it to another piece. */
  #room(count: number): Buffer {
    if (this.#end + count <= this.#bytes.length) return this.#bytes;
    const length = this.#end - this.#start;
    const slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, (length + count) * 2));
    slab.set(this.#bytes.subarray(this.#start, this.#end));
    this.#use(slab, length);
    return slab;
  }

  #use(slab: Buffer, length: number): void {
    this.#bytes = slab;
    this.#start = 0;
    this.#end = length;
  }
}
