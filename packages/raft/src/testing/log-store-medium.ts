import assert from 'node:assert/strict';
import type { Entry, EntryKind } from '../core/entry.js';
import type { LogBatch, LogRange, LogState, LogStore } from '../storage/raft-storage.js';
import { type ContractCase, contractCase, NotApplicable, type Wait } from './contract.js';

/**
 * A fresh, empty place for a log to be kept. The hooks reach below the store; a case that needs a
 * hook which is missing is not applicable, and says so.
 */
export interface LogStoreMedium {
  /**
   * A store over what is kept; called again after `close` or a hook to stand for a restart. One
   * that can be opened only once at a time, like a directory, gives another store at each call.
   */
  readonly connect: () => LogStore;
  /**
   * Cuts the power: of what is not durable any part may be lost, also half of a batch, and every
   * store connected so far is dead; its calls may settle or not.
   */
  readonly crash?: () => void | Promise<void>;
  /** Makes the very next write or flush fail, once; the medium is sound again afterwards. */
  readonly failNextWrite?: () => void | Promise<void>;
  /** While no store is open: leaves of the last batch no more than a part, as a crash may. */
  readonly tearLastBatch?: () => void | Promise<void>;
  /** While no store is open: changes a byte of a batch that another one follows. */
  readonly damageFirstBatch?: () => void | Promise<void>;
}

type Hook = 'crash' | 'failNextWrite' | 'tearLastBatch' | 'damageFirstBatch';

/** Every entry of a range, however large. */
export const ALL: { readonly bytesMax: number } = { bytesMax: Number.MAX_SAFE_INTEGER };

export function entry(index: number, term: number, kind: EntryKind = 'command'): Entry {
  return { index, term, kind, data: Uint8Array.of(index & 0xff, term & 0xff, 7) };
}

export function entries(from: number, to: number, term: number): Entry[] {
  return Array.from({ length: to - from + 1 }, (_, offset) => entry(from + offset, term));
}

export function batch(change: Partial<LogBatch>): LogBatch {
  return { entries: [], mustSync: true, ...change };
}

/** Payloads may be of any subclass of Uint8Array; only their bytes are compared. */
export function plain(list: readonly Entry[]): Entry[] {
  return list.map((item) => ({ ...item, data: Uint8Array.from(item.data) }));
}

/** A medium whose stores are closed in the end, and whose calls are awaited in bounded time. */
export class LogBench {
  readonly #medium: LogStoreMedium;
  readonly #wait: Wait;
  readonly #open = new Set<LogStore>();

  constructor(medium: LogStoreMedium, wait: Wait) {
    this.#medium = medium;
    this.#wait = wait;
  }

  connect(): LogStore {
    const store = this.#medium.connect();
    const wait = this.#wait;
    return {
      open: async () => {
        const state = await wait('open to settle', () => store.open());
        this.#open.add(store);
        return state;
      },
      append: (appended) => wait(`${nameOf(appended)} to settle`, () => store.append(appended)),
      read: (range: LogRange) =>
        wait(`read of ${range.fromIndex} to ${range.toIndex} to settle`, () => store.read(range)),
      compact: (through) => wait(`compact(${through}) to settle`, () => store.compact(through)),
      close: async () => {
        await wait('close to settle', () => store.close());
        this.#open.delete(store);
      },
    };
  }

  async opened(): Promise<LogStore> {
    const store = this.connect();
    await store.open();
    return store;
  }

  async restarted(store: LogStore): Promise<[LogStore, LogState]> {
    await store.close();
    return await this.reopened();
  }

  async reopened(): Promise<[LogStore, LogState]> {
    const again = this.connect();
    return [again, await again.open()];
  }

  /** Throws where there is only one store, however often one connects. */
  needTwoStores(): void {
    const first = this.#medium.connect();
    if (this.#medium.connect() !== first) return;
    throw new NotApplicable('connect always gives the same store');
  }

  /** Throws where the medium lacks a hook, before anything is done to it. */
  need(...hooks: readonly Hook[]): void {
    const missing = hooks.filter((hook) => this.#medium[hook] === undefined);
    if (missing.length > 0) throw new NotApplicable(`the medium has no ${missing.join(', ')}`);
  }

  async call(hook: Hook): Promise<void> {
    if (hook === 'crash') this.#open.clear();
    await this.#wait(`${hook} of the medium to end`, async () => this.#medium[hook]?.());
  }

  async dispose(): Promise<void> {
    await Promise.allSettled([...this.#open].map((store) => store.close()));
  }
}

export function logCase(
  name: string,
  body: (bench: LogBench) => Promise<void>,
): ContractCase<LogStoreMedium> {
  const create = (medium: LogStoreMedium, wait: Wait): LogBench => new LogBench(medium, wait);
  return contractCase(name, { create, dispose: (bench) => bench.dispose() }, body);
}

/** Reads everything that a state says is there. */
export async function everything(store: LogStore, state: LogState): Promise<Entry[]> {
  const { baseIndex, lastIndex } = state;
  if (lastIndex === baseIndex) return [];
  const read = await store.read({ fromIndex: baseIndex + 1, toIndex: lastIndex, ...ALL });
  assert.equal(read.length, lastIndex - baseIndex, 'every entry up to lastIndex is there');
  return plain(read);
}

function nameOf({ entries: list, hardState }: LogBatch): string {
  const [first] = list;
  if (first === undefined) return `append of ${hardState === undefined ? 'nothing' : 'hard state'}`;
  return `append of ${first.index} to ${first.index + list.length - 1}`;
}
