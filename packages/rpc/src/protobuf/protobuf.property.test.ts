import { fc, test } from '@fast-check/vitest';
import protobuf from 'protobufjs/minimal.js';
import { describe, expect } from 'vitest';
import { Reader, roots, util, Writer } from './index.js';

const unsigned = fc.oneof(
  fc.nat(),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  fc.constantFrom(0, 127, 128, 2 ** 28, 2 ** 32 - 1, 2 ** 32, 2 ** 35, Number.MAX_SAFE_INTEGER),
);
const signed = fc.oneof(
  unsigned,
  unsigned.map((value) => -value),
);

describe('64-bit fields', () => {
  test.prop([unsigned])('unsigned numbers come back as the same number', (value) => {
    const reader = Reader.create(Writer.create().uint64(value).fixed64(value).finish());
    expect(reader.uint64()).toBe(value);
    expect(reader.fixed64()).toBe(value);
  });

  test.prop([signed])('signed numbers come back as the same number', (value) => {
    const writer = Writer.create().int64(value).sint64(value).sfixed64(value);
    const reader = Reader.create(writer.finish());
    // -0 has no representation on the wire.
    expect(reader.int64()).toBe(value + 0);
    expect(reader.sint64()).toBe(value + 0);
    expect(reader.sfixed64()).toBe(value + 0);
  });

  test.prop([fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })])(
    'any 64 bits are read exactly or refused',
    (bits) => {
      const bytes = new Uint8Array(8);
      new DataView(bytes.buffer).setBigUint64(0, bits, true);
      const read = (): number => Reader.create(bytes).fixed64();
      if (bits <= BigInt(Number.MAX_SAFE_INTEGER)) expect(read()).toBe(Number(bits));
      else expect(read).toThrow(RangeError);
      const asSigned = BigInt.asIntN(64, bits);
      const readSigned = (): number => Reader.create(bytes).sfixed64();
      const isSafe = asSigned >= BigInt(Number.MIN_SAFE_INTEGER) && asSigned <= 2n ** 53n - 1n;
      if (isSafe) expect(readSigned()).toBe(Number(asSigned));
      else expect(readSigned).toThrow(RangeError);
    },
  );

  test.prop([fc.uint8Array({ maxLength: 12 })])('bytes never give an unsafe number', (bytes) => {
    for (const method of ['uint64', 'int64', 'sint64', 'fixed64', 'sfixed64'] as const) {
      try {
        expect(Number.isSafeInteger(Reader.create(bytes)[method]())).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }
  });

  test.prop([fc.double().filter((value) => !Number.isSafeInteger(value))])(
    'numbers that are not safe integers are not written',
    (value) => {
      const writer = Writer.create();
      expect(() => writer.int64(value)).toThrow(RangeError);
      expect(() => writer.uint64(value)).toThrow(RangeError);
    },
  );

  test('negative numbers are not written to unsigned fields', () => {
    expect(() => Writer.create().uint64(-1)).toThrow(RangeError);
    expect(() => Writer.create().fixed64(-1)).toThrow(RangeError);
  });
});

describe('the host application', () => {
  test('its protobufjs still reads Long objects and keeps its own roots', () => {
    expect(util.Long).toBeUndefined();
    expect(protobuf.util.Long).toBeDefined();
    expect(roots).not.toBe(protobuf.roots);
    const bytes = protobuf.Writer.create().uint64(5).finish();
    expect(typeof protobuf.Reader.create(bytes).uint64()).toBe('object');
  });

  test('generated code gets plain byte arrays and buffers alike', () => {
    const bytes = Writer.create()
      .bytes(new Uint8Array([1, 2, 3]))
      .string('héllo')
      .finish();
    for (const input of [bytes, new Uint8Array(bytes)]) {
      const reader = Reader.create(input);
      expect([...reader.bytes()]).toEqual([1, 2, 3]);
      expect(reader.string()).toBe('héllo');
    }
  });
});
