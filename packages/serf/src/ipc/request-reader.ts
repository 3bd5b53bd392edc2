import type { MsgpackReader } from '@konsul/swim';
import { BYTE_MAX } from '../wire/field-bounds.js';
import type { IpcRequest, IpcRequestHeader } from './ipc-request.js';
import {
  bytes,
  field,
  flag,
  int,
  listOf,
  recordOf,
  StructReader,
  text,
  uint,
} from './msgpack-struct.js';

const NANOSECONDS_PER_MILLISECOND = 1e6;

type BodyReader = (reader: MsgpackReader) => IpcRequest;

const HEADER = new StructReader({ command: field('Command', text), seq: field('Seq', uint()) });
const HANDSHAKE = new StructReader({ version: field('Version', int) });
const AUTH = new StructReader({ authKey: field('AuthKey', text) });
const EVENT = new StructReader({
  name: field('Name', text),
  payload: field('Payload', bytes),
  canCoalesce: field('Coalesce', flag),
});
const FORCE_LEAVE = new StructReader({ node: field('Node', text), isPrune: field('Prune', flag) });
const JOIN = new StructReader({
  peers: field('Existing', listOf(text)),
  isReplaying: field('Replay', flag),
});
const MEMBERS_FILTERED = new StructReader({
  tags: field('Tags', recordOf(text)),
  status: field('Status', text),
  name: field('Name', text),
});
const TAGS = new StructReader({
  tags: field('Tags', recordOf(text)),
  deleteTags: field('DeleteTags', listOf(text)),
});
const STREAM = new StructReader({ filter: field('Type', text) });
const MONITOR = new StructReader({ logLevel: field('LogLevel', text) });
const STOP = new StructReader({ stopSeq: field('Stop', uint()) });
const QUERY = new StructReader({
  filterNodes: field('FilterNodes', listOf(text)),
  filterTags: field('FilterTags', recordOf(text)),
  wantsAck: field('RequestAck', flag),
  relayFactor: field('RelayFactor', uint(BYTE_MAX)),
  timeoutNs: field('Timeout', int),
  name: field('Name', text),
  payload: field('Payload', bytes),
});
const RESPOND = new StructReader({ id: field('ID', uint()), payload: field('Payload', bytes) });
const COORDINATE = new StructReader({ node: field('Node', text) });
const KEY = new StructReader({ key: field('Key', text) });

/** Commands that have a body. */
const BODIES: ReadonlyMap<string, BodyReader> = new Map<string, BodyReader>([
  ['handshake', (reader) => ({ type: 'handshake', ...HANDSHAKE.read(reader) })],
  ['auth', (reader) => ({ type: 'auth', ...AUTH.read(reader) })],
  ['event', (reader) => ({ type: 'event', ...EVENT.read(reader) })],
  ['force-leave', (reader) => ({ type: 'force-leave', ...FORCE_LEAVE.read(reader) })],
  ['join', (reader) => ({ type: 'join', ...JOIN.read(reader) })],
  [
    'members-filtered',
    (reader) => ({ type: 'members-filtered', ...MEMBERS_FILTERED.read(reader) }),
  ],
  ['tags', (reader) => ({ type: 'tags', ...TAGS.read(reader) })],
  ['stream', (reader) => ({ type: 'stream', ...STREAM.read(reader) })],
  ['monitor', (reader) => ({ type: 'monitor', ...MONITOR.read(reader) })],
  ['stop', (reader) => ({ type: 'stop', ...STOP.read(reader) })],
  ['query', readQuery],
  ['respond', (reader) => ({ type: 'respond', ...RESPOND.read(reader) })],
  ['get-coordinate', (reader) => ({ type: 'get-coordinate', ...COORDINATE.read(reader) })],
  ['install-key', (reader) => ({ type: 'install-key', ...KEY.read(reader) })],
  ['use-key', (reader) => ({ type: 'use-key', ...KEY.read(reader) })],
  ['remove-key', (reader) => ({ type: 'remove-key', ...KEY.read(reader) })],
]);

/** Commands whose header is all there is. */
const BODILESS: ReadonlyMap<string, IpcRequest> = new Map<string, IpcRequest>([
  ['members', { type: 'members' }],
  ['leave', { type: 'leave' }],
  ['list-keys', { type: 'list-keys' }],
  ['stats', { type: 'stats' }],
]);

/** Reads what stands in front of a request; undefined when it is none. */
export function readRequestHeader(
  reader: MsgpackReader,
  value: Uint8Array,
): IpcRequestHeader | undefined {
  const header = HEADER.read(reader.reset(value));
  return reader.failure === undefined ? header : undefined;
}

/** The request of a command without a body; undefined for one with a body or one that is unknown. */
export function bodilessRequest(command: string): IpcRequest | undefined {
  return BODILESS.get(command);
}

/** Whether a command is known and a body follows its header. */
export function hasRequestBody(command: string): boolean {
  return BODIES.has(command);
}

/** Reads the body of a command that has one; undefined when it makes no sense. */
export function readRequestBody(
  command: string,
  reader: MsgpackReader,
  value: Uint8Array,
): IpcRequest | undefined {
  const request = BODIES.get(command)?.(reader.reset(value));
  return reader.failure === undefined ? request : undefined;
}

function readQuery(reader: MsgpackReader): IpcRequest {
  const { timeoutNs, ...query } = QUERY.read(reader);
  return { type: 'query', ...query, timeoutMs: timeoutNs / NANOSECONDS_PER_MILLISECOND };
}
