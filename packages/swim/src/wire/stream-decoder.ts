import type { RejectReason, StreamDecoder, StreamDecoding, StreamSide } from '../core/codec.js';
import type { CodecLimits } from './codec-limits.js';
import type { Compression } from './compression.js';
import { type CipherKey, unseal } from './encryption.js';
import { InputBuffer } from './input-buffer.js';
import { checkLabel, LABEL_BYTES_MAX, LABEL_HEADER_BYTES } from './label.js';
import { MESSAGE_TYPE } from './message-types.js';
import type { MsgpackReader } from './msgpack-reader.js';
import { STREAM_VALUE_BYTES_MAX, StreamMessageReader } from './stream-messages.js';

/** Type byte and length in front of an encrypted stream message. */
export const STREAM_SEAL_HEADER_BYTES = 5;

const INCOMPLETE: StreamDecoding = { type: 'incomplete' };

/** What the decoders of one codec share. */
export interface StreamDecoderContext {
  readonly reader: MsgpackReader;
  readonly compression: Compression;
  readonly limits: CodecLimits;
  readonly label: Uint8Array;
  readonly isLabelStripped: boolean;
  readonly verifyIncoming: boolean;
  /** The keys at this moment, primary first; none when encryption is off. */
  readonly keys: () => readonly CipherKey[];
  /** Frames an error text as this node frames everything. */
  readonly encodeError: (text: string) => Uint8Array;
}

/** Label, then encryption or not, then content: plain ones are read while they arrive. */
type Stage = 'label' | 'framing' | 'content' | 'done';

/** Reads the one message of a stream, however it is cut into pieces. Later bytes are ignored. */
export class MemberlistStreamDecoder implements StreamDecoder {
  readonly #context: StreamDecoderContext;
  readonly #side: StreamSide;
  readonly #input = new InputBuffer();
  readonly #messages: StreamMessageReader;
  #stage: Stage;
  /** Bytes of the label in front. */
  #start = 0;

  constructor(context: StreamDecoderContext, side: StreamSide) {
    const { reader, limits } = context;
    this.#context = context;
    this.#side = side;
    this.#messages = new StreamMessageReader({ reader, limits, side });
    // Only the dialler says the label; its answer comes without.
    this.#stage = side === 'accepted' ? 'label' : 'framing';
  }

  push(bytes: Uint8Array): StreamDecoding {
    if (this.#stage === 'done' || bytes.length === 0) return INCOMPLETE;
    this.#input.append(bytes);
    const decoding = this.#isOverfull() ? this.#reject('too-large') : this.#decode();
    if (decoding.type !== 'incomplete') {
      this.#stage = 'done';
      this.#input.clear();
    }
    return decoding;
  }

  #isOverfull(): boolean {
    const frontBytesMax = LABEL_HEADER_BYTES + LABEL_BYTES_MAX + STREAM_SEAL_HEADER_BYTES;
    return this.#input.lengthBytes > frontBytesMax + this.#context.limits.streamBytesMax;
  }

  #decode(): StreamDecoding {
    if (this.#stage === 'label') {
      const { label, isLabelStripped } = this.#context;
      const check = checkLabel(this.#input.bytes, { label, isStripped: isLabelStripped });
      if (check === 'truncated') return INCOMPLETE;
      if (typeof check === 'string') return this.#reject(check);
      this.#start = check;
      this.#stage = 'framing';
    }
    const bytes = this.#input.bytes.subarray(this.#start);
    if (bytes.length === 0) return INCOMPLETE;
    if (this.#stage === 'framing') {
      if (bytes[0] === MESSAGE_TYPE.encrypt) return this.#sealed(bytes);
      if (this.#context.verifyIncoming && this.#context.keys().length > 0) {
        const text = 'encryption is configured but remote state is not encrypted';
        return this.#reject('not-encrypted', text);
      }
      this.#stage = 'content';
    }
    return this.#content(bytes);
  }

  #sealed(bytes: Buffer): StreamDecoding {
    const { keys, limits, label } = this.#context;
    const installed = keys();
    if (installed.length === 0) {
      const text = 'remote state is encrypted and encryption is not configured';
      return this.#reject('encrypted-without-key', text);
    }
    if (bytes.length < STREAM_SEAL_HEADER_BYTES) return INCOMPLETE;
    const sealedLength = bytes.readUInt32BE(1);
    if (sealedLength > limits.sealedStreamBytesMax) {
      const text = `remote node state is larger than limit (${limits.sealedStreamBytesMax})`;
      return this.#reject('too-large', text);
    }
    const end = STREAM_SEAL_HEADER_BYTES + sealedLength;
    if (bytes.length < end) return INCOMPLETE;
    const plain = unseal(bytes.subarray(STREAM_SEAL_HEADER_BYTES, end), {
      keys: installed,
      associatedData: Buffer.concat([bytes.subarray(0, STREAM_SEAL_HEADER_BYTES), label]),
    });
    if (plain === undefined) {
      return this.#reject('decrypt-failed', 'no installed keys could decrypt the message');
    }
    const decoding = plain.length === 0 ? this.#reject('empty') : this.#content(plain);
    // Nothing can follow a sealed message, so what is not complete never will be.
    return decoding.type === 'incomplete' ? this.#reject('truncated') : decoding;
  }

  #content(bytes: Buffer): StreamDecoding {
    if (bytes[0] !== MESSAGE_TYPE.compress) return this.#message(bytes);
    const { compression, limits } = this.#context;
    const envelope = compression.open(bytes, 0, bytes.length);
    if (envelope.type === 'incomplete') {
      return envelope.headBytes > STREAM_VALUE_BYTES_MAX ? this.#reject('too-large') : INCOMPLETE;
    }
    const expanded =
      envelope.type === 'reject'
        ? envelope.reason
        : compression.expand(envelope.compressed, limits.streamBytesMax);
    if (typeof expanded === 'string') {
      return this.#reject(expanded, 'remote state cannot be decompressed');
    }
    if (expanded.length === 0) return this.#reject('empty');
    const decoding = this.#message(expanded);
    return decoding.type === 'incomplete' ? this.#reject('truncated') : decoding;
  }

  #message(bytes: Buffer): StreamDecoding {
    const reading = this.#messages.read(bytes);
    if (reading === undefined) return INCOMPLETE;
    if (typeof reading === 'string') return this.#reject(reading);
    return { type: 'message', message: reading };
  }

  /** @param text - told to a dialler who cannot know; a dialler is owed nothing more. */
  #reject(reason: RejectReason, text?: string): StreamDecoding {
    return text === undefined || this.#side === 'dialled'
      ? { type: 'reject', reason }
      : { type: 'reject', reason, answer: this.#context.encodeError(text) };
  }
}
