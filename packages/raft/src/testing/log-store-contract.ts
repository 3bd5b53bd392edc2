import assert from 'node:assert/strict';
import type { Entry, EntryKind } from '../core/entry.js';
import type { LogBatch, LogState, LogStore } from '../storage/raft-storage.js';
import type { ContractCase } from './contract.js';

/** A fresh, empty place for a log to be kept. */
export interface LogStoreMedium {
  /** A store over what is kept; called again after `close` to stand for a restart. */
  readonly connect: () => LogStore;
}

const ALL = { bytesMax: Number.MAX_SAFE_INTEGER };

function entry(index: number, term: number, kind: EntryKind = 'command'): Entry {
  return { index, term, kind, data: Uint8Array.of(index & 0xff, term & 0xff, 7) };
}

function entries(from: number, to: number, term: number): Entry[] {
  return Array.from({ length: to - from + 1 }, (_, offset) => entry(from + offset, term));
}

function batch(change: Partial<LogBatch>): LogBatch {
  return { entries: [], mustSync: true, ...change };
}

async function restarted(medium: LogStoreMedium, store: LogStore): Promise<[LogStore, LogState]> {
  await store.close();
  const again = medium.connect();
  return [again, await again.open()];
}

/** What {@link LogStore} promises, checked from outside: run every case on a medium of its own. */
export const logStoreContract: readonly ContractCase<LogStoreMedium>[] = [
  {
    name: 'an empty log opens at index 0, term 0, without a vote',
    run: async (medium) => {
      const store = medium.connect();
      const state = await store.open();
      assert.deepEqual(state.hardState, { term: 0, votedFor: undefined, commitIndex: 0 });
      assert.deepEqual([state.baseIndex, state.baseTerm, state.lastIndex], [0, 0, 0]);
      await store.close();
    },
  },
  {
    name: 'what was appended is read back, and survives a restart with the hard state',
    run: async (medium) => {
      const store = medium.connect();
      await store.open();
      const hardState = { term: 2, votedFor: 'a', commitIndex: 3 };
      const configuration = entry(5, 2, 'configuration');
      await store.append(batch({ hardState, entries: [...entries(1, 4, 1), configuration] }));
      const range = { fromIndex: 1, toIndex: 5, ...ALL };
      assert.deepEqual(plain(await store.read(range)), [...entries(1, 4, 1), configuration]);
      const [again, state] = await restarted(medium, store);
      assert.deepEqual(state.hardState, hardState);
      assert.equal(state.lastIndex, 5);
      assert.deepEqual(state.terms, [
        { firstIndex: 1, term: 1 },
        { firstIndex: 5, term: 2 },
      ]);
      assert.deepEqual(plain(state.configurationEntries), [configuration]);
      assert.deepEqual(plain(await again.read({ ...range, fromIndex: 5 })), [configuration]);
      await again.close();
    },
  },
  {
    name: 'entries replace everything from their first index on',
    run: async (medium) => {
      const store = medium.connect();
      await store.open();
      await store.append(batch({ entries: entries(1, 9, 1) }));
      await store.append(batch({ entries: [...entries(4, 5, 2)] }));
      const [again, state] = await restarted(medium, store);
      assert.equal(state.lastIndex, 5);
      assert.deepEqual(state.terms, [
        { firstIndex: 1, term: 1 },
        { firstIndex: 4, term: 2 },
      ]);
      const read = await again.read({ fromIndex: 3, toIndex: 5, ...ALL });
      assert.deepEqual(plain(read), [entry(3, 1), ...entries(4, 5, 2)]);
      await again.close();
    },
  },
  {
    name: 'a read stops at the byte limit but gives at least one entry',
    run: async (medium) => {
      const store = medium.connect();
      await store.open();
      await store.append(batch({ entries: entries(1, 50, 1) }));
      assert.deepEqual(plain(await store.read({ fromIndex: 7, toIndex: 50, bytesMax: 1 })), [
        entry(7, 1),
      ]);
      await store.close();
    },
  },
  {
    name: 'compacted entries are refused, the others stay, over a restart too',
    run: async (medium) => {
      const store = medium.connect();
      await store.open();
      await store.append(batch({ entries: [...entries(1, 6, 1), ...entries(7, 10, 3)] }));
      await store.compact(8);
      await assert.rejects(store.read({ fromIndex: 8, toIndex: 9, ...ALL }), {
        code: 'LOG_COMPACTED',
      });
      const [again, state] = await restarted(medium, store);
      assert.deepEqual([state.baseIndex, state.baseTerm, state.lastIndex], [8, 3, 10]);
      assert.deepEqual(state.terms, [{ firstIndex: 9, term: 3 }]);
      assert.deepEqual(plain(await again.read({ fromIndex: 9, toIndex: 10, ...ALL })), [
        ...entries(9, 10, 3),
      ]);
      await again.close();
    },
  },
  {
    name: 'a reset empties the log and begins anew, in one step with the hard state',
    run: async (medium) => {
      const store = medium.connect();
      await store.open();
      await store.append(batch({ entries: entries(1, 10, 1) }));
      const hardState = { term: 5, votedFor: undefined, commitIndex: 40 };
      const reset = { index: 40, term: 4 };
      await store.append(batch({ hardState, reset, entries: entries(41, 42, 5) }));
      const [again, state] = await restarted(medium, store);
      assert.deepEqual(state.hardState, hardState);
      assert.deepEqual([state.baseIndex, state.baseTerm, state.lastIndex], [40, 4, 42]);
      await again.close();
    },
  },
  {
    name: 'appends complete in the order of their calls',
    run: async (medium) => {
      const store = medium.connect();
      await store.open();
      const order: number[] = [];
      await Promise.all(
        [1, 2, 3, 4].map(async (index) => {
          await store.append(batch({ entries: [entry(index, 1)] }));
          order.push(index);
        }),
      );
      assert.deepEqual(order, [1, 2, 3, 4]);
      await store.close();
    },
  },
];

/** Payloads may be of any subclass of Uint8Array; only their bytes are compared. */
function plain(list: readonly Entry[]): Entry[] {
  return list.map((item) => ({ ...item, data: Uint8Array.from(item.data) }));
}
