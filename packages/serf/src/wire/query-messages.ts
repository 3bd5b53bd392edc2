import { MsgpackFields, type MsgpackReader, MsgpackWriter } from '@konsul/swim';
import type { QueryMessage, QueryResponseMessage, RelayMessage } from '../core/messages.js';
import { QUERY_TIMEOUT_MS_MAX } from '../core/query-timeout.js';
import {
  BYTE_MAX,
  isAddress,
  LAMPORT_TIME_MAX,
  NO_BYTES,
  PORT_MAX,
  UINT32_MAX,
} from './field-bounds.js';
import { readFilter, writeFilter } from './filters.js';
import { MESSAGE_TYPE } from './message-types.js';

const FLAG_ACK = 1;
const FLAG_NO_BROADCAST = 2;
const NANOSECONDS_PER_MS = 1_000_000;

// The order of names is that in which Serf declares the fields.
const QUERY: MsgpackFields<
  | 'LTime'
  | 'ID'
  | 'Addr'
  | 'Port'
  | 'SourceNode'
  | 'Filters'
  | 'Flags'
  | 'RelayFactor'
  | 'Timeout'
  | 'Name'
  | 'Payload'
> = new MsgpackFields([
  'LTime',
  'ID',
  'Addr',
  'Port',
  'SourceNode',
  'Filters',
  'Flags',
  'RelayFactor',
  'Timeout',
  'Name',
  'Payload',
]);
const RESPONSE: MsgpackFields<'LTime' | 'ID' | 'From' | 'Flags' | 'Payload'> = new MsgpackFields([
  'LTime',
  'ID',
  'From',
  'Flags',
  'Payload',
]);
const RELAY: MsgpackFields<'DestAddr' | 'DestName'> = new MsgpackFields(['DestAddr', 'DestName']);
const UDP_ADDRESS: MsgpackFields<'IP' | 'Port' | 'Zone'> = new MsgpackFields([
  'IP',
  'Port',
  'Zone',
]);

/** Filters are messages within a message, so they need a buffer of their own. */
const filterWriter = new MsgpackWriter();

/** Writes type byte and body. Signed fields take the unsigned form, which every release reads. */
export function writeQuery(writer: MsgpackWriter, message: QueryMessage): void {
  const filters = message.filters.map((filter) => writeFilter(filterWriter.reset(), filter));
  writer.writeByte(MESSAGE_TYPE.query);
  writer.writeMapHeader(11);
  writer.writeString('Addr');
  writer.writeBytes(message.address);
  writer.writeString('Filters');
  if (filters.length === 0) writer.writeNil();
  else writer.writeArrayHeader(filters.length);
  for (const filter of filters) writer.writeBytes(filter);
  writer.writeString('Flags');
  writer.writeUint(
    (message.wantsAck ? FLAG_ACK : 0) | (message.isNoBroadcast ? FLAG_NO_BROADCAST : 0),
  );
  writer.writeString('ID');
  writer.writeUint(message.id);
  writer.writeString('LTime');
  writer.writeUint(message.time);
  writer.writeString('Name');
  writer.writeString(message.name);
  writer.writeString('Payload');
  writer.writeBytesOrNil(message.payload);
  writer.writeString('Port');
  writer.writeUint(message.port);
  writer.writeString('RelayFactor');
  writer.writeUint(message.relayFactor);
  writer.writeString('SourceNode');
  writer.writeString(message.sourceNode);
  writer.writeString('Timeout');
  writer.writeUint(Math.round(message.timeoutMs * NANOSECONDS_PER_MS));
}

/**
 * Reads a body. Whether it is any good is the reader's `failure`.
 *
 * @param inner - reads the filters, which are messages within the message.
 */
export function readQuery(reader: MsgpackReader, inner: MsgpackReader): QueryMessage {
  const fields = { time: 0, id: 0, port: 0, relayFactor: 0, timeoutMs: 0 };
  const texts = { sourceNode: '', name: '' };
  let address = NO_BYTES;
  let flags = 0;
  let filters: Uint8Array[] = [];
  let payload = NO_BYTES;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(QUERY, header, index)) {
      case 'LTime':
        fields.time = reader.readUint(LAMPORT_TIME_MAX);
        break;
      case 'ID':
        fields.id = reader.readUint(UINT32_MAX);
        break;
      case 'Addr':
        address = reader.readSharedBytes();
        break;
      case 'Port':
        fields.port = reader.readUint(PORT_MAX);
        break;
      case 'SourceNode':
        texts.sourceNode = reader.readString();
        break;
      case 'Filters':
        filters = readFilterBytes(reader);
        break;
      case 'Flags':
        flags = reader.readUint(UINT32_MAX);
        break;
      case 'RelayFactor':
        fields.relayFactor = reader.readUint(BYTE_MAX);
        break;
      case 'Timeout':
        fields.timeoutMs = readTimeoutMs(reader);
        break;
      case 'Name':
        texts.name = reader.readString();
        break;
      case 'Payload':
        payload = reader.readBytes();
        break;
      case undefined:
        break;
    }
  }
  if (!isAddress(address)) reader.fail('malformed');
  return {
    type: 'query',
    ...fields,
    ...texts,
    address,
    filters: filters.map((bytes) => readFilter(inner, bytes)),
    wantsAck: (flags & FLAG_ACK) !== 0,
    isNoBroadcast: (flags & FLAG_NO_BROADCAST) !== 0,
    payload,
  };
}

function readFilterBytes(reader: MsgpackReader): Uint8Array[] {
  const filters: Uint8Array[] = [];
  const count = reader.readArrayHeader();
  for (let index = 0; index < count && reader.failure === undefined; index += 1) {
    const filter = reader.readBytesView();
    // Serf's own members stop at one without a type byte; it must not be passed on to them.
    if (filter.length === 0) reader.fail('malformed');
    filters.push(filter);
  }
  return filters;
}

function readTimeoutMs(reader: MsgpackReader): number {
  const timeoutMs = reader.readInt() / NANOSECONDS_PER_MS;
  return Math.min(Math.max(0, timeoutMs), QUERY_TIMEOUT_MS_MAX);
}

/** Writes type byte and body. */
export function writeQueryResponse(writer: MsgpackWriter, message: QueryResponseMessage): void {
  writer.writeByte(MESSAGE_TYPE.queryResponse);
  writer.writeMapHeader(5);
  writer.writeString('Flags');
  writer.writeUint(message.isAck ? FLAG_ACK : 0);
  writer.writeString('From');
  writer.writeString(message.from);
  writer.writeString('ID');
  writer.writeUint(message.id);
  writer.writeString('LTime');
  writer.writeUint(message.time);
  writer.writeString('Payload');
  writer.writeBytesOrNil(message.payload);
}

/** Reads a body. */
export function readQueryResponse(reader: MsgpackReader): QueryResponseMessage {
  let time = 0;
  let id = 0;
  let from = '';
  let flags = 0;
  let payload = NO_BYTES;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(RESPONSE, header, index)) {
      case 'LTime':
        time = reader.readUint(LAMPORT_TIME_MAX);
        break;
      case 'ID':
        id = reader.readUint(UINT32_MAX);
        break;
      case 'From':
        from = reader.readString();
        break;
      case 'Flags':
        flags = reader.readUint(UINT32_MAX);
        break;
      case 'Payload':
        payload = reader.readBytes();
        break;
      case undefined:
        break;
    }
  }
  return { type: 'query-response', time, id, from, isAck: (flags & FLAG_ACK) !== 0, payload };
}

/** Writes type byte, header and the message that is handed on. */
export function writeRelay(writer: MsgpackWriter, message: RelayMessage): void {
  writer.writeByte(MESSAGE_TYPE.relay);
  writer.writeMapHeader(2);
  writer.writeString('DestAddr');
  writer.writeMapHeader(3);
  writer.writeString('IP');
  writer.writeBytes(message.address);
  writer.writeString('Port');
  writer.writeUint(message.port);
  writer.writeString('Zone');
  writer.writeString('');
  writer.writeString('DestName');
  writer.writeString(message.node);
  writer.writeRaw(message.message);
}

/** Reads a header; what follows is the message to hand on, as a view of the input. */
export function readRelay(reader: MsgpackReader, bytes: Uint8Array): RelayMessage {
  let destination = { address: NO_BYTES, port: 0 };
  let node = '';
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(RELAY, header, index)) {
      case 'DestAddr':
        destination = readUdpAddress(reader);
        break;
      case 'DestName':
        node = reader.readString();
        break;
      case undefined:
        break;
    }
  }
  if (!isAddress(destination.address) || destination.port === 0) reader.fail('malformed');
  return { type: 'relay', ...destination, node, message: bytes.subarray(reader.offset) };
}

function readUdpAddress(reader: MsgpackReader): { address: Uint8Array; port: number } {
  let address = NO_BYTES;
  let port = 0;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(UDP_ADDRESS, header, index)) {
      case 'IP':
        address = reader.readSharedBytes();
        break;
      case 'Port':
        port = reader.readUint(PORT_MAX);
        break;
      case 'Zone':
        reader.skip();
        break;
      case undefined:
        break;
    }
  }
  return { address, port };
}
