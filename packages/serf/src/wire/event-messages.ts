import { MsgpackFields, type MsgpackReader, type MsgpackWriter } from '@konsul/swim';
import type {
  EventSlot,
  SerfPushPullMessage,
  StoredEvent,
  UserEventMessage,
} from '../core/messages.js';
import { LAMPORT_TIME_MAX, NO_BYTES } from './field-bounds.js';
import { MESSAGE_TYPE } from './message-types.js';

// The order of names is that in which Serf declares the fields.
const USER_EVENT: MsgpackFields<'LTime' | 'Name' | 'Payload' | 'CC'> = new MsgpackFields([
  'LTime',
  'Name',
  'Payload',
  'CC',
]);
const PUSH_PULL: MsgpackFields<
  'LTime' | 'StatusLTimes' | 'LeftMembers' | 'EventLTime' | 'Events' | 'QueryLTime'
> = new MsgpackFields([
  'LTime',
  'StatusLTimes',
  'LeftMembers',
  'EventLTime',
  'Events',
  'QueryLTime',
]);
const SLOT: MsgpackFields<'LTime' | 'Events'> = new MsgpackFields(['LTime', 'Events']);
const STORED_EVENT: MsgpackFields<'Name' | 'Payload'> = new MsgpackFields(['Name', 'Payload']);

/** Writes type byte and body. */
export function writeUserEvent(writer: MsgpackWriter, message: UserEventMessage): void {
  writer.writeByte(MESSAGE_TYPE.userEvent);
  writer.writeMapHeader(4);
  writer.writeString('CC');
  writer.writeBool(message.canCoalesce);
  writer.writeString('LTime');
  writer.writeUint(message.time);
  writer.writeString('Name');
  writer.writeString(message.name);
  writer.writeString('Payload');
  writer.writeBytesOrNil(message.payload);
}

/** Reads a body. Whether it is any good is the reader's `failure`. */
export function readUserEvent(reader: MsgpackReader): UserEventMessage {
  let time = 0;
  let name = '';
  let payload = NO_BYTES;
  let canCoalesce = false;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(USER_EVENT, header, index)) {
      case 'LTime':
        time = reader.readUint(LAMPORT_TIME_MAX);
        break;
      case 'Name':
        name = reader.readString();
        break;
      case 'Payload':
        payload = reader.readBytes();
        break;
      case 'CC':
        canCoalesce = reader.readBool();
        break;
      case undefined:
        break;
    }
  }
  return { type: 'user-event', time, name, payload, canCoalesce };
}

/** Writes type byte and body. */
export function writePushPull(writer: MsgpackWriter, message: SerfPushPullMessage): void {
  writer.writeByte(MESSAGE_TYPE.pushPull);
  writer.writeMapHeader(6);
  writer.writeString('EventLTime');
  writer.writeUint(message.eventTime);
  writer.writeString('Events');
  writer.writeArrayHeader(message.events.length);
  for (const slot of message.events) writeSlot(writer, slot);
  writer.writeString('LTime');
  writer.writeUint(message.time);
  writer.writeString('LeftMembers');
  writer.writeArrayHeader(message.leftMembers.length);
  for (const name of message.leftMembers) writer.writeString(name);
  writer.writeString('QueryLTime');
  writer.writeUint(message.queryTime);
  writer.writeString('StatusLTimes');
  writer.writeMapHeader(message.statusTimes.size);
  for (const [name, time] of message.statusTimes) {
    writer.writeString(name);
    writer.writeUint(time);
  }
}

function writeSlot(writer: MsgpackWriter, slot: EventSlot | undefined): void {
  if (slot === undefined) {
    writer.writeNil();
    return;
  }
  writer.writeMapHeader(2);
  writer.writeString('Events');
  writer.writeArrayHeader(slot.events.length);
  for (const event of slot.events) {
    writer.writeMapHeader(2);
    writer.writeString('Name');
    writer.writeString(event.name);
    writer.writeString('Payload');
    writer.writeBytesOrNil(event.payload);
  }
  writer.writeString('LTime');
  writer.writeUint(slot.time);
}

/**
 * Reads a body. Counts are held against the bytes that are there before anything is allocated. What
 * is called by a name that is no text is left out: members in other languages may know such a member,
 * and all that they say would be lost with it.
 */
export function readPushPull(reader: MsgpackReader): SerfPushPullMessage {
  const times = { time: 0, eventTime: 0, queryTime: 0 };
  let statusTimes: ReadonlyMap<string, number> = new Map();
  let leftMembers: readonly string[] = [];
  let events: readonly (EventSlot | undefined)[] = [];
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(PUSH_PULL, header, index)) {
      case 'LTime':
        times.time = reader.readUint(LAMPORT_TIME_MAX);
        break;
      case 'StatusLTimes':
        statusTimes = readStatusTimes(reader);
        break;
      case 'LeftMembers':
        leftMembers = readList(reader, () => reader.tryReadText()).filter(isThere);
        break;
      case 'EventLTime':
        times.eventTime = reader.readUint(LAMPORT_TIME_MAX);
        break;
      case 'Events':
        events = readList(reader, () => readSlot(reader));
        break;
      case 'QueryLTime':
        times.queryTime = reader.readUint(LAMPORT_TIME_MAX);
        break;
      case undefined:
        break;
    }
  }
  return { type: 'push-pull', ...times, statusTimes, leftMembers, events };
}

function readStatusTimes(reader: MsgpackReader): Map<string, number> {
  const times = new Map<string, number>();
  const count = reader.readMapHeader();
  for (let index = 0; index < count && reader.failure === undefined; index += 1) {
    const name = reader.tryReadText();
    const time = reader.readUint(LAMPORT_TIME_MAX);
    if (name !== undefined) times.set(name, time);
  }
  return times;
}

function readList<Item>(reader: MsgpackReader, readItem: () => Item): Item[] {
  const items: Item[] = [];
  const count = reader.readArrayHeader();
  for (let index = 0; index < count && reader.failure === undefined; index += 1) {
    items.push(readItem());
  }
  return items;
}

function readSlot(reader: MsgpackReader): EventSlot | undefined {
  if (reader.tryReadNil()) return undefined;
  let time = 0;
  let events: readonly StoredEvent[] = [];
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(SLOT, header, index)) {
      case 'LTime':
        time = reader.readUint(LAMPORT_TIME_MAX);
        break;
      case 'Events':
        events = readList(reader, () => readStoredEvent(reader)).filter(isThere);
        break;
      case undefined:
        break;
    }
  }
  return { time, events };
}

function readStoredEvent(reader: MsgpackReader): StoredEvent | undefined {
  let name: string | undefined = '';
  let payload = NO_BYTES;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(STORED_EVENT, header, index)) {
      case 'Name':
        name = reader.tryReadText();
        break;
      case 'Payload':
        payload = reader.readBytes();
        break;
      case undefined:
        break;
    }
  }
  return name === undefined ? undefined : { name, payload };
}

function isThere<Item>(item: Item | undefined): item is Item {
  return item !== undefined;
}
