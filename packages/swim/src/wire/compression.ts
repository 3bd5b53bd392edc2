import type { RejectReason } from '../core/codec.js';
import { LzwDecoder } from './lzw-decoder.js';
import { LzwEncoder } from './lzw-encoder.js';
import { MESSAGE_TYPE } from './message-types.js';
import { MsgpackFields } from './msgpack-fields.js';
import { MsgpackReader } from './msgpack-reader.js';
import { MsgpackWriter } from './msgpack-writer.js';

const COMPRESS: MsgpackFields<'Algo' | 'Buf'> = new MsgpackFields(['Algo', 'Buf']);

/** The only algorithm there is. */
const LZW = 0;

/** Type byte, map header, both keys, the algorithm and the longest header of the data. */
const ENVELOPE_BYTES_MAX = 1 + 1 + 5 + 1 + 4 + 5;

/** An opened compress envelope, or why it is not one. */
export type CompressEnvelope =
  | { readonly type: 'content'; readonly compressed: Uint8Array }
  /** The bytes end too early; so many of them are not compressed data. */
  | { readonly type: 'incomplete'; readonly headBytes: number }
  | { readonly type: 'reject'; readonly reason: RejectReason };

/** The compress envelope with tables that serve every packet of one codec. */
export class Compression {
  readonly #encoder = new LzwEncoder();
  readonly #decoder = new LzwDecoder();
  readonly #writer = new MsgpackWriter();
  readonly #reader = new MsgpackReader();

  /** @returns undefined when the envelope would be larger than `envelopeBytesMax`. */
  compress(plain: Uint8Array, envelopeBytesMax: number): Uint8Array | undefined {
    const compressed = this.#encoder.encode(plain, envelopeBytesMax);
    if (compressed === undefined) return undefined;
    const writer = this.#writer;
    writer.writeByte(MESSAGE_TYPE.compress);
    writer.writeMapHeader(2);
    writer.writeString('Algo');
    writer.writeUint(LZW);
    writer.writeString('Buf');
    writer.writeBytes(compressed);
    const envelope = writer.finish();
    return envelope.length > envelopeBytesMax ? undefined : envelope;
  }

  /** Finds the data in an envelope whose type byte is at `start`, without expanding them. */
  open(bytes: Uint8Array, start: number, end: number): CompressEnvelope {
    const reader = this.#reader.reset(bytes, start + 1, end);
    const header = reader.readStructHeader();
    let algorithm = LZW;
    let compressed: Uint8Array | undefined;
    let headEnd = end;
    for (let index = 0; reader.hasField(header, index); index += 1) {
      switch (reader.readField(COMPRESS, header, index)) {
        case 'Algo':
          algorithm = reader.readUint(0xff);
          break;
        case 'Buf':
          headEnd = reader.offset;
          compressed = reader.readBytesView();
          if (reader.failure === undefined) headEnd = end - compressed.length;
          break;
        case undefined:
          break;
      }
    }
    if (reader.failure === 'truncated') return { type: 'incomplete', headBytes: headEnd - start };
    if (reader.failure !== undefined) return { type: 'reject', reason: reader.failure };
    if (algorithm !== LZW || compressed === undefined) {
      return { type: 'reject', reason: 'bad-compression' };
    }
    return { type: 'content', compressed };
  }

  /** Expands at most to `plainBytesMax`. */
  expand(compressed: Uint8Array, plainBytesMax: number): Buffer | RejectReason {
    const decoding = this.#decoder.decode(compressed, plainBytesMax);
    return decoding.type === 'bytes' ? decoding.bytes : decoding.reason;
  }
}

/** Whatever the text is, the envelope around it is no larger than this. */
export function compressedEnvelopeBytesMax(plainBytes: number): number {
  // At worst each byte becomes a code of 12 bits, beside the clear and end codes.
  return ENVELOPE_BYTES_MAX + Math.ceil(plainBytes * 1.5) + 8;
}
