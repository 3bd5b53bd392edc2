import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { logStoreContract } from '../testing/log-store-contract.js';
import { snapshotStoreContract } from '../testing/snapshot-store-contract.js';
import { createFileSnapshotStore } from './file-snapshot-store.js';
import { createMemoryLogStore } from './memory-log-store.js';
import { createMemorySnapshotStore } from './memory-snapshot-store.js';
import { createWalLogStore } from './wal/wal-log-store.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'konsul-raft-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('log stores', () => {
  for (const { name, run } of logStoreContract) {
    it(`memory: ${name}`, () => {
      const store = createMemoryLogStore();
      return run({ connect: () => store });
    });
    it(`write-ahead log: ${name}`, () =>
      run({
        connect: () =>
          createWalLogStore({ directory, clusterId: 'c', nodeId: 'n', segmentBytes: 8192 }),
      }));
  }
});

describe('snapshot stores', () => {
  for (const { name, run } of snapshotStoreContract) {
    it(`memory: ${name}`, () => run(createMemorySnapshotStore()));
    it(`files: ${name}`, () => run(createFileSnapshotStore({ directory })));
  }
});
