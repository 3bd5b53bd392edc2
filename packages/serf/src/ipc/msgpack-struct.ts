import { MsgpackFields, type MsgpackReader, type MsgpackWriter } from '@konsul/swim';
import type { Tags } from '../core/messages.js';

/** How to read one kind of value. */
export interface ValueReader<Value> {
  readonly read: (reader: MsgpackReader) => Value;
  /** What stands for a value that was not sent. */
  readonly none: Value;
}

/** A field of a structure: its name on the wire, and how to read it. */
export interface FieldReader<Value> extends ValueReader<Value> {
  readonly wireName: string;
}

type Shape = Readonly<Record<string, FieldReader<unknown>>>;

/** What reading a structure gives. */
export type StructOf<Fields extends Shape> = {
  readonly [Key in keyof Fields]: Fields[Key]['none'];
};

export const text: ValueReader<string> = { read: (reader) => reader.readString(), none: '' };
export const flag: ValueReader<boolean> = { read: (reader) => reader.readBool(), none: false };
export const int: ValueReader<number> = { read: (reader) => reader.readInt(), none: 0 };
export const float: ValueReader<number> = { read: (reader) => reader.readFloat64(), none: 0 };
export const bytes: ValueReader<Uint8Array> = {
  read: (reader) => reader.readBytes(),
  none: new Uint8Array(0),
};

/** An integer of 0 to `valueMax`. */
export function uint(valueMax: number = Number.MAX_SAFE_INTEGER): ValueReader<number> {
  return { read: (reader) => reader.readUint(valueMax), none: 0 };
}

/** Any number of values of one kind; each is held against the bytes that are there. */
export function listOf<Value>(item: ValueReader<Value>): ValueReader<readonly Value[]> {
  const read = (reader: MsgpackReader): readonly Value[] => {
    const values: Value[] = [];
    const count = reader.readArrayHeader();
    for (let index = 0; index < count && reader.failure === undefined; index += 1) {
      values.push(item.read(reader));
    }
    return values;
  };
  return { read, none: [] };
}

/** Names with values of one kind. */
export function mapOf<Value>(value: ValueReader<Value>): ValueReader<ReadonlyMap<string, Value>> {
  const read = (reader: MsgpackReader): ReadonlyMap<string, Value> => {
    const map = new Map<string, Value>();
    const count = reader.readMapHeader();
    for (let index = 0; index < count && reader.failure === undefined; index += 1) {
      map.set(reader.readString(), value.read(reader));
    }
    return map;
  };
  return { read, none: new Map() };
}

/** Names with values of one kind, as an object. No name reaches the prototype. */
export function recordOf<Value>(
  value: ValueReader<Value>,
): ValueReader<Readonly<Record<string, Value>>> {
  const { read } = mapOf(value);
  return { read: (reader) => Object.fromEntries(read(reader)), none: {} };
}

/** A structure inside a structure. */
export function nested<Fields extends Shape>(
  struct: StructReader<Fields>,
): ValueReader<StructOf<Fields>> {
  return { read: (reader) => struct.read(reader), none: struct.none };
}

export function field<Value>(wireName: string, value: ValueReader<Value>): FieldReader<Value> {
  return { wireName, ...value };
}

/** Reads structures of one shape; fields are given in the order in which Serf declares them. */
export class StructReader<Fields extends Shape> {
  readonly none: StructOf<Fields>;
  readonly #wireNames: MsgpackFields<string>;
  readonly #byWireName: ReadonlyMap<string, readonly [string, FieldReader<unknown>]>;

  constructor(fields: Fields) {
    const entries = Object.entries(fields);
    this.#wireNames = new MsgpackFields(entries.map(([, { wireName }]) => wireName));
    this.#byWireName = new Map(entries.map((entry) => [entry[1].wireName, entry]));
    this.none = structOf<Fields>(entries.map(([name, { none }]) => [name, none]));
  }

  /** Whether it was any good is the reader's `failure`. */
  read(reader: MsgpackReader): StructOf<Fields> {
    const values = new Map<string, unknown>();
    const header = reader.readStructHeader();
    for (let index = 0; reader.hasField(header, index); index += 1) {
      const wireName = reader.readField(this.#wireNames, header, index);
      const known = wireName === undefined ? undefined : this.#byWireName.get(wireName);
      if (known !== undefined) values.set(known[0], known[1].read(reader));
    }
    return { ...this.none, ...structOf<Fields>(values) };
  }
}

/** The one place where the compiler takes our word that names and values belong together. */
function structOf<Fields extends Shape>(
  entries: Iterable<readonly [string, unknown]>,
): StructOf<Fields> {
  return Object.fromEntries(entries) as StructOf<Fields>;
}

/** Writes a structure; the fields must be given in ascending order of name, as Go writes them. */
export function writeStruct(
  writer: MsgpackWriter,
  fields: Readonly<Record<string, () => void>>,
): void {
  const entries = Object.entries(fields);
  writer.writeMapHeader(entries.length);
  for (const [name, write] of entries) {
    writer.writeString(name);
    write();
  }
}

export function writeList<Item>(
  writer: MsgpackWriter,
  items: readonly Item[],
  writeItem: (item: Item) => void,
): void {
  writer.writeArrayHeader(items.length);
  for (const item of items) writeItem(item);
}

/** Writes names and values in ascending order of name. */
export function writeMap<Value>(
  writer: MsgpackWriter,
  map: ReadonlyMap<string, Value>,
  writeValue: (value: Value) => void,
): void {
  writer.writeMapHeader(map.size);
  for (const name of [...map.keys()].sort()) {
    writer.writeString(name);
    writeValue(map.get(name) as Value);
  }
}

export function writeTags(writer: MsgpackWriter, tags: Tags): void {
  writeMap(writer, new Map(Object.entries(tags)), (value) => writer.writeString(value));
}
