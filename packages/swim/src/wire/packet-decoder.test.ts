import { describe, expect, it, test } from 'vitest';
import type { PacketDecoding } from '../core/codec.js';
import { Keyring } from '../keyring.js';
import type { CodecLimits } from './codec-limits.js';
import { Compression, compressedEnvelopeBytesMax } from './compression.js';
import { createMemberlistCodec, type MemberlistCodecOptions } from './memberlist-codec.js';

const NACK = Uint8Array.of(11, 0x81, 0xa5, 0x53, 0x65, 0x71, 0x4e, 0x6f, 7);
const nack = { type: 'nack', seqNo: 7 };

function decode(bytes: Uint8Array, limits: Partial<CodecLimits> = {}): PacketDecoding {
  return createMemberlistCodec({ limits }).decodePacket(bytes);
}

function compound(...parts: Uint8Array[]): Uint8Array {
  const lengths = parts.flatMap((part) => [part.length >>> 8, part.length & 0xff]);
  return Uint8Array.from([7, parts.length, ...lengths, ...parts.flatMap((part) => [...part])]);
}

function compressed(plain: Uint8Array): Uint8Array {
  const envelope = new Compression().compress(plain, compressedEnvelopeBytesMax(plain.length));
  if (envelope === undefined) throw new Error('the envelope exceeds its bound');
  return envelope;
}

function nested(depth: number, wrap: (inner: Uint8Array) => Uint8Array): Uint8Array {
  let bytes: Uint8Array = NACK;
  for (let level = 0; level < depth; level += 1) bytes = wrap(bytes);
  return bytes;
}

describe('a packet', () => {
  it('must not be empty', () => {
    expect(decode(new Uint8Array(0))).toEqual({ messages: [], rejects: ['empty'] });
  });

  test.each([
    [6, 'unexpected-type'],
    [10, 'unexpected-type'],
    [13, 'unexpected-type'],
    [14, 'unknown-type'],
    [200, 'unknown-type'],
  ])('that begins with type %d is refused as %s', (type, reason) => {
    expect(decode(Uint8Array.of(type, 0x80))).toEqual({ messages: [], rejects: [reason] });
  });

  it('with a wrong or short checksum is refused', () => {
    const packet = createMemberlistCodec().encodePacket([NACK], { checksum: true });
    expect(decode(packet)).toEqual({ messages: [nack], rejects: [] });
    packet[packet.length - 1] = 8;
    expect(decode(packet)).toEqual({ messages: [], rejects: ['checksum-mismatch'] });
    expect(decode(packet.subarray(0, 4))).toEqual({ messages: [], rejects: ['truncated'] });
    expect(decode(Uint8Array.of(12, 0, 0, 0, 0))).toEqual({ messages: [], rejects: ['empty'] });
  });

  it('may carry a checksum only outermost', () => {
    const checked = createMemberlistCodec().encodePacket([NACK], { checksum: true });
    expect(decode(compound(checked)).rejects).toEqual(['unexpected-type']);
    expect(decode(compressed(checked)).rejects).toEqual(['unexpected-type']);
  });
});

describe('a compound', () => {
  it('with an empty part is read but for that part', () => {
    expect(decode(Uint8Array.of(7, 1, 0, 0))).toEqual({ messages: [], rejects: ['empty'] });
    expect(decode(compound(NACK, new Uint8Array(0), NACK))).toEqual({
      messages: [nack, nack],
      rejects: ['empty'],
    });
  });

  it('with a malformed part is read but for that part', () => {
    expect(decode(compound(NACK, Uint8Array.of(3, 0xc1), NACK))).toEqual({
      messages: [nack, nack],
      rejects: ['malformed'],
    });
  });

  it('that ends early yields its complete leading parts', () => {
    const packet = compound(NACK, NACK, NACK);
    expect(decode(packet.subarray(0, -1))).toEqual({
      messages: [nack, nack],
      rejects: ['truncated'],
    });
    expect(decode(packet.subarray(0, -10))).toEqual({
      messages: [nack],
      rejects: ['truncated', 'truncated'],
    });
  });

  test.each([1, 2, 7])('cut off at %d bytes, in its table, is refused', (length) => {
    const packet = compound(NACK, NACK, NACK).subarray(0, length);
    expect(decode(packet)).toEqual({ messages: [], rejects: ['truncated'] });
  });

  it('of more than 127 parts, and of none, is read', () => {
    const parts = new Array<Uint8Array>(255).fill(NACK);
    expect(decode(compound(...parts)).messages).toHaveLength(255);
    expect(decode(Uint8Array.of(7, 0))).toEqual({ messages: [], rejects: [] });
  });

  it('is never written with more parts than it can count, with an empty one, or with none', () => {
    const codec = createMemberlistCodec();
    const encode = (parts: Uint8Array[]) => () => codec.encodePacket(parts, { checksum: false });
    expect(encode(new Array<Uint8Array>(256).fill(NACK))).toThrow('INVARIANT_BROKEN');
    expect(encode([NACK, new Uint8Array(0)])).toThrow('INVARIANT_BROKEN');
    expect(encode([])).toThrow('INVARIANT_BROKEN');
    expect(encode([NACK, new Uint8Array(65_536)])).toThrow('INVARIANT_BROKEN');
  });
});

describe('nesting', () => {
  test.each([
    ['compounds', compound],
    ['compressed packets', compressed],
  ])('%s are read to depth 4 and not beyond', (_, wrap) => {
    expect(decode(nested(4, wrap))).toEqual({ messages: [nack], rejects: [] });
    expect(decode(nested(5, wrap))).toEqual({ messages: [], rejects: ['too-deep'] });
    expect(decode(nested(2, wrap), { packetDepthMax: 1 }).rejects).toEqual(['too-deep']);
  });

  it('does not get around the number of messages', () => {
    const inner = compound(...new Array<Uint8Array>(255).fill(NACK));
    const packet = compound(...new Array<Uint8Array>(10).fill(inner));
    const decoding = decode(packet);
    expect(decoding.messages).toHaveLength(1024);
    expect(decoding.rejects).toEqual(['too-large']);
  });

  it('does not get around the number of refusals', () => {
    const inner = compound(...new Array<Uint8Array>(255).fill(new Uint8Array(0)));
    const decoding = decode(compound(...new Array<Uint8Array>(100).fill(inner)));
    expect(decoding.rejects.length).toBeLessThanOrEqual(1025);
  });
});

describe('a compressed packet', () => {
  it('that would expand beyond the limit is refused', () => {
    const bomb = compressed(Buffer.alloc(8 * 1024 * 1024, 8));
    expect(bomb.length).toBeLessThan(65_536);
    expect(decode(bomb)).toEqual({ messages: [], rejects: ['too-large'] });
    const bytesMax = { packetExpandedBytesMax: 8 * 1024 * 1024 };
    expect(decode(bomb, bytesMax).messages).toHaveLength(1);
  });

  it('does not get around the limit by many parts', () => {
    const part = compressed(Buffer.alloc(400 * 1024, 8));
    const decoding = decode(compound(part, part, part, part));
    expect(decoding.messages).toHaveLength(2);
    expect(decoding.rejects).toEqual(['too-large', 'too-large']);
  });

  it('that was expanded in vain leaves nothing to expand others with', () => {
    const small = compressed(Buffer.alloc(600, 8));
    const bomb = compressed(Buffer.alloc(2 * 1024 * 1024, 8));
    const parts = new Array<Uint8Array>(9).fill(bomb);
    expect(decode(compound(small, ...parts, small)).messages).toHaveLength(1);
  });

  test.each([
    ['an unknown algorithm', '0982a4416c676f01a3427566a3000302', 'bad-compression'],
    ['no data', '0981a4416c676f00', 'bad-compression'],
    ['data that are none', '0982a4416c676f00a3427566a3ffffff', 'bad-compression'],
    ['nothing compressed', '0982a4416c676f00a3427566a3000302', 'empty'],
    ['data cut short', '0982a4416c676f00a3427566a30003', 'truncated'],
    ['a number for data', '0982a4416c676f00a342756607', 'malformed'],
    ['nothing', '09', 'truncated'],
  ])('with %s is refused', (_, hex, reason) => {
    expect(decode(Buffer.from(hex, 'hex'))).toEqual({ messages: [], rejects: [reason] });
  });
});

describe('messages', () => {
  test.each(['', '01', '0105', '010502020505aa'])(
    'about a member with versions %s are read as they are',
    (versions) => {
      const codec = createMemberlistCodec();
      const message = {
        type: 'alive',
        incarnation: 1,
        node: 'a',
        address: Uint8Array.of(127, 0, 0, 1),
        port: 7946,
        meta: new Uint8Array(0),
        versions: Uint8Array.from(Buffer.from(versions, 'hex')),
      } as const;
      const [decoded] = codec.decodePacket(codec.encodeMessage(message)).messages;
      expect(decoded?.type === 'alive' && Uint8Array.from(decoded.versions)).toEqual(
        message.versions,
      );
    },
  );

  test.each([0, 3, 5, 15, 17])('with an address of %d bytes are refused', (length) => {
    const codec = createMemberlistCodec();
    const address = new Uint8Array(length);
    const alive = codec.encodeMessage({
      type: 'alive',
      incarnation: 1,
      node: 'a',
      address,
      port: 1,
      meta: address,
      versions: address,
    });
    const ping = codec.encodeMessage({
      type: 'indirect-ping',
      seqNo: 1,
      target: address,
      port: 1,
      node: 'a',
      wantsNack: true,
    });
    expect(codec.decodePacket(alive).rejects).toEqual(['malformed']);
    expect(codec.decodePacket(ping).rejects).toEqual(['malformed']);
  });

  it('lose a source that cannot be answered', () => {
    const codec = createMemberlistCodec();
    const address = Uint8Array.of(127, 0, 0, 1);
    for (const source of [
      { address, port: 0, node: 'b' },
      { address: new Uint8Array(0), port: 7946, node: 'b' },
      { address: new Uint8Array(3), port: 7946, node: 'b' },
    ]) {
      const bytes = codec.encodeMessage({ type: 'ping', seqNo: 1, node: 'a', source });
      expect(codec.decodePacket(bytes).messages).toEqual([{ type: 'ping', seqNo: 1, node: 'a' }]);
    }
  });
});

describe('encryption and labels of packets', () => {
  const keyring = new Keyring([new Uint8Array(16).fill(1)]);
  const send = (options: MemberlistCodecOptions): Uint8Array =>
    createMemberlistCodec(options).encodePacket([NACK], { checksum: false });
  const receive = (options: MemberlistCodecOptions, bytes: Uint8Array): PacketDecoding =>
    createMemberlistCodec(options).decodePacket(bytes);
  const accepted = { messages: [nack], rejects: [] };

  it('need a key that is installed', () => {
    const other = new Keyring([new Uint8Array(16).fill(2)]);
    expect(receive({ keyring: other }, send({ keyring })).rejects).toEqual(['decrypt-failed']);
    other.add(new Uint8Array(16).fill(1));
    expect(receive({ keyring: other }, send({ keyring }))).toEqual(accepted);
  });

  it('are demanded while there are keys, unless incoming data are not verified', () => {
    expect(receive({ keyring }, send({})).rejects).toEqual(['not-encrypted']);
    expect(receive({ keyring, verifyIncoming: false }, send({}))).toEqual(accepted);
    expect(receive({ keyring, verifyIncoming: false }, send({ keyring }))).toEqual(accepted);
    expect(send({ keyring, verifyOutgoing: false })).toEqual(send({}));
  });

  it('follow the keyring as it changes', () => {
    const changing = new Keyring();
    const codec = createMemberlistCodec({ keyring: changing });
    expect(codec.packetOverheadBytes()).toBe(0);
    changing.add(new Uint8Array(16).fill(1));
    expect(codec.packetOverheadBytes()).toBe(29);
    const packet = codec.encodePacket([NACK], { checksum: false });
    expect(receive({ keyring }, packet)).toEqual(accepted);
  });

  it('count in the overhead', () => {
    expect(createMemberlistCodec({ label: 'prod' }).packetOverheadBytes()).toBe(6);
    expect(createMemberlistCodec({ label: 'prod', keyring }).packetOverheadBytes()).toBe(35);
    const old = createMemberlistCodec({ keyring, encryptionVersion: 0 });
    expect(old.packetOverheadBytes()).toBe(45);
    const open = createMemberlistCodec({ keyring, verifyOutgoing: false });
    expect(open.packetOverheadBytes()).toBe(0);
  });

  it('tell clusters apart', () => {
    const labelled = send({ label: 'prod' });
    expect(receive({ label: 'prod' }, labelled)).toEqual(accepted);
    expect(receive({ label: 'test' }, labelled).rejects).toEqual(['label-mismatch']);
    expect(receive({}, labelled).rejects).toEqual(['label-mismatch']);
    expect(receive({ label: 'prod' }, send({})).rejects).toEqual(['label-mismatch']);
  });

  it('authenticate the label even where a front end has taken it off', () => {
    const packet = send({ label: 'prod', keyring });
    const behind = { label: 'prod', keyring, skipInboundLabelCheck: true };
    expect(receive(behind, packet.subarray(6))).toEqual(accepted);
    expect(receive(behind, packet).rejects).toEqual(['label-mismatch']);
    expect(receive({ ...behind, label: 'test' }, packet.subarray(6)).rejects).toEqual([
      'decrypt-failed',
    ]);
  });
});

describe('options', () => {
  test.each<[string, MemberlistCodecOptions]>([
    ['label must have at most 255 bytes, not 256', { label: 'é'.repeat(128) }],
    [
      'packetCompressionBytesMin must be an integer of 0 or more, not -1',
      { packetCompressionBytesMin: -1 },
    ],
    [
      'limits.streamBytesMax must be an integer of 1 to 41943040, not 41943041',
      { limits: { streamBytesMax: 41_943_041 } },
    ],
    [
      'limits.packetDepthMax must be an integer of 1 to 4, not 0',
      { limits: { packetDepthMax: 0 } },
    ],
  ])('are refused with a reason: %s', (message, options) => {
    expect(() => createMemberlistCodec(options)).toThrow(`[INVALID_CONFIG] ${message}`);
  });
});
