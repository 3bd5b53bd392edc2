import { MsgpackFields, type MsgpackReader, type MsgpackWriter } from '@konsul/swim';
import type { ConflictAnswer } from '../core/messages.js';
import { BYTE_MAX, isAddress, NO_BYTES, PORT_MAX } from './field-bounds.js';
import { MESSAGE_TYPE } from './message-types.js';
import { readTagMap } from './tags.js';

type VersionField =
  | 'ProtocolMin'
  | 'ProtocolMax'
  | 'ProtocolCur'
  | 'DelegateMin'
  | 'DelegateMax'
  | 'DelegateCur';
// The order of names is that in which Serf declares the fields.
const MEMBER: MsgpackFields<'Name' | 'Addr' | 'Port' | 'Tags' | 'Status' | VersionField> =
  new MsgpackFields([
    'Name',
    'Addr',
    'Port',
    'Tags',
    'Status',
    'ProtocolMin',
    'ProtocolMax',
    'ProtocolCur',
    'DelegateMin',
    'DelegateMax',
    'DelegateCur',
  ]);

/** Writes type byte and what is known of the member, or nil. */
export function writeConflictAnswer(
  writer: MsgpackWriter,
  answer: ConflictAnswer | 'none',
): Uint8Array {
  writer.writeByte(MESSAGE_TYPE.conflictResponse);
  if (answer === 'none') writer.writeNil();
  else writeMember(writer, answer);
  return writer.finish();
}

function writeMember(writer: MsgpackWriter, answer: ConflictAnswer): void {
  const { gossipVersions, serfVersions, tags } = answer;
  writer.writeMapHeader(11);
  writer.writeString('Addr');
  writer.writeBytesOrNil(answer.address);
  writer.writeString('DelegateCur');
  writer.writeUint(serfVersions.current);
  writer.writeString('DelegateMax');
  writer.writeUint(serfVersions.max);
  writer.writeString('DelegateMin');
  writer.writeUint(serfVersions.min);
  writer.writeString('Name');
  writer.writeString(answer.name);
  writer.writeString('Port');
  writer.writeUint(answer.port);
  writer.writeString('ProtocolCur');
  writer.writeUint(gossipVersions.current);
  writer.writeString('ProtocolMax');
  writer.writeUint(gossipVersions.max);
  writer.writeString('ProtocolMin');
  writer.writeUint(gossipVersions.min);
  writer.writeString('Status');
  writer.writeUint(answer.status);
  writer.writeString('Tags');
  const names = Object.keys(tags).sort();
  writer.writeMapHeader(names.length);
  for (const name of names) {
    writer.writeString(name);
    writer.writeString(tags[name] ?? '');
  }
}

/** Reads an answer with its type byte; undefined when it is none. */
export function readConflictAnswer(
  reader: MsgpackReader,
  payload: Uint8Array,
): ConflictAnswer | 'none' | undefined {
  if (payload[0] !== MESSAGE_TYPE.conflictResponse) return undefined;
  if (reader.reset(payload, 1).tryReadNil()) return 'none';
  const answer = readMember(reader);
  if (reader.failure !== undefined) return undefined;
  return isAddress(answer.address) ? answer : 'none';
}

function readMember(reader: MsgpackReader): ConflictAnswer {
  const fields = { name: '', address: NO_BYTES, port: 0, status: 0 };
  const versions: Record<VersionField, number> = {
    ProtocolMin: 0,
    ProtocolMax: 0,
    ProtocolCur: 0,
    DelegateMin: 0,
    DelegateMax: 0,
    DelegateCur: 0,
  };
  let tags = {};
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    const field = reader.readField(MEMBER, header, index);
    switch (field) {
      case 'Name':
        fields.name = reader.readString();
        break;
      case 'Addr':
        fields.address = reader.readBytes();
        break;
      case 'Port':
        fields.port = reader.readUint(PORT_MAX);
        break;
      case 'Tags':
        tags = readTagMap(reader);
        break;
      case 'Status':
        fields.status = reader.readInt();
        break;
      case undefined:
        break;
      default:
        versions[field] = reader.readUint(BYTE_MAX);
    }
  }
  const { ProtocolMin, ProtocolMax, ProtocolCur, DelegateMin, DelegateMax, DelegateCur } = versions;
  return {
    ...fields,
    tags,
    gossipVersions: { min: ProtocolMin, max: ProtocolMax, current: ProtocolCur },
    serfVersions: { min: DelegateMin, max: DelegateMax, current: DelegateCur },
  };
}
