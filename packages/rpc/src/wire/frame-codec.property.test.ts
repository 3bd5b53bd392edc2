import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { type Frame, FrameDecoder, type Hello, type HelloAck } from '../core/index.js';
import { decodeRpcFrame, encodeRpcFrame } from './frame-codec.js';
import { handshakeCodec } from './handshake-codec.js';

const id = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
// Graphemes: lone surrogates have no UTF-8 form.
const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const body = fc.oneof(
  fc.uint8Array({ maxLength: 100 }),
  fc.constant(new Uint8Array(5_000).fill(7)),
);
const error = fc.record({
  code: text,
  message: text,
  isNotRun: fc.boolean(),
  isByProtocol: fc.boolean(),
});

const frame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({
    type: fc.constant('request' as const),
    id,
    method: text,
    deadlineMs: uint32,
    windowBytes: uint32,
    body,
  }),
  fc.record({ type: fc.constant('response' as const), id, more: fc.boolean(), body }),
  fc.record({
    type: fc.constant('response' as const),
    id,
    more: fc.constant(false),
    error,
    body: fc.constant(new Uint8Array(0)),
  }),
  fc.record({ type: fc.constant('cancel' as const), id }),
  fc.record({ type: fc.constant('credit' as const), id, bytes: uint32 }),
  fc.record({ type: fc.constant('ping' as const), nonce: id }),
  fc.record({ type: fc.constant('pong' as const), nonce: id }),
  fc.record({ type: fc.constant('go-away' as const), lastId: id, reason: text }),
);

const identity = {
  capabilities: fc.array(text, { maxLength: 4 }),
  datacenter: text,
  nodeName: text,
  nodeId: text,
  frameBytesMax: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
};

const hello: fc.Arbitrary<Hello> = fc.record({
  ...identity,
  protocol: text.filter((value) => value !== ''),
  versionMin: uint32,
  versionMax: uint32,
  area: text,
});

const ack: fc.Arbitrary<HelloAck> = fc.oneof(
  fc.record({
    ...identity,
    type: fc.constant('accepted' as const),
    version: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record({ type: fc.constant('refused' as const), code: text, message: text }),
);

/** Buffers and byte arrays, and objects of any prototype, compare by content only. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

describe('frames of protocol rpc', () => {
  test.prop([frame])('come back as they went', (sent) => {
    const decoder = new FrameDecoder({ frameBytesMax: 100_000 });
    decoder.push(encodeRpcFrame(sent));
    const payload = decoder.next();
    expect(decoder.bufferedBytes).toBe(0);
    expect(plain(decodeRpcFrame(payload ?? new Uint8Array(0)))).toEqual(plain(sent));
  });

  test.prop([fc.uint8Array({ maxLength: 200 })])('never throw when decoded', (bytes) => {
    const decoded = decodeRpcFrame(bytes);
    if (decoded !== undefined && 'id' in decoded)
      expect(Number.isSafeInteger(decoded.id)).toBe(true);
  });

  test.prop([frame, fc.nat(), fc.integer({ min: 0, max: 255 })])(
    'with one byte changed are refused or read, never thrown about',
    (sent, position, value) => {
      const bytes = encodeRpcFrame(sent).slice(4);
      bytes[position % Math.max(1, bytes.length)] = value;
      expect(() => decodeRpcFrame(bytes)).not.toThrow();
      expect(() => decodeRpcFrame(bytes.subarray(0, position % (bytes.length + 1)))).not.toThrow();
    },
  );
});

describe('the handshake', () => {
  test.prop([hello])('a hello comes back as it went', (sent) => {
    expect(plain(handshakeCodec.decodeHello(handshakeCodec.encodeHello(sent)))).toEqual(
      plain(sent),
    );
  });

  test.prop([ack])('an answer comes back as it went', (sent) => {
    const decoded = handshakeCodec.decodeHelloAck(handshakeCodec.encodeHelloAck(sent));
    expect(plain(decoded)).toEqual(plain(sent));
  });

  test.prop([fc.uint8Array({ maxLength: 200 })])('bytes never throw', (bytes) => {
    expect(() => handshakeCodec.decodeHello(bytes)).not.toThrow();
    expect(() => handshakeCodec.decodeHelloAck(bytes)).not.toThrow();
  });
});
