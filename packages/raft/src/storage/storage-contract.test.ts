import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRng } from '@konsul/runtime';
import { VirtualDisk } from '@konsul/simulation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LogStoreMedium, logStoreContract, snapshotStoreContract } from '../testing/index.js';
import { createFileSnapshotStore } from './file-snapshot-store.js';
import { createMemoryLogStore } from './memory-log-store.js';
import { createMemorySnapshotStore } from './memory-snapshot-store.js';
import { segmentHeaderBytes } from './wal/segment-header.js';
import { createWalLogStore } from './wal/wal-log-store.js';

/** The machine may have other work. */
const patient = { timeoutMs: 30_000 };
const directory = 'log';
const identity = { clusterId: 'c', nodeId: 'n' };
const segmentBytes = 8192;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'konsul-raft-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A write-ahead log on a disk that breaks in whatever way it is told to. */
function walOnVirtualDisk(): LogStoreMedium {
  const disk = new VirtualDisk({ rng: seededRng(1) });
  /** Overwrites what is in the log from a byte on. */
  const change = async (find: (bytes: Uint8Array) => [start: number, end: number]) => {
    const file = await disk.open(`${directory}/0000000001.wal`);
    const bytes = await file.read(0, await file.size());
    const [start, end] = find(bytes);
    await file.writeDurably(
      start,
      bytes.slice(start, end).map((byte) => byte ^ 0xff),
    );
    await file.close();
  };
  return {
    connect: () =>
      createWalLogStore({ ...identity, segmentBytes, directory, disk: disk.session() }),
    crash: () => disk.crash(),
    failNextWrite: () => void disk.inject({ operation: 'write', code: 'EIO', failCount: 1 }),
    tearLastBatch: () =>
      change((bytes) => {
        const end = bytes.reduce((last, byte, at) => (byte === 0 ? last : at), 0) + 1;
        return [end - 40, end];
      }),
    damageFirstBatch: () => change(() => [segmentHeaderBytes + 20, segmentHeaderBytes + 21]),
  };
}

describe('log stores', () => {
  // Memory has nothing below it that could break, and only one that has it open.
  const needsMedium =
    /crash|appended without|failed write|torn last|damaged before|to a second one/;

  for (const { name, run } of logStoreContract) {
    it(`memory: ${name}`, async () => {
      const store = createMemoryLogStore();
      const outcome = await run({ connect: () => store }, patient);
      expect(outcome.type).toBe(needsMedium.test(name) ? 'not-applicable' : 'holds');
    });
    it(`write-ahead log in files: ${name}`, async () => {
      const options = { directory: join(folder, 'log'), ...identity, segmentBytes };
      await run({ connect: () => createWalLogStore(options) }, patient);
    });
    it(`write-ahead log: ${name}`, async () => {
      expect(await run(walOnVirtualDisk(), patient)).toEqual({ type: 'holds' });
    });
  }
});

describe('snapshot stores', () => {
  for (const { name, run } of snapshotStoreContract) {
    it(`memory: ${name}`, async () => void (await run(createMemorySnapshotStore(), patient)));
    it(`files: ${name}`, async () =>
      void (await run(createFileSnapshotStore({ directory: folder, ...identity }), patient)));
  }
});
