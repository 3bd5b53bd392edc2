import { expect, test } from 'vitest';
import { createSystemRng } from '../system-rng.js';
import { randomKey } from './random-key.js';

test('a key is base64 of 32 bytes, every one of them random', () => {
  let next = 0;
  const counted = { uint32: () => 0x0101_0101 * ++next };
  expect(Buffer.from(randomKey(counted), 'base64').toString('hex')).toBe(
    [1, 2, 3, 4, 5, 6, 7, 8].map((word) => `0${word}`.repeat(4)).join(''),
  );
  const rng = createSystemRng();
  expect(randomKey(rng)).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  expect(randomKey(rng)).not.toBe(randomKey(rng));
});
