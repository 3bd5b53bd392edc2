import { randomBelow, seededRng } from '@konsul/runtime/core';
import { describe, expect, it } from 'vitest';
import type { PacketMessage } from '../src/core/messages.js';
import { Keyring } from '../src/keyring.js';
import { createMemberlistCodec } from '../src/wire/memberlist-codec.js';
import { fromHex, plainBytes, wireVectors } from './wire-vectors.js';

const PACKET_INPUTS = 12_000;
const STREAM_INPUTS = 8000;
const INTERESTING = [0, 1, 0x7f, 0x80, 0xa0, 0xc0, 0xc4, 0xd9, 0xdb, 0xdd, 0xdf, 0xcf, 0xff];

const rng = seededRng(0x5eed);
const below = (bound: number): number => randomBelow(rng, bound);

/** One to four changes: a flipped bit, a telling byte, a cut, a repeated or a foreign stretch. */
function mutated(input: Uint8Array, other: Uint8Array): Uint8Array {
  let bytes = Uint8Array.from(input);
  for (let change = below(4); change >= 0 && bytes.length > 0; change -= 1) {
    const at = below(bytes.length);
    switch (below(5)) {
      case 0:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
        break;
      case 1:
        bytes[at] = INTERESTING[below(INTERESTING.length)] ?? 0;
        break;
      case 2:
        bytes = bytes.slice(0, at);
        break;
      case 3:
        bytes = Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(below(at + 1))]);
        break;
      default:
        bytes = Uint8Array.from([...bytes.slice(0, at), ...other.slice(below(other.length))]);
    }
  }
  return bytes;
}

const corpus = wireVectors.filter((vector) => vector.hex.length < 2000);
const plainCorpus = corpus.filter((vector) => vector.key === undefined);

function drawn(vectors: typeof corpus): Uint8Array {
  return fromHex(vectors[below(vectors.length)]?.hex ?? '00');
}

function heldBytes(message: PacketMessage): number {
  return message.type === 'user' || message.type === 'ack' ? message.payload.length : 0;
}

describe('arbitrary changes of what memberlist says', () => {
  const codecs = [
    createMemberlistCodec({ packetCompressionBytesMin: 0 }),
    createMemberlistCodec({ label: 'prod' }),
    createMemberlistCodec({
      keyring: new Keyring([fromHex('000102030405060708090a0b0c0d0e0f')]),
      verifyIncoming: false,
    }),
  ] as const;

  it('never make reading a packet throw or hold more than its limits', () => {
    for (let input = 0; input < PACKET_INPUTS; input += 1) {
      const codec = codecs[below(codecs.length)] ?? codecs[0];
      const bytes = mutated(drawn(corpus), drawn(plainCorpus));
      const { messages, rejects } = codec.decodePacket(bytes);
      expect(messages.length + rejects.length).toBeLessThanOrEqual(1025);
      const held = messages.reduce((sum, message) => sum + heldBytes(message), 0);
      expect(held).toBeLessThanOrEqual(1024 * 1024 + bytes.length);
    }
  });

  it('leave nothing in what was read that cannot be said again', () => {
    const [codec] = codecs;
    let readCount = 0;
    for (let input = 0; input < PACKET_INPUTS / 4; input += 1) {
      const bytes = mutated(drawn(plainCorpus), drawn(plainCorpus));
      for (const message of codec.decodePacket(bytes).messages) {
        const again = codec.decodePacket(codec.encodeMessage(message));
        expect(plainBytes(again)).toEqual({ messages: [plainBytes(message)], rejects: [] });
        readCount += 1;
      }
    }
    expect(readCount).toBeGreaterThan(500);
  });

  it('never make reading a stream throw, and end it in the same way however it arrives', () => {
    for (let input = 0; input < STREAM_INPUTS; input += 1) {
      const codec = codecs[below(codecs.length)] ?? codecs[0];
      const bytes = mutated(drawn(corpus), drawn(plainCorpus));
      const side = below(2) === 0 ? 'accepted' : 'dialled';
      const whole = codec.createStreamDecoder(side).push(bytes);
      const decoder = codec.createStreamDecoder(side);
      let piecewise = decoder.push(new Uint8Array(0));
      for (let offset = 0; offset < bytes.length && piecewise.type === 'incomplete'; ) {
        const length = 1 + below(40);
        piecewise = decoder.push(bytes.subarray(offset, offset + length));
        offset += length;
      }
      expect(piecewise.type).toBe(whole.type);
      if (piecewise.type === 'reject' && whole.type === 'reject') {
        expect(piecewise.reason).toBe(whole.reason);
      }
    }
  });
});
