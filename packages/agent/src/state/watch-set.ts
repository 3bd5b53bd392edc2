import type { ByteString } from './byte-string.js';

/** Takes back a registration; calling it again does nothing. */
export type CancelWatch = () => void;

/**
 * Where a query says what its answer depends on: single keys and whole prefixes of tables.
 *
 * @remarks Watches are positions in the key space and not handles of tree nodes. So a watch on a
 * key or prefix fires exactly when something there changes, whether or not it exists yet, and
 * trees are nothing but data.
 */
export interface WatchSet {
  /** Fires when this key is put or deleted. */
  addKey(table: string, key: ByteString): void;
  /** Fires when any key with this prefix is put or deleted. */
  addPrefix(table: string, prefix: ByteString): void;
}

/** For a query that nobody waits on. */
export const ignoredWatches: WatchSet = { addKey(): void {}, addPrefix(): void {} };

/** A watch set that can be waited on. */
export interface WaitableWatchSet extends WatchSet {
  /**
   * Calls back once, when the first of the watches fires or the store is abandoned.
   *
   * To be called in the same turn in which the state was read. If the state has moved since this
   * set was made, the callback is called before this returns: what was read may be outdated.
   */
  onFire(callback: () => void): CancelWatch;
}

/** Keys changed by one commit to one table. */
export interface TouchedKeys {
  readonly table: string;
  readonly keys: readonly ByteString[];
}

/** What a {@link CollectedWatches} needs of the registry that made it. */
export interface CollectedWatchesOptions {
  /** The version of the state that the query is about to read. */
  readonly version: number;
  /** How many positions it may hold before it watches whole tables. */
  readonly watchCountMax: number;
  /** Registers a waiter for all that was collected. */
  wait(set: CollectedWatches, callback: () => void): CancelWatch;
}

/** Collects positions; touches the registry only if somebody really waits. */
export class CollectedWatches implements WaitableWatchSet {
  readonly keys: Map<string, Set<ByteString>> = new Map();
  readonly prefixes: Map<string, Set<ByteString>> = new Map();
  readonly version: number;
  readonly #options: CollectedWatchesOptions;
  #count = 0;

  constructor(options: CollectedWatchesOptions) {
    this.version = options.version;
    this.#options = options;
  }

  addKey(table: string, key: ByteString): void {
    this.#add(this.keys, table, key);
  }

  addPrefix(table: string, prefix: ByteString): void {
    this.#add(this.prefixes, table, prefix);
  }

  onFire(callback: () => void): CancelWatch {
    return this.#options.wait(this, callback);
  }

  #add(to: Map<string, Set<ByteString>>, table: string, position: ByteString): void {
    this.#count += 1;
    if (this.#count > this.#options.watchCountMax) {
      this.#watchWhole(table);
      return;
    }
    const positions = to.get(table);
    if (positions === undefined) to.set(table, new Set([position]));
    else positions.add(position);
  }

  #watchWhole(table: string): void {
    this.keys.delete(table);
    this.prefixes.set(table, new Set(['']));
  }
}
