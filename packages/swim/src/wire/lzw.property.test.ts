import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { LzwDecoder } from './lzw-decoder.js';
import { LzwEncoder } from './lzw-encoder.js';

const CAP = 1 << 20;
const encoder = new LzwEncoder();
const decoder = new LzwDecoder();

function compress(input: Uint8Array): Uint8Array {
  const output = encoder.encode(input, CAP);
  if (output === undefined) throw new Error('the output exceeds the cap');
  return Uint8Array.from(output);
}

/** The algorithm as the literature gives it: a dictionary of strings, codes as a list. */
function modelCodes(input: Uint8Array): { code: number; width: number }[] {
  const codes: { code: number; width: number }[] = [{ code: 256, width: 9 }];
  let table = new Map<string, number>();
  let last = 257;
  let width = 9;
  let current = '';
  const codeOf = (text: string): number =>
    text.length === 1 ? text.charCodeAt(0) : (table.get(text) ?? -1);
  const emitted = (text: string): boolean => {
    codes.push({ code: codeOf(text), width });
    last += 1;
    if (last === 2 ** width) width += 1;
    if (last < 4095) return true;
    codes.push({ code: 256, width });
    table = new Map();
    last = 257;
    width = 9;
    return false;
  };
  for (const byte of input) {
    const next = current + String.fromCharCode(byte);
    if (current === '' || table.has(next)) current = next;
    else {
      if (emitted(current)) table.set(next, last);
      current = String.fromCharCode(byte);
    }
  }
  if (current !== '') emitted(current);
  codes.push({ code: 257, width });
  return codes;
}

function packed(codes: readonly { code: number; width: number }[]): Uint8Array {
  const bits = codes.flatMap(({ code, width }) =>
    Array.from({ length: width }, (_, bit) => (code >>> bit) & 1),
  );
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [index, bit] of bits.entries())
    bytes[index >>> 3] = (bytes[index >>> 3] ?? 0) | (bit << (index & 7));
  return bytes;
}

/** Inputs that fill the table, repeat themselves, or do neither. */
const input = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.uint8Array({ maxLength: 2000, max: 3 }),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 800 }))
    .map(([unit, count]) => Uint8Array.from(Buffer.concat(new Array(count).fill(unit)))),
  fc.tuple(fc.nat(), fc.integer({ min: 3000, max: 12_000 })).map(([seed, length]) => {
    let state = seed;
    return Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
      return (state >>> 16) & 0xff;
    });
  }),
);

describe('compression', () => {
  test.prop([input], { numRuns: 60 })('gives the codes that a plain model gives', (input) => {
    expect(compress(input)).toEqual(packed(modelCodes(input)));
  });

  test.prop([input])('is undone by expansion', (input) => {
    const decoding = decoder.decode(compress(input), input.length);
    expect(decoding.type).toBe('bytes');
    if (decoding.type === 'bytes') expect(Uint8Array.from(decoding.bytes)).toEqual(input);
  });

  test.prop([input])('gives up as soon as the cap is passed', (input) => {
    const length = compress(input).length;
    expect(encoder.encode(input, length)).toHaveLength(length);
    expect(encoder.encode(input, length - 1)).toBeUndefined();
  });

  it('is the same when its table has been used for longer than generations count', () => {
    const input = Uint8Array.from(Buffer.from('abababacabac'));
    const expected = compress(input);
    for (let round = 0; round < 5000; round += 1) expect(compress(input)).toEqual(expected);
  });
});

describe('expansion', () => {
  test.prop([input.filter((input) => input.length > 0)])('never exceeds the cap', (input) => {
    expect(decoder.decode(compress(input), input.length - 1)).toEqual({
      type: 'reject',
      reason: 'too-large',
    });
  });

  test.prop([fc.uint8Array({ maxLength: 500 })])('survives arbitrary bytes', (bytes) => {
    const decoding = decoder.decode(bytes, 4096);
    if (decoding.type === 'bytes') expect(decoding.bytes.length).toBeLessThanOrEqual(4096);
  });

  test.prop([input, fc.nat()])('refuses data without an end', (input, cut) => {
    const compressed = compress(input);
    expect(decoder.decode(compressed.subarray(0, cut % compressed.length), CAP).type).toBe(
      'reject',
    );
  });

  it('goes on at 12 bits with a full table when no clear code comes', () => {
    // Only literals: the decoder's table fills up, the encoder never clears it.
    const literals = Array.from({ length: 6000 }, (_, index) => index % 251);
    const codes = literals.map((code, index) => ({
      code,
      width: Math.min(12, 32 - Math.clz32(Math.max(256, 257 + index))),
    }));
    const end = { code: 257, width: 12 };
    const decoding = decoder.decode(packed([{ code: 256, width: 9 }, ...codes, end]), CAP);
    expect(decoding.type).toBe('bytes');
    if (decoding.type === 'bytes') expect([...decoding.bytes]).toEqual(literals);
  });

  it('refuses a code that the table does not have', () => {
    const bytes = packed([
      { code: 256, width: 9 },
      { code: 97, width: 9 },
      { code: 259, width: 9 },
      { code: 257, width: 9 },
    ]);
    expect(decoder.decode(bytes, CAP)).toEqual({ type: 'reject', reason: 'bad-compression' });
  });

  it('gives bytes that later calls do not change', () => {
    const first = decoder.decode(compress(Uint8Array.from(Buffer.from('first'))), CAP);
    decoder.decode(compress(Uint8Array.from(Buffer.from('other'))), CAP);
    expect(first.type === 'bytes' && first.bytes.toString()).toBe('first');
  });
});
