import { type Rng, randomBelow } from '@konsul/runtime/core';

/** One item of a list that has some. */
export function drawn<Item>(rng: Rng, items: readonly Item[]): Item {
  return items[randomBelow(rng, items.length)] as Item;
}
