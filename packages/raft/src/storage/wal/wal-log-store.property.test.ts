import { seededRng } from '@konsul/runtime';
import { VirtualDisk } from '@konsul/simulation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, HardState } from '../../core/entry.js';
import { createMemoryLogStore } from '../memory-log-store.js';
import type { LogBatch, LogState, LogStore } from '../raft-storage.js';
import { createWalLogStore } from './wal-log-store.js';

type Operation =
  | { readonly type: 'append'; readonly back: number; readonly sizes: readonly number[] }
  | { readonly type: 'vote'; readonly votedFor: string | undefined }
  | { readonly type: 'compact'; readonly keep: number }
  | { readonly type: 'reset'; readonly ahead: number }
  | { readonly type: 'reopen' }
  | { readonly type: 'crash'; readonly turns: number }
  | { readonly type: 'kill'; readonly turns: number };

/** A write takes a few; making the next segment, which follows it, some dozens. */
const turns = fc.oneof(fc.nat(6), fc.nat(60));

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('append' as const),
      back: fc.nat(6),
      sizes: fc.array(fc.nat(700), { maxLength: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('vote' as const),
      votedFor: fc.option(fc.string(), { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('compact' as const), keep: fc.nat(10) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reset' as const), ahead: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.constant({ type: 'reopen' as const }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('crash' as const), turns }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('kill' as const), turns }) },
);

/** A log and what it must hold, driven by the same operations. */
class Run {
  readonly disk: VirtualDisk;
  term = 1;
  model: LogStore = createMemoryLogStore();
  store: LogStore;

  constructor(seed: number) {
    this.disk = new VirtualDisk({ rng: seededRng(seed) });
    this.store = this.connect();
  }

  connect(): LogStore {
    const rng = seededRng(this.disk.session === undefined ? 0 : this.term);
    return createWalLogStore({
      directory: '/log',
      clusterId: 'c',
      nodeId: 'n',
      segmentBytes: 4096,
      disk: this.disk.session(),
      rng,
    });
  }

  async batchFor(wish: Operation): Promise<LogBatch | undefined> {
    const { lastIndex, baseIndex } = await this.model.open();
    this.term += 1;
    const hardState: HardState = { term: this.term, votedFor: undefined, commitIndex: baseIndex };
    if (wish.type === 'vote') {
      const voted = { ...hardState, votedFor: wish.votedFor };
      return { hardState: voted, entries: [], mustSync: true };
    }
    if (wish.type === 'reset') {
      const index = lastIndex + wish.ahead;
      return { hardState, entries: [], mustSync: true, reset: { index, term: this.term } };
    }
    if (wish.type !== 'append') return undefined;
    const from = Math.max(baseIndex + 1, lastIndex + 1 - wish.back);
    const entries = wish.sizes.map(
      (size, offset): Entry => ({
        index: from + offset,
        term: this.term,
        kind: size % 5 === 0 ? 'configuration' : 'command',
        data: new Uint8Array(size).fill(this.term & 0xff),
      }),
    );
    return { hardState, entries, mustSync: true };
  }

  async perform(wish: Operation): Promise<void> {
    if (wish.type === 'reopen') {
      await this.store.close();
      this.store = this.connect();
      expect(await content(this.store)).toEqual(await content(this.model));
    } else if (wish.type === 'compact') {
      const through = (await this.model.open()).lastIndex - wish.keep;
      await this.store.compact(through);
      await this.model.compact(through);
    } else if (wish.type === 'crash' || wish.type === 'kill') {
      await this.die(wish);
    } else {
      const batch = await this.batchFor(wish);
      if (batch === undefined) return;
      await this.store.append(batch);
      await this.model.append(batch);
    }
  }

  /**
   * Dies some way into an append, with its machine or alone: all of it is there afterwards, or
   * nothing, and what a log has said when it was opened stays true over the next loss of power.
   */
  async die({ type, turns }: { type: 'crash' | 'kill'; turns: number }): Promise<void> {
    const batch = await this.batchFor({ type: 'append', back: 2, sizes: [100, 900, 3, 600] });
    if (batch === undefined) return;
    let isAcknowledged = false;
    void this.store.append(batch).then(() => {
      isAcknowledged = true;
    });
    for (let turn = 0; turn < turns; turn += 1) await undefined;
    const wasAcknowledged = isAcknowledged;
    if (type === 'crash') this.disk.crash();
    else this.disk.killProcess();
    this.store = this.connect();
    const found = await content(this.store);
    if (type === 'kill') {
      this.disk.crash();
      this.store = this.connect();
      expect(await content(this.store)).toEqual(found);
    }
    const before = await content(this.model);
    await this.model.append(batch);
    const after = await content(this.model);
    if (wasAcknowledged || found.state.hardState.term === this.term) {
      expect(found).toEqual(after);
      return;
    }
    expect(found).toEqual(before);
    // What was lost is said again, as a core would do that was never told it was durable.
    await this.store.append(batch);
  }
}

async function content(store: LogStore): Promise<{ state: LogState; entries: readonly Entry[] }> {
  const { repair: _, logId: __, ...state } = await store.open();
  const range = { fromIndex: state.baseIndex + 1, toIndex: state.lastIndex, bytesMax: 1e9 };
  const isEmpty = state.lastIndex === state.baseIndex;
  return { state: plain(state), entries: isEmpty ? [] : plain(await store.read(range)) };
}

/** Payloads may be any kind of Uint8Array; only their bytes matter. */
function plain<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, item) => (item instanceof Uint8Array ? [...item] : item)),
  ) as T;
}

describe('write-ahead log', () => {
  it('holds what a list would hold, over rotations, truncations, restarts and crashes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.array(operation, { minLength: 1, maxLength: 40 }),
        async (seed, wishes) => {
          const run = new Run(seed);
          await run.store.open();
          for (const wish of wishes) await run.perform(wish);
          await run.store.close();
          run.store = run.connect();
          expect(await content(run.store)).toEqual(await content(run.model));
        },
      ),
      { numRuns: 150 },
    );
  });
});
