import { tableKey } from '../state/byte-string.js';
import { estimateRttSeconds } from '../state/coordinates.js';
import type { CatalogNode, NetworkPosition, TextMap } from '../state/domain.js';
import type { State } from '../state/state.js';

/** Whether a node's metadata has all of `wanted`; undefined where nothing is, so nothing to check. */
export function nodeMetaFilter(wanted: TextMap): ((node: CatalogNode) => boolean) | undefined {
  const pairs = Object.entries(wanted);
  if (pairs.length === 0) return undefined;
  return ({ meta }) =>
    pairs.every(([name, value]) => Object.hasOwn(meta, name) && meta[name] === value);
}

/**
 * The items in order of the estimated round-trip time of their nodes from `near`. Those at the same
 * distance keep their order; those without coordinates come last. Nothing moves if `near` is
 * empty or has no coordinates.
 */
export function sortByDistance<Item>(
  state: State,
  items: readonly Item[],
  by: { readonly near: string; nodeOf(item: Item): string },
): readonly Item[] {
  const source = by.near === '' ? undefined : positionsOf(state, by.near);
  if (source === undefined || source.size === 0) return items;
  const distances = new Map<string, number>();
  const distanceOf = (item: Item): number => {
    const node = by.nodeOf(item);
    const known = distances.get(node);
    if (known !== undefined) return known;
    const distance = distanceBetween(source, positionsOf(state, node));
    distances.set(node, distance);
    return distance;
  };
  const ranked = items.map((item) => ({ item, distance: distanceOf(item) }));
  // Two infinite distances have no difference, so they are compared and not subtracted.
  ranked.sort((left, right) =>
    left.distance === right.distance ? 0 : left.distance < right.distance ? -1 : 1,
  );
  return ranked.map(({ item }) => item);
}

type Positions = ReadonlyMap<string, NetworkPosition>;

function positionsOf(state: State, node: string): Positions {
  const positions = new Map<string, NetworkPosition>();
  for (const { value } of state.trees.coordinates.entries(tableKey(node))) {
    positions.set(value.segment, value.position);
  }
  return positions;
}

/** Compared in the segment of whichever side is in one only; a server is in several. */
function distanceBetween(left: Positions, right: Positions): number {
  const [only] = right.size === 1 ? right.keys() : left.size === 1 ? left.keys() : [''];
  const segment = only ?? '';
  const from = left.get(segment);
  const to = right.get(segment);
  return from === undefined || to === undefined ? Infinity : estimateRttSeconds(from, to);
}
