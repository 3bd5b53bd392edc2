import { MsgpackFields, type MsgpackReader, type MsgpackWriter } from '@konsul/swim';
import type { JoinMessage, LeaveMessage } from '../core/messages.js';
import { LAMPORT_TIME_MAX } from './field-bounds.js';
import { MESSAGE_TYPE } from './message-types.js';

// The order of names is that in which Serf declares the fields.
const LEAVE: MsgpackFields<'LTime' | 'Node' | 'Prune'> = new MsgpackFields([
  'LTime',
  'Node',
  'Prune',
]);
const JOIN: MsgpackFields<'LTime' | 'Node'> = new MsgpackFields(['LTime', 'Node']);

/** Writes type byte and body. */
export function writeLeave(writer: MsgpackWriter, message: LeaveMessage): void {
  writer.writeByte(MESSAGE_TYPE.leave);
  writer.writeMapHeader(3);
  writer.writeString('LTime');
  writer.writeUint(message.time);
  writer.writeString('Node');
  writer.writeString(message.node);
  writer.writeString('Prune');
  writer.writeBool(message.isPrune);
}

/** Writes type byte and body. */
export function writeJoin(writer: MsgpackWriter, message: JoinMessage): void {
  writer.writeByte(MESSAGE_TYPE.join);
  writer.writeMapHeader(2);
  writer.writeString('LTime');
  writer.writeUint(message.time);
  writer.writeString('Node');
  writer.writeString(message.node);
}

/** Reads a body. Whether it is any good is the reader's `failure`. */
export function readLeave(reader: MsgpackReader): LeaveMessage {
  let time = 0;
  let node = '';
  let isPrune = false;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(LEAVE, header, index)) {
      case 'LTime':
        time = reader.readUint(LAMPORT_TIME_MAX);
        break;
      case 'Node':
        node = reader.readString();
        break;
      case 'Prune':
        isPrune = reader.readBool();
        break;
      case undefined:
        break;
    }
  }
  return { type: 'leave', time, node, isPrune };
}

/** Reads a body. */
export function readJoin(reader: MsgpackReader): JoinMessage {
  let time = 0;
  let node = '';
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(JOIN, header, index)) {
      case 'LTime':
        time = reader.readUint(LAMPORT_TIME_MAX);
        break;
      case 'Node':
        node = reader.readString();
        break;
      case undefined:
        break;
    }
  }
  return { type: 'join', time, node };
}
