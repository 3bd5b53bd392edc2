import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  byteStringOf,
  bytesOf,
  foldCase,
  fromByteString,
  tableKey,
  toByteString,
} from './byte-string.js';

const text = fc.string({ unit: 'binary', maxLength: 20 });

describe('byte strings', () => {
  test.prop([text])('spell text as UTF-8 does', (value) => {
    expect(bytesOf(toByteString(value))).toEqual(new Uint8Array(Buffer.from(value, 'utf8')));
    expect(fromByteString(toByteString(value))).toBe(value);
  });

  test.prop([fc.uint8Array({ maxLength: 40 })])('keep any bytes as they are', (bytes) => {
    expect(bytesOf(byteStringOf(bytes))).toEqual(new Uint8Array(bytes));
    expect(byteStringOf(bytes).length).toBe(bytes.length);
  });

  test.prop([fc.uint8Array({ maxLength: 12 })])(
    'read bytes that are no UTF-8 without throwing',
    (bytes) => {
      const isValid = Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf8').equals(bytes);
      const read = fromByteString(byteStringOf(bytes));
      if (isValid) expect(read).toBe(Buffer.from(bytes).toString('utf8'));
      else expect(read).toContain('\ufffd');
    },
  );

  test.prop([text, text])('order text by its bytes', (left, right) => {
    const order = Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right)));
    const [a, b] = [toByteString(left), toByteString(right)];
    expect(a < b ? -1 : a > b ? 1 : 0).toBe(order);
  });

  it('fold only the case of ASCII, which no engine sees differently', () => {
    expect(foldCase('Web-ÄÖ-İ')).toBe('web-ÄÖ-İ');
    expect(tableKey('Node', 'a')).toBe('node\0a\0');
  });

  it('convert long byte arrays without exhausting the stack', () => {
    const bytes = new Uint8Array(1_000_000).fill(0x61);
    expect(byteStringOf(bytes)).toBe('a'.repeat(1_000_000));
  });
});
