import { unreachable } from '@konsul/runtime';
import { MsgpackReader, MsgpackWriter } from '@konsul/swim';
import type { SerfCodec, SerfDecoding } from '../core/codec.js';
import type { SerfMessage } from '../core/messages.js';
import { readConflictAnswer, writeConflictAnswer } from './conflict-messages.js';
import { readCoordinate, writeCoordinate } from './coordinates.js';
import { readPushPull, readUserEvent, writePushPull, writeUserEvent } from './event-messages.js';
import { readJoin, readLeave, writeJoin, writeLeave } from './intent-messages.js';
import {
  readKeyRequest,
  readKeyResponse,
  writeKeyRequest,
  writeKeyResponse,
} from './key-messages.js';
import { MESSAGE_TYPE } from './message-types.js';
import {
  readQuery,
  readQueryResponse,
  readRelay,
  writeQuery,
  writeQueryResponse,
  writeRelay,
} from './query-messages.js';
import { readTags, writeTags } from './tags.js';

/**
 * Serf's own bytes: a type byte and old-style MessagePack with keys in ascending order. Written so
 * that every release can read them, read as tolerantly as every release writes them.
 *
 * @param protocolVersion - of 2 to 5; 2 sends only the `role` tag. Default 5.
 */
export function createSerfCodec(protocolVersion = 5): SerfCodec {
  const writer = new MsgpackWriter();
  const reader = new MsgpackReader();
  // What is inside a message is read while the message itself is.
  const inner = new MsgpackReader();
  return {
    encode: (message) => {
      write(writer.reset(), message);
      return writer.finish();
    },
    decode: (bytes) => decode({ reader, inner }, bytes),
    encodeTags: (tags) => writeTags(writer.reset(), tags, protocolVersion),
    decodeTags: (meta) => readTags(reader, meta),
    encodeCoordinate: (coordinate) => writeCoordinate(writer.reset(), coordinate),
    decodeCoordinate: (payload) => readCoordinate(reader, payload),
    encodeConflictQuestion: (name) => Buffer.from(name),
    decodeConflictQuestion: (payload) => decodeText(payload),
    encodeConflictAnswer: (answer) => writeConflictAnswer(writer.reset(), answer),
    decodeConflictAnswer: (payload) => readConflictAnswer(reader, payload),
    encodeKeyRequest: (key) => writeKeyRequest(writer.reset(), key),
    decodeKeyRequest: (payload) => readKeyRequest(reader, payload),
    encodeKeyResponse: (response) => writeKeyResponse(writer.reset(), response),
    decodeKeyResponse: (payload) => readKeyResponse(reader, payload),
    textBytes: (text) => Buffer.byteLength(text),
  };
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function write(writer: MsgpackWriter, message: SerfMessage): void {
  switch (message.type) {
    case 'leave':
      writeLeave(writer, message);
      break;
    case 'join':
      writeJoin(writer, message);
      break;
    case 'push-pull':
      writePushPull(writer, message);
      break;
    case 'user-event':
      writeUserEvent(writer, message);
      break;
    case 'query':
      writeQuery(writer, message);
      break;
    case 'query-response':
      writeQueryResponse(writer, message);
      break;
    case 'relay':
      writeRelay(writer, message);
      break;
    default:
      unreachable(message);
  }
}

interface Readers {
  readonly reader: MsgpackReader;
  readonly inner: MsgpackReader;
}

function decode(readers: Readers, bytes: Uint8Array): SerfDecoding {
  if (bytes.length === 0) return { type: 'reject', reason: 'serf-empty' };
  const { reader } = readers;
  reader.reset(bytes, 1);
  const message = read(readers, bytes);
  if (message === undefined) return { type: 'reject', reason: 'serf-unknown-type' };
  return reader.failure === undefined
    ? { type: 'message', message }
    : { type: 'reject', reason: 'serf-malformed' };
}

function read({ reader, inner }: Readers, bytes: Uint8Array): SerfMessage | undefined {
  switch (bytes[0]) {
    case MESSAGE_TYPE.leave:
      return readLeave(reader);
    case MESSAGE_TYPE.join:
      return readJoin(reader);
    case MESSAGE_TYPE.pushPull:
      return readPushPull(reader);
    case MESSAGE_TYPE.userEvent:
      return readUserEvent(reader);
    case MESSAGE_TYPE.query:
      return readQuery(reader, inner);
    case MESSAGE_TYPE.queryResponse:
      return readQueryResponse(reader);
    case MESSAGE_TYPE.relay:
      return readRelay(reader, bytes);
    default:
      return undefined;
  }
}
