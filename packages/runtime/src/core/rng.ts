import { invariant } from './invariant.js';

/** The only source of randomness a core may use. */
export interface Rng {
  /** A uniformly distributed integer in [0, 2^32). */
  uint32(): number;
}

/**
 * A small, fast, fully reproducible generator: the same seed gives the same numbers for ever.
 * Not for secrets.
 *
 * Source: xoshiro128** by Blackman and Vigna, seeded with splitmix32.
 */
export function seededRng(seed: number): Rng {
  let mix = seed >>> 0;
  const splitmix32 = (): number => {
    mix = (mix + 0x9e3779b9) >>> 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let a = splitmix32();
  let b = splitmix32();
  let c = splitmix32();
  let d = splitmix32();
  return {
    uint32(): number {
      const product = Math.imul(b, 5);
      const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      return result;
    },
  };
}

/** A uniform real number in [0, 1) with 53 bits. */
export function randomRatio(rng: Rng): number {
  const high = rng.uint32() >>> 5;
  const low = rng.uint32() >>> 6;
  return (high * 0x4000000 + low) / 0x20000000000000;
}

/** A uniform integer in [0, bound), without modulo bias. `bound` is 1 to 2^32. */
export function randomBelow(rng: Rng, bound: number): number {
  invariant(
    Number.isInteger(bound) && bound >= 1 && bound <= 2 ** 32,
    `bound ${bound} out of range`,
  );
  const limit = 2 ** 32 - (2 ** 32 % bound);
  let value = rng.uint32();
  while (value >= limit) value = rng.uint32();
  return value % bound;
}

/** A uniform real number in [min, max). */
export function randomBetween(rng: Rng, min: number, max: number): number {
  return min + randomRatio(rng) * (max - min);
}

/** One element, or undefined of an empty list. */
export function pick<T>(rng: Rng, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : items[randomBelow(rng, items.length)];
}

/** A shuffled copy (Fisher and Yates). */
export function shuffle<T>(rng: Rng, items: readonly T[]): T[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = randomBelow(rng, index + 1);
    const held = shuffled[index] as T;
    shuffled[index] = shuffled[other] as T;
    shuffled[other] = held;
  }
  return shuffled;
}
