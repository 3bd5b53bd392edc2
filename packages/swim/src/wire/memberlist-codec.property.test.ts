import { fc, test } from '@fast-check/vitest';
import { seededRng } from '@konsul/runtime/core';
import { describe, expect } from 'vitest';
import { answeredMessage, dialledMessage, packetMessage } from '../../test/message-arbitraries.js';
import { plainBytes } from '../../test/wire-vectors.js';
import type { StreamSide } from '../core/codec.js';
import type { StreamMessage } from '../core/messages.js';
import { Keyring } from '../keyring.js';
import { createSeededNonce } from './encryption.js';
import { createMemberlistCodec, type MemberlistCodecOptions } from './memberlist-codec.js';

const codecOptions: fc.Arbitrary<MemberlistCodecOptions> = fc
  .record({
    label: fc.string({ maxLength: 60 }),
    keyLength: fc.constantFrom(0, 16, 24, 32),
    encryptionVersion: fc.constantFrom(0 as const, 1 as const),
    compression: fc.boolean(),
    packetCompressionBytesMin: fc.constantFrom(0, 600),
    seed: fc.nat(),
  })
  .map(({ keyLength, seed, ...options }) => ({
    ...options,
    keyring: new Keyring(keyLength === 0 ? [] : [new Uint8Array(keyLength).fill(7)]),
    randomNonce: createSeededNonce(seededRng(seed)),
  }));

function pieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const offsets = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
  return offsets.slice(1).map((end, index) => bytes.subarray(offsets[index], end));
}

function throughStream(
  options: MemberlistCodecOptions,
  message: StreamMessage,
  path: { readonly from: StreamSide; readonly cuts: readonly number[] },
): unknown {
  const { from, cuts } = path;
  const bytes = createMemberlistCodec(options).encodeStream(message, { side: from });
  const to = from === 'dialled' ? 'accepted' : 'dialled';
  const decoder = createMemberlistCodec(options).createStreamDecoder(to);
  const decodings = pieces(bytes, cuts).map((piece) => decoder.push(piece));
  for (const decoding of decodings.slice(0, -1)) expect(decoding.type).toBe('incomplete');
  return plainBytes(decodings.at(-1));
}

describe('what one codec writes', () => {
  test.prop([codecOptions, fc.array(packetMessage, { minLength: 1, maxLength: 12 }), fc.boolean()])(
    'another reads from a packet unchanged, whatever the envelopes',
    (options, messages, checksum) => {
      const sender = createMemberlistCodec(options);
      const parts = messages.map((message) => sender.encodeMessage(message));
      const packet = sender.encodePacket(parts, { checksum });
      const decoding = createMemberlistCodec(options).decodePacket(packet);
      expect(plainBytes(decoding)).toEqual({ messages: plainBytes(messages), rejects: [] });
      const compoundBytes = parts.length === 1 ? 0 : 2 + 2 * parts.length;
      const contentBytes = parts.reduce((sum, part) => sum + part.length, compoundBytes + 5);
      expect(packet.length).toBeLessThanOrEqual(sender.packetOverheadBytes() + contentBytes);
    },
  );

  test.prop([codecOptions, dialledMessage, fc.array(fc.nat(), { maxLength: 8 })])(
    'another reads from a stream unchanged, however it is cut into pieces',
    (options, message, cuts) => {
      expect(throughStream(options, message, { from: 'dialled', cuts })).toEqual({
        type: 'message',
        message: plainBytes(message),
      });
    },
  );

  test.prop([codecOptions, answeredMessage, fc.array(fc.nat(), { maxLength: 8 })])(
    'another reads from an answer unchanged, however it is cut into pieces',
    (options, message, cuts) => {
      expect(throughStream(options, message, { from: 'accepted', cuts })).toEqual({
        type: 'message',
        message: plainBytes(message),
      });
    },
  );

  test.prop([codecOptions, fc.array(packetMessage, { minLength: 1, maxLength: 4 })])(
    'never changes when the bytes it came from are used again',
    (options, messages) => {
      const codec = createMemberlistCodec(options);
      const [first] = messages;
      if (first === undefined) return;
      const encoded = codec.encodeMessage(first);
      const kept = Uint8Array.from(encoded);
      for (const message of messages)
        codec.encodePacket([codec.encodeMessage(message)], { checksum: false });
      const packet = codec.encodePacket([encoded], { checksum: true });
      packet.fill(0xff);
      expect(Uint8Array.from(encoded)).toEqual(kept);
    },
  );
});
