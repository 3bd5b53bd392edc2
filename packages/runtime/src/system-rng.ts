import { randomFillSync } from 'node:crypto';
import type { Rng } from './core/rng.js';

const BUFFERED_WORDS = 256;

/** Randomness from the operating system, drawn in blocks. */
export function createSystemRng(): Rng {
  const words = new Uint32Array(BUFFERED_WORDS);
  let next = BUFFERED_WORDS;
  return {
    uint32(): number {
      if (next === BUFFERED_WORDS) {
        randomFillSync(words);
        next = 0;
      }
      const word = words[next] ?? 0;
      next += 1;
      return word;
    },
  };
}
