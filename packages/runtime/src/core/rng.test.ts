import { describe, expect, it } from 'vitest';
import { pick, randomBelow, randomBetween, randomRatio, seededRng, shuffle } from './rng.js';

describe('seededRng', () => {
  it('gives the same numbers for the same seed, for ever', () => {
    const rng = seededRng(42);
    const first = [rng.uint32(), rng.uint32(), rng.uint32()];
    expect(first).toMatchInlineSnapshot(`
      [
        2837322924,
        544945897,
        479756282,
      ]
    `);
    const again = seededRng(42);
    expect([again.uint32(), again.uint32(), again.uint32()]).toEqual(first);
    expect(seededRng(43).uint32()).not.toBe(first[0]);
  });

  it('stays within 32 bits and hits every part of the range', () => {
    const rng = seededRng(1);
    const counts = new Array<number>(16).fill(0);
    for (let index = 0; index < 16_000; index += 1) {
      const value = rng.uint32();
      expect(Number.isInteger(value) && value >= 0 && value < 2 ** 32).toBe(true);
      counts[value >>> 28] = (counts[value >>> 28] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('drawing', () => {
  it('gives ratios in [0, 1) and values between the bounds', () => {
    const rng = seededRng(2);
    for (let index = 0; index < 1000; index += 1) {
      const ratio = randomRatio(rng);
      expect(ratio >= 0 && ratio < 1).toBe(true);
      const between = randomBetween(rng, -5, 5);
      expect(between >= -5 && between < 5).toBe(true);
    }
    expect(randomRatio({ uint32: () => 0xffffffff })).toBeLessThan(1);
    expect(randomRatio({ uint32: () => 0 })).toBe(0);
  });

  it('draws again rather than favour small integers', () => {
    const draws = [0xffffffff, 7];
    expect(randomBelow({ uint32: () => draws.shift() ?? 0 }, 10)).toBe(7);
    expect(draws).toEqual([]);
    expect(randomBelow({ uint32: () => 0xffffffff }, 2 ** 32)).toBe(0xffffffff);
    expect(randomBelow(seededRng(1), 1)).toBe(0);
  });

  it('refuses bounds that cannot be drawn from', () => {
    for (const bound of [0, -1, 1.5, 2 ** 32 + 1, Number.NaN]) {
      expect(() => randomBelow(seededRng(1), bound)).toThrow('[INVARIANT_BROKEN]');
    }
  });

  it('picks from a list, and nothing from an empty one', () => {
    expect(pick(seededRng(1), [])).toBeUndefined();
    const picked = new Set(
      Array.from({ length: 100 }, (_, seed) => pick(seededRng(seed), 'abc'.split(''))),
    );
    expect([...picked].sort()).toEqual(['a', 'b', 'c']);
  });

  it('shuffles a copy, and every order is possible', () => {
    const items = Object.freeze(['a', 'b', 'c']);
    const orders = new Set<string>();
    for (let seed = 0; seed < 200; seed += 1) orders.add(shuffle(seededRng(seed), items).join(''));
    expect(orders.size).toBe(6);
  });
});
