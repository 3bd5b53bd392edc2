import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from './byte-writer.js';
import { FrameDecoder, type FrameFault, writeFrame } from './frame.js';

function framed(bodies: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter();
  for (const body of bodies) writeFrame(writer, () => writer.bytes(body));
  return writer.view();
}

/** Cuts bytes at the given places, in any order. */
function cutUp(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const sorted = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  const ends = [...sorted, bytes.length];
  return ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
}

const body = fc.uint8Array({ minLength: 1, maxLength: 200 });

describe('frames', () => {
  it('are found again however the stream was cut up', () => {
    fc.assert(
      fc.property(fc.array(body), fc.array(fc.nat()), (bodies, places) => {
        const found: number[][] = [];
        const decoder = new FrameDecoder(200, (frame) => found.push([...frame]));
        for (const chunk of cutUp(framed(bodies), places)) {
          expect(decoder.push(chunk)).toBeUndefined();
        }
        expect(found).toEqual(bodies.map((bytes) => [...bytes]));
      }),
    );
  });

  it('are copied by whoever keeps them where they would keep more than twice as much', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1 }), fc.array(fc.nat()), (bodies, places) => {
        const decoder = new FrameDecoder(200, (frame, isOwned) => {
          if (isOwned)
            expect(frame.length * 2 + 16).toBeGreaterThanOrEqual(frame.buffer.byteLength);
        });
        // As a socket gives them, each in memory of its own.
        for (const chunk of cutUp(framed(bodies), places)) decoder.push(new Uint8Array(chunk));
      }),
    );
    const owned: boolean[] = [];
    const decoder = new FrameDecoder(200, (_, isOwned) => owned.push(isOwned));
    decoder.push(new Uint8Array(framed([new Uint8Array(9), new Uint8Array(99)])));
    expect(owned).toEqual([false, true]);
  });

  it('are refused when a byte of them was changed', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, change) => {
        const stream = new Uint8Array(framed([bytes]));
        const place = 4 + (at % (stream.length - 4));
        stream[place] = (stream[place] ?? 0) ^ change;
        const decoder = new FrameDecoder(200, () => expect.fail('the frame was accepted'));
        expect(decoder.push(stream)).toBe('frame-checksum');
      }),
    );
  });

  it('are refused when they announce too much, before anything is kept for them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 201, max: 0xffffffff }), fc.nat(7), (length, cut) => {
        const writer = new ByteWriter();
        writer.u32(length);
        writer.u32(0);
        const decoder = new FrameDecoder(200, () => undefined);
        const faults: (FrameFault | undefined)[] = cutUp(writer.view(), [cut]).map((chunk) =>
          chunk.length === 0 ? undefined : decoder.push(chunk),
        );
        // A header that came in two pieces is judged with the first byte behind it.
        faults.push(decoder.push(Uint8Array.of(1)));
        expect(faults).toContain('frame-too-large');
      }),
    );
  });
});
