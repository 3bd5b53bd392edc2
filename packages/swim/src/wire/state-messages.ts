import { isAddress } from '../core/address.js';
import type { AliveMessage, DeadMessage, SuspectMessage } from '../core/messages.js';
import { PORT_MAX, UINT32_MAX } from './field-bounds.js';
import { KEY } from './field-keys.js';
import { MESSAGE_TYPE } from './message-types.js';
import { MsgpackFields } from './msgpack-fields.js';
import type { MsgpackReader } from './msgpack-reader.js';
import type { MsgpackWriter } from './msgpack-writer.js';

// The order of names is that in which memberlist declares the fields.
const ACCUSATION: MsgpackFields<'Incarnation' | 'Node' | 'From'> = new MsgpackFields([
  'Incarnation',
  'Node',
  'From',
]);
const ALIVE: MsgpackFields<'Incarnation' | 'Node' | 'Addr' | 'Port' | 'Meta' | 'Vsn'> =
  new MsgpackFields(['Incarnation', 'Node', 'Addr', 'Port', 'Meta', 'Vsn']);

const NO_BYTES: Uint8Array = new Uint8Array(0);

/** Writes type byte and body of either; they differ in the type byte alone. */
export function writeAccusation(
  writer: MsgpackWriter,
  message: SuspectMessage | DeadMessage,
): void {
  writer.writeByte(message.type === 'suspect' ? MESSAGE_TYPE.suspect : MESSAGE_TYPE.dead);
  writer.writeMapHeader(3);
  writer.writeRaw(KEY.From);
  writer.writeString(message.from);
  writer.writeRaw(KEY.Incarnation);
  writer.writeUint(message.incarnation);
  writer.writeRaw(KEY.Node);
  writer.writeString(message.node);
}

/** Writes type byte and body. */
export function writeAlive(writer: MsgpackWriter, message: AliveMessage): void {
  writer.writeByte(MESSAGE_TYPE.alive);
  writer.writeMapHeader(6);
  writer.writeRaw(KEY.Addr);
  writer.writeBytesOrNil(message.address);
  writer.writeRaw(KEY.Incarnation);
  writer.writeUint(message.incarnation);
  writer.writeRaw(KEY.Meta);
  writer.writeBytesOrNil(message.meta);
  writer.writeRaw(KEY.Node);
  writer.writeString(message.node);
  writer.writeRaw(KEY.Port);
  writer.writeUint(message.port);
  writer.writeRaw(KEY.Vsn);
  writer.writeBytesOrNil(message.versions);
}

/** Reads a body. Whether it is any good is the reader's `failure`. */
export function readAccusation<Type extends 'suspect' | 'dead'>(
  reader: MsgpackReader,
  type: Type,
): { type: Type; incarnation: number; node: string; from: string } {
  let incarnation = 0;
  let node = '';
  let from = '';
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(ACCUSATION, header, index)) {
      case 'Incarnation':
        incarnation = reader.readUint(UINT32_MAX);
        break;
      case 'Node':
        node = reader.readString();
        break;
      case 'From':
        from = reader.readString();
        break;
      case undefined:
        break;
    }
  }
  return { type, incarnation, node, from };
}

/**
 * Reads a body. An address that is none is malformed: no member can have it. Meta is a view of the
 * packet.
 */
export function readAlive(reader: MsgpackReader): AliveMessage {
  let incarnation = 0;
  let node = '';
  let address = NO_BYTES;
  let port = 0;
  let meta = NO_BYTES;
  let versions = NO_BYTES;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(ALIVE, header, index)) {
      case 'Incarnation':
        incarnation = reader.readUint(UINT32_MAX);
        break;
      case 'Node':
        node = reader.readString();
        break;
      case 'Addr':
        address = reader.readSharedBytes();
        break;
      case 'Port':
        port = reader.readUint(PORT_MAX);
        break;
      case 'Meta':
        meta = reader.readBytesView();
        break;
      case 'Vsn':
        versions = reader.readSharedBytes();
        break;
      case undefined:
        break;
    }
  }
  if (!isAddress(address)) reader.fail('malformed');
  return { type: 'alive', incarnation, node, address, port, meta, versions };
}
