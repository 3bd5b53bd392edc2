import assert from 'node:assert/strict';
import type { HardState } from '../core/entry.js';
import { isRaftError } from '../errors.js';
import type { ContractCase } from './contract.js';
import {
  batch,
  entries,
  entry,
  everything,
  type LogStoreMedium,
  logCase,
} from './log-store-medium.js';

/** Crashes tear where chance has it, so that they are tried more than once. */
const CRASHES = 12;
const BATCH_ENTRIES = 3;
const FAILED = { code: 'STORAGE_FAILED' };

function stateOf(term: number): HardState {
  return { term, votedFor: 'n', commitIndex: 0 };
}

/** Lets the event loop turn, so that a crash finds a store at another place each time. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Cases that need a hold of what lies below the store. */
export const durabilityCases: readonly ContractCase<LogStoreMedium>[] = [
  logCase('what append has resolved for survives a crash, with its hard state', async (bench) => {
    bench.need('crash');
    let store = await bench.opened();
    for (let term = 1; term <= CRASHES; term += 1) {
      await store.append(batch({ hardState: stateOf(term), entries: [entry(term, term)] }));
      await bench.call('crash');
      const [again, state] = await bench.reopened();
      assert.equal(state.lastIndex, term, 'an acknowledged entry must survive');
      assert.deepEqual(state.hardState, stateOf(term));
      store = again;
    }
    await store.close();
  }),
  logCase(
    'a crash while appending leaves whole batches, in order, and all acknowledged',
    async (bench) => {
      bench.need('crash');
      let store = await bench.opened();
      let lastTerm = 0;
      for (let round = 1; round <= CRASHES; round += 1) {
        const before = lastTerm;
        let acknowledgedTerm = before;
        const appending = [1, 2, 3, 4].map(async (step) => {
          const term = before + step;
          const from = (term - 1) * BATCH_ENTRIES + 1;
          const list = entries(from, from + BATCH_ENTRIES - 1, term);
          await store.append(batch({ hardState: stateOf(term), entries: list }));
          acknowledgedTerm = term;
        });
        const [first] = appending;
        for (const one of appending) one.catch(() => undefined);
        if (round % 2 === 0) await first;
        await turns(round % 6);
        await bench.call('crash');
        const [again, state] = await bench.reopened();
        lastTerm = state.hardState.term;
        assert.ok(
          lastTerm >= acknowledgedTerm,
          `term ${acknowledgedTerm} was acknowledged, and is lost`,
        );
        assert.equal(
          state.lastIndex,
          lastTerm * BATCH_ENTRIES,
          'a batch is there as a whole or not at all',
        );
        const terms = (await everything(again, state)).map((held) => held.term);
        const expected = terms.map((_, at) => Math.floor(at / BATCH_ENTRIES) + 1);
        assert.deepEqual(terms, expected);
        store = again;
      }
      await store.close();
    },
  ),
  logCase(
    'a crash while entries are replaced leaves the old ones or the new ones',
    async (bench) => {
      bench.need('crash');
      let store = await bench.opened();
      let held = entries(1, 6, 1);
      await store.append(batch({ entries: held }));
      for (let term = 2; term <= CRASHES; term += 1) {
        const replaced = [...held.slice(0, 2), ...entries(3, 3 + (term % 4), term)];
        store.append(batch({ entries: replaced.slice(2) })).catch(() => undefined);
        await turns(term % 4);
        await bench.call('crash');
        const [again, state] = await bench.reopened();
        const found = await everything(again, state);
        assert.deepEqual(found, found[2]?.term === term ? replaced : held);
        held = found;
        store = again;
      }
      await store.close();
    },
  ),
  logCase('what was appended without a flush is there if anything after it is', async (bench) => {
    bench.need('crash');
    const store = await bench.opened();
    await store.append(batch({ hardState: stateOf(1), entries: entries(1, 2, 1) }));
    await store.append(batch({ hardState: { ...stateOf(1), commitIndex: 2 }, mustSync: false }));
    await store.append(batch({ entries: [entry(3, 1)] }));
    await bench.call('crash');
    const [again, state] = await bench.reopened();
    assert.deepEqual([state.lastIndex, state.hardState.commitIndex], [3, 2]);
    await again.close();
  }),
  logCase(
    'after a failed write everything is refused, and what was acknowledged is kept',
    async (bench) => {
      bench.need('failNextWrite');
      const store = await bench.opened();
      await store.append(batch({ entries: entries(1, 3, 1) }));
      await bench.call('failNextWrite');
      await assert.rejects(store.append(batch({ entries: [entry(4, 1)] })), FAILED);
      await assert.rejects(
        store.append(batch({ entries: [entry(4, 2)] })),
        FAILED,
        'for ever after',
      );
      await assert.rejects(store.compact(2), FAILED);
      await store.close().catch((error: unknown) => {
        if (!isRaftError(error)) throw error;
      });
      const [again, state] = await bench.reopened();
      const found = await everything(again, state);
      assert.deepEqual(found.slice(0, 3), entries(1, 3, 1));
      assert.deepEqual(found.slice(3), state.lastIndex === 4 ? [entry(4, 1)] : []);
      await again.close();
    },
  ),
  logCase('a torn last batch is cut off and reported, and nothing before it', async (bench) => {
    bench.need('tearLastBatch');
    const store = await bench.opened();
    await store.append(batch({ hardState: stateOf(1), entries: entries(1, 3, 1) }));
    await store.append(batch({ hardState: stateOf(2), entries: entries(4, 9, 2) }));
    await store.close();
    await bench.call('tearLastBatch');
    const [again, state] = await bench.reopened();
    assert.deepEqual([state.lastIndex, state.hardState], [3, stateOf(1)]);
    assert.deepEqual(await everything(again, state), entries(1, 3, 1));
    assert.ok(state.repair !== undefined, 'what was cut off must be reported');
    await again.append(batch({ entries: entries(4, 5, 3) }));
    const [last, mended] = await bench.restarted(again);
    assert.deepEqual([mended.lastIndex, mended.repair], [5, undefined]);
    assert.deepEqual((await everything(last, mended)).slice(3), entries(4, 5, 3));
    await last.close();
  }),
  logCase('a log that is damaged before its end is not opened', async (bench) => {
    bench.need('damageFirstBatch');
    const store = await bench.opened();
    for (let at = 1; at <= 4; at += 1) await store.append(batch({ entries: [entry(at, at)] }));
    await store.close();
    await bench.call('damageFirstBatch');
    await assert.rejects(bench.opened(), { code: 'STORAGE_CORRUPT' });
  }),
];
