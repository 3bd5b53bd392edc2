import { isAddress } from '../core/address.js';
import type {
  AckMessage,
  IndirectPingMessage,
  NackMessage,
  PingMessage,
  ProbeSource,
} from '../core/messages.js';
import { PORT_MAX, UINT32_MAX } from './field-bounds.js';
import { KEY } from './field-keys.js';
import { MESSAGE_TYPE } from './message-types.js';
import { MsgpackFields } from './msgpack-fields.js';
import type { MsgpackReader } from './msgpack-reader.js';
import type { MsgpackWriter } from './msgpack-writer.js';

// The order of names is that in which memberlist declares the fields.
type SourceField = 'SourceAddr' | 'SourcePort' | 'SourceNode';
const PING: MsgpackFields<'SeqNo' | 'Node' | SourceField> = new MsgpackFields([
  'SeqNo',
  'Node',
  'SourceAddr',
  'SourcePort',
  'SourceNode',
]);
const INDIRECT_PING: MsgpackFields<'SeqNo' | 'Target' | 'Port' | 'Node' | 'Nack' | SourceField> =
  new MsgpackFields([
    'SeqNo',
    'Target',
    'Port',
    'Node',
    'Nack',
    'SourceAddr',
    'SourcePort',
    'SourceNode',
  ]);
const ACK: MsgpackFields<'SeqNo' | 'Payload'> = new MsgpackFields(['SeqNo', 'Payload']);
const NACK: MsgpackFields<'SeqNo'> = new MsgpackFields(['SeqNo']);

const NO_BYTES: Uint8Array = new Uint8Array(0);

/** Writes type byte and body. */
export function writePing(writer: MsgpackWriter, message: PingMessage): void {
  const { source } = message;
  writer.writeByte(MESSAGE_TYPE.ping);
  writer.writeMapHeader(2 + sourceFieldCount(source));
  writer.writeRaw(KEY.Node);
  writer.writeString(message.node);
  writer.writeRaw(KEY.SeqNo);
  writer.writeUint(message.seqNo);
  if (source !== undefined) writeSource(writer, source);
}

/** Writes type byte and body. */
export function writeIndirectPing(writer: MsgpackWriter, message: IndirectPingMessage): void {
  const { source } = message;
  writer.writeByte(MESSAGE_TYPE.indirectPing);
  writer.writeMapHeader(5 + sourceFieldCount(source));
  writer.writeRaw(KEY.Nack);
  writer.writeBool(message.wantsNack);
  writer.writeRaw(KEY.Node);
  writer.writeString(message.node);
  writer.writeRaw(KEY.Port);
  writer.writeUint(message.port);
  writer.writeRaw(KEY.SeqNo);
  writer.writeUint(message.seqNo);
  if (source !== undefined) writeSource(writer, source);
  writer.writeRaw(KEY.Target);
  writer.writeBytesOrNil(message.target);
}

/** Writes type byte and body. */
export function writeAck(writer: MsgpackWriter, message: AckMessage): void {
  writer.writeByte(MESSAGE_TYPE.ack);
  writer.writeMapHeader(2);
  writer.writeRaw(KEY.Payload);
  writer.writeBytesOrNil(message.payload);
  writer.writeRaw(KEY.SeqNo);
  writer.writeUint(message.seqNo);
}

/** Writes type byte and body. */
export function writeNack(writer: MsgpackWriter, message: NackMessage): void {
  writer.writeByte(MESSAGE_TYPE.nack);
  writer.writeMapHeader(1);
  writer.writeRaw(KEY.SeqNo);
  writer.writeUint(message.seqNo);
}

// Fields of a source are left out when they are zero.
function sourceFieldCount(source: ProbeSource | undefined): number {
  if (source === undefined) return 0;
  return (
    (source.address.length > 0 ? 1 : 0) + (source.node === '' ? 0 : 1) + (source.port > 0 ? 1 : 0)
  );
}

function writeSource(writer: MsgpackWriter, source: ProbeSource): void {
  if (source.address.length > 0) {
    writer.writeRaw(KEY.SourceAddr);
    writer.writeBytes(source.address);
  }
  if (source.node !== '') {
    writer.writeRaw(KEY.SourceNode);
    writer.writeString(source.node);
  }
  if (source.port > 0) {
    writer.writeRaw(KEY.SourcePort);
    writer.writeUint(source.port);
  }
}

/**
 * Reads a body. Whether it is any good is the reader's `failure`.
 *
 * @remarks A source without address or port is of no use, and is left out: the answer then goes to
 * where the packet came from.
 */
export function readPing(reader: MsgpackReader): PingMessage {
  let seqNo = 0;
  let node = '';
  let address = NO_BYTES;
  let port = 0;
  let sourceNode = '';
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(PING, header, index)) {
      case 'SeqNo':
        seqNo = reader.readUint(UINT32_MAX);
        break;
      case 'Node':
        node = reader.readString();
        break;
      case 'SourceAddr':
        address = reader.readSharedBytes();
        break;
      case 'SourcePort':
        port = reader.readUint(PORT_MAX);
        break;
      case 'SourceNode':
        sourceNode = reader.readString();
        break;
      case undefined:
        break;
    }
  }
  return isAddress(address) && port > 0
    ? { type: 'ping', seqNo, node, source: { address, port, node: sourceNode } }
    : { type: 'ping', seqNo, node };
}

/** Reads a body. A target that is no address is malformed: nobody could be asked there. */
export function readIndirectPing(reader: MsgpackReader): IndirectPingMessage {
  let seqNo = 0;
  let target = NO_BYTES;
  let port = 0;
  let node = '';
  let wantsNack = false;
  let address = NO_BYTES;
  let sourcePort = 0;
  let sourceNode = '';
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(INDIRECT_PING, header, index)) {
      case 'SeqNo':
        seqNo = reader.readUint(UINT32_MAX);
        break;
      case 'Target':
        target = reader.readSharedBytes();
        break;
      case 'Port':
        port = reader.readUint(PORT_MAX);
        break;
      case 'Node':
        node = reader.readString();
        break;
      case 'Nack':
        wantsNack = reader.readBool();
        break;
      case 'SourceAddr':
        address = reader.readSharedBytes();
        break;
      case 'SourcePort':
        sourcePort = reader.readUint(PORT_MAX);
        break;
      case 'SourceNode':
        sourceNode = reader.readString();
        break;
      case undefined:
        break;
    }
  }
  if (!isAddress(target)) reader.fail('malformed');
  if (!isAddress(address) || sourcePort === 0) {
    return { type: 'indirect-ping', seqNo, target, port, node, wantsNack };
  }
  const source = { address, port: sourcePort, node: sourceNode };
  return { type: 'indirect-ping', seqNo, target, port, node, wantsNack, source };
}

/** Reads a body. The payload is a view of the packet. */
export function readAck(reader: MsgpackReader): AckMessage {
  let seqNo = 0;
  let payload = NO_BYTES;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(ACK, header, index)) {
      case 'SeqNo':
        seqNo = reader.readUint(UINT32_MAX);
        break;
      case 'Payload':
        payload = reader.readBytesView();
        break;
      case undefined:
        break;
    }
  }
  return { type: 'ack', seqNo, payload };
}

/** Reads a body. */
export function readNack(reader: MsgpackReader): NackMessage {
  let seqNo = 0;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    if (reader.readField(NACK, header, index) !== undefined) seqNo = reader.readUint(UINT32_MAX);
  }
  return { type: 'nack', seqNo };
}
