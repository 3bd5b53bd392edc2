import { randomBelow } from '@konsul/runtime/core';
import type { FuzzTarget } from '../../../../tools/fuzz/campaign.js';
import { damaged } from '../../../../tools/fuzz/damage.js';
import { drawn } from '../../../../tools/fuzz/drawn.js';
import { LzwDecoder, type LzwDecoding } from '../../src/wire/lzw-decoder.js';
import { LzwEncoder } from '../../src/wire/lzw-encoder.js';
import { MsgpackFields } from '../../src/wire/msgpack-fields.js';
import { MsgpackReader } from '../../src/wire/msgpack-reader.js';
import { skippedValue } from '../../src/wire/msgpack-skip.js';
import { drawnBytes, PACKETS, STREAMS } from './wire-inputs.js';

const EXPANDED_BYTES_MAX = 16 * 1024;

const encoder = new LzwEncoder();
const decoder = new LzwDecoder();
const repetitive = [Buffer.alloc(EXPANDED_BYTES_MAX + 1), Buffer.from('ab'.repeat(20_000))];
const texts = [...PACKETS, ...STREAMS, ...repetitive];
const compressed = texts.map((text) =>
  Uint8Array.from(encoder.encode(text, text.length * 2 + 64) ?? Uint8Array.of(0, 3, 2)),
);

export const lzwTarget: FuzzTarget = {
  name: 'swim-lzw',
  weight: 1,
  allocatedBytesMax: EXPANDED_BYTES_MAX * 2,
  outcomes: ['read', 'refused as bad-compression', 'refused as too-large'],
  draw: (rng) => drawnBytes(rng, compressed),
  read(input) {
    const decoding = decoder.decode(input, EXPANDED_BYTES_MAX);
    return () => examineExpansion(decoding);
  },
};

function examineExpansion(decoding: LzwDecoding): readonly string[] {
  if (decoding.type === 'reject') return [`refused as ${decoding.reason}`];
  if (decoding.bytes.length > EXPANDED_BYTES_MAX) throw new Error('expanded beyond the bound');
  const again = encoder.encode(decoding.bytes, decoding.bytes.length * 2 + 64);
  const twice = again === undefined ? undefined : decoder.decode(again, EXPANDED_BYTES_MAX);
  if (twice?.type !== 'bytes' || Buffer.compare(twice.bytes, decoding.bytes) !== 0) {
    throw new Error('what was expanded is another text once it is compressed and expanded again');
  }
  return ['read'];
}

const FIELDS = new MsgpackFields(['SeqNo', 'Node', 'Payload', '__proto__']);
const reader = new MsgpackReader();
const reads: readonly (() => unknown)[] = [
  () => reader.readUint(0xffff_ffff),
  () => reader.readInt(),
  () => reader.readFloat64(),
  () => reader.readBool(),
  () => reader.readString(),
  () => reader.readBytes(),
  () => reader.readSharedBytes(),
  () => reader.readBytesView(),
  () => reader.readMapHeader(),
  () => reader.readArrayHeader(),
  () => reader.skip(),
  () => {
    const header = reader.readStructHeader();
    for (let index = 0; reader.hasField(header, index); index += 1) {
      if (reader.readField(FIELDS, header, index) !== undefined) reader.skip();
    }
  },
];

/** Every way to read a value, on every value; each read goes forward or ends. */
export const msgpackTarget: FuzzTarget = {
  name: 'swim-msgpack',
  weight: 1,
  allocatedBytesMax: 64 * 1024,
  outcomes: ['read', 'truncated', 'malformed', 'skipped', 'skip truncated', 'skip malformed'],
  draw(rng) {
    // Messages begin behind their type byte; a stretch of one begins anywhere.
    const source = drawn(rng, PACKETS);
    const start = randomBelow(rng, source.length);
    return damaged(source.subarray(start), { rng, others: PACKETS });
  },
  read(input) {
    const outcomes: string[] = [];
    for (const read of reads) {
      reader.reset(input);
      read();
      if (reader.offset < 0 || reader.offset > input.length) throw new Error('read past the end');
      if (reader.failure === undefined && input.length > 0 && reader.offset === 0) {
        throw new Error('a read did not go forward');
      }
      outcomes.push(reader.failure ?? 'read');
    }
    const end = skippedValue(Buffer.from(input), 0, input.length);
    if (typeof end === 'number' && end > input.length) throw new Error('skipped past the end');
    outcomes.push(typeof end === 'number' ? 'skipped' : `skip ${end}`);
    return () => outcomes;
  },
};
