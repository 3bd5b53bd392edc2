import { seededRng } from '@konsul/runtime';
import { VirtualDisk } from '@konsul/simulation';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../core/membership.js';
import { createFileSnapshotStore } from './file-snapshot-store.js';
import type { SnapshotDescription } from './raft-storage.js';

const directory = '/snapshots';
const configuration: Configuration = {
  voters: [{ id: 'a', address: 'one:1' }],
  votersOutgoing: [],
  learners: [],
};

function description(id: string): SnapshotDescription {
  return { id, index: 5, term: 1, configuration, configurationIndex: 1 };
}

describe('a snapshot in a file', () => {
  it.each(['write', 'sync', 'rename'] as const)(
    'leaves nothing visible behind when %s fails, and can be written again (R58)',
    async (operation) => {
      const disk = new VirtualDisk({ rng: seededRng(1) });
      const store = createFileSnapshotStore({ directory, disk });
      const sink = await store.create(description('s'));
      await sink.write(new Uint8Array(100));
      const undo = disk.inject({ operation, code: 'ENOSPC' });
      await expect(sink.commit()).rejects.toMatchObject({ code: 'ENOSPC' });
      undo();
      await store.prune(new Set());
      expect(await disk.list(directory)).toEqual([]);
      const again = await store.create(description('s'));
      await again.write(new Uint8Array(100));
      await again.commit();
      expect(await store.list()).toHaveLength(1);
    },
  );

  it('is not taken away by prune while it gets its name', async () => {
    const disk = new VirtualDisk({ rng: seededRng(1) });
    const store = createFileSnapshotStore({ directory, disk });
    const sink = await store.create(description('s'));
    const committing = sink.commit();
    for (let turn = 0; turn < 100; turn += 1) {
      void store.prune(new Set()).catch(() => undefined);
      await undefined;
    }
    await expect(committing).resolves.toMatchObject({ id: 's' });
  });

  it('that is listed outlives a loss of power, although whoever wrote it was killed (R57, R58)', async () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const disk = new VirtualDisk({ rng: seededRng(seed) });
      const store = createFileSnapshotStore({ directory, disk });
      const sink = await store.create(description('s'));
      await sink.write(new Uint8Array(100));
      disk.inject({ operation: 'syncDirectory', code: 'EIO', failCount: 1 });
      await expect(sink.commit()).rejects.toMatchObject({ code: 'EIO' });
      disk.killProcess();
      expect(await createFileSnapshotStore({ directory, disk }).list()).toHaveLength(1);
      disk.crash();
      expect(await createFileSnapshotStore({ directory, disk }).list()).toHaveLength(1);
    }
  });
});
