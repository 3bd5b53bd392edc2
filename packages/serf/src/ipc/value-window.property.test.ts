import { fc, test } from '@fast-check/vitest';
import { encode } from '@msgpack/msgpack';
import { describe, expect } from 'vitest';
import { ValueWindow, type WindowState } from './value-window.js';

const BYTES_MAX = 65_536;

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double(),
    fc.string({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie('value'), { maxLength: 20 }),
    fc.dictionary(fc.string({ maxLength: 40 }), tie('value'), { maxKeys: 20 }),
  ),
})).value;

/** Bytes cut at the places given, as ratios of the whole. */
function cut(bytes: Uint8Array, ratios: readonly number[]): readonly Uint8Array[] {
  const places = ratios.map((ratio) => Math.floor(ratio * bytes.length)).sort((a, b) => a - b);
  const ends = [...places, bytes.length];
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

function takeAll(chunks: readonly Uint8Array[], bytesMax: number): (string | WindowState)[] {
  const window = new ValueWindow();
  const taken: string[] = [];
  for (const chunk of chunks) {
    window.push(chunk);
    for (;;) {
      const next = window.take(bytesMax);
      if (next === 'incomplete') break;
      taken.push(typeof next === 'string' ? next : Buffer.from(next).toString('hex'));
      if (typeof next === 'string') return taken;
    }
  }
  return taken;
}

const ratios = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });

describe('a window on a stream of values', () => {
  test.prop([fc.array(value, { maxLength: 6 }), ratios])(
    'gives every value whole, wherever the stream was cut',
    (values, places) => {
      const encoded = values.map((each) => encode(each));
      const taken = takeAll(cut(Buffer.concat(encoded), places), BYTES_MAX * 16);
      expect(taken).toEqual(encoded.map((bytes) => Buffer.from(bytes).toString('hex')));
    },
  );

  test.prop([fc.uint8Array({ maxLength: 500 }), ratios])(
    'says the same of any bytes, wherever they were cut',
    (bytes, places) => {
      expect(takeAll(cut(bytes, places), 100)).toEqual(takeAll([bytes], 100));
    },
  );

  test.prop([value, fc.integer({ min: 1, max: 200 })])(
    'gives nothing that is larger than allowed',
    (each, bytesMax) => {
      const bytes = encode(each);
      const [first] = takeAll([bytes], bytesMax);
      expect(first === 'too-large').toBe(bytes.length > bytesMax);
    },
  );
});
