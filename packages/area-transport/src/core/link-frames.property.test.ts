import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  encodeAnnounce,
  encodePacket,
  encodePing,
  encodePong,
  joinFrames,
  LinkDecoder,
  type LinkFrame,
} from './link-frames.js';

const frame: fc.Arbitrary<LinkFrame> = fc.oneof(
  fc.constantFrom<LinkFrame>({ type: 'ping' }, { type: 'pong' }),
  fc.record({
    type: fc.constant('packet' as const),
    bytes: fc.uint8Array({ maxLength: 100 }),
  }),
  fc.record({
    type: fc.constant('announce' as const),
    endpoint: fc.constantFrom('10.0.0.1:8300', '[2001:db8::1]:8300'),
  }),
);

function encode(value: LinkFrame): Uint8Array {
  switch (value.type) {
    case 'announce':
      return encodeAnnounce(value.endpoint);
    case 'packet':
      return encodePacket(value.bytes);
    case 'ping':
      return encodePing();
    case 'pong':
      return encodePong();
    case 'unknown':
      throw new Error('not sent by us');
  }
}

function readAll(decoder: LinkDecoder): LinkFrame[] {
  const frames: LinkFrame[] = [];
  for (let next = decoder.next(); next !== undefined; next = decoder.next()) frames.push(next);
  return frames;
}

describe('frames of a link', () => {
  test.prop([fc.array(frame), fc.integer({ min: 1, max: 60 })])(
    'come back as they went, however they are cut',
    (sent, size) => {
      const decoder = new LinkDecoder({ packetBytesMax: 300 });
      const bytes = joinFrames(sent.map(encode));
      const got: LinkFrame[] = [];
      for (let at = 0; at < bytes.length; at += size) {
        decoder.push(bytes.slice(at, at + size));
        got.push(...readAll(decoder));
      }
      expect(got).toEqual(sent);
    },
  );

  test.prop([fc.array(fc.uint8Array({ maxLength: 50 }))])('never throw on any bytes', (chunks) => {
    const decoder = new LinkDecoder({ packetBytesMax: 300 });
    for (const chunk of chunks) {
      decoder.push(chunk);
      readAll(decoder);
    }
  });

  test('above the bound are refused by their length', () => {
    const decoder = new LinkDecoder({ packetBytesMax: 300 });
    decoder.push(encodePacket(new Uint8Array(301)));
    expect(readAll(decoder)).toEqual([]);
    expect(decoder.rejected).toBe('frame-too-large');
  });

  test('without a kind, or with an endpoint that is no text, are refused', () => {
    for (const payload of [[], [1], [1, 0x07], [1, 0xff]]) {
      const decoder = new LinkDecoder({ packetBytesMax: 300 });
      decoder.push(Uint8Array.of(0, 0, 0, payload.length, ...payload));
      expect(readAll(decoder)).toEqual([]);
      expect(decoder.rejected).toBe('frame-malformed');
    }
  });

  test('of a kind that a newer release may send are passed over', () => {
    const decoder = new LinkDecoder({ packetBytesMax: 300 });
    decoder.push(Uint8Array.of(0, 0, 0, 2, 99, 1));
    decoder.push(encodePing());
    expect(readAll(decoder)).toEqual([{ type: 'unknown' }, { type: 'ping' }]);
  });

  test('a packet is memory of its own', () => {
    const decoder = new LinkDecoder({ packetBytesMax: 300 });
    const bytes = Buffer.from(encodePacket(Uint8Array.of(1, 2)));
    decoder.push(bytes);
    const [packet] = readAll(decoder);
    bytes.fill(0);
    expect(packet).toEqual({ type: 'packet', bytes: Uint8Array.of(1, 2) });
  });
});
