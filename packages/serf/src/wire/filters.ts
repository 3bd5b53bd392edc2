import { MsgpackFields, type MsgpackReader, type MsgpackWriter } from '@konsul/swim';
import type { QueryFilter } from '../core/messages.js';

const FILTER_NODES = 0;
const FILTER_TAG = 1;
const TAG_FILTER: MsgpackFields<'Tag' | 'Expr'> = new MsgpackFields(['Tag', 'Expr']);

/** One filter as it stands in a query. One that cannot be read is written as one that nobody matches. */
export function writeFilter(writer: MsgpackWriter, filter: QueryFilter): Uint8Array {
  if (filter.type === 'tag') {
    writer.writeByte(FILTER_TAG);
    writer.writeMapHeader(2);
    writer.writeString('Expr');
    writer.writeString(filter.expression);
    writer.writeString('Tag');
    writer.writeString(filter.tag);
    return writer.finish();
  }
  const names = filter.type === 'nodes' ? filter.names : [];
  writer.writeByte(FILTER_NODES);
  writer.writeArrayHeader(names.length);
  for (const name of names) writer.writeString(name);
  return writer.finish();
}

/** Reads one filter; anything odd is `unreadable`, which matches nobody. */
export function readFilter(reader: MsgpackReader, bytes: Uint8Array): QueryFilter {
  const filter = readBody(reader.reset(bytes, 1), bytes[0]);
  return reader.failure === undefined ? filter : { type: 'unreadable' };
}

function readBody(reader: MsgpackReader, type: number | undefined): QueryFilter {
  if (type === FILTER_NODES) return readNodes(reader);
  if (type === FILTER_TAG) return readTag(reader);
  return { type: 'unreadable' };
}

function readNodes(reader: MsgpackReader): QueryFilter {
  const names: string[] = [];
  const count = reader.readArrayHeader();
  for (let index = 0; index < count && reader.failure === undefined; index += 1) {
    names.push(reader.readString());
  }
  return { type: 'nodes', names };
}

function readTag(reader: MsgpackReader): QueryFilter {
  let tag = '';
  let expression = '';
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(TAG_FILTER, header, index)) {
      case 'Tag':
        tag = reader.readString();
        break;
      case 'Expr':
        expression = reader.readString();
        break;
      case undefined:
        break;
    }
  }
  return { type: 'tag', tag, expression };
}
