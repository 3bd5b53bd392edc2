import type { MsgpackReader, MsgpackWriter } from '@konsul/swim';
import type { Tags } from '../core/messages.js';

/** First byte of a meta that holds tags; any other is the text of one tag. */
const TAGS_MAGIC = 0xff;
/** The one tag that protocol 2 has. */
const ROLE = 'role';
/** From this protocol on a member has any number of tags. */
const TAGS_PROTOCOL = 3;

const decoder = new TextDecoder();

/** Tags in ascending order of name, so that equal tags give equal bytes. */
export function writeTags(writer: MsgpackWriter, tags: Tags, protocolVersion: number): Uint8Array {
  if (protocolVersion < TAGS_PROTOCOL) return Buffer.from(tags[ROLE] ?? '');
  const names = Object.keys(tags).sort();
  writer.writeByte(TAGS_MAGIC);
  writer.writeMapHeader(names.length);
  for (const name of names) {
    writer.writeString(name);
    writer.writeString(tags[name] ?? '');
  }
  return writer.finish();
}

/** Tags of any protocol; none when they cannot be read. */
export function readTags(reader: MsgpackReader, meta: Uint8Array): Tags {
  if (meta[0] !== TAGS_MAGIC) return meta.length === 0 ? {} : { [ROLE]: decoder.decode(meta) };
  const tags = readTagMap(reader.reset(meta, 1));
  return reader.failure === undefined ? tags : {};
}

/** A map of names to texts. A name such as `__proto__` is a name like any other. */
export function readTagMap(reader: MsgpackReader): Tags {
  const pairs: [string, string][] = [];
  const count = reader.readMapHeader();
  for (let index = 0; index < count && reader.failure === undefined; index += 1) {
    pairs.push([reader.readString(), reader.readString()]);
  }
  return Object.fromEntries(pairs);
}
