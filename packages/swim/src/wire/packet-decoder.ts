import { crc32 } from '@konsul/runtime';
import type { PacketDecoding, RejectReason } from '../core/codec.js';
import type { PacketMessage } from '../core/messages.js';
import type { CodecLimits } from './codec-limits.js';
import { readCompound } from './compound.js';
import type { Compression } from './compression.js';
import { decodePacketMessage } from './message-codec.js';
import { MESSAGE_TYPE } from './message-types.js';
import type { MsgpackReader } from './msgpack-reader.js';

/** Type byte and checksum in front of a packet's content. */
export const CHECKSUM_HEADER_BYTES = 5;

const NO_REJECTS: readonly RejectReason[] = [];

/** What a packet decoder shares with the rest of its codec. */
export interface PacketDecoderOptions {
  readonly reader: MsgpackReader;
  readonly compression: Compression;
  readonly limits: CodecLimits;
}

/** Reads packets whose label and encryption are off: checksum, compression, compounds, messages. */
export class PacketDecoder {
  readonly #options: PacketDecoderOptions;
  #messages: PacketMessage[] = [];
  #rejects: RejectReason[] = [];
  #expandableBytes = 0;

  constructor(options: PacketDecoderOptions) {
    this.#options = options;
  }

  decode(packet: Buffer): PacketDecoding {
    this.#messages = [];
    this.#rejects = [];
    this.#expandableBytes = this.#options.limits.packetExpandedBytesMax;
    if (packet[0] === MESSAGE_TYPE.checksum) this.#checked(packet);
    else this.#content(packet, { start: 0, end: packet.length, depth: 0 });
    return {
      messages: this.#messages,
      rejects: this.#rejects.length === 0 ? NO_REJECTS : this.#rejects,
    };
  }

  #checked(packet: Buffer): void {
    const start = CHECKSUM_HEADER_BYTES;
    if (packet.length < start) this.#rejects.push('truncated');
    else if (crc32(packet.subarray(start)) !== packet.readUInt32BE(1)) {
      this.#rejects.push('checksum-mismatch');
    } else this.#content(packet, { start, end: packet.length, depth: 0 });
  }

  #content(bytes: Buffer, span: Span): void {
    if (span.start >= span.end) {
      this.#rejects.push('empty');
      return;
    }
    const type = bytes[span.start];
    if (type === MESSAGE_TYPE.compound) this.#compound(bytes, span);
    else if (type === MESSAGE_TYPE.compress) this.#compressed(bytes, span);
    else {
      const decoded = decodePacketMessage(this.#options.reader, bytes, span);
      if (typeof decoded === 'string') this.#rejects.push(decoded);
      else this.#messages.push(decoded);
    }
  }

  #compound(bytes: Buffer, { start, end, depth }: Span): void {
    if (depth >= this.#options.limits.packetDepthMax) {
      this.#rejects.push('too-deep');
      return;
    }
    const reading = readCompound(bytes, start, end);
    if (reading === undefined) {
      this.#rejects.push('truncated');
      return;
    }
    const { offsets, missingCount } = reading;
    for (let index = 1; index < offsets.length; index += 1) {
      if (this.#isFull()) return;
      const partStart = offsets[index - 1] as number;
      this.#content(bytes, { start: partStart, end: offsets[index] as number, depth: depth + 1 });
    }
    for (let count = 0; count < missingCount && !this.#isFull(); count += 1) {
      this.#rejects.push('truncated');
    }
  }

  /** Says so once, when a packet holds more than may be taken from one. */
  #isFull(): boolean {
    const count = this.#messages.length + this.#rejects.length;
    const countMax = this.#options.limits.packetMessageCountMax;
    if (count === countMax) this.#rejects.push('too-large');
    return count >= countMax;
  }

  #compressed(bytes: Buffer, { start, end, depth }: Span): void {
    const { compression, limits } = this.#options;
    if (depth >= limits.packetDepthMax) {
      this.#rejects.push('too-deep');
      return;
    }
    const opened = compression.open(bytes, start, end);
    if (opened.type !== 'content') {
      this.#rejects.push(opened.type === 'reject' ? opened.reason : 'truncated');
      return;
    }
    const content = compression.expand(opened.compressed, this.#expandableBytes);
    if (typeof content === 'string') {
      // It may have been expanded nearly to the bound before it failed; others must not cost that again.
      this.#expandableBytes = 0;
      this.#rejects.push(content);
      return;
    }
    this.#expandableBytes -= content.length;
    this.#content(content, { start: 0, end: content.length, depth: depth + 1 });
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}
