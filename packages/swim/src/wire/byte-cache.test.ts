import { describe, expect, it } from 'vitest';
import { ByteCache } from './byte-cache.js';

describe('the byte cache', () => {
  it('hands out equal bytes as one object, and does not keep its input', () => {
    const cache = new ByteCache();
    const input = Uint8Array.of(127, 0, 0, 1, 127, 0, 0, 1);
    const first = cache.read(input, 0, 4);
    expect(cache.read(input, 4, 4)).toBe(first);
    input.fill(9);
    expect(first).toEqual(Uint8Array.of(127, 0, 0, 1));
    expect(first.buffer.byteLength).toBe(4);
  });

  it('never mixes up bytes, however many there are', () => {
    const cache = new ByteCache();
    for (let round = 0; round < 2; round += 1) {
      for (let number = 0; number < 3000; number += 1) {
        const address = Uint8Array.of(10, 0, number >>> 8, number & 0xff);
        expect(cache.read(address, 0, 4)).toEqual(address);
        expect(cache.read(address, 2, 2)).toEqual(address.subarray(2));
      }
    }
  });

  it('copies what is too long to be kept', () => {
    const cache = new ByteCache();
    const input = new Uint8Array(40).fill(3);
    expect(cache.read(input, 4, 30)).toEqual(new Uint8Array(30).fill(3));
    expect(cache.read(input, 4, 30)).not.toBe(cache.read(input, 4, 30));
  });
});
