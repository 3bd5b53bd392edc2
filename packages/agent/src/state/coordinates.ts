import { tableKey } from './byte-string.js';
import type { Coordinate, NetworkPosition } from './domain.js';
import { type QueryAnswer, type State, tablesIndex } from './state.js';
import type { StateTransaction } from './state-transaction.js';
import { isSame } from './structural-equality.js';
import type { WatchSet } from './watch-set.js';

/** How many dimensions a position has. Source: Vivaldi as Serf configures it. */
export const positionDimensions = 8;

/**
 * Takes over a batch of coordinates. Those of unknown nodes and such as no node can have are left
 * out: a coordinate is advice, and one bad one must not cost the rest of the batch.
 */
export function updateCoordinates(
  transaction: StateTransaction,
  batch: readonly Coordinate[],
): void {
  for (const coordinate of batch) {
    if (!isPosition(coordinate.position)) continue;
    if (transaction.get('nodes', tableKey(coordinate.node)) === undefined) continue;
    const key = tableKey(coordinate.node, coordinate.segment);
    if (isSame(coordinate, transaction.get('coordinates', key))) continue;
    transaction.tree('coordinates').put(key, coordinate);
    transaction.bump('coordinates');
  }
}

/** Removes the coordinates of a node. */
export function deleteCoordinates(transaction: StateTransaction, node: string): void {
  const count = transaction.tree('coordinates').deletePrefix(tableKey(node));
  if (count > 0) transaction.bump('coordinates');
}

function isPosition({ vector, error, adjustment, height }: NetworkPosition): boolean {
  return (
    vector.length === positionDimensions &&
    vector.every(Number.isFinite) &&
    [error, adjustment, height].every(Number.isFinite)
  );
}

/** The coordinates of a segment's nodes, by node; of all segments if none is named. */
export function listCoordinates(
  state: State,
  watch: WatchSet,
  segment?: string,
): QueryAnswer<readonly Coordinate[]> {
  const coordinates: Coordinate[] = [];
  for (const { value } of state.trees.coordinates.entriesWatched('', watch)) {
    if (segment === undefined || value.segment === segment) coordinates.push(value);
  }
  return { index: tablesIndex(state, 'coordinates'), result: coordinates };
}

/** The coordinates of a node, one for each segment. */
export function coordinatesOfNode(
  state: State,
  node: string,
  watch: WatchSet,
): QueryAnswer<readonly Coordinate[]> {
  const entries = state.trees.coordinates.entriesWatched(tableKey(node), watch);
  return {
    index: tablesIndex(state, 'coordinates'),
    result: Array.from(entries, ({ value }) => value),
  };
}

/**
 * The estimated round-trip time between two positions in seconds.
 *
 * Source: Dabek et al., "Vivaldi" (2004), section 5.4 (height vectors), with the adjustment term
 * of Ledlie et al., "Network Coordinates in the Wild" (2007).
 */
export function estimateRttSeconds(left: NetworkPosition, right: NetworkPosition): number {
  let sum = 0;
  for (let at = 0; at < left.vector.length; at += 1) {
    sum += ((left.vector[at] ?? 0) - (right.vector[at] ?? 0)) ** 2;
  }
  const raw = Math.sqrt(sum) + left.height + right.height;
  const adjusted = raw + left.adjustment + right.adjustment;
  return adjusted > 0 ? adjusted : raw;
}
