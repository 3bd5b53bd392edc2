import { unreachable } from '@konsul/runtime';
import { MsgpackWriter } from '@konsul/swim';
import type { Coordinate } from '../core/coordinate.js';
import type {
  IpcBody,
  IpcKeyResult,
  IpcMember,
  IpcRecord,
  IpcResponseHeader,
} from './ipc-response.js';
import { writeList, writeMap, writeStruct, writeTags } from './msgpack-struct.js';

const NO_COORDINATE: Coordinate = { vector: [], error: 0, adjustment: 0, height: 0 };

/** Writes responses and records as they go over the wire: header, then body. */
export class ResponseWriter {
  readonly #writer = new MsgpackWriter({ specification: 'new' });

  response(header: IpcResponseHeader, body: IpcBody): Uint8Array {
    this.#writeHeader(header);
    this.#writeBody(body);
    return this.#writer.finish();
  }

  record(seq: number, record: IpcRecord): Uint8Array {
    this.#writeHeader({ seq, error: '' });
    this.#writeRecord(record);
    return this.#writer.finish();
  }

  #writeHeader({ seq, error }: IpcResponseHeader): void {
    const writer = this.#writer.reset();
    writeStruct(writer, {
      Error: () => writer.writeString(error),
      Seq: () => writer.writeUint(seq),
    });
  }

  #writeBody(body: IpcBody): void {
    const writer = this.#writer;
    switch (body.type) {
      case 'none':
        break;
      case 'joined':
        writeStruct(writer, { Num: () => writer.writeInt(body.count) });
        break;
      case 'members':
        writeStruct(writer, { Members: () => this.#writeMembers(body.members) });
        break;
      case 'keys':
        this.#writeKeys(body.result);
        break;
      case 'stats':
        writeMap(writer, new Map(Object.entries(body.groups)), (group) => writeTags(writer, group));
        break;
      case 'coordinate':
        writeStruct(writer, {
          Coord: () => this.#writeCoordinate(body.coordinate ?? NO_COORDINATE),
          Ok: () => writer.writeBool(body.coordinate !== undefined),
        });
        break;
      default:
        unreachable(body);
    }
  }

  #writeRecord(record: IpcRecord): void {
    const writer = this.#writer;
    switch (record.type) {
      case 'member-event':
        writeStruct(writer, {
          Event: () => writer.writeString(record.event),
          Members: () => this.#writeMembers(record.members),
        });
        break;
      case 'user-event':
        writeStruct(writer, {
          Coalesce: () => writer.writeBool(record.canCoalesce),
          Event: () => writer.writeString('user'),
          LTime: () => writer.writeUint(record.time),
          Name: () => writer.writeString(record.name),
          Payload: () => writer.writeBytesOrNil(record.payload),
        });
        break;
      case 'query-event':
        writeStruct(writer, {
          Event: () => writer.writeString('query'),
          ID: () => writer.writeUint(record.id),
          LTime: () => writer.writeUint(record.time),
          Name: () => writer.writeString(record.name),
          Payload: () => writer.writeBytesOrNil(record.payload),
        });
        break;
      case 'log':
        writeStruct(writer, { Log: () => writer.writeString(record.line) });
        break;
      case 'ack':
      case 'response':
      case 'done':
        this.#writeReply(record);
        break;
      default:
        unreachable(record);
    }
  }

  #writeReply(record: Extract<IpcRecord, { readonly type: 'ack' | 'response' | 'done' }>): void {
    const writer = this.#writer;
    writeStruct(writer, {
      From: () => writer.writeString(record.type === 'done' ? '' : record.from),
      Payload: () => {
        if (record.type === 'response') writer.writeBytes(record.payload);
        else writer.writeNil();
      },
      Type: () => writer.writeString(record.type),
    });
  }

  #writeMembers(members: readonly IpcMember[]): void {
    writeList(this.#writer, members, (member) => this.#writeMember(member));
  }

  #writeMember(member: IpcMember): void {
    const writer = this.#writer;
    const { gossipVersions, serfVersions } = member;
    writeStruct(writer, {
      Addr: () => writer.writeBytes(member.addressBytes),
      DelegateCur: () => writer.writeUint(serfVersions.current),
      DelegateMax: () => writer.writeUint(serfVersions.max),
      DelegateMin: () => writer.writeUint(serfVersions.min),
      Name: () => writer.writeString(member.name),
      Port: () => writer.writeUint(member.port),
      ProtocolCur: () => writer.writeUint(gossipVersions.current),
      ProtocolMax: () => writer.writeUint(gossipVersions.max),
      ProtocolMin: () => writer.writeUint(gossipVersions.min),
      Status: () => writer.writeString(member.status),
      Tags: () => writeTags(writer, member.tags),
    });
  }

  #writeKeys({ messages, keys, ...counts }: IpcKeyResult): void {
    const writer = this.#writer;
    writeStruct(writer, {
      Keys: () => {
        if (keys === undefined) writer.writeNil();
        else writeMap(writer, keys, (count) => writer.writeUint(count));
      },
      Messages: () => writeMap(writer, messages, (message) => writer.writeString(message)),
      NumErr: () => writer.writeUint(counts.errorCount),
      NumNodes: () => writer.writeUint(counts.nodeCount),
      NumResp: () => writer.writeUint(counts.responseCount),
    });
  }

  #writeCoordinate({ vector, error, adjustment, height }: Coordinate): void {
    const writer = this.#writer;
    writeStruct(writer, {
      Adjustment: () => writer.writeFloat64(adjustment),
      Error: () => writer.writeFloat64(error),
      Height: () => writer.writeFloat64(height),
      Vec: () => {
        if (vector.length === 0) writer.writeNil();
        else writeList(writer, vector, (value) => writer.writeFloat64(value));
      },
    });
  }
}
