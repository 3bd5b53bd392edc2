import type { Entry } from '../../src/core/index.js';

/** A number that stands for everything applied so far, in order. */
export function chain(hash: number, entry: Entry): number {
  let value = Math.imul(hash ^ entry.index, 0x9e3779b1) ^ Math.imul(entry.term, 0x85ebca6b);
  for (const byte of entry.data) value = Math.imul(value ^ byte, 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** A state machine that only remembers what it has seen. */
export class ChainedState {
  index = 0;
  hash = 0;

  apply(entry: Entry): void {
    if (entry.index !== this.index + 1) {
      throw new Error(`applied ${entry.index} after ${this.index}`);
    }
    this.index = entry.index;
    this.hash = chain(this.hash, entry);
  }

  restore(index: number, hash: number): void {
    this.index = index;
    this.hash = hash;
  }
}
