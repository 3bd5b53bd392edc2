import { type Rng, randomBelow } from '@konsul/runtime/core';
import type { FuzzTarget } from '../../../../tools/fuzz/campaign.js';
import { damaged } from '../../../../tools/fuzz/damage.js';
import type { SerfDecoding } from '../../src/core/codec.js';
import type { SerfMessage } from '../../src/core/messages.js';
import { createSerfCodec } from '../../src/wire/serf-codec.js';
import { fromHex, wireVectors } from '../wire-vectors.js';

const codec = createSerfCodec();

/** Fields are copied once; nothing is taken on a peer's word. */
const ALLOCATED_BYTES_MAX = 64 * 1024;

/** What Serf has written, by what it is: `serf-message`, `node-meta` and so on. */
function recorded(layer: string, firstByte?: number): readonly Uint8Array[] {
  return wireVectors
    .filter((vector) => vector.layer === layer)
    .map(({ hex }) => fromHex(hex))
    .filter((bytes) => firstByte === undefined || bytes[0] === firstByte);
}

export const MESSAGES: readonly Uint8Array[] = recorded('serf-message');
const FILTERS = recorded('serf-filter');

function drawn(rng: Rng, inputs: readonly Uint8Array[]): Uint8Array {
  const input = inputs[randomBelow(rng, inputs.length)] ?? new Uint8Array(0);
  return randomBelow(rng, 3) === 0 ? input : damaged(input, { rng, others: MESSAGES });
}

const TYPE_NAMES: Readonly<Record<number, string>> = {
  0: 'leave',
  1: 'join',
  2: 'push-pull',
  3: 'user-event',
  4: 'query',
  5: 'query-response',
  9: 'relay',
};

function examineMessage(decoding: SerfDecoding, input: Uint8Array): readonly string[] {
  const type = TYPE_NAMES[input[0] ?? -1] ?? 'other';
  if (decoding.type === 'reject') return [`${type} refused`, `refused as ${decoding.reason}`];
  expectBounded(decoding.message, input);
  const isSayable =
    decoding.message.type !== 'query' ||
    decoding.message.filters.every((filter) => filter.type !== 'unreadable');
  if (isSayable) expectSayableAgain(decoding.message);
  return [`${type} read`];
}

/** Every element takes a byte at least. */
function expectBounded(message: SerfMessage, input: Uint8Array): void {
  const counts =
    message.type === 'push-pull'
      ? [message.statusTimes.size, message.leftMembers.length, message.events.length]
      : [message.type === 'query' ? message.filters.length : 0];
  if (counts.some((count) => count > input.length)) {
    throw new Error(`${counts.join()} elements of ${input.length} bytes`);
  }
}

function expectSayableAgain(message: SerfMessage): void {
  const said = codec.encode(message);
  const again = codec.decode(said);
  if (again.type === 'reject') {
    throw new Error(`a ${message.type} that was read cannot be said: ${again.reason}`);
  }
  if (Buffer.compare(said, codec.encode(again.message)) !== 0) {
    throw new Error(`a ${message.type} has changed: ${Buffer.from(said).toString('hex')}`);
  }
}

export const messageTarget: FuzzTarget = {
  name: 'serf-message',
  weight: 1,
  allocatedBytesMax: ALLOCATED_BYTES_MAX,
  outcomes: [
    ...Object.values(TYPE_NAMES).flatMap((type) => [`${type} read`, `${type} refused`]),
    'refused as serf-empty',
    'refused as serf-malformed',
    'refused as serf-unknown-type',
  ],
  draw: (rng) => drawn(rng, MESSAGES),
  read(input) {
    const decoding = codec.decode(input);
    return () => examineMessage(decoding, input);
  },
};

/** A query as it came, but for its filters, which are damaged within their lengths. */
export const filterTarget: FuzzTarget = {
  name: 'serf-filter',
  weight: 1,
  allocatedBytesMax: ALLOCATED_BYTES_MAX,
  outcomes: ['nodes', 'tag', 'unreadable', 'empty'],
  draw: (rng) => drawn(rng, FILTERS),
  read(input) {
    const decoding = codec.decode(queryWithFilter(input));
    return () => {
      if (input.length === 0) return [decoding.type === 'reject' ? 'empty' : 'empty but read'];
      if (decoding.type !== 'message' || decoding.message.type !== 'query') {
        throw new Error('a filter has made its query unreadable');
      }
      return decoding.message.filters.map((filter) => filter.type);
    };
  },
};

function queryWithFilter(filter: Uint8Array): Uint8Array {
  const head = [4, 0x82, 0xa4, ...Buffer.from('Addr'), 0xa4, 127, 0, 0, 1];
  const name = [0xa7, ...Buffer.from('Filters'), 0x91];
  const raw = [0xdb, 0, 0, filter.length >> 8, filter.length & 0xff];
  return Uint8Array.from([...head, ...name, ...raw, ...filter]);
}

/** A target of one kind of bytes that are read to a value or to nothing. */
function valueTarget<Value>(options: {
  readonly name: string;
  readonly inputs: readonly Uint8Array[];
  readonly decode: (bytes: Uint8Array) => Value | undefined;
  readonly encode: (value: Value) => Uint8Array;
}): FuzzTarget {
  const { name, inputs, decode, encode } = options;
  return {
    name,
    weight: 1,
    allocatedBytesMax: ALLOCATED_BYTES_MAX,
    outcomes: ['read', 'refused'],
    draw: (rng) => drawn(rng, inputs),
    read(input) {
      const value = decode(input);
      return () => {
        if (value === undefined) return ['refused'];
        const said = encode(value);
        const again = decode(said);
        if (again === undefined) throw new Error('what was read cannot be said');
        if (Buffer.compare(said, encode(again)) !== 0) throw new Error('what was read has changed');
        return ['read'];
      };
    },
  };
}

export const coordinateTarget: FuzzTarget = valueTarget({
  name: 'serf-coordinate',
  inputs: recorded('ping-payload'),
  decode: codec.decodeCoordinate,
  encode: codec.encodeCoordinate,
});

export const conflictQuestionTarget: FuzzTarget = valueTarget({
  name: 'serf-conflict-question',
  inputs: [Buffer.from('node-b'), Buffer.from('\u20ac'.repeat(40))],
  decode: codec.decodeConflictQuestion,
  encode: codec.encodeConflictQuestion,
});

export const conflictAnswerTarget: FuzzTarget = valueTarget({
  name: 'serf-conflict-answer',
  inputs: recorded('serf-message', 6),
  decode: codec.decodeConflictAnswer,
  encode: codec.encodeConflictAnswer,
});

export const keyRequestTarget: FuzzTarget = valueTarget({
  name: 'serf-key-request',
  inputs: recorded('serf-message', 7),
  decode: codec.decodeKeyRequest,
  encode: codec.encodeKeyRequest,
});

export const keyResponseTarget: FuzzTarget = valueTarget({
  name: 'serf-key-response',
  inputs: recorded('serf-message', 8),
  decode: codec.decodeKeyResponse,
  encode: codec.encodeKeyResponse,
});

/** Tags are always read, to none when they cannot be. */
export const tagsTarget: FuzzTarget = {
  name: 'serf-tags',
  weight: 1,
  allocatedBytesMax: ALLOCATED_BYTES_MAX,
  outcomes: ['tags', 'no tags', 'role'],
  draw: (rng) => drawn(rng, recorded('node-meta')),
  read(input) {
    const tags = codec.decodeTags(input);
    return () => {
      if (
        Object.getPrototypeOf(tags) !== Object.prototype &&
        Object.getPrototypeOf(tags) !== null
      ) {
        throw new Error('tags have a prototype of a peer’s choosing');
      }
      const names = Object.keys(tags);
      const again = codec.decodeTags(codec.encodeTags(tags));
      if (names.some((name) => !Object.hasOwn(again, name) || again[name] !== tags[name])) {
        throw new Error('tags have changed');
      }
      if (names.length === 0) return ['no tags'];
      return [input[0] === 0xff ? 'tags' : 'role'];
    };
  },
};
