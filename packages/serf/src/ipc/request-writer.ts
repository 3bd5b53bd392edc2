import { unreachable } from '@konsul/runtime';
import { MsgpackWriter } from '@konsul/swim';
import type { IpcRequest } from './ipc-request.js';
import { writeList, writeStruct, writeTags } from './msgpack-struct.js';

const NANOSECONDS_PER_MILLISECOND = 1e6;

type Fields = Readonly<Record<string, () => void>>;

/** A request as it goes over the wire: header, then body if the command has one. */
export function encodeRequest(seq: number, request: IpcRequest): Uint8Array {
  const writer = new MsgpackWriter({ specification: 'new' });
  writeStruct(writer, {
    Command: () => writer.writeString(request.type),
    Seq: () => writer.writeUint(seq),
  });
  const fields = bodyOf(writer, request);
  if (fields !== undefined) writeStruct(writer, fields);
  return writer.finish();
}

/** Fields in ascending order of name. */
function bodyOf(writer: MsgpackWriter, request: IpcRequest): Fields | undefined {
  const text = (value: string) => (): void => writer.writeString(value);
  const flag = (value: boolean) => (): void => writer.writeBool(value);
  const list = (values: readonly string[]) => (): void => {
    writeList(writer, values, (value) => writer.writeString(value));
  };
  switch (request.type) {
    case 'members':
    case 'leave':
    case 'list-keys':
    case 'stats':
      return undefined;
    case 'handshake':
      return { Version: () => writer.writeInt(request.version) };
    case 'auth':
      return { AuthKey: text(request.authKey) };
    case 'event':
      return {
        Coalesce: flag(request.canCoalesce),
        Name: text(request.name),
        Payload: () => writer.writeBytesOrNil(request.payload),
      };
    case 'force-leave':
      return { Node: text(request.node), Prune: flag(request.isPrune) };
    case 'join':
      return { Existing: list(request.peers), Replay: flag(request.isReplaying) };
    case 'members-filtered':
      return {
        Name: text(request.name),
        Status: text(request.status),
        Tags: () => writeTags(writer, request.tags),
      };
    case 'tags':
      return { DeleteTags: list(request.deleteTags), Tags: () => writeTags(writer, request.tags) };
    case 'stream':
      return { Type: text(request.filter) };
    case 'monitor':
      return { LogLevel: text(request.logLevel) };
    case 'stop':
      return { Stop: () => writer.writeUint(request.stopSeq) };
    case 'query':
      return queryFields(writer, request);
    case 'respond':
      return {
        ID: () => writer.writeUint(request.id),
        Payload: () => writer.writeBytesOrNil(request.payload),
      };
    case 'get-coordinate':
      return { Node: text(request.node) };
    case 'install-key':
    case 'use-key':
    case 'remove-key':
      return { Key: text(request.key) };
    default:
      return unreachable(request);
  }
}

function queryFields(
  writer: MsgpackWriter,
  request: Extract<IpcRequest, { readonly type: 'query' }>,
): Fields {
  return {
    FilterNodes: () => writeList(writer, request.filterNodes, (name) => writer.writeString(name)),
    FilterTags: () => writeTags(writer, request.filterTags),
    Name: () => writer.writeString(request.name),
    Payload: () => writer.writeBytesOrNil(request.payload),
    RelayFactor: () => writer.writeUint(request.relayFactor),
    RequestAck: () => writer.writeBool(request.wantsAck),
    Timeout: () => writer.writeInt(Math.round(request.timeoutMs * NANOSECONDS_PER_MILLISECOND)),
  };
}
