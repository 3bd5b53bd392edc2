import type { ByteString } from './byte-string.js';
import type { KvPair } from './domain.js';
import { type QueryAnswer, type State, tablesIndex } from './state.js';
import type { StateTransaction } from './state-transaction.js';
import { isSameBytes } from './structural-equality.js';
import { newestTombstone, putTombstone } from './tombstones.js';
import type { WatchSet } from './watch-set.js';

/** What a put writes. */
export interface KvWrite {
  readonly key: ByteString;
  readonly value: Uint8Array;
  readonly flags: bigint;
}

/** Writes a pair. One that already says the same keeps its index. Locks are left as they are. */
export function setKv(transaction: StateTransaction, write: KvWrite): void {
  const existing = transaction.get('kv', write.key);
  if (
    existing !== undefined &&
    existing.flags === write.flags &&
    isSameBytes(existing.value, write.value)
  ) {
    return;
  }
  transaction.tree('kv').put(write.key, {
    key: write.key,
    value: write.value,
    flags: write.flags,
    lockIndex: existing?.lockIndex ?? 0,
    session: existing?.session ?? '',
    createIndex: existing?.createIndex ?? transaction.index,
    modifyIndex: transaction.index,
  });
  transaction.bump('kv');
}

/**
 * Writes a pair if the key was last changed at `expectedIndex`; 0: if it is absent.
 *
 * @returns whether the expectation held.
 */
export function casKv(
  transaction: StateTransaction,
  write: KvWrite,
  expectedIndex: number,
): boolean {
  const existing = transaction.get('kv', write.key);
  if ((existing?.modifyIndex ?? 0) !== expectedIndex) return false;
  setKv(transaction, write);
  return true;
}

/** Deletes a key; nothing happens where there is none. */
export function deleteKv(transaction: StateTransaction, key: ByteString): void {
  if (!transaction.tree('kv').delete(key)) return;
  transaction.bump('kv');
  putTombstone(transaction, key);
}

/**
 * Deletes a key if it was last changed at `expectedIndex`.
 *
 * @returns whether it is gone: true also where there was none.
 */
export function deleteKvCas(
  transaction: StateTransaction,
  key: ByteString,
  expectedIndex: number,
): boolean {
  const existing = transaction.get('kv', key);
  if (existing === undefined) return true;
  if (existing.modifyIndex !== expectedIndex) return false;
  deleteKv(transaction, key);
  return true;
}

/** Deletes every key with a prefix. */
export function deleteKvTree(transaction: StateTransaction, prefix: ByteString): void {
  if (transaction.tree('kv').deletePrefix(prefix) === 0) return;
  transaction.bump('kv');
  // What was deleted below is older than this one: it must not answer for the prefix any more.
  transaction.tree('tombstones').deletePrefix(prefix);
  putTombstone(transaction, prefix);
}

/** One pair. Its index is its own; that of an absent key is the table's. */
export function getKv(
  state: State,
  key: ByteString,
  watch: WatchSet,
): QueryAnswer<KvPair | undefined> {
  const result = state.trees.kv.getWatched(key, watch);
  return { index: result?.modifyIndex ?? tablesIndex(state, 'kv', 'tombstones'), result };
}

/** The pairs whose keys begin with a prefix, in byte order. */
export function listKv(
  state: State,
  prefix: ByteString,
  watch: WatchSet,
): QueryAnswer<readonly KvPair[]> {
  const pairs: KvPair[] = [];
  let newest = 0;
  for (const { value } of state.trees.kv.entriesWatched(prefix, watch)) {
    pairs.push(value);
    if (value.modifyIndex > newest) newest = value.modifyIndex;
  }
  return { index: prefixIndex(state, prefix, newest), result: pairs };
}

/**
 * The keys that begin with a prefix, in byte order. With a separator, keys that have it after the
 * prefix are cut off behind it, and each cut form stands there once.
 */
export function listKvKeys(
  state: State,
  query: { readonly prefix: ByteString; readonly separator?: ByteString },
  watch: WatchSet,
): QueryAnswer<readonly ByteString[]> {
  const { prefix, separator = '' } = query;
  const keys: ByteString[] = [];
  let newest = 0;
  let folded: ByteString | undefined;
  for (const { key, value } of state.trees.kv.entriesWatched(prefix, watch)) {
    if (value.modifyIndex > newest) newest = value.modifyIndex;
    if (folded !== undefined && key.startsWith(folded)) continue;
    const at = separator === '' ? -1 : key.indexOf(separator, prefix.length);
    folded = at < 0 ? undefined : key.slice(0, at + separator.length);
    keys.push(folded ?? key);
  }
  return { index: prefixIndex(state, prefix, newest), result: keys };
}

/** Deleted keys count: without them a prefix's index would go backwards with its newest key. */
function prefixIndex(state: State, prefix: ByteString, newest: number): number {
  if (prefix === '') return tablesIndex(state, 'kv', 'tombstones');
  const index = Math.max(newest, newestTombstone(state, prefix));
  return index > 0 ? index : tablesIndex(state, 'kv', 'tombstones');
}
