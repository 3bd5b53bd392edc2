import { fc, test } from '@fast-check/vitest';
import { decode, encode } from '@msgpack/msgpack';
import { describe, expect } from 'vitest';
import { MsgpackReader } from './msgpack-reader.js';
import { MsgpackWriter } from './msgpack-writer.js';

type Value = null | boolean | number | string | Uint8Array | readonly Value[] | ValueMap;
interface ValueMap {
  readonly [key: string]: Value;
}

const leaf: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.maxSafeInteger(),
  fc.integer(),
  fc.integer({ min: -40, max: 300 }),
  fc.double({ noNaN: true }).filter((value) => !Number.isInteger(value)),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.string({ minLength: 200, maxLength: 300 }),
  fc.uint8Array({ maxLength: 300 }),
);

/** The independent codec refuses this one key, which means something to JavaScript objects only. */
const key = fc.string({ maxLength: 20 }).filter((text) => text !== '__proto__');

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 20 }),
    fc.dictionary(key, tie('value'), {
      maxKeys: 20,
      noNullPrototype: true,
    }),
  ),
})).value;

function write(writer: MsgpackWriter, value: Value): void {
  if (value === null) writer.writeNil();
  else if (typeof value === 'boolean') writer.writeBool(value);
  else if (typeof value === 'string') writer.writeString(value);
  else if (value instanceof Uint8Array) writer.writeBytes(value);
  else if (typeof value === 'number') {
    if (Number.isInteger(value)) writer.writeInt(value);
    else writer.writeFloat64(value);
  } else if (isList(value)) {
    writer.writeArrayHeader(value.length);
    for (const element of value) write(writer, element);
  } else {
    writer.writeMapHeader(Object.keys(value).length);
    for (const [key, member] of Object.entries(value)) {
      writer.writeString(key);
      write(writer, member);
    }
  }
}

/** Reads what has the shape of `like`; the format alone does not say text from bytes. */
function read(reader: MsgpackReader, like: Value): Value {
  if (like === null) {
    if (reader.tryReadNil()) return null;
    reader.skip();
    return 'not nil';
  }
  if (typeof like === 'boolean') return reader.readBool();
  if (typeof like === 'string') return reader.readString();
  if (like instanceof Uint8Array) return Uint8Array.from(reader.readBytes());
  if (typeof like === 'number') {
    return Number.isInteger(like) ? reader.readInt() : reader.readFloat64();
  }
  if (isList(like)) {
    const count = reader.readArrayHeader();
    return like.slice(0, count).map((element) => read(reader, element));
  }
  const count = reader.readMapHeader();
  const entries = Object.values(like)
    .slice(0, count)
    .map((member): [string, Value] => [reader.readString(), read(reader, member)]);
  return Object.fromEntries(entries);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function written(value: Value, specification: 'old' | 'new'): Uint8Array {
  const writer = new MsgpackWriter({ specification });
  write(writer, value);
  // An oracle gives bytes of the kind it is given.
  return Uint8Array.from(writer.finish());
}

/** Text and bytes are one thing in the old specification; an oracle decodes both as bytes. */
function asRaw(value: Value): unknown {
  if (typeof value === 'string') return Uint8Array.from(Buffer.from(value));
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(asRaw);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asRaw(member)]));
}

describe('the writer', () => {
  test.prop([value])('writes the new specification as an independent codec reads it', (value) => {
    expect(decode(written(value, 'new'))).toEqual(value);
  });

  test.prop([value])('writes the old specification as an independent codec reads it', (value) => {
    const decoded = decode(written(value, 'old'), { rawStrings: true, mapKeyConverter: String });
    expect(decoded).toEqual(asRaw(value));
  });

  test.prop([value])('uses neither str 8 nor bin in the old specification', (value) => {
    const heads: number[] = [];
    const reader = new MsgpackReader().reset(written(value, 'old'));
    const collect = (like: Value): void => {
      heads.push(headAt(written(value, 'old'), reader.offset));
      if (isList(like)) {
        reader.readArrayHeader();
        for (const element of like) collect(element);
      } else if (typeof like === 'object' && like !== null && !(like instanceof Uint8Array)) {
        reader.readMapHeader();
        for (const [key, member] of Object.entries(like)) {
          collect(key);
          collect(member);
        }
      } else reader.skip();
    };
    collect(value);
    for (const head of heads) expect([0xc4, 0xc5, 0xc6, 0xd9]).not.toContain(head);
  });

  test.prop([value])('writes as little as an independent codec does', (value) => {
    expect(written(value, 'new').length).toBe(encode(value).length);
  });
});

function headAt(bytes: Uint8Array, offset: number): number {
  return bytes[offset] ?? -1;
}

describe('the reader', () => {
  test.prop([value, fc.constantFrom('old' as const, 'new' as const)])(
    'reads what the writer wrote, to the last byte',
    (value, specification) => {
      const bytes = written(value, specification);
      const reader = new MsgpackReader().reset(bytes);
      expect(read(reader, value)).toEqual(value);
      expect(reader.failure).toBeUndefined();
      expect(reader.remainingBytes).toBe(0);
    },
  );

  test.prop([value])('reads what an independent codec wrote', (value) => {
    const reader = new MsgpackReader().reset(encode(value));
    expect(read(reader, value)).toEqual(value);
    expect(reader.failure).toBeUndefined();
  });

  test.prop([value])('skips exactly one value', (value) => {
    const reader = new MsgpackReader().reset(Buffer.concat([encode(value), encode('next')]));
    reader.skip();
    expect(reader.readString()).toBe('next');
  });

  test.prop([value, fc.nat()])('reports any shorter input as truncated', (value, cut) => {
    const bytes = encode(value);
    const reader = new MsgpackReader().reset(bytes, 0, cut % bytes.length);
    reader.skip();
    expect(reader.failure).toBe('truncated');
    reader.reset(bytes, 0, cut % bytes.length);
    read(reader, value);
    expect(reader.failure).toBe('truncated');
  });

  test.prop([fc.uint8Array({ maxLength: 60 }), value])(
    'survives arbitrary bytes, and stays within them',
    (bytes, like) => {
      const reader = new MsgpackReader().reset(bytes);
      read(reader, like);
      expect(reader.offset).toBeLessThanOrEqual(bytes.length);
      reader.reset(bytes).skip();
      expect(reader.offset).toBeLessThanOrEqual(bytes.length);
    },
  );
});
