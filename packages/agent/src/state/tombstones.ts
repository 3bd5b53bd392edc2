import type { ByteString } from './byte-string.js';
import type { State } from './state.js';
import type { StateTransaction } from './state-transaction.js';

/** Remembers that a key, or everything with that prefix, was deleted now. */
export function putTombstone(transaction: StateTransaction, key: ByteString): void {
  transaction.tree('tombstones').put(key, transaction.index);
  transaction.bump('tombstones');
}

/** Forgets the tombstones of `upToIndex` and before; the leader says when they are old enough. */
export function reapTombstones(transaction: StateTransaction, upToIndex: number): void {
  const doomed: ByteString[] = [];
  for (const { key, value } of transaction.entries('tombstones')) {
    if (value <= upToIndex) doomed.push(key);
  }
  if (doomed.length === 0) return;
  const tree = transaction.tree('tombstones');
  for (const key of doomed) tree.delete(key);
  transaction.bump('tombstones');
}

/** The index of the newest tombstone under a prefix; 0 where there is none. */
export function newestTombstone(state: State, prefix: ByteString): number {
  let newest = 0;
  for (const { value } of state.trees.tombstones.entries(prefix)) {
    if (value > newest) newest = value;
  }
  return newest;
}
