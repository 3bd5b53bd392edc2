import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { fromHex, wireVectors } from '../../test/wire-vectors.js';
import type { SerfMessage } from '../core/messages.js';
import { createSerfCodec } from './serf-codec.js';

const codec = createSerfCodec();

const time = fc.integer({ min: 0, max: 2 ** 52 });
const name = fc.string({ unit: 'grapheme', maxLength: 40 });
const payload = fc.uint8Array({ maxLength: 300 });
const address = fc.oneof(
  fc.uint8Array({ minLength: 4, maxLength: 4 }),
  fc.uint8Array({ minLength: 16, maxLength: 16 }),
);
const port = fc.integer({ min: 1, max: 0xffff });
const storedEvent = fc.record({ name, payload });
const slot = fc.option(fc.record({ time, events: fc.array(storedEvent, { maxLength: 3 }) }), {
  nil: undefined,
});
const filter = fc.oneof(
  fc.record({ type: fc.constant('nodes' as const), names: fc.array(name, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('tag' as const), tag: name, expression: name }),
);

const message: fc.Arbitrary<SerfMessage> = fc.oneof(
  fc.record({ type: fc.constant('leave' as const), time, node: name, isPrune: fc.boolean() }),
  fc.record({ type: fc.constant('join' as const), time, node: name }),
  fc.record({
    type: fc.constant('push-pull' as const),
    time,
    statusTimes: fc.array(fc.tuple(name, time), { maxLength: 5 }).map((pairs) => new Map(pairs)),
    leftMembers: fc.array(name, { maxLength: 5 }),
    eventTime: time,
    events: fc.array(slot, { maxLength: 5 }),
    queryTime: time,
  }),
  fc.record({
    type: fc.constant('user-event' as const),
    time,
    name,
    payload,
    canCoalesce: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('query' as const),
    time,
    id: fc.integer({ min: 0, max: 0xffffffff }),
    address,
    port,
    sourceNode: name,
    filters: fc.array(filter, { maxLength: 3 }),
    wantsAck: fc.boolean(),
    isNoBroadcast: fc.boolean(),
    relayFactor: fc.integer({ min: 0, max: 255 }),
    timeoutMs: fc.integer({ min: 0, max: 86_400_000 }),
    name,
    payload,
  }),
  fc.record({
    type: fc.constant('query-response' as const),
    time,
    id: fc.integer({ min: 0, max: 0xffffffff }),
    from: name,
    isAck: fc.boolean(),
    payload,
  }),
  fc.record({
    type: fc.constant('relay' as const),
    address,
    port,
    node: name,
    message: fc.uint8Array({ minLength: 1, maxLength: 100 }),
  }),
);

/** Byte strings of any class as plain arrays. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (value instanceof Map) return [...value.entries()];
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
}

/** Everything that reads bytes of a peer. */
function readAsEverything(bytes: Uint8Array): void {
  codec.decode(bytes);
  codec.decodeTags(bytes);
  codec.decodeCoordinate(bytes);
  codec.decodeConflictQuestion(bytes);
  codec.decodeConflictAnswer(bytes);
  codec.decodeKeyRequest(bytes);
  codec.decodeKeyResponse(bytes);
}

describe('the codec', () => {
  test.prop([message])('reads what it writes', (original) => {
    const decoding = codec.decode(codec.encode(original));
    expect(decoding.type).toBe('message');
    if (decoding.type === 'message') expect(plain(decoding.message)).toEqual(plain(original));
  });

  test.prop([fc.dictionary(name, name, { maxKeys: 10 })])('reads the tags it writes', (tags) => {
    expect(codec.decodeTags(codec.encodeTags(tags))).toEqual({ ...tags });
  });

  test.prop([fc.uint8Array({ maxLength: 400 })], { numRuns: 2_000 })(
    'answers any bytes at all without throwing',
    readAsEverything,
  );

  test.prop(
    [
      fc.constantFrom(...wireVectors.map(({ hex }) => fromHex(hex))),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 5 }),
      fc.nat(),
    ],
    { numRuns: 5_000 },
  )('answers damaged messages without throwing', (original, changes, cut) => {
    const bytes = Uint8Array.from(original);
    for (const [at, value] of changes) bytes[at % bytes.length] = value;
    readAsEverything(bytes.subarray(0, 1 + (cut % bytes.length)));
  });

  test.prop([message, fc.nat()])('refuses a message that was cut off', (original, cut) => {
    // What is behind a relay's header belongs to somebody else.
    fc.pre(original.type !== 'relay');
    const bytes = codec.encode(original);
    const decoding = codec.decode(bytes.subarray(0, cut % bytes.length));
    expect(decoding.type).toBe('reject');
  });

  test.each([
    ['nothing', new Uint8Array(0), 'serf-empty'],
    ['a type nobody knows', Uint8Array.of(200, 0x80), 'serf-unknown-type'],
    ['an inner message by itself', Uint8Array.of(8, 0x80), 'serf-unknown-type'],
    ['a count beyond the bytes', Uint8Array.of(0, 0xdf, 0xff, 0xff, 0xff, 0xff), 'serf-malformed'],
    [
      'a time that would end the clock',
      codec.encode({ type: 'join', time: Number.MAX_SAFE_INTEGER, node: 'a' }),
      'serf-malformed',
    ],
  ])('refuses %s', (_, bytes, reason) => {
    expect(codec.decode(bytes)).toEqual({ type: 'reject', reason });
  });

  test('reads a query that says nothing but where it comes from', () => {
    const minimal = Uint8Array.of(4, 0x81, 0xa4, 0x41, 0x64, 0x64, 0x72, 0xa4, 127, 0, 0, 1);
    const decoding = codec.decode(minimal);
    expect(decoding).toMatchObject({ type: 'message', message: { timeoutMs: 0, filters: [] } });
  });

  test('takes a negative timeout for none', () => {
    const query = {
      type: 'query',
      time: 1,
      id: 1,
      address: Uint8Array.of(1, 2, 3, 4),
      port: 1,
      sourceNode: '',
      filters: [],
      wantsAck: false,
      isNoBroadcast: false,
      relayFactor: 0,
      timeoutMs: 0,
      name: '',
      payload: new Uint8Array(0),
    } as const;
    const bytes = codec.encode(query);
    bytes[bytes.length - 1] = 0xff;
    expect(codec.decode(bytes)).toMatchObject({ type: 'message', message: { timeoutMs: 0 } });
  });
});
