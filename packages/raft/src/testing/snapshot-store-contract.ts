import assert from 'node:assert/strict';
import type {
  SnapshotDescription,
  SnapshotReader,
  SnapshotSink,
  SnapshotStore,
} from '../storage/raft-storage.js';
import { type ContractCase, contractCase, type Wait } from './contract.js';

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

/** The calls of a store, each awaited in bounded time. */
function watched(store: SnapshotStore, wait: Wait): SnapshotStore {
  const sink = (inner: SnapshotSink): SnapshotSink => ({
    offsetBytes: inner.offsetBytes,
    write: (bytes) => wait('write to settle', () => inner.write(bytes)),
    commit: () => wait('commit to settle', () => inner.commit()),
    abort: (options) => wait('abort to settle', () => inner.abort(options)),
  });
  async function* piecesOf({ data }: SnapshotReader): AsyncGenerator<Uint8Array> {
    const iterator = data[Symbol.asyncIterator]();
    for (;;) {
      const next = await wait('bytes of a snapshot', () => iterator.next());
      if (next.done === true) return;
      yield next.value;
    }
  }
  return {
    create: async (made) => sink(await wait('create to settle', () => store.create(made))),
    list: () => wait('list to settle', () => store.list()),
    open: async (id, offset) => {
      const opened = await wait(`open of ${id} to settle`, () => store.open(id, offset));
      return { metadata: opened.metadata, data: piecesOf(opened) };
    },
    prune: (ids) => wait('prune to settle', () => store.prune(ids)),
  };
}

function snapshotCase(
  name: string,
  body: (store: SnapshotStore) => Promise<void>,
): ContractCase<SnapshotStore> {
  return contractCase(name, { create: watched, dispose: () => Promise.resolve() }, body);
}

/** What {@link SnapshotStore} promises; run every case on an empty store of its own. */
export const snapshotStoreContract: readonly ContractCase<SnapshotStore>[] = [
  snapshotCase('a committed snapshot is listed and read back from any offset', async (store) => {
    await save(store, 10);
    assert.deepEqual(await store.list(), [{ ...describe(10), sizeBytes: IMAGE_BYTES }]);
    const whole = Buffer.from(image(10));
    assert.ok((await contentOf(store, 's10')).equals(whole));
    for (const offset of [1, 65_536, 65_537, 199_999, IMAGE_BYTES]) {
      assert.ok((await contentOf(store, 's10', offset)).equals(whole.subarray(offset)));
    }
  }),
  snapshotCase('an unfinished snapshot is not visible', async (store) => {
    const sink = await store.create(describe(10));
    await sink.write(image(1));
    assert.deepEqual(await store.list(), []);
    await assert.rejects(store.open('s10'), { code: 'SNAPSHOT_NOT_FOUND' });
    await sink.abort();
    const again = await store.create(describe(10));
    assert.equal(again.offsetBytes, 0);
    await again.abort();
  }),
  snapshotCase('an interrupted snapshot is continued where it stopped', async (store) => {
    const bytes = image(10);
    const sink = await store.create(describe(10));
    await sink.write(bytes.slice(0, 150_000));
    await sink.abort({ resumable: true });
    const again = await store.create(describe(10));
    assert.ok(again.offsetBytes > 0 && again.offsetBytes <= 150_000);
    await again.write(bytes.slice(again.offsetBytes));
    await again.commit();
    assert.ok((await contentOf(store, 's10')).equals(Buffer.from(bytes)));
  }),
  snapshotCase('the newest come first and prune removes what it is told to', async (store) => {
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
  }),
  snapshotCase('an empty image is a snapshot too', async (store) => {
    const metadata = await (await store.create(describe(1))).commit();
    assert.equal(metadata.sizeBytes, 0);
    assert.equal((await contentOf(store, 's1')).length, 0);
  }),
  snapshotCase('bytes that were written may be reused by whoever wrote them', async (store) => {
    const bytes = image(10);
    const sink = await store.create(describe(10));
    const chunk = new Uint8Array(50_000);
    for (let at = 0; at < bytes.length; at += chunk.length) {
      chunk.set(bytes.subarray(at, at + chunk.length));
      await sink.write(chunk);
    }
    chunk.fill(0);
    await sink.commit();
    assert.ok((await contentOf(store, 's10')).equals(Buffer.from(bytes)));
  }),
];
