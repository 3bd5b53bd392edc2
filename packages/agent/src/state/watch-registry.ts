import type { ByteString } from './byte-string.js';
import type { TouchedKeys } from './watch-set.js';
import { type CancelWatch, CollectedWatches, type WaitableWatchSet } from './watch-set.js';

/** One waiter: what it waits for, until it fires or is cancelled. */
interface Waiter {
  readonly callback: () => void;
  readonly keys: ReadonlyMap<string, ReadonlySet<ByteString>>;
  readonly prefixes: ReadonlyMap<string, ReadonlySet<ByteString>>;
}

/** The waiters of one table. */
class TableWaiters {
  readonly byKey: Map<ByteString, Set<Waiter>> = new Map();
  readonly byPrefix: Map<ByteString, Set<Waiter>> = new Map();
  /** How many distinct prefixes of each length are watched: the only lengths a change looks up. */
  readonly prefixCountByLength: Map<number, number> = new Map();

  addKey(key: ByteString, waiter: Waiter): void {
    const waiters = this.byKey.get(key);
    if (waiters === undefined) this.byKey.set(key, new Set([waiter]));
    else waiters.add(waiter);
  }

  removeKey(key: ByteString, waiter: Waiter): void {
    const waiters = this.byKey.get(key);
    if (waiters?.delete(waiter) && waiters.size === 0) this.byKey.delete(key);
  }

  addPrefix(prefix: ByteString, waiter: Waiter): void {
    const waiters = this.byPrefix.get(prefix);
    if (waiters !== undefined) {
      waiters.add(waiter);
      return;
    }
    this.byPrefix.set(prefix, new Set([waiter]));
    const count = this.prefixCountByLength.get(prefix.length) ?? 0;
    this.prefixCountByLength.set(prefix.length, count + 1);
  }

  removePrefix(prefix: ByteString, waiter: Waiter): void {
    const waiters = this.byPrefix.get(prefix);
    if (!waiters?.delete(waiter) || waiters.size > 0) return;
    this.byPrefix.delete(prefix);
    const count = this.prefixCountByLength.get(prefix.length) ?? 0;
    if (count > 1) this.prefixCountByLength.set(prefix.length, count - 1);
    else this.prefixCountByLength.delete(prefix.length);
  }

  collect(key: ByteString, into: Set<Waiter>): void {
    for (const waiter of this.byKey.get(key) ?? []) into.add(waiter);
    for (const length of this.prefixCountByLength.keys()) {
      if (length > key.length) continue;
      for (const waiter of this.byPrefix.get(key.slice(0, length)) ?? []) into.add(waiter);
    }
  }
}

/** Options of a {@link WatchRegistry}. */
export interface WatchRegistryOptions {
  /**
   * How many keys and prefixes one watch set may hold. Beyond it the set watches the tables it
   * names as a whole, which may wake its waiter for nothing but never misses. Default 8192.
   */
  readonly watchCountMax?: number;
}

/** Who waits for which part of the state. The mutable side of watching; owned by the state holder. */
export class WatchRegistry {
  readonly #tables: Map<string, TableWaiters> = new Map();
  readonly #waiters: Set<Waiter> = new Set();
  readonly #watchCountMax: number;
  #version = 0;

  constructor(options: WatchRegistryOptions = {}) {
    this.#watchCountMax = options.watchCountMax ?? 8192;
  }

  /** How many waiters there are. */
  get waiterCount(): number {
    return this.#waiters.size;
  }

  /** An empty watch set for a query about to be run on the current state. */
  createWatchSet(): WaitableWatchSet {
    return new CollectedWatches({
      version: this.#version,
      watchCountMax: this.#watchCountMax,
      wait: (set, callback) =>
        this.#wait({ callback, keys: set.keys, prefixes: set.prefixes }, set.version),
    });
  }

  /** Calls back whoever waits for one of these keys. To be called after the state was swapped. */
  fire(touched: readonly TouchedKeys[]): void {
    if (touched.length === 0) return;
    this.#version += 1;
    if (this.#waiters.size === 0) return;
    const woken = new Set<Waiter>();
    for (const { table, keys } of touched) {
      const waiters = this.#tables.get(table);
      if (waiters === undefined) continue;
      for (const key of keys) waiters.collect(key, woken);
    }
    this.#wake(woken);
  }

  /** Calls back everybody: the state was replaced as a whole. */
  fireAll(): void {
    this.#version += 1;
    this.#wake(new Set(this.#waiters));
  }

  #wait(waiter: Waiter, version: number): CancelWatch {
    if (version !== this.#version) {
      waiter.callback();
      return () => {};
    }
    this.#waiters.add(waiter);
    for (const [table, keys] of waiter.keys) {
      for (const key of keys) this.#table(table).addKey(key, waiter);
    }
    for (const [table, prefixes] of waiter.prefixes) {
      for (const prefix of prefixes) this.#table(table).addPrefix(prefix, waiter);
    }
    return () => this.#remove(waiter);
  }

  /** Removes all of them before the first callback runs, since a callback may wait anew. */
  #wake(waiters: ReadonlySet<Waiter>): void {
    for (const waiter of waiters) this.#remove(waiter);
    const failures: unknown[] = [];
    for (const waiter of waiters) {
      try {
        waiter.callback();
      } catch (error) {
        failures.push(error);
      }
    }
    // One waiter's defect must not keep the others asleep, nor be hidden.
    if (failures.length > 0) throw failures[0];
  }

  #remove(waiter: Waiter): void {
    if (!this.#waiters.delete(waiter)) return;
    for (const [table, keys] of waiter.keys) {
      for (const key of keys) this.#table(table).removeKey(key, waiter);
    }
    for (const [table, prefixes] of waiter.prefixes) {
      for (const prefix of prefixes) this.#table(table).removePrefix(prefix, waiter);
    }
  }

  #table(name: string): TableWaiters {
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const created = new TableWaiters();
    this.#tables.set(name, created);
    return created;
  }
}
