import assert from 'node:assert/strict';
import type { ContractCase } from './contract.js';
import { durabilityCases } from './log-store-durability.js';
import {
  ALL,
  batch,
  entries,
  entry,
  everything,
  type LogStoreMedium,
  logCase,
  plain,
} from './log-store-medium.js';

const basicCases: readonly ContractCase<LogStoreMedium>[] = [
  logCase('an empty log opens at index 0, term 0, without a vote', async (bench) => {
    const store = bench.connect();
    const state = await store.open();
    assert.deepEqual(state.hardState, { term: 0, votedFor: undefined, commitIndex: 0 });
    assert.deepEqual([state.baseIndex, state.baseTerm, state.lastIndex], [0, 0, 0]);
    await store.close();
  }),
  logCase(
    'what was appended is read back, and survives a restart with the hard state',
    async (bench) => {
      const store = await bench.opened();
      const hardState = { term: 2, votedFor: 'a', commitIndex: 3 };
      const configuration = entry(5, 2, 'configuration');
      await store.append(batch({ hardState, entries: [...entries(1, 4, 1), configuration] }));
      const range = { fromIndex: 1, toIndex: 5, ...ALL };
      assert.deepEqual(plain(await store.read(range)), [...entries(1, 4, 1), configuration]);
      const [again, state] = await bench.restarted(store);
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
  ),
  logCase('entries replace everything from their first index on', async (bench) => {
    const store = await bench.opened();
    await store.append(batch({ entries: entries(1, 9, 1) }));
    await store.append(batch({ entries: [...entries(4, 5, 2)] }));
    const [again, state] = await bench.restarted(store);
    assert.equal(state.lastIndex, 5);
    assert.deepEqual(state.terms, [
      { firstIndex: 1, term: 1 },
      { firstIndex: 4, term: 2 },
    ]);
    const read = await again.read({ fromIndex: 3, toIndex: 5, ...ALL });
    assert.deepEqual(plain(read), [entry(3, 1), ...entries(4, 5, 2)]);
    await again.close();
  }),
  logCase('a read stops at the byte limit but gives at least one entry', async (bench) => {
    const store = await bench.opened();
    await store.append(batch({ entries: entries(1, 50, 1) }));
    assert.deepEqual(plain(await store.read({ fromIndex: 7, toIndex: 50, bytesMax: 1 })), [
      entry(7, 1),
    ]);
    await store.close();
  }),
  logCase('compacted entries are refused, the others stay, over a restart too', async (bench) => {
    const store = await bench.opened();
    await store.append(batch({ entries: [...entries(1, 6, 1), ...entries(7, 10, 3)] }));
    await store.compact(8);
    await assert.rejects(store.read({ fromIndex: 8, toIndex: 9, ...ALL }), {
      code: 'LOG_COMPACTED',
    });
    const [again, state] = await bench.restarted(store);
    assert.deepEqual([state.baseIndex, state.baseTerm, state.lastIndex], [8, 3, 10]);
    assert.deepEqual(state.terms, [{ firstIndex: 9, term: 3 }]);
    assert.deepEqual(plain(await again.read({ fromIndex: 9, toIndex: 10, ...ALL })), [
      ...entries(9, 10, 3),
    ]);
    await again.close();
  }),
  logCase(
    'a reset empties the log and begins anew, in one step with the hard state',
    async (bench) => {
      const store = await bench.opened();
      await store.append(batch({ entries: entries(1, 10, 1) }));
      const hardState = { term: 5, votedFor: undefined, commitIndex: 40 };
      const reset = { index: 40, term: 4 };
      await store.append(batch({ hardState, reset, entries: entries(41, 42, 5) }));
      const [again, state] = await bench.restarted(store);
      assert.deepEqual(state.hardState, hardState);
      assert.deepEqual([state.baseIndex, state.baseTerm, state.lastIndex], [40, 4, 42]);
      await again.close();
    },
  ),
  logCase('appends complete in the order of their calls', async (bench) => {
    const store = await bench.opened();
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map(async (index) => {
        await store.append(batch({ entries: [entry(index, 1)] }));
        order.push(index);
      }),
    );
    assert.deepEqual(order, [1, 2, 3, 4]);
    await store.close();
  }),
];

const holdingCases: readonly ContractCase<LogStoreMedium>[] = [
  logCase('what a read gave stays as it was, whatever is done to the log later', async (bench) => {
    const store = await bench.opened();
    await store.append(batch({ entries: entries(1, 6, 1) }));
    const given = await store.read({ fromIndex: 1, toIndex: 3, ...ALL });
    const expected = entries(1, 3, 1);
    assert.deepEqual(plain(given), expected);
    await store.read({ fromIndex: 4, toIndex: 6, ...ALL });
    assert.deepEqual(plain(given), expected, 'another read must not change it');
    await store.append(batch({ entries: entries(2, 9, 2) }));
    assert.deepEqual(plain(given), expected, 'entries that replace it must not change it');
    await store.compact(5);
    await store.close();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(plain(given), expected, 'neither compaction nor closing may change it');
  }),
  logCase('a batch that would leave a gap is refused, and leaves none', async (bench) => {
    const [one, two] = [entries(1, 3, 1), entries(5, 6, 1)];
    let store = await bench.opened();
    await store.append(batch({ entries: one }));
    for (const bad of [two, [entry(4, 1), entry(6, 1)]]) {
      const appending = store.append(batch({ entries: bad }));
      await assert.rejects(appending, Error, 'an append with a gap must reject');
      const [again, state] = await bench.restarted(store);
      assert.equal(state.lastIndex, 3, 'nothing of a batch with a gap is taken');
      assert.deepEqual(await everything(again, state), one);
      await again.append(batch({ entries: one }));
      store = again;
    }
    await store.close();
  }),
  logCase('what was compacted is not written again', async (bench) => {
    const store = await bench.opened();
    await store.append(batch({ entries: entries(1, 6, 1) }));
    await store.compact(4);
    await assert.rejects(store.append(batch({ entries: entries(4, 5, 2) })), Error);
    const [again, state] = await bench.restarted(store);
    assert.deepEqual([state.baseIndex, state.baseTerm], [4, 1]);
    assert.deepEqual(await everything(again, state), entries(5, 6, 1));
    await again.close();
  }),
  logCase('close settles what was appended before, and keeps it', async (bench) => {
    const store = await bench.opened();
    const appending = Promise.allSettled(
      [1, 2, 3].map((at) => store.append(batch({ entries: [entry(at, 1)] }))),
    );
    await store.close();
    const outcomes = await appending;
    const isKept = outcomes.every(({ status }) => status === 'fulfilled');
    assert.ok(isKept, 'what was accepted before close must be durable then');
    const [again, state] = await bench.reopened();
    assert.equal(state.lastIndex, 3);
    await again.close();
  }),
  logCase('a store that is closed takes nothing more', async (bench) => {
    const store = await bench.opened();
    await store.append(batch({ entries: [entry(1, 1)] }));
    await store.close();
    const refused = { code: 'STORAGE_FAILED' };
    await assert.rejects(store.append(batch({ entries: [entry(2, 1)] })), refused);
    await assert.rejects(store.compact(1), refused);
    const [again, state] = await bench.reopened();
    assert.deepEqual([state.baseIndex, state.lastIndex], [0, 1]);
    await again.close();
  }),
  logCase('a medium that a store has open is refused to a second one', async (bench) => {
    bench.needTwoStores();
    const store = await bench.opened();
    await store.append(batch({ entries: [entry(1, 1)] }));
    const locked = { code: 'STORAGE_LOCKED' };
    await assert.rejects(bench.opened(), locked, 'a second store must not open the medium');
    await store.append(batch({ entries: [entry(2, 1)] }));
    const [again, state] = await bench.restarted(store);
    assert.equal(state.lastIndex, 2);
    await again.close();
  }),
];

/** What {@link LogStore} promises, checked from outside: run every case on a medium of its own. */
export const logStoreContract: readonly ContractCase<LogStoreMedium>[] = [
  ...basicCases,
  ...holdingCases,
  ...durabilityCases,
];
