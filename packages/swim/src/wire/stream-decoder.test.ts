import { describe, expect, it, test } from 'vitest';
import type { StreamDecoding, StreamSide } from '../core/codec.js';
import type { StreamMessage } from '../core/messages.js';
import { Keyring } from '../keyring.js';
import { Compression, compressedEnvelopeBytesMax } from './compression.js';
import { seal } from './encryption.js';
import { createMemberlistCodec, type MemberlistCodecOptions } from './memberlist-codec.js';

const NO_BYTES = new Uint8Array(0);
const ping: StreamMessage = { type: 'ping', seqNo: 7, node: 'a' };
const keyring = new Keyring([new Uint8Array(16).fill(1)]);
const plain = { compression: false } as const;

function text(value: string): string {
  return (0xa0 | value.length).toString(16) + Buffer.from(value).toString('hex');
}

function header(nodes: string, userStateLen: string): string {
  return `0683${text('Join')}c3${text('Nodes')}${nodes}${text('UserStateLen')}${userStateLen}`;
}

function decodeHex(hex: string, options: MemberlistCodecOptions = {}): StreamDecoding {
  return decode(Buffer.from(hex, 'hex'), options);
}

function decode(
  bytes: Uint8Array,
  options: MemberlistCodecOptions = {},
  side: StreamSide = 'accepted',
): StreamDecoding {
  return createMemberlistCodec(options).createStreamDecoder(side).push(bytes);
}

function encode(message: StreamMessage, options: MemberlistCodecOptions = {}): Uint8Array {
  return createMemberlistCodec(options).encodeStream(message, { side: 'dialled' });
}

function sealed(content: Uint8Array): Uint8Array {
  const [key] = keyring.cipherKeys();
  if (key === undefined) throw new Error('the keyring is empty');
  const front = Buffer.alloc(5);
  front[0] = 10;
  front.writeUInt32BE(29 + content.length, 1);
  const options = { key, version: 1, nonce: new Uint8Array(12), headroomBytes: 0 } as const;
  return Buffer.concat([front, seal(content, { ...options, associatedData: front })]);
}

function compressed(content: Uint8Array): Uint8Array {
  const envelopeBytesMax = compressedEnvelopeBytesMax(content.length);
  return new Compression().compress(content, envelopeBytesMax) ?? NO_BYTES;
}

/** What a dialler reads from an answer. */
function answered(decoding: StreamDecoding, options: MemberlistCodecOptions): unknown {
  if (decoding.type !== 'reject' || decoding.answer === undefined) return undefined;
  const answer = decode(decoding.answer, options, 'dialled');
  return answer.type === 'message' && answer.message.type === 'error'
    ? answer.message.text
    : answer;
}

describe('a stream whose first layer cannot be read', () => {
  test.each<[string, MemberlistCodecOptions, MemberlistCodecOptions, string, string]>([
    [
      'encrypted, without a key here',
      { keyring },
      {},
      'encrypted-without-key',
      'remote state is encrypted and encryption is not configured',
    ],
    [
      'not encrypted, with a key here',
      {},
      { keyring },
      'not-encrypted',
      'encryption is configured but remote state is not encrypted',
    ],
    [
      'encrypted with another key',
      { keyring: new Keyring([new Uint8Array(32)]) },
      { keyring },
      'decrypt-failed',
      'no installed keys could decrypt the message',
    ],
  ])(
    '%s, is refused with an answer that its receiver frames',
    (_, sender, receiver, reason, answer) => {
      const decoding = decode(encode(ping, sender), receiver);
      expect(decoding).toMatchObject({ type: 'reject', reason });
      expect(answered(decoding, receiver)).toBe(answer);
    },
  );

  it('because of its size, is refused before any of it is here', () => {
    const decoding = decodeHex('0a01400001', { keyring });
    expect(decoding).toMatchObject({ type: 'reject', reason: 'too-large' });
    expect(answered(decoding, { keyring })).toBe(
      'remote node state is larger than limit (20971520)',
    );
    expect(decodeHex('0a01400000', { keyring })).toEqual({ type: 'incomplete' });
  });

  it('because of bad compression, is refused with an answer', () => {
    const decoding = decodeHex('0982a4416c676f00a3427566a3ffffff');
    expect(decoding).toMatchObject({ type: 'reject', reason: 'bad-compression' });
    expect(answered(decoding, {})).toBe('remote state cannot be decompressed');
  });

  it('gets no answer when it is the answer itself', () => {
    const answer = createMemberlistCodec().encodeStream(
      { type: 'ack', seqNo: 1, payload: NO_BYTES },
      { side: 'accepted' },
    );
    expect(decode(answer, { keyring }, 'dialled')).toEqual({
      type: 'reject',
      reason: 'not-encrypted',
    });
  });

  it('gets no answer when it has another label', () => {
    for (const [sender, receiver] of [
      ['prod', 'test'],
      ['prod', ''],
      ['', 'test'],
    ] as const) {
      expect(decode(encode(ping, { label: sender }), { label: receiver })).toEqual({
        type: 'reject',
        reason: 'label-mismatch',
      });
    }
  });
});

describe('encryption of streams', () => {
  it('is not demanded when incoming data are not verified, and is still understood', () => {
    const receiver = { keyring, verifyIncoming: false };
    expect(decode(encode(ping), receiver)).toEqual({ type: 'message', message: ping });
    expect(decode(encode(ping, { keyring }), receiver)).toEqual({ type: 'message', message: ping });
  });

  it('is left out when outgoing data are not to be encrypted', () => {
    expect(encode(ping, { keyring, verifyOutgoing: false })).toEqual(encode(ping));
  });

  it('authenticates the label even where a front end has taken it off', () => {
    const bytes = encode(ping, { keyring, label: 'prod' });
    const behind = { keyring, label: 'prod', skipInboundLabelCheck: true };
    expect(decode(bytes.subarray(6), behind)).toEqual({ type: 'message', message: ping });
    expect(decode(bytes, behind)).toEqual({ type: 'reject', reason: 'label-mismatch' });
  });

  it('holds one whole message: what is cut short inside is refused', () => {
    const content = encode(ping, plain);
    expect(decode(sealed(content), { keyring })).toEqual({ type: 'message', message: ping });
    for (let length = 1; length < content.length; length += 1) {
      const cut = sealed(content.subarray(0, length));
      expect(decode(cut, { keyring })).toEqual({ type: 'reject', reason: 'truncated' });
    }
    expect(decode(sealed(NO_BYTES), { keyring })).toEqual({ type: 'reject', reason: 'empty' });
  });

  it('is not found inside itself, nor is compression inside compression', () => {
    const content = encode(ping, plain);
    const unexpected = { type: 'reject', reason: 'unexpected-type' };
    expect(decode(sealed(sealed(content)), { keyring })).toEqual(unexpected);
    expect(decode(compressed(compressed(content)))).toEqual(unexpected);
    expect(decode(compressed(content))).toEqual({ type: 'message', message: ping });
  });

  it('refuses lengths that cannot hold an envelope', () => {
    for (const length of ['00', '01', '1c']) {
      const hex = `0a000000${length}${'01'.repeat(Number.parseInt(length, 16))}`;
      expect(decodeHex(hex, { keyring })).toMatchObject({ reason: 'decrypt-failed' });
    }
  });
});

describe('limits of streams', () => {
  test.each([
    ['more members than the limit', header('ce00100001', '00')],
    ['more user state than the limit', header('00', 'ce01400001')],
    ['a longer user message than the limit', `0881${text('UserMsgLen')}ce01400001`],
  ])('%s is refused by its header', (_, hex) => {
    expect(decodeHex(hex)).toEqual({ type: 'reject', reason: 'too-large' });
  });

  test.each([
    ['members', header('ff', '00')],
    ['bytes of user state', header('00', 'd0ff')],
    ['bytes of a user message', `0881${text('UserMsgLen')}d1ffff`],
  ])('a negative number of %s is malformed', (_, hex) => {
    expect(decodeHex(hex)).toEqual({ type: 'reject', reason: 'malformed' });
  });

  it('may be drawn closer', () => {
    const limits = { pushPullNodeCountMax: 2, userStateBytesMax: 3, userMessageBytesMax: 4 };
    const tooLarge = { type: 'reject', reason: 'too-large' };
    expect(decodeHex(header('03', '00'), { limits })).toEqual(tooLarge);
    expect(decodeHex(header('02', '04'), { limits })).toEqual(tooLarge);
    expect(decodeHex(header('02', '03'), { limits })).toEqual({ type: 'incomplete' });
    expect(decodeHex(`0881${text('UserMsgLen')}05`, { limits })).toEqual(tooLarge);
    const sealedLimits = { sealedStreamBytesMax: 40 };
    expect(decodeHex('0a00000029', { keyring, limits: sealedLimits })).toMatchObject(tooLarge);
  });

  it('hold against decompression bombs', () => {
    const limits = { streamBytesMax: 1024 * 1024 };
    const userHeader = Buffer.from(`0881${text('UserMsgLen')}ce00200000`, 'hex');
    const bomb = compressed(Buffer.concat([userHeader, Buffer.alloc(2 * 1024 * 1024)]));
    expect(bomb.length).toBeLessThan(10_000);
    expect(decode(bomb, { limits })).toMatchObject({ type: 'reject', reason: 'too-large' });
    expect(decode(bomb)).toMatchObject({ type: 'message' });
  });

  it('hold against a value that never ends', () => {
    for (const start of [
      `${header('01', '00')}81${text('Zzz')}ddffffffff`,
      `0081${text('Zzz')}ddffffffff`,
      `0981${text('Zzz')}ddffffffff`,
    ]) {
      const decoder = createMemberlistCodec().createStreamDecoder('accepted');
      let decoding = decoder.push(Buffer.from(start, 'hex'));
      let pieceCount = 0;
      for (; pieceCount < 70 && decoding.type === 'incomplete'; pieceCount += 1) {
        decoding = decoder.push(new Uint8Array(1024).fill(0x91));
      }
      expect(decoding).toEqual({ type: 'reject', reason: 'too-large' });
      // What is not whole is read again and again, so there must not be much of it.
      expect(pieceCount).toBe(16);
    }
  });

  it('hold against bytes without end', () => {
    const limits = { streamBytesMax: 100_000, userMessageBytesMax: 90_000 };
    const decoder = createMemberlistCodec({ limits }).createStreamDecoder('accepted');
    const name = Buffer.from('0982a4416c676f00a3427566dbffffffff', 'hex');
    let decoding = decoder.push(name);
    let pieceCount = 0;
    for (; pieceCount < 20 && decoding.type === 'incomplete'; pieceCount += 1) {
      decoding = decoder.push(new Uint8Array(10_000));
    }
    expect(decoding).toEqual({ type: 'reject', reason: 'too-large' });
    expect(pieceCount).toBe(11);
  });
});

describe('messages of streams', () => {
  test.each<[StreamSide, string, string]>([
    ['accepted', '02', 'unexpected-type'],
    ['accepted', '0d', 'unexpected-type'],
    ['dialled', '00', 'unexpected-type'],
    ['dialled', '08', 'unexpected-type'],
    ['dialled', 'f4', 'unexpected-type'],
    ['accepted', '03', 'unexpected-type'],
    ['accepted', '07', 'unexpected-type'],
    ['accepted', '0c', 'unexpected-type'],
    ['accepted', '0e', 'unknown-type'],
    ['dialled', 'ff', 'unknown-type'],
  ])('on the %s side, %s is refused as %s', (side, hex, reason) => {
    expect(decode(Buffer.from(hex, 'hex'), {}, side)).toEqual({ type: 'reject', reason });
  });

  it('are one to a stream: what follows is ignored', () => {
    const decoder = createMemberlistCodec().createStreamDecoder('accepted');
    const bytes = encode(ping);
    expect(decoder.push(Buffer.concat([bytes, bytes]))).toEqual({ type: 'message', message: ping });
    expect(decoder.push(bytes)).toEqual({ type: 'incomplete' });
  });

  it('do not end with a refusal either', () => {
    const decoder = createMemberlistCodec().createStreamDecoder('accepted');
    expect(decoder.push(Uint8Array.of(14)).type).toBe('reject');
    expect(decoder.push(encode(ping))).toEqual({ type: 'incomplete' });
  });

  it('are not disturbed by pieces of nothing', () => {
    const decoder = createMemberlistCodec().createStreamDecoder('accepted');
    expect(decoder.push(NO_BYTES)).toEqual({ type: 'incomplete' });
    expect(decoder.push(encode(ping))).toEqual({ type: 'message', message: ping });
  });

  it('may interleave with those of other streams', () => {
    const codec = createMemberlistCodec();
    const bytes = codec.encodeStream(ping, { side: 'dialled' });
    const decoders = [codec.createStreamDecoder('accepted'), codec.createStreamDecoder('accepted')];
    for (const byte of bytes.subarray(0, -1)) {
      for (const decoder of decoders) decoder.push(Uint8Array.of(byte));
    }
    for (const decoder of decoders) {
      expect(decoder.push(bytes.subarray(-1))).toEqual({ type: 'message', message: ping });
    }
  });

  it('leave out member records that say nothing, and keep the others', () => {
    const record = (address: string, state: string): string =>
      `83${text('Addr')}${address}${text('Name')}${text('a')}${text('State')}${state}`;
    const good = record('a47f000001', '02');
    const odd = [
      record('a3000000', '00'),
      record('a47f000001', '04'),
      record('a47f000001', 'ff'),
      '80',
      'c0',
    ];
    const decoding = decodeHex(`${header('07', '01')}${good}${odd.join('')}${good}ee`);
    const node = {
      name: 'a',
      address: Uint8Array.of(127, 0, 0, 1),
      port: 0,
      meta: NO_BYTES,
      incarnation: 0,
      state: 'dead',
      versions: NO_BYTES,
    };
    expect(decoding).toMatchObject({
      type: 'message',
      message: { type: 'push-pull', isJoin: true, userState: { length: 1 } },
    });
    const nodes =
      decoding.type === 'message' && decoding.message.type === 'push-pull'
        ? decoding.message.nodes.map((read) => ({
            ...read,
            meta: Uint8Array.from(read.meta),
            versions: Uint8Array.from(read.versions),
          }))
        : [];
    expect(nodes).toEqual([node, node]);
  });

  it('of thousands of members are read once, byte by byte', () => {
    const nodes = Array.from({ length: 2000 }, (_, index) => ({
      name: `node-${index}`,
      address: Uint8Array.of(10, 0, index >>> 8, index & 0xff),
      port: 7946,
      meta: new Uint8Array(20),
      incarnation: index,
      state: 'alive' as const,
      versions: Uint8Array.of(1, 5, 2, 2, 5, 5),
    }));
    const message: StreamMessage = {
      type: 'push-pull',
      isJoin: false,
      nodes,
      userState: new Uint8Array(1000),
    };
    const decoder = createMemberlistCodec(plain).createStreamDecoder('accepted');
    const bytes = encode(message, plain);
    let decoding: StreamDecoding = { type: 'incomplete' };
    for (let offset = 0; offset < bytes.length; offset += 1) {
      decoding = decoder.push(bytes.subarray(offset, offset + 1));
    }
    expect(decoding.type === 'message' && decoding.message.type === 'push-pull').toBe(true);
    if (decoding.type === 'message' && decoding.message.type === 'push-pull') {
      expect(decoding.message.nodes).toHaveLength(2000);
      expect(decoding.message.nodes[1999]?.name).toBe('node-1999');
    }
  });
});
