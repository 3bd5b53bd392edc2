import type { RejectReason, StreamSide } from '../core/codec.js';
import type { NodeStateRecord, StreamMessage } from '../core/messages.js';
import type { CodecLimits } from './codec-limits.js';
import { MESSAGE_TYPE } from './message-types.js';
import { MsgpackFields } from './msgpack-fields.js';
import type { MsgpackReader } from './msgpack-reader.js';
import type { MsgpackWriter } from './msgpack-writer.js';
import { readAck, readPing, writeAck, writePing } from './probe-messages.js';
import {
  type PushPullHeader,
  readNodeState,
  readPushPullHeader,
  writePushPull,
} from './push-pull.js';

/**
 * One msgpack value of a stream is far smaller: the longest, a member record, has 512 bytes of meta and
 * a name. A value that is not all there is read anew with every piece, which this bounds.
 */
export const STREAM_VALUE_BYTES_MAX: number = 16 * 1024;

const USER_HEADER: MsgpackFields<'UserMsgLen'> = new MsgpackFields(['UserMsgLen']);
const ERROR: MsgpackFields<'Error'> = new MsgpackFields(['Error']);

/** Type byte and body of one message, without any envelope. */
export function encodeStreamMessage(writer: MsgpackWriter, message: StreamMessage): Uint8Array {
  writer.reset();
  switch (message.type) {
    case 'push-pull':
      writePushPull(writer, message);
      break;
    case 'ping':
      writePing(writer, message);
      break;
    case 'ack':
      writeAck(writer, message);
      break;
    case 'user':
      writer.writeByte(MESSAGE_TYPE.user);
      writer.writeMapHeader(1);
      writer.writeString('UserMsgLen');
      writer.writeUint(message.payload.length);
      writer.writeRaw(message.payload);
      break;
    case 'error':
      writer.writeByte(MESSAGE_TYPE.error);
      writer.writeMapHeader(1);
      writer.writeString('Error');
      writer.writeString(message.text);
      break;
  }
  return writer.finish();
}

/** What a reader of stream messages shares with its codec, and which messages it expects. */
export interface StreamMessageReaderOptions {
  readonly reader: MsgpackReader;
  readonly limits: CodecLimits;
  readonly side: StreamSide;
}

/** A message, a reason to refuse it, or undefined: there are not enough bytes yet. */
export type StreamMessageReading = StreamMessage | RejectReason | undefined;

/**
 * Reads one message from bytes that may still be arriving. It remembers how far it came, so that a
 * large push/pull is read once, however small its pieces.
 */
export class StreamMessageReader {
  readonly #options: StreamMessageReaderOptions;
  readonly #nodes: NodeStateRecord[] = [];
  #pushPull: PushPullHeader | undefined;
  #nodesRead = 0;
  /** Everything before it has been read, counted from the type byte. */
  #readBytes = 1;

  constructor(options: StreamMessageReaderOptions) {
    this.#options = options;
  }

  /** @param bytes - all bytes so far, from the type byte. */
  read(bytes: Buffer): StreamMessageReading {
    const type = bytes[0];
    if (type === undefined) return undefined;
    if (type === MESSAGE_TYPE.pushPull) return this.#readPushPull(bytes);
    const isAccepted = this.#options.side === 'accepted';
    if (type === MESSAGE_TYPE.ping && isAccepted) return this.#readWhole(bytes, readPing);
    if (type === MESSAGE_TYPE.user && isAccepted) return this.#readUser(bytes);
    if (type === MESSAGE_TYPE.ack && !isAccepted) return this.#readWhole(bytes, readAck);
    if (type === MESSAGE_TYPE.error && !isAccepted) return this.#readWhole(bytes, readErrorText);
    const isKnown = type <= MESSAGE_TYPE.error || type === MESSAGE_TYPE.label;
    return isKnown ? 'unexpected-type' : 'unknown-type';
  }

  #readWhole(bytes: Buffer, read: (reader: MsgpackReader) => StreamMessage): StreamMessageReading {
    const { reader } = this.#options;
    const message = read(reader.reset(bytes, 1));
    return reader.failure === undefined ? message : this.#failed(bytes);
  }

  #readUser(bytes: Buffer): StreamMessageReading {
    const { reader, limits } = this.#options;
    const payloadBytes = readUserHeader(reader.reset(bytes, 1));
    if (reader.failure !== undefined) return this.#failed(bytes);
    if (payloadBytes > limits.userMessageBytesMax) return 'too-large';
    const payload = bytes.subarray(reader.offset, reader.offset + payloadBytes);
    return payload.length < payloadBytes ? undefined : { type: 'user', payload };
  }

  #readPushPull(bytes: Buffer): StreamMessageReading {
    const { reader, limits } = this.#options;
    if (this.#pushPull === undefined) {
      const header = readPushPullHeader(reader.reset(bytes, this.#readBytes));
      if (reader.failure !== undefined) return this.#failed(bytes);
      if (header.nodeCount > limits.pushPullNodeCountMax) return 'too-large';
      if (header.userStateBytes > limits.userStateBytesMax) return 'too-large';
      this.#pushPull = header;
      this.#readBytes = reader.offset;
    }
    const { nodeCount, userStateBytes, isJoin } = this.#pushPull;
    while (this.#nodesRead < nodeCount) {
      const node = readNodeState(reader.reset(bytes, this.#readBytes));
      if (reader.failure !== undefined) return this.#failed(bytes);
      if (node !== undefined) this.#nodes.push(node);
      this.#nodesRead += 1;
      this.#readBytes = reader.offset;
    }
    const userState = bytes.subarray(this.#readBytes, this.#readBytes + userStateBytes);
    if (userState.length < userStateBytes) return undefined;
    return { type: 'push-pull', isJoin, nodes: this.#nodes, userState };
  }

  #failed(bytes: Buffer): RejectReason | undefined {
    if (this.#options.reader.failure !== 'truncated') return 'malformed';
    return bytes.length - this.#readBytes > STREAM_VALUE_BYTES_MAX ? 'too-large' : undefined;
  }
}

function readUserHeader(reader: MsgpackReader): number {
  let payloadBytes = 0;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    if (reader.readField(USER_HEADER, header, index) === undefined) continue;
    payloadBytes = reader.readUint(Number.MAX_SAFE_INTEGER);
  }
  return payloadBytes;
}

function readErrorText(reader: MsgpackReader): StreamMessage {
  let text = '';
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    if (reader.readField(ERROR, header, index) !== undefined) text = reader.readString();
  }
  return { type: 'error', text };
}
