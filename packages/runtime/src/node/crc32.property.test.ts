import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { crc32, crc32ByTable } from './crc32.js';

const bytes = fc.uint8Array({ maxLength: 2000 });

it('gives the check value of the polynomial', () => {
  const digits = Uint8Array.from('123456789', (digit) => digit.charCodeAt(0));
  expect(crc32(digits)).toBe(0xcbf43926);
  expect(crc32ByTable(digits)).toBe(0xcbf43926);
});

test.prop([bytes])('is the same by table and by zlib', (whole) => {
  expect(crc32ByTable(whole)).toBe(crc32(whole));
});

test.prop([bytes, bytes])('goes on where it ended', (first, second) => {
  const whole = Uint8Array.from([...first, ...second]);
  expect(crc32(second, crc32(first))).toBe(crc32(whole));
  expect(crc32ByTable(second, crc32ByTable(first))).toBe(crc32(whole));
});
