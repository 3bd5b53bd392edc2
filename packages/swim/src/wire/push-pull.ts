import { isAddress } from '../core/address.js';
import type { NodeStateRecord, PushPullMessage, WireMemberState } from '../core/messages.js';
import { PORT_MAX, UINT32_MAX } from './field-bounds.js';
import { KEY } from './field-keys.js';
import { MESSAGE_TYPE } from './message-types.js';
import { MsgpackFields } from './msgpack-fields.js';
import type { MsgpackReader } from './msgpack-reader.js';
import type { MsgpackWriter } from './msgpack-writer.js';

// The order of names is that in which memberlist declares the fields.
const HEADER: MsgpackFields<'Nodes' | 'UserStateLen' | 'Join'> = new MsgpackFields([
  'Nodes',
  'UserStateLen',
  'Join',
]);
const NODE_STATE: MsgpackFields<
  'Name' | 'Addr' | 'Port' | 'Meta' | 'Incarnation' | 'State' | 'Vsn'
> = new MsgpackFields(['Name', 'Addr', 'Port', 'Meta', 'Incarnation', 'State', 'Vsn']);

/** By their number on the wire. */
const STATES: readonly WireMemberState[] = ['alive', 'suspect', 'dead', 'left'];

const NO_BYTES: Uint8Array = new Uint8Array(0);

/** What a push/pull announces; not yet held against any limit. */
export interface PushPullHeader {
  readonly nodeCount: number;
  readonly userStateBytes: number;
  readonly isJoin: boolean;
}

/** Writes type byte, header, member records and the upper layer's bytes. */
export function writePushPull(writer: MsgpackWriter, message: PushPullMessage): void {
  writer.writeByte(MESSAGE_TYPE.pushPull);
  writer.writeMapHeader(3);
  writer.writeString('Join');
  writer.writeBool(message.isJoin);
  writer.writeString('Nodes');
  writer.writeUint(message.nodes.length);
  writer.writeString('UserStateLen');
  writer.writeUint(message.userState.length);
  for (const node of message.nodes) writeNodeState(writer, node);
  writer.writeRaw(message.userState);
}

function writeNodeState(writer: MsgpackWriter, node: NodeStateRecord): void {
  writer.writeMapHeader(7);
  writer.writeRaw(KEY.Addr);
  writer.writeBytesOrNil(node.address);
  writer.writeRaw(KEY.Incarnation);
  writer.writeUint(node.incarnation);
  writer.writeRaw(KEY.Meta);
  writer.writeBytesOrNil(node.meta);
  writer.writeRaw(KEY.Name);
  writer.writeString(node.name);
  writer.writeRaw(KEY.Port);
  writer.writeUint(node.port);
  writer.writeRaw(KEY.State);
  writer.writeUint(STATES.indexOf(node.state));
  writer.writeRaw(KEY.Vsn);
  writer.writeBytesOrNil(node.versions);
}

/** Reads the header behind the type byte. Negative counts are malformed. */
export function readPushPullHeader(reader: MsgpackReader): PushPullHeader {
  let nodeCount = 0;
  let userStateBytes = 0;
  let isJoin = false;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(HEADER, header, index)) {
      case 'Nodes':
        nodeCount = reader.readUint(Number.MAX_SAFE_INTEGER);
        break;
      case 'UserStateLen':
        userStateBytes = reader.readUint(Number.MAX_SAFE_INTEGER);
        break;
      case 'Join':
        isJoin = reader.readBool();
        break;
      case undefined:
        break;
    }
  }
  return { nodeCount, userStateBytes, isJoin };
}

/**
 * Reads one member record.
 *
 * @returns undefined for a record that says nothing: an unknown state, an impossible address, or a
 * name that is no text. The rest of the exchange is good all the same, so one odd member, which
 * members in other languages may well know, does not part a cluster.
 */
export function readNodeState(reader: MsgpackReader): NodeStateRecord | undefined {
  let name: string | undefined = '';
  let address = NO_BYTES;
  let port = 0;
  let meta = NO_BYTES;
  let incarnation = 0;
  let stateNumber = 0;
  let versions = NO_BYTES;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(NODE_STATE, header, index)) {
      case 'Name':
        name = reader.tryReadText();
        break;
      case 'Addr':
        address = reader.readSharedBytes();
        break;
      case 'Port':
        port = reader.readUint(PORT_MAX);
        break;
      case 'Meta':
        meta = reader.readBytes();
        break;
      case 'Incarnation':
        incarnation = reader.readUint(UINT32_MAX);
        break;
      case 'State':
        stateNumber = reader.readInt();
        break;
      case 'Vsn':
        versions = reader.readSharedBytes();
        break;
      case undefined:
        break;
    }
  }
  const state = STATES[stateNumber];
  if (name === undefined || state === undefined || !isAddress(address)) return undefined;
  return { name, address, port, meta, incarnation, state, versions };
}
