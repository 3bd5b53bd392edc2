import type { RejectReason } from '../core/codec.js';
import type { PacketMessage } from '../core/messages.js';
import { MESSAGE_TYPE } from './message-types.js';
import type { MsgpackReader } from './msgpack-reader.js';
import type { MsgpackWriter } from './msgpack-writer.js';
import {
  readAck,
  readIndirectPing,
  readNack,
  readPing,
  writeAck,
  writeIndirectPing,
  writeNack,
  writePing,
} from './probe-messages.js';
import { readAccusation, readAlive, writeAccusation, writeAlive } from './state-messages.js';

/** Type byte and body of one message, without any envelope. */
export function encodePacketMessage(writer: MsgpackWriter, message: PacketMessage): Uint8Array {
  writer.reset();
  switch (message.type) {
    case 'ping':
      writePing(writer, message);
      break;
    case 'indirect-ping':
      writeIndirectPing(writer, message);
      break;
    case 'ack':
      writeAck(writer, message);
      break;
    case 'nack':
      writeNack(writer, message);
      break;
    case 'suspect':
    case 'dead':
      writeAccusation(writer, message);
      break;
    case 'alive':
      writeAlive(writer, message);
      break;
    case 'user':
      writer.writeByte(MESSAGE_TYPE.user);
      writer.writeRaw(message.payload);
      break;
  }
  return writer.finish();
}

/** Reads the message whose type byte is at `start`. Bytes after its value are ignored. */
export function decodePacketMessage(
  reader: MsgpackReader,
  bytes: Buffer,
  span: { readonly start: number; readonly end: number },
): PacketMessage | RejectReason {
  const { start, end } = span;
  const type = bytes[start] as number;
  if (type === MESSAGE_TYPE.user) {
    return { type: 'user', payload: bytes.subarray(start + 1, end) };
  }
  const message = readBody(reader.reset(bytes, start + 1, end), type);
  if (message === undefined) return isStreamOnly(type) ? 'unexpected-type' : 'unknown-type';
  return reader.failure ?? message;
}

function readBody(reader: MsgpackReader, type: number): PacketMessage | undefined {
  switch (type) {
    case MESSAGE_TYPE.ping:
      return readPing(reader);
    case MESSAGE_TYPE.indirectPing:
      return readIndirectPing(reader);
    case MESSAGE_TYPE.ack:
      return readAck(reader);
    case MESSAGE_TYPE.nack:
      return readNack(reader);
    case MESSAGE_TYPE.suspect:
      return readAccusation(reader, 'suspect');
    case MESSAGE_TYPE.dead:
      return readAccusation(reader, 'dead');
    case MESSAGE_TYPE.alive:
      return readAlive(reader);
    default:
      return undefined;
  }
}

/** Types that exist, but not here: on streams only, or in front of a packet only. */
function isStreamOnly(type: number): boolean {
  return (
    type === MESSAGE_TYPE.pushPull ||
    type === MESSAGE_TYPE.encrypt ||
    type === MESSAGE_TYPE.checksum ||
    type === MESSAGE_TYPE.error ||
    type === MESSAGE_TYPE.label
  );
}
