import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { HttpError } from './http-error.js';
import {
  alias,
  decodeJson,
  durationMs,
  flag,
  list,
  mapOf,
  optional,
  record,
  text,
  whole,
} from './json-decode.js';

const everything = record({
  Name: text,
  TaggedAddresses: mapOf(record({ Address: text, Port: whole })),
  Tags: list(text),
  Flag: flag,
  Ttl: durationMs,
  Args: alias(list(text), 'ScriptArgs'),
  Weights: optional(record({ Passing: whole })),
});

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** The same name as another client might spell it. */
const respelt = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    name,
    name.toLowerCase(),
    name.toUpperCase(),
    name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase(),
  );

describe('decoding a body', () => {
  test.prop([fc.uint8Array({ maxLength: 200 })])('never fails but by a refusal', (body) => {
    try {
      decodeJson(body, everything);
    } catch (error) {
      expect(error).toBeInstanceOf(HttpError);
      expect(error).toMatchObject({ status: 400 });
    }
  });

  test.prop([fc.json()])('refuses or reads any JSON', (body) => {
    try {
      const value = decodeJson(new TextEncoder().encode(body), everything);
      expect(typeof value.Name).toBe('string');
    } catch (error) {
      expect(error).toBeInstanceOf(HttpError);
    }
  });

  test.prop([respelt('TaggedAddresses'), respelt('Address'), respelt('ScriptArgs')])(
    'finds a field however it is spelt',
    (outer, inner, args) => {
      const body = { [outer]: { wan: { [inner]: 'x' } }, [args]: ['a'] };
      expect(decodeJson(bytes(body), everything)).toMatchObject({
        TaggedAddresses: { wan: { Address: 'x', Port: 0 } },
        Args: ['a'],
      });
    },
  );

  test('null and nothing are the same', () => {
    const nothing = decodeJson(bytes({}), everything);
    const nulls = { Name: null, TaggedAddresses: null, Tags: null, Flag: null, Weights: null };
    expect(decodeJson(bytes(nulls), everything)).toEqual(nothing);
    expect(nothing).toEqual({
      Name: '',
      TaggedAddresses: {},
      Tags: [],
      Flag: false,
      Ttl: 0,
      Args: [],
      Weights: undefined,
    });
  });

  test('names of maps may be what objects have by themselves', () => {
    const body = '{"TaggedAddresses":{"__proto__":{"Port":1},"constructor":{"Port":2}}}';
    const { TaggedAddresses } = decodeJson(new TextEncoder().encode(body), everything);
    expect(Object.keys(TaggedAddresses)).toEqual(['__proto__', 'constructor']);
  });

  test('names of objects may not', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const body = new TextEncoder().encode(`{${JSON.stringify(name)}:1}`);
      expect(() => decodeJson(body, everything)).toThrow(`unknown field ${JSON.stringify(name)}`);
    }
  });

  test.prop([fc.integer({ min: 0, max: 1e12 })])('durations are texts or nanoseconds', (ms) => {
    const asText = decodeJson(bytes({ Ttl: `${ms}ms` }), everything);
    const asNumber = decodeJson(bytes({ Ttl: ms * 1e6 }), everything);
    expect(asText.Ttl).toBeCloseTo(ms, 3);
    expect(asNumber.Ttl).toBeCloseTo(ms, 3);
  });
});
