import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import type { StreamSide } from '../src/core/codec.js';
import { Keyring } from '../src/keyring.js';
import { Compression, compressedEnvelopeBytesMax } from '../src/wire/compression.js';
import { seal, sealedBytes, sealOverheadBytesMax, unseal } from '../src/wire/encryption.js';
import {
  createMemberlistCodec,
  type MemberlistCodecOptions,
} from '../src/wire/memberlist-codec.js';
import {
  fromHex,
  plainBytes,
  type RecordedObject,
  readFixture,
  recordedPacketMessages,
  recordedStreamMessage,
  toHex,
  type WireVector,
  wireVector,
  wireVectors,
} from './wire-vectors.js';

const packets = wireVectors.filter((vector) => vector.layer === 'packet' && vector.name !== 'err');
const streams = wireVectors.filter((vector) => vector.layer === 'stream');
const compressed = wireVectors.filter((vector) => vector.layer === 'compress-message');

/** Packets that a receiver must understand and that our sender never writes, with the reason. */
const DECODE_ONLY_PACKETS: ReadonlyMap<string, string> = new Map([
  [
    'ack_empty_payload',
    'an empty payload is written as nil, as memberlist without a delegate does',
  ],
  ['compound_truncated', 'cut short on purpose'],
  ['compress_alive', 'compression made it larger, so a sender leaves it out'],
]);

/** Streams likewise. */
const DECODE_ONLY_STREAMS: ReadonlyMap<string, string> = new Map([
  [
    'pushpull_user_state_200_int',
    'the signed family; we write what every release writes: unsigned',
  ],
  ['user_stream_300_int', 'the signed family; we write what every release writes: unsigned'],
]);

/** memberlist kept apart nil and empty Meta of one member; we write nil for both, of equal length. */
const EMPTY_META = 'a44d657461a0';
const NIL_META = 'a44d657461c0';

function codecOptions(vector: WireVector): MemberlistCodecOptions {
  return {
    ...(vector.label === undefined ? {} : { label: vector.label }),
    ...(vector.key === undefined ? {} : { keyring: new Keyring([fromHex(vector.key)]) }),
    randomNonce: () => fromHex(vector.nonce ?? ''),
    encryptionVersion: vector.decoded['enc_version'] === 0 ? 0 : 1,
  };
}

function hasLayer(decoded: RecordedObject, type: number): boolean {
  if (decoded['type'] === type) return true;
  const nested = decoded['inner'] ?? decoded['plain'];
  return nested !== undefined && hasLayer(nested as RecordedObject, type);
}

function sideOf(vector: WireVector): StreamSide {
  return vector.decoded['type'] === 2 || vector.decoded['type'] === 13 ? 'dialled' : 'accepted';
}

/** A stream's content below label and encryption, as recorded. */
function streamContent(vector: WireVector): Uint8Array {
  const bytes = fromHex(vector.hex).subarray(vector.label === undefined ? 0 : 6);
  if (vector.key === undefined) return bytes;
  const label = Buffer.from(vector.label ?? '');
  const plain = unseal(bytes.subarray(5), {
    keys: new Keyring([fromHex(vector.key)]).cipherKeys(),
    associatedData: Buffer.concat([bytes.subarray(0, 5), label]),
  });
  if (plain === undefined) throw new Error(`${vector.name} does not open`);
  return plain;
}

describe('packets of memberlist', () => {
  test.each(packets)('$name decodes to what memberlist decodes', (vector) => {
    const codec = createMemberlistCodec(codecOptions(vector));
    const decoding = codec.decodePacket(fromHex(vector.hex));
    expect(plainBytes(decoding.messages)).toEqual(recordedPacketMessages(vector.decoded));
    const truncatedCount = vector.decoded['truncated'];
    expect(decoding.rejects).toEqual(
      typeof truncatedCount === 'number' ? new Array(truncatedCount).fill('truncated') : [],
    );
  });

  test.each(packets.filter(({ name }) => !DECODE_ONLY_PACKETS.has(name)))(
    '$name is what we encode, byte for byte',
    (vector) => {
      const codec = createMemberlistCodec({
        ...codecOptions(vector),
        compression: hasLayer(vector.decoded, 9),
        packetCompressionBytesMin: 0,
      });
      const parts = recordedPacketMessages(vector.decoded).map((message) =>
        codec.encodeMessage(message),
      );
      const packet = codec.encodePacket(parts, { checksum: hasLayer(vector.decoded, 12) });
      expect(toHex(packet)).toBe(vector.hex);
    },
  );

  test.each([...DECODE_ONLY_PACKETS.keys()])('%s is a vector', (name) => {
    expect(wireVector(name).layer).toBe('packet');
  });

  it('leaves a packet plain that compression would enlarge', () => {
    const vector = wireVector('compress_alive');
    const codec = createMemberlistCodec({ packetCompressionBytesMin: 0 });
    const parts = recordedPacketMessages(vector.decoded).map((message) =>
      codec.encodeMessage(message),
    );
    const packet = codec.encodePacket(parts, { checksum: false });
    expect(toHex(packet)).toBe(wireVector('alive_ipv4').hex);
    const envelope = new Compression().compress(packet, compressedEnvelopeBytesMax(packet.length));
    expect(toHex(envelope ?? new Uint8Array(0))).toBe(vector.hex);
  });
});

describe('streams of memberlist', () => {
  test.each(streams)('$name decodes to what memberlist decodes', (vector) => {
    const codec = createMemberlistCodec(codecOptions(vector));
    const decoding = codec.createStreamDecoder(sideOf(vector)).push(fromHex(vector.hex));
    expect(plainBytes(decoding)).toEqual({
      type: 'message',
      message: recordedStreamMessage(vector.decoded),
    });
  });

  test.each(streams)('$name decodes when it arrives byte by byte', (vector) => {
    const codec = createMemberlistCodec(codecOptions(vector));
    const decoder = codec.createStreamDecoder(sideOf(vector));
    const bytes = fromHex(vector.hex);
    for (const byte of bytes.subarray(0, -1)) {
      expect(decoder.push(Uint8Array.of(byte))).toEqual({ type: 'incomplete' });
    }
    expect(plainBytes(decoder.push(bytes.subarray(-1)))).toEqual({
      type: 'message',
      message: recordedStreamMessage(vector.decoded),
    });
  });

  const contents = streams.filter(({ name }) => !DECODE_ONLY_STREAMS.has(name));

  test.each(contents)('$name holds the content that we encode', (vector) => {
    const compression = new Compression();
    const codec = createMemberlistCodec({ compression: false });
    const message = codec.encodeStream(recordedStreamMessage(vector.decoded), { side: 'accepted' });
    const content = streamContent(vector);
    const envelope = compression.open(content, 0, content.length);
    const plain =
      content[0] === 9 && envelope.type === 'content'
        ? compression.expand(envelope.compressed, 4096)
        : content;
    expect(toHex(message)).toBe(toHex(plain as Uint8Array).replaceAll(EMPTY_META, NIL_META));
  });

  // The push/pull vectors hold an empty Meta that we would write as nil; compressed or encrypted,
  // their bytes differ then. Their envelopes are compared below, around the recorded content.
  const exact = contents.filter(({ decoded }) => decoded['type'] !== 6);

  test.each(exact)('$name is what we encode, byte for byte', (vector) => {
    const codec = createMemberlistCodec({
      ...codecOptions(vector),
      compression: streamContent(vector)[0] === 9,
    });
    const bytes = codec.encodeStream(recordedStreamMessage(vector.decoded), { side: 'dialled' });
    expect(toHex(bytes)).toBe(vector.hex);
  });

  test.each(streams.filter((vector) => vector.key !== undefined))(
    '$name is sealed as we seal',
    (vector) => {
      const bytes = fromHex(vector.hex);
      const labelBytes = vector.label === undefined ? 0 : 6;
      const header = bytes.subarray(labelBytes, labelBytes + 5);
      const [key] = new Keyring([fromHex(vector.key ?? '')]).cipherKeys();
      if (key === undefined) throw new Error('the keyring is empty');
      const sealed = seal(streamContent(vector), {
        key,
        version: 1,
        nonce: fromHex(vector.nonce ?? ''),
        associatedData: Buffer.concat([header, Buffer.from(vector.label ?? '')]),
        headroomBytes: 0,
      });
      expect(toHex(sealed)).toBe(toHex(bytes.subarray(labelBytes + 5)));
    },
  );

  it('puts the label on what the dialler sends and not on the answer', () => {
    const vector = wireVector('pushpull_label_plain');
    const codec = createMemberlistCodec({ label: 'prod', compression: false });
    const message = recordedStreamMessage(vector.decoded);
    const expected = vector.hex.replaceAll(EMPTY_META, NIL_META);
    expect(toHex(codec.encodeStream(message, { side: 'dialled' }))).toBe(expected);
    expect(toHex(codec.encodeStream(message, { side: 'accepted' }))).toBe(expected.slice(12));
  });

  it('writes an error as memberlist does', () => {
    const vector = wireVector('err');
    const codec = createMemberlistCodec({ compression: false });
    const message = recordedStreamMessage(vector.decoded);
    expect(toHex(codec.encodeStream(message, { side: 'accepted' }))).toBe(vector.hex);
  });
});

describe('compression of memberlist', () => {
  const withEnvelope = [
    ...compressed,
    ...['compress_alive', 'compress_compound', 'pushpull_compressed', 'user_stream_compressed'].map(
      wireVector,
    ),
  ];

  test.each(withEnvelope)('$name is what we compress its content to', (vector) => {
    const compression = new Compression();
    const bytes = fromHex(vector.hex);
    const envelope = compression.open(bytes, 0, bytes.length);
    if (envelope.type !== 'content') throw new Error(`${vector.name} is ${envelope.type}`);
    const plain = compression.expand(envelope.compressed, 65_536);
    if (typeof plain === 'string') throw new Error(`${vector.name}: ${plain}`);
    const again = compression.compress(plain, compressedEnvelopeBytesMax(plain.length));
    expect(toHex(again ?? new Uint8Array(0))).toBe(vector.hex);
  });

  test.each(compressed)('$name expands to what memberlist expands it to', (vector) => {
    const compression = new Compression();
    const bytes = fromHex(vector.hex);
    const envelope = compression.open(bytes, 0, bytes.length);
    if (envelope.type !== 'content') throw new Error(`${vector.name} is ${envelope.type}`);
    const plain = compression.expand(envelope.compressed, 65_536) as Uint8Array;
    const recorded = vector.decoded['plain'] as { $hex: string } | undefined;
    if (recorded !== undefined) expect(toHex(plain)).toBe(recorded.$hex);
    else {
      expect(plain.length).toBe(vector.decoded['plain_len']);
      const digest = createHash('sha256').update(plain).digest('hex');
      expect(digest).toBe(vector.decoded['plain_sha256']);
    }
  });
});

describe('sizes of sealed texts', () => {
  const { encrypted_length: lengths } = readFixture('formulas.json') as {
    encrypted_length: readonly { plain: number; v0: number; v1: number }[];
  };

  test.each(lengths)('$plain bytes become $v0 in version 0 and $v1 in version 1', (row) => {
    expect(sealedBytes(0, row.plain)).toBe(row.v0);
    expect(sealedBytes(1, row.plain)).toBe(row.v1);
    expect(row.v0 - row.plain).toBeLessThanOrEqual(sealOverheadBytesMax(0));
    expect(row.v1 - row.plain).toBe(sealOverheadBytesMax(1));
    const [key] = new Keyring([new Uint8Array(16)]).cipherKeys();
    if (key === undefined) throw new Error('the keyring is empty');
    for (const version of [0, 1] as const) {
      const sealed = seal(new Uint8Array(row.plain), {
        key,
        version,
        nonce: new Uint8Array(12),
        associatedData: new Uint8Array(0),
        headroomBytes: 0,
      });
      expect(sealed.length).toBe(sealedBytes(version, row.plain));
    }
  });
});
