import { silentLogger } from '@konsul/runtime';
import { describe, expect, it } from 'vitest';
import type { SnapshotMetadata } from '../core/entry.js';
import { RaftError } from '../errors.js';
import { createMemorySnapshotStore } from '../storage/memory-snapshot-store.js';
import type { LogState, SnapshotReader, SnapshotStore } from '../storage/raft-storage.js';
import { recoverNode } from './recover-node.js';

const configuration = {
  voters: [{ id: 'a', address: 'one:1' }],
  votersOutgoing: [],
  learners: [],
};

function logFrom(baseIndex: number): LogState {
  return {
    hardState: { term: 3, votedFor: undefined, commitIndex: 20 },
    baseIndex,
    baseTerm: baseIndex === 0 ? 0 : 1,
    lastIndex: 20,
    terms: [{ firstIndex: baseIndex + 1, term: 1 }],
    configurationEntries: [],
  };
}

/** A store of snapshots of term 1, of which some are damaged behind their first byte. */
async function storeOf(indexes: readonly number[], damaged: number[] = []): Promise<SnapshotStore> {
  const store = createMemorySnapshotStore();
  for (const index of indexes) {
    const sink = await store.create({
      id: `s${index}`,
      index,
      term: 1,
      configuration,
      configurationIndex: 1,
    });
    await sink.write(Uint8Array.of(index));
    await sink.commit();
  }
  const open = store.open.bind(store);
  store.open = async (id, offsetBytes): Promise<SnapshotReader> => {
    const reader = await open(id, offsetBytes);
    const isDamaged = damaged.includes(reader.metadata.index);
    return isDamaged ? { ...reader, data: broken(reader) } : reader;
  };
  return store;
}

async function* broken({ data, metadata }: SnapshotReader): AsyncGenerator<Uint8Array> {
  yield* data;
  throw new RaftError('SNAPSHOT_CORRUPT', `snapshot ${metadata.id} is damaged`);
}

class Machine {
  readonly seen: number[] = [];

  async restore(_: SnapshotMetadata, data: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const bytes of data) this.seen.push(...bytes);
  }
}

async function recover(log: LogState, snapshotStore: SnapshotStore): Promise<number | undefined> {
  const stateMachine = new Machine();
  const recovered = await recoverNode({ log, snapshotStore, stateMachine, logger: silentLogger });
  expect(stateMachine.seen.at(-1)).toBe(recovered.snapshot?.index);
  return recovered.snapshot?.index;
}

describe('a node that starts', () => {
  it('begins from its newest snapshot', async () => {
    expect(await recover(logFrom(5), await storeOf([5, 9]))).toBe(9);
  });

  it('begins from nothing when there is no snapshot and the log is whole', async () => {
    expect(await recover(logFrom(0), await storeOf([]))).toBe(undefined);
  });

  it('passes over a snapshot that its log does not reach', async () => {
    expect(await recover(logFrom(5), await storeOf([5, 900]))).toBe(5);
  });

  it('falls back to an older snapshot when the newest is damaged', async () => {
    expect(await recover(logFrom(5), await storeOf([5, 9], [9]))).toBe(5);
  });

  it.each([0, 5])(
    'stops rather than to go on from a part of an image, log from %i',
    async (base) => {
      const store = await storeOf([5, 9], [5, 9]);
      await expect(recover(logFrom(base), store)).rejects.toMatchObject({
        code: 'STORAGE_CORRUPT',
      });
    },
  );

  it('stops when its log begins behind every snapshot', async () => {
    const store = await storeOf([3]);
    await expect(recover(logFrom(5), store)).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
  });
});
