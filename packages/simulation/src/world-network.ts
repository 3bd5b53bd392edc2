import type { NetworkEvent } from './network-options.js';

/** One observer that calls those there are. */
export function networkObserver(
  ...observers: readonly (((event: NetworkEvent) => void) | undefined)[]
): {
  readonly observe?: (event: NetworkEvent) => void;
} {
  const [first, second] = observers.filter((observer) => observer !== undefined);
  if (first === undefined) return {};
  if (second === undefined) return { observe: first };
  return {
    observe: (event) => {
      first(event);
      second(event);
    },
  };
}

/** 10.0.0.1, 10.0.0.2 and so on, leaving out addresses that end in 0 or 255. */
export function defaultAddress(index: number): string {
  const low = (index % 254) + 1;
  const high = Math.floor(index / 254);
  return `10.${Math.floor(high / 256)}.${high % 256}.${low}`;
}
