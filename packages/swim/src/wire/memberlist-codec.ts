import { checkOptions, crc32, type OptionRules, option } from '@konsul/runtime';
import type {
  EncodePacketOptions,
  EncodeStreamOptions,
  PacketDecoding,
  RejectReason,
  StreamDecoder,
  StreamSide,
  SwimCodec,
} from '../core/codec.js';
import type { PacketMessage, StreamMessage } from '../core/messages.js';
import { refuseOption, SwimError } from '../errors.js';
import { Keyring } from '../keyring.js';
import { bufferView } from './buffer-view.js';
import { type CodecLimits, resolveCodecLimits } from './codec-limits.js';
import { compoundBytes, writeCompound } from './compound.js';
import { compressedEnvelopeBytesMax } from './compression.js';
import {
  type CipherKey,
  createRandomNonce,
  type EncryptionVersion,
  looksSealed,
  seal,
  sealedBytes,
  sealOverheadBytesMax,
  unseal,
} from './encryption.js';
import { checkLabel, LABEL_BYTES_MAX, labelPrefix } from './label.js';
import { encodePacketMessage } from './message-codec.js';
import { MESSAGE_TYPE } from './message-types.js';
import { CHECKSUM_HEADER_BYTES, PacketDecoder } from './packet-decoder.js';
import {
  MemberlistStreamDecoder,
  STREAM_SEAL_HEADER_BYTES,
  type StreamDecoderContext,
} from './stream-decoder.js';
import { encodeStreamMessage } from './stream-messages.js';
import { sharedWorkspace, type Workspace } from './workspace.js';

const DEFAULT_PACKET_COMPRESSION_BYTES_MIN = 600;
const NO_BYTES: Uint8Array = new Uint8Array(0);

/** How one member writes and reads; all members of a cluster agree on label and keys. */
export interface MemberlistCodecOptions {
  /** Name of the cluster in front of every packet and stream, 0 to 255 bytes of UTF-8. Default none. */
  readonly label?: string;
  /**
   * A front end has taken the label off incoming data already; data that still have one are
   * refused. The label is authenticated and sent all the same. Default false.
   */
  readonly skipInboundLabelCheck?: boolean;
  /** Keys to encrypt with; while it holds none, nothing is encrypted. May change at any time. */
  readonly keyring?: Keyring;
  /** 0 only for clusters that speak protocol 1. Default 1. */
  readonly encryptionVersion?: EncryptionVersion;
  /** Refuse what is not encrypted, while there are keys. Default true; false while rolling out. */
  readonly verifyIncoming?: boolean;
  /** Encrypt what is sent, while there are keys. Default true; false while rolling out. */
  readonly verifyOutgoing?: boolean;
  /** Compress streams, and packets that gain by it. What is received may always be. Default true. */
  readonly compression?: boolean;
  /**
   * Packets below this size are sent as they are, in bytes. Default 600: less is not worth the
   * time, as it is one datagram either way. memberlist tries every packet, which 0 does as well.
   */
  readonly packetCompressionBytesMin?: number;
  /** Gives 12 fresh bytes per message. Default: from the operating system. */
  readonly randomNonce?: () => Uint8Array;
  readonly limits?: Partial<CodecLimits>;
}

const RULES: OptionRules<MemberlistCodecOptions> = {
  required: {},
  optional: {
    label: option.rule('a text', (value) => typeof value === 'string'),
    skipInboundLabelCheck: option.flag,
    keyring: option.methods<Keyring>('list', 'cipherKeys'),
    encryptionVersion: option.integer(0, 1),
    verifyIncoming: option.flag,
    verifyOutgoing: option.flag,
    compression: option.flag,
    packetCompressionBytesMin: option.anything,
    randomNonce: option.callback,
    limits: option.group,
  },
};

/**
 * The codec that memberlist and Serf peers of every release understand.
 *
 * @throws SwimError INVALID_CONFIG when an option is out of bounds.
 *
 * Source: memberlist 0.2.2 to 0.6 wire format.
 */
export function createMemberlistCodec(options: MemberlistCodecOptions = {}): SwimCodec {
  checkOptions(options, RULES, refuseOption);
  return new MemberlistCodec(options);
}

class MemberlistCodec implements SwimCodec {
  readonly #workspace: Workspace = sharedWorkspace();
  readonly #packets: PacketDecoder;
  readonly #streams: StreamDecoderContext;
  readonly #keyring: Keyring;
  readonly #encryptionVersion: EncryptionVersion;
  readonly #verifyOutgoing: boolean;
  /** Infinity when compression is off. */
  readonly #packetCompressionBytesMin: number;
  readonly #isCompressing: boolean;
  readonly #randomNonce: () => Uint8Array;
  readonly #label: Uint8Array;
  readonly #labelPrefix: Uint8Array;

  constructor(options: MemberlistCodecOptions) {
    const { reader, compression } = this.#workspace;
    const limits = resolveCodecLimits(options.limits);
    this.#packets = new PacketDecoder({ reader, compression, limits });
    this.#keyring = options.keyring ?? new Keyring();
    this.#encryptionVersion = options.encryptionVersion ?? 1;
    this.#verifyOutgoing = options.verifyOutgoing ?? true;
    this.#isCompressing = options.compression ?? true;
    this.#packetCompressionBytesMin = resolvePacketCompression(options);
    this.#randomNonce = options.randomNonce ?? createRandomNonce();
    this.#label = resolveLabel(options.label ?? '');
    this.#labelPrefix = labelPrefix(this.#label);
    this.#streams = {
      reader,
      compression,
      limits,
      label: this.#label,
      isLabelStripped: options.skipInboundLabelCheck ?? false,
      verifyIncoming: options.verifyIncoming ?? true,
      keys: () => this.#keyring.cipherKeys(),
      encodeError: (text) => this.encodeStream({ type: 'error', text }, { side: 'accepted' }),
    };
  }

  encodeMessage(message: PacketMessage): Uint8Array {
    return encodePacketMessage(this.#workspace.writer, message);
  }

  packetOverheadBytes(): number {
    const sealBytes =
      this.#sealingKey() === undefined ? 0 : sealOverheadBytesMax(this.#encryptionVersion);
    return this.#labelPrefix.length + sealBytes;
  }

  encodePacket(parts: readonly Uint8Array[], options: EncodePacketOptions): Uint8Array {
    // Room for the outer envelopes is left in front, so that a plain packet is written once.
    const prefix = this.#labelPrefix;
    const contentStart = prefix.length + (options.checksum ? CHECKSUM_HEADER_BYTES : 0);
    const packet = this.#packetContent(parts, contentStart);
    if (options.checksum) {
      packet[prefix.length] = MESSAGE_TYPE.checksum;
      packet.writeUInt32BE(crc32(packet.subarray(contentStart)), prefix.length + 1);
    }
    const key = this.#sealingKey();
    if (key === undefined) {
      packet.set(prefix, 0);
      return packet;
    }
    const sealed = seal(packet.subarray(prefix.length), {
      key,
      version: this.#encryptionVersion,
      nonce: this.#randomNonce(),
      associatedData: this.#label,
      headroomBytes: prefix.length,
    });
    sealed.set(prefix, 0);
    return sealed;
  }

  decodePacket(bytes: Uint8Array): PacketDecoding {
    if (bytes.length === 0) return rejected('empty');
    const { label, isLabelStripped, verifyIncoming } = this.#streams;
    const check = checkLabel(bytes, { label, isStripped: isLabelStripped });
    if (typeof check === 'string') return rejected(check);
    const packet = bufferView(bytes);
    const content = check === 0 ? packet : packet.subarray(check);
    const keys = this.#keyring.cipherKeys();
    if (keys.length === 0) return this.#packets.decode(content);
    const plain = unseal(content, { keys, associatedData: label });
    if (plain !== undefined) return this.#packets.decode(plain);
    if (!verifyIncoming) return this.#packets.decode(content);
    return rejected(looksSealed(content) ? 'decrypt-failed' : 'not-encrypted');
  }

  encodeStream(message: StreamMessage, options: EncodeStreamOptions): Uint8Array {
    const prefix = options.side === 'dialled' ? this.#labelPrefix : NO_BYTES;
    const plain = encodeStreamMessage(this.#workspace.writer, message);
    const content = this.#isCompressing ? this.#compressed(plain) : plain;
    const key = this.#sealingKey();
    if (key === undefined) return prefix.length === 0 ? content : Buffer.concat([prefix, content]);
    const header = Buffer.allocUnsafe(STREAM_SEAL_HEADER_BYTES);
    header[0] = MESSAGE_TYPE.encrypt;
    header.writeUInt32BE(sealedBytes(this.#encryptionVersion, content.length), 1);
    const sealed = seal(content, {
      key,
      version: this.#encryptionVersion,
      nonce: this.#randomNonce(),
      associatedData: Buffer.concat([header, this.#label]),
      headroomBytes: prefix.length + header.length,
    });
    sealed.set(prefix, 0);
    sealed.set(header, prefix.length);
    return sealed;
  }

  createStreamDecoder(side: StreamSide): StreamDecoder {
    return new MemberlistStreamDecoder(this.#streams, side);
  }

  /** Compound and compression, with `headroomBytes` left free in front. */
  #packetContent(parts: readonly Uint8Array[], headroomBytes: number): Buffer {
    const plainBytes = compoundBytes(parts);
    const packet = Buffer.allocUnsafe(headroomBytes + plainBytes);
    writeCompound(packet, headroomBytes, parts);
    if (plainBytes < this.#packetCompressionBytesMin) return packet;
    const plain = packet.subarray(headroomBytes);
    const envelope = this.#workspace.compression.compress(plain, plainBytes - 1);
    if (envelope === undefined) return packet;
    packet.set(envelope, headroomBytes);
    return packet.subarray(0, headroomBytes + envelope.length);
  }

  /** A stream is compressed even where that makes it larger, as its peers do. */
  #compressed(plain: Uint8Array): Uint8Array {
    const bytesMax = compressedEnvelopeBytesMax(plain.length);
    return this.#workspace.compression.compress(plain, bytesMax) ?? plain;
  }

  #sealingKey(): CipherKey | undefined {
    return this.#verifyOutgoing ? this.#keyring.cipherKeys()[0] : undefined;
  }
}

function rejected(reason: RejectReason): PacketDecoding {
  return { messages: [], rejects: [reason] };
}

function resolveLabel(label: string): Uint8Array {
  const bytes = Buffer.from(label);
  if (bytes.length > LABEL_BYTES_MAX) {
    throw new SwimError(
      'INVALID_CONFIG',
      `label must have at most ${LABEL_BYTES_MAX} bytes, not ${bytes.length}`,
    );
  }
  return bytes;
}

function resolvePacketCompression(options: MemberlistCodecOptions): number {
  if (options.compression === false) return Number.POSITIVE_INFINITY;
  const bytesMin = options.packetCompressionBytesMin ?? DEFAULT_PACKET_COMPRESSION_BYTES_MIN;
  if (!Number.isInteger(bytesMin) || bytesMin < 0) {
    throw new SwimError(
      'INVALID_CONFIG',
      `packetCompressionBytesMin must be an integer of 0 or more, not ${bytesMin}`,
    );
  }
  return bytesMin;
}
