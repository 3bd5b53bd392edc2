import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { handshakeCodec } from '../wire/handshake-codec.js';
import { AcceptHandshake, HELLO_BYTES_MAX } from './accept-handshake.js';
import { DialHandshake } from './dial-handshake.js';
import { encodeFrame } from './frame-decoder.js';
import { type Hello, negotiateVersion } from './hello.js';

const hello: Hello = {
  protocol: 'rpc',
  versionMin: 1,
  versionMax: 3,
  capabilities: ['pooling'],
  datacenter: 'dc1',
  area: '',
  nodeName: 'alpha',
  nodeId: 'id-1',
  frameBytesMax: 1_000_000,
};

function handshake(options: Partial<ConstructorParameters<typeof AcceptHandshake>[0]> = {}) {
  return new AcceptHandshake({
    codec: handshakeCodec,
    isInsideTls: false,
    isTlsAvailable: true,
    isTlsRequired: false,
    ...options,
  });
}

describe('the first byte', () => {
  test('starts TLS, once, and only where there is a certificate', () => {
    const outcome = handshake().push(Uint8Array.of(3, 22, 1));
    expect(outcome).toEqual({ type: 'start-tls', rest: Uint8Array.of(22, 1) });
    const inside = handshake({ isInsideTls: true }).push(Uint8Array.of(3));
    expect(inside).toEqual({ type: 'reject', reason: 'tls-in-tls' });
    const without = handshake({ isTlsAvailable: false }).push(Uint8Array.of(3));
    expect(without).toEqual({ type: 'reject', reason: 'tls-not-configured' });
  });

  test.each([0, 1, 2, 4, 5, 6, 7, 8, 9])('%i belongs to Consul and is refused', (byte) => {
    const outcome = handshake().push(Uint8Array.of(byte));
    expect(outcome).toEqual({ type: 'reject', reason: 'reserved-protocol' });
  });

  test.each([10, 0x16, 0x47, 0xff])('%i means nothing and is refused', (byte) => {
    const outcome = handshake().push(Uint8Array.of(byte));
    expect(outcome).toEqual({ type: 'reject', reason: 'unknown-first-byte' });
  });

  test('ours is refused in clear where TLS is required, and taken inside it', () => {
    const bytes = new DialHandshake(handshakeCodec).firstBytes(hello);
    const clear = handshake({ isTlsRequired: true }).push(bytes);
    expect(clear).toEqual({ type: 'reject', reason: 'plaintext-refused' });
    const inside = handshake({ isTlsRequired: true, isInsideTls: true }).push(bytes);
    expect(inside?.type).toBe('hello');
  });
});

describe('the hello', () => {
  propertyTest.prop([fc.uint8Array({ maxLength: 20 }), fc.integer({ min: 1, max: 50 })])(
    'is read however it is cut, and what follows is kept for the protocol',
    (rest, size) => {
      const first = new DialHandshake(handshakeCodec).firstBytes(hello);
      const accepting = handshake();
      for (let at = 0; at < first.length; at += size) {
        const isLast = at + size >= first.length;
        const chunk = [...first.subarray(at, at + size), ...(isLast ? rest : [])];
        const outcome = accepting.push(Uint8Array.from(chunk));
        if (!isLast) expect(outcome).toBeUndefined();
        else expect(outcome).toEqual({ type: 'hello', hello, version: 1, rest });
      }
    },
  );

  propertyTest.prop([fc.uint8Array({ maxLength: 300 })])('never throws on any bytes', (bytes) => {
    const outcome = handshake().push(Uint8Array.of(0x4b, ...bytes));
    expect(outcome === undefined || typeof outcome.type === 'string').toBe(true);
    const answer = new DialHandshake(handshakeCodec).push(bytes);
    expect(answer === undefined || typeof answer.type === 'string').toBe(true);
  });

  test('that is too long is refused by its length alone', () => {
    const accepting = handshake();
    const length = HELLO_BYTES_MAX + 1;
    const outcome = accepting.push(Uint8Array.of(0x4b, 0, 0, length >> 8, length & 0xff));
    expect(outcome).toEqual({ type: 'reject', reason: 'hello-too-large' });
  });

  test('that is no hello is refused', () => {
    const outcome = handshake().push(Uint8Array.of(0x4b, ...encodeFrame(Uint8Array.of(0xff))));
    expect(outcome).toEqual({ type: 'reject', reason: 'hello-malformed' });
  });

  test('of versions that we do not speak is answered with a refusal', () => {
    const bytes = new DialHandshake(handshakeCodec).firstBytes({ ...hello, versionMin: 2 });
    const outcome = handshake().push(bytes);
    expect(outcome).toMatchObject({ type: 'reject', reason: 'version-mismatch' });
    if (outcome?.type !== 'reject' || outcome.answer === undefined) throw new Error('no answer');
    const answered = new DialHandshake(handshakeCodec).push(encodeFrame(outcome.answer));
    expect(answered).toMatchObject({ ack: { type: 'refused', code: 'VERSION_MISMATCH' } });
  });

  test('chooses the highest version of both ends', () => {
    expect(negotiateVersion({ versionMin: 1, versionMax: 9 })).toBe(1);
    expect(negotiateVersion({ versionMin: 0, versionMax: 0 })).toBeUndefined();
    expect(negotiateVersion({ versionMin: 2, versionMax: 9 })).toBeUndefined();
  });
});

describe('the answer', () => {
  test('that is too long or no answer is malformed', () => {
    const tooLong = new DialHandshake(handshakeCodec).push(Uint8Array.of(0x7f, 0, 0, 0));
    expect(tooLong?.type).toBe('malformed');
    const noAnswer = new DialHandshake(handshakeCodec).push(encodeFrame(new Uint8Array(0)));
    expect(noAnswer?.type).toBe('malformed');
  });
});
