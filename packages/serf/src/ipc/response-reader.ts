import type { MsgpackReader } from '@konsul/swim';
import { COORDINATE_DIMENSION_COUNT } from '../core/coordinate.js';
import type { MemberEventType } from '../core/event.js';
import { BYTE_MAX, LAMPORT_TIME_MAX, PORT_MAX } from '../wire/field-bounds.js';
import type { IpcCommand } from './ipc-request.js';
import type { IpcBody, IpcMember, IpcRecord, IpcResponseHeader } from './ipc-response.js';
import {
  bytes,
  field,
  flag,
  float,
  int,
  listOf,
  mapOf,
  nested,
  recordOf,
  StructReader,
  text,
  uint,
  type ValueReader,
} from './msgpack-struct.js';

const MEMBER_EVENTS: ReadonlySet<string> = new Set<MemberEventType>([
  'member-join',
  'member-leave',
  'member-failed',
  'member-update',
  'member-reap',
]);

const version = uint(BYTE_MAX);
const HEADER = new StructReader({ seq: field('Seq', uint()), error: field('Error', text) });
const MEMBER = new StructReader({
  name: field('Name', text),
  addressBytes: field('Addr', bytes),
  port: field('Port', uint(PORT_MAX)),
  tags: field('Tags', recordOf(text)),
  status: field('Status', text),
  gossipMin: field('ProtocolMin', version),
  gossipMax: field('ProtocolMax', version),
  gossipCurrent: field('ProtocolCur', version),
  serfMin: field('DelegateMin', version),
  serfMax: field('DelegateMax', version),
  serfCurrent: field('DelegateCur', version),
});
const members: ValueReader<readonly IpcMember[]> = listOf({
  read: readMember,
  none: memberOf(MEMBER.none),
});
const MEMBERS = new StructReader({ members: field('Members', members) });
const JOINED = new StructReader({ count: field('Num', int) });
const KEYS = new StructReader({
  messages: field('Messages', mapOf(text)),
  keys: field('Keys', mapOf(uint())),
  nodeCount: field('NumNodes', uint()),
  errorCount: field('NumErr', uint()),
  responseCount: field('NumResp', uint()),
});
const COORDINATE = new StructReader({
  vector: field('Vec', listOf(float)),
  error: field('Error', float),
  adjustment: field('Adjustment', float),
  height: field('Height', float),
});
const FOUND = new StructReader({
  coordinate: field('Coord', nested(COORDINATE)),
  isFound: field('Ok', flag),
});
const stats = recordOf(recordOf(text));
/** Every field of every record; which of them are there says what it is. */
const RECORD = new StructReader({
  event: field('Event', text),
  members: field('Members', members),
  id: field('ID', uint()),
  time: field('LTime', uint(LAMPORT_TIME_MAX)),
  name: field('Name', text),
  payload: field('Payload', bytes),
  canCoalesce: field('Coalesce', flag),
  line: field('Log', {
    read: (reader): string | undefined => reader.readString(),
    none: undefined,
  }),
  reply: field('Type', text),
  from: field('From', text),
});

const RESPONSES: ReadonlyMap<IpcCommand, (reader: MsgpackReader) => IpcBody> = new Map<
  IpcCommand,
  (reader: MsgpackReader) => IpcBody
>([
  ['join', (reader) => ({ type: 'joined', ...JOINED.read(reader) })],
  ['members', readMembersBody],
  ['members-filtered', readMembersBody],
  ['list-keys', readKeysBody],
  ['install-key', readKeysBody],
  ['use-key', readKeysBody],
  ['remove-key', readKeysBody],
  ['stats', (reader) => ({ type: 'stats', groups: stats.read(reader) })],
  ['get-coordinate', readCoordinateBody],
]);

/** Reads what stands in front of a response or record; undefined when it is none. */
export function readResponseHeader(
  reader: MsgpackReader,
  value: Uint8Array,
): IpcResponseHeader | undefined {
  const header = HEADER.read(reader.reset(value));
  return reader.failure === undefined ? header : undefined;
}

/** Whether a body follows the header of a command's response, also when it tells an error. */
export function hasResponseBody(command: IpcCommand): boolean {
  return RESPONSES.has(command);
}

/** Reads the body of a response; undefined when it makes no sense. */
export function readResponseBody(
  command: IpcCommand,
  reader: MsgpackReader,
  value: Uint8Array,
): IpcBody | undefined {
  const body = RESPONSES.get(command)?.(reader.reset(value));
  return reader.failure === undefined ? body : undefined;
}

/** Reads a record of a stream, a monitor or a query; undefined when it makes no sense. */
export function readRecord(reader: MsgpackReader, value: Uint8Array): IpcRecord | undefined {
  const record = RECORD.read(reader.reset(value));
  if (reader.failure !== undefined) return undefined;
  const { event, reply, id, time, name, payload, canCoalesce, line, from } = record;
  if (line !== undefined) return { type: 'log', line };
  if (isMemberEvent(event)) return { type: 'member-event', event, members: record.members };
  if (event === 'user') return { type: 'user-event', time, name, payload, canCoalesce };
  if (event === 'query') return { type: 'query-event', id, time, name, payload };
  if (reply === 'ack') return { type: reply, from };
  if (reply === 'response') return { type: reply, from, payload };
  return reply === 'done' ? { type: reply } : undefined;
}

function readMembersBody(reader: MsgpackReader): IpcBody {
  return { type: 'members', ...MEMBERS.read(reader) };
}

function readKeysBody(reader: MsgpackReader): IpcBody {
  return { type: 'keys', result: KEYS.read(reader) };
}

function readCoordinateBody(reader: MsgpackReader): IpcBody {
  const { coordinate, isFound } = FOUND.read(reader);
  const isUsable = coordinate.vector.length === COORDINATE_DIMENSION_COUNT;
  return { type: 'coordinate', coordinate: isFound && isUsable ? coordinate : undefined };
}

function readMember(reader: MsgpackReader): IpcMember {
  return memberOf(MEMBER.read(reader));
}

function memberOf(read: typeof MEMBER.none): IpcMember {
  const { name, addressBytes, port, tags, status } = read;
  const gossipVersions = {
    min: read.gossipMin,
    max: read.gossipMax,
    current: read.gossipCurrent,
  };
  const serfVersions = { min: read.serfMin, max: read.serfMax, current: read.serfCurrent };
  return { name, addressBytes, port, tags, status, gossipVersions, serfVersions };
}

function isMemberEvent(event: string): event is MemberEventType {
  return MEMBER_EVENTS.has(event);
}
