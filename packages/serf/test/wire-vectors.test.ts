import { describe, expect, test } from 'vitest';
import { type Coordinate, createSerfCodec, type SerfMessage, type Tags } from '../src/index.js';
import {
  bytes,
  fromHex,
  list,
  number,
  object,
  type Recorded,
  type RecordedObject,
  text,
  toHex,
  type WireVector,
  wireVector,
  wireVectors,
} from './wire-vectors.js';

const codec = createSerfCodec();

/** Vectors whose bytes we read but would write otherwise, and why. */
const DECODE_ONLY: ReadonlyMap<string, string> = new Map([
  ['query_new', 'signed family of a newer encoder; the unsigned one is read by all releases'],
  ['query_minimal_new', 'signed family of a newer encoder'],
  ['relay_query_response_new', 'signed family of a newer encoder'],
  ['relay_query_response_ip16_new', 'signed family of a newer encoder'],
  ['pushpull_events', 'tells an empty payload from none; we write both as nil'],
]);

/** Messages within the payload of a query or its response; the core sees them through own methods. */
const INNER_TYPES: ReadonlySet<number> = new Set([6, 7, 8]);

const messages = wireVectors.filter(
  ({ layer, decoded }) =>
    layer === 'serf-message' && !INNER_TYPES.has(number(object(decoded)['type'])),
);

function recordedMessage(vector: WireVector): SerfMessage {
  const decoded = object(vector.decoded);
  if (number(decoded['type']) === 9) return recordedRelay(decoded);
  const body = object(decoded['body']);
  const common = {
    time: number(body['LTime']),
    name: text(body['Name']),
    payload: bytes(body['Payload']),
  };
  const { time, payload, name } = common;
  switch (number(decoded['type'])) {
    case 0:
      return { type: 'leave', time, node: text(body['Node']), isPrune: body['Prune'] === true };
    case 1:
      return { type: 'join', time, node: text(body['Node']) };
    case 2:
      return recordedPushPull(body);
    case 3:
      return { type: 'user-event', time, name, payload, canCoalesce: body['CC'] === true };
    case 4:
      return recordedQuery(body, decoded['filters']);
    case 5:
      return {
        type: 'query-response',
        time,
        id: number(body['ID']),
        from: text(body['From']),
        isAck: (number(body['Flags']) & 1) !== 0,
        payload,
      };
    default:
      throw new Error(`unknown type in ${vector.name}`);
  }
}

function recordedPushPull(body: RecordedObject): SerfMessage {
  const times = Object.entries(object(body['StatusLTimes'])).map(
    ([name, time]) => [name, number(time)] as const,
  );
  return {
    type: 'push-pull',
    time: number(body['LTime']),
    statusTimes: new Map(times),
    leftMembers: list(body['LeftMembers']).map(text),
    eventTime: number(body['EventLTime']),
    queryTime: number(body['QueryLTime']),
    events: list(body['Events']).map((slot) => {
      if (slot === null) return undefined;
      const events = list(object(slot)['Events']).map((event) => ({
        name: text(object(event)['Name']),
        payload: bytes(object(event)['Payload']),
      }));
      return { time: number(object(slot)['LTime']), events };
    }),
  };
}

function recordedQuery(body: RecordedObject, filters: Recorded | undefined): SerfMessage {
  return {
    type: 'query',
    time: number(body['LTime']),
    id: number(body['ID']),
    address: bytes(body['Addr']),
    port: number(body['Port']),
    sourceNode: text(body['SourceNode']),
    filters: list(filters).map((filter) => {
      const recorded = object(filter);
      if (recorded['tag'] === undefined)
        return { type: 'nodes', names: list(recorded['nodes']).map(text) };
      const tag = object(recorded['tag']);
      return { type: 'tag', tag: text(tag['Tag']), expression: text(tag['Expr']) };
    }),
    wantsAck: (number(body['Flags']) & 1) !== 0,
    isNoBroadcast: (number(body['Flags']) & 2) !== 0,
    relayFactor: number(body['RelayFactor']),
    timeoutMs: number(body['Timeout']) / 1e6,
    name: text(body['Name']),
    payload: bytes(body['Payload']),
  };
}

function recordedRelay(decoded: RecordedObject): SerfMessage {
  const header = object(decoded['header']);
  const destination = object(header['DestAddr']);
  return {
    type: 'relay',
    address: bytes(destination['IP']),
    port: number(destination['Port']),
    node: text(header['DestName']),
    message: fromHex(wireVector('query_response').hex),
  };
}

describe('recorded bytes of Serf', () => {
  test.each(messages)('$name is read as Serf reads it', (vector) => {
    const decoding = codec.decode(fromHex(vector.hex));
    expect(decoding.type).toBe('message');
    if (decoding.type !== 'message') return;
    expect(toComparable(decoding.message)).toEqual(toComparable(recordedMessage(vector)));
  });

  test.each(messages.filter(({ name }) => !DECODE_ONLY.has(name)))(
    '$name is written as Serf writes it',
    (vector) => {
      expect(toHex(codec.encode(recordedMessage(vector)))).toBe(vector.hex);
    },
  );

  test.each(messages.filter(({ name }) => DECODE_ONLY.has(name)))(
    '$name survives being written by us',
    (vector) => {
      const message = recordedMessage(vector);
      const decoding = codec.decode(codec.encode(message));
      if (decoding.type !== 'message') throw new Error(decoding.reason);
      expect(toComparable(decoding.message)).toEqual(toComparable(message));
    },
  );

  test.each(wireVectors.filter(({ layer }) => layer === 'node-meta'))(
    '$name is read as Serf reads it',
    ({ hex, decoded }) => {
      expect(codec.decodeTags(fromHex(hex))).toEqual(decoded ?? {});
    },
  );

  test.each(['tags_v3plus', 'tags_empty', 'tags_long_value'])(
    '%s is written as Serf writes it',
    (name) => {
      const { hex, decoded } = wireVector(name);
      expect(toHex(codec.encodeTags(decoded as unknown as Tags))).toBe(hex);
    },
  );

  test('protocol 2 writes the role alone', () => {
    const { hex } = wireVector('tags_v2_role_only');
    expect(toHex(createSerfCodec(2).encodeTags({ role: 'web', dc: 'east' }))).toBe(hex);
  });

  test.each(wireVectors.filter(({ layer }) => layer === 'ping-payload'))(
    '$name is read and written as Serf does',
    ({ hex, decoded }) => {
      const recorded = object(object(decoded)['coordinate']);
      const coordinate: Coordinate = {
        vector: list(recorded['Vec']).map(number),
        error: number(recorded['Error']),
        adjustment: number(recorded['Adjustment']),
        height: number(recorded['Height']),
      };
      expect(codec.decodeCoordinate(fromHex(hex))).toEqual(coordinate);
      expect(toHex(codec.encodeCoordinate(coordinate))).toBe(hex);
    },
  );

  test('conflict answers are read and written as Serf does', () => {
    const { hex } = wireVector('conflict_response');
    const answer = codec.decodeConflictAnswer(fromHex(hex));
    expect(answer).toMatchObject({
      name: 'node-b',
      port: 7_947,
      status: 1,
      tags: { role: 'web' },
      gossipVersions: { min: 1, max: 5, current: 2 },
      serfVersions: { min: 2, max: 5, current: 4 },
    });
    expect(toHex(codec.encodeConflictAnswer(answer ?? 'none'))).toBe(hex);
    const unknown = wireVector('conflict_response_unknown').hex;
    expect(codec.decodeConflictAnswer(fromHex(unknown))).toBe('none');
    expect(toHex(codec.encodeConflictAnswer('none'))).toBe(unknown);
  });

  test.each(['key_request', 'key_request_list'])('%s is read and written as Serf does', (name) => {
    const { hex, decoded } = wireVector(name);
    const key = bytes(object(object(decoded)['body'])['Key']);
    expect(toHex(codec.decodeKeyRequest(fromHex(hex)) ?? new Uint8Array(1))).toBe(toHex(key));
    expect(toHex(codec.encodeKeyRequest(key))).toBe(hex);
  });

  test.each(['key_response_ok', 'key_response_error', 'key_response_list'])(
    '%s is read and written as Serf does',
    (name) => {
      const { hex, decoded } = wireVector(name);
      const body = object(object(decoded)['body']);
      const response = codec.decodeKeyResponse(fromHex(hex));
      expect(response).toEqual({
        isDone: body['Result'],
        message: body['Message'],
        keys: list(body['Keys']),
        primaryKey: body['PrimaryKey'],
      });
      if (response !== undefined) expect(toHex(codec.encodeKeyResponse(response))).toBe(hex);
    },
  );

  test('filters stand alone as they stand in a query', () => {
    const query = codec.decode(fromHex(wireVector('query_old').hex));
    if (query.type !== 'message') throw new Error(query.reason);
    const encoded = toHex(codec.encode(query.message));
    expect(encoded).toContain(wireVector('filter_node').hex);
    expect(encoded).toContain(wireVector('filter_tag').hex);
  });
});

/** Byte strings of any kind as hexadecimal text, maps as lists. */
function toComparable(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (value instanceof Map) return [...value.entries()];
  if (Array.isArray(value)) return value.map(toComparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, toComparable(field)]),
  );
}
