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

  describe('whose state machine has a disk of its own', () => {
    async function start(
      index: number,
      { log, snapshots }: { log: LogState; snapshots: readonly number[] },
    ): Promise<{ seen: number[]; appliedIndex: number | undefined; snapshot: number | undefined }> {
      const stateMachine = Object.assign(new Machine(), { lastApplied: () => index });
      const snapshotStore = await storeOf(snapshots);
      const options = { log, snapshotStore, stateMachine, logger: silentLogger };
      const { appliedIndex, snapshot } = await recoverNode(options);
      return { seen: stateMachine.seen, appliedIndex, snapshot: snapshot?.index };
    }

    it('goes on where that stands, and restores nothing', async () => {
      const log = logFrom(5);
      expect(await start(12, { log, snapshots: [8] })).toEqual({
        seen: [],
        appliedIndex: 12,
        snapshot: 8,
      });
      expect(await start(7, { log, snapshots: [8] })).toMatchObject({ seen: [], appliedIndex: 7 });
      const whole = logFrom(0);
      expect(await start(3, { log: whole, snapshots: [] })).toMatchObject({ appliedIndex: 3 });
    });

    it('restores where the log does not reach that far back', async () => {
      const log = logFrom(5);
      const started = await start(4, { log, snapshots: [8] });
      expect(started).toEqual({ seen: [8], appliedIndex: undefined, snapshot: 8 });
    });

    it('stops when that is ahead of the log, which must have lost its end', async () => {
      const ahead = start(21, { log: logFrom(0), snapshots: [] });
      await expect(ahead).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
    });
  });
});
