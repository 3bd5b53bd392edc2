import { crc32, seededRng } from '@konsul/runtime';
import { VirtualDisk } from '@konsul/simulation';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../core/membership.js';
import { ByteWriter } from '../wire/byte-writer.js';
import { writeSnapshotMetadata } from '../wire/snapshot-metadata-codec.js';
import { createFileSnapshotStore } from './file-snapshot-store.js';
import type { SnapshotDescription } from './raft-storage.js';

const directory = '/snapshots';
const owner = { directory, clusterId: 'c', nodeId: 'a' };
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
      const store = createFileSnapshotStore({ ...owner, disk });
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
    const store = createFileSnapshotStore({ ...owner, disk });
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
      const store = createFileSnapshotStore({ ...owner, disk });
      const sink = await store.create(description('s'));
      await sink.write(new Uint8Array(100));
      disk.inject({ operation: 'syncDirectory', code: 'EIO', failCount: 1 });
      await expect(sink.commit()).rejects.toMatchObject({ code: 'EIO' });
      disk.killProcess();
      expect(await createFileSnapshotStore({ ...owner, disk }).list()).toHaveLength(1);
      disk.crash();
      expect(await createFileSnapshotStore({ ...owner, disk }).list()).toHaveLength(1);
    }
  });
});

describe('a directory of snapshots', () => {
  async function written(logId?: string): Promise<VirtualDisk> {
    const disk = new VirtualDisk({ rng: seededRng(1) });
    const store = createFileSnapshotStore({ ...owner, disk });
    const kept = { ...description('s'), ...(logId !== undefined && { logId }) };
    const sink = await store.create(kept);
    await sink.write(new Uint8Array(10));
    await sink.commit();
    return disk;
  }

  it.each([{ clusterId: 'blue' }, { nodeId: 'b' }])(
    'is refused to another owner: %o',
    async (other) => {
      const disk = await written();
      const before = await disk.readFile('/snapshots/s.snapshot');
      const store = createFileSnapshotStore({ ...owner, ...other, disk });
      const refused = {
        code: 'STORAGE_FOREIGN',
        message: expect.stringContaining('/snapshots/s.snapshot belongs to node a of cluster c'),
      };
      await expect(store.list()).rejects.toMatchObject(refused);
      await expect(store.open('s')).rejects.toMatchObject(refused);
      expect(await disk.readFile('/snapshots/s.snapshot')).toEqual(before);
    },
  );

  it('remembers beside which log each was kept', async () => {
    const disk = await written('1f');
    const store = createFileSnapshotStore({ ...owner, disk });
    expect(await store.list()).toEqual([{ ...description('s'), logId: '1f', sizeBytes: 10 }]);
  });

  it('of the first release, which says nothing of its owner, is read', async () => {
    const disk = await written();
    const path = '/snapshots/s.snapshot';
    const metadata = new ByteWriter();
    writeSnapshotMetadata(metadata, { ...description('s'), sizeBytes: 10 });
    const footer = new ByteWriter();
    footer.bytes(metadata.view());
    footer.u32(crc32(metadata.view()));
    footer.u32(metadata.length);
    footer.u32(0x504e534b);
    const file = await disk.open(path);
    await file.truncate(14);
    await file.write(14, footer.view());
    await file.close();
    const store = createFileSnapshotStore({ ...owner, clusterId: 'any', disk });
    expect(await store.list()).toEqual([{ ...description('s'), sizeBytes: 10 }]);
  });

  it('names the file and the block that is damaged', async () => {
    const disk = await written();
    const file = await disk.open('/snapshots/s.snapshot');
    await file.write(6, Uint8Array.of(9));
    await file.close();
    const { data } = await createFileSnapshotStore({ ...owner, disk }).open('s');
    await expect(data[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'SNAPSHOT_CORRUPT',
      message: expect.stringContaining(
        '/snapshots/s.snapshot is damaged in block 0, bytes 0 to 13',
      ),
    });
  });
});
