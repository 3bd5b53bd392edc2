import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { encodeFrame, FRAME_HEADER_BYTES, FrameDecoder } from './frame-decoder.js';

const FRAME_BYTES_MAX = 64;
const payloads = fc.array(fc.uint8Array({ maxLength: FRAME_BYTES_MAX }), { maxLength: 12 });
const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 40 });

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Cuts bytes into chunks of the given sizes, over and over; each chunk is memory of its own. */
function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    chunks.push(bytes.slice(at, at + size));
    at += size;
  }
  return chunks;
}

function drain(decoder: FrameDecoder): number[][] {
  const frames: number[][] = [];
  for (let next = decoder.next(); next !== undefined; next = decoder.next()) frames.push([...next]);
  return frames;
}

describe('FrameDecoder', () => {
  test.prop([payloads, cuts])(
    'gives the frames that went in, however they are cut',
    (sent, sizes) => {
      const decoder = new FrameDecoder({ frameBytesMax: FRAME_BYTES_MAX });
      const got: number[][] = [];
      for (const chunk of cut(concatenate(sent.map(encodeFrame)), sizes)) {
        decoder.push(chunk);
        got.push(...drain(decoder));
      }
      expect(got).toEqual(sent.map((payload) => [...payload]));
      expect(decoder.bufferedBytes).toBe(0);
      expect(decoder.rejected).toBeUndefined();
    },
  );

  test.prop([payloads, cuts])('a frame that was given out is never written over', (sent, sizes) => {
    const decoder = new FrameDecoder({ frameBytesMax: FRAME_BYTES_MAX });
    const kept: Uint8Array[] = [];
    for (const chunk of cut(concatenate(sent.map(encodeFrame)), sizes)) {
      decoder.push(chunk);
      for (let next = decoder.next(); next !== undefined; next = decoder.next()) kept.push(next);
    }
    expect(kept.map((frame) => [...frame])).toEqual(sent.map((payload) => [...payload]));
  });

  test.prop([fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 })])(
    'takes any bytes without throwing and holds no more than came in',
    (chunks) => {
      const decoder = new FrameDecoder({ frameBytesMax: FRAME_BYTES_MAX });
      let pushed = 0;
      for (const chunk of chunks) {
        decoder.push(chunk);
        pushed += chunk.length;
        for (const frame of drain(decoder)) expect(frame.length).toBeLessThanOrEqual(64);
        expect(decoder.bufferedBytes).toBeLessThanOrEqual(Math.min(pushed, 64 + 200 + 4));
      }
    },
  );

  test.prop([payloads, fc.uint8Array({ minLength: 1, maxLength: 90 })])(
    'gives the rest to the next reader untouched',
    (sent, rest) => {
      const decoder = new FrameDecoder({ frameBytesMax: FRAME_BYTES_MAX });
      decoder.push(concatenate([...sent.map(encodeFrame), rest]));
      for (const payload of sent) expect([...(decoder.next() ?? [])]).toEqual([...payload]);
      expect([...decoder.takeRest()]).toEqual([...rest]);
      expect(decoder.bufferedBytes).toBe(0);
    },
  );

  test('refuses a length above the bound before its bytes come, and reads no more', () => {
    const decoder = new FrameDecoder({ frameBytesMax: FRAME_BYTES_MAX });
    decoder.push(Uint8Array.of(0xff, 0xff, 0xff, 0xff));
    expect(decoder.next()).toBeUndefined();
    expect(decoder.rejected).toBe('frame-too-large');
    decoder.push(encodeFrame(Uint8Array.of(1)));
    expect(decoder.next()).toBeUndefined();
    expect(decoder.bufferedBytes).toBe(0);
  });

  test('a frame of exactly the bound passes', () => {
    const decoder = new FrameDecoder({ frameBytesMax: FRAME_BYTES_MAX });
    decoder.push(encodeFrame(new Uint8Array(FRAME_BYTES_MAX)));
    expect(decoder.next()?.length).toBe(FRAME_BYTES_MAX);
    expect(FRAME_HEADER_BYTES).toBe(4);
  });
});
