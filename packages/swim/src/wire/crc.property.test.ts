import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { crc32, crc32ByTable } from './crc.js';

it('gives the check value of the polynomial', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  expect(crc32ByTable(Buffer.from('123456789'))).toBe(0xcbf43926);
});

test.prop([fc.uint8Array({ maxLength: 2000 })])('is the same by table and by zlib', (bytes) => {
  expect(crc32ByTable(bytes)).toBe(crc32(bytes));
});
