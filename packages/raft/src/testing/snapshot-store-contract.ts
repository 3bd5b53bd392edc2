import assert from 'node:assert/strict';
import type { SnapshotDescription, SnapshotStore } from '../storage/raft-storage.js';
import type { ContractCase } from './contract.js';

const IMAGE_BYTES = 200_000;

function describe(index: number): SnapshotDescription {
  return {
    id: `s${index}`,
    index,
    term: 3,
    configuration: {
      voters: [{ id: 'a', address: 'one:1' }],
      votersOutgoing: [],
      learners: [{ id: 'b', address: 'two:2', promotion: 'automatic' }],
    },
    configurationIndex: 1,
  };
}

function image(seed: number): Uint8Array {
  return Uint8Array.from({ length: IMAGE_BYTES }, (_, at) => (at * 31 + seed * 17) & 0xff);
}

async function contentOf(store: SnapshotStore, id: string, offset?: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await store.open(id, offset)).data) chunks.push(new Uint8Array(chunk));
  return Buffer.concat(chunks);
}

async function save(store: SnapshotStore, index: number): Promise<void> {
  const sink = await store.create(describe(index));
  const bytes = image(index);
  for (let at = 0; at < bytes.length; at += 30_000) await sink.write(bytes.slice(at, at + 30_000));
  const metadata = await sink.commit();
  assert.deepEqual(metadata, { ...describe(index), sizeBytes: IMAGE_BYTES });
}

/** What {@link SnapshotStore} promises; run every case on an empty store of its own. */
export const snapshotStoreContract: readonly ContractCase<SnapshotStore>[] = [
  {
    name: 'a committed snapshot is listed and read back from any offset',
    run: async (store) => {
      await save(store, 10);
      assert.deepEqual(await store.list(), [{ ...describe(10), sizeBytes: IMAGE_BYTES }]);
      const whole = Buffer.from(image(10));
      assert.ok((await contentOf(store, 's10')).equals(whole));
      for (const offset of [1, 65_536, 65_537, 199_999, IMAGE_BYTES]) {
        assert.ok((await contentOf(store, 's10', offset)).equals(whole.subarray(offset)));
      }
    },
  },
  {
    name: 'an unfinished snapshot is not visible',
    run: async (store) => {
      const sink = await store.create(describe(10));
      await sink.write(image(1));
      assert.deepEqual(await store.list(), []);
      await assert.rejects(store.open('s10'), { code: 'SNAPSHOT_NOT_FOUND' });
      await sink.abort();
      const again = await store.create(describe(10));
      assert.equal(again.offsetBytes, 0);
      await again.abort();
    },
  },
  {
    name: 'an interrupted snapshot is continued where it stopped',
    run: async (store) => {
      const bytes = image(10);
      const sink = await store.create(describe(10));
      await sink.write(bytes.slice(0, 150_000));
      await sink.abort({ resumable: true });
      const again = await store.create(describe(10));
      assert.ok(again.offsetBytes > 0 && again.offsetBytes <= 150_000);
      await again.write(bytes.slice(again.offsetBytes));
      await again.commit();
      assert.ok((await contentOf(store, 's10')).equals(Buffer.from(bytes)));
    },
  },
  {
    name: 'the newest come first and prune removes what it is told to',
    run: async (store) => {
      for (const index of [10, 30, 20]) await save(store, index);
      assert.deepEqual(
        (await store.list()).map((metadata) => metadata.index),
        [30, 20, 10],
      );
      const open = await store.open('s10');
      await store.prune(new Set(['s10', 'unheard-of']));
      assert.deepEqual(
        (await store.list()).map((metadata) => metadata.index),
        [30, 20],
      );
      let bytes = 0;
      for await (const chunk of open.data) bytes += chunk.length;
      assert.equal(bytes, IMAGE_BYTES, 'a reader that is open goes on');
    },
  },
  {
    name: 'an empty image is a snapshot too',
    run: async (store) => {
      const metadata = await (await store.create(describe(1))).commit();
      assert.equal(metadata.sizeBytes, 0);
      assert.equal((await contentOf(store, 's1')).length, 0);
    },
  },
];
