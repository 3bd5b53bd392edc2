import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRng } from '@konsul/runtime';
import { VirtualDisk } from '@konsul/simulation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../core/entry.js';
import type { LogBatch, LogStore } from '../raft-storage.js';
import { decodeSegmentHeader, encodeSegmentHeader, segmentHeaderBytes } from './segment-header.js';
import { createWalLogStore, type WalLogStoreOptions } from './wal-log-store.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'konsul-wal-'));
});
afterEach(() => rm(directory, { recursive: true }));

function connect(options: Partial<WalLogStoreOptions> = {}): LogStore {
  return createWalLogStore({
    directory,
    clusterId: 'c',
    nodeId: 'n',
    segmentBytes: 4096,
    ...options,
  });
}

function batch(from: number, to: number, term = 1, dataBytes = 20): LogBatch {
  const entries: Entry[] = [];
  for (let index = from; index <= to; index += 1) {
    entries.push({ index, term, kind: 'command', data: new Uint8Array(dataBytes).fill(index) });
  }
  return { entries, mustSync: true, hardState: { term, votedFor: 'n', commitIndex: 0 } };
}

/** Writes three batches and returns the segment's path, its bytes and where each batch ends. */
async function written(): Promise<{ path: string; bytes: Buffer; ends: number[] }> {
  const store = connect();
  await store.open();
  const path = join(directory, '0000000001.wal');
  const ends = [segmentHeaderBytes];
  for (const one of [batch(1, 2), batch(3, 5), batch(6, 7, 2)]) {
    await store.append(one);
    const bytes = await readFile(path);
    let end = bytes.length;
    while (bytes[end - 1] === 0) end -= 1;
    ends.push(Math.ceil(end / 8) * 8);
  }
  await store.close();
  return { path, bytes: await readFile(path), ends };
}

/** Makes a segment one of the first release, which had no name for its log. */
async function withoutLogId(path: string): Promise<void> {
  const bytes = await readFile(path);
  const decoded = decodeSegmentHeader(bytes);
  if (decoded.type !== 'header') throw new Error('there is no header');
  const { logId: _, ...header } = decoded.header;
  bytes.set(encodeSegmentHeader(header));
  await writeFile(path, bytes);
}

describe("a log's name", () => {
  it('stays the same over restarts and compaction, and is another for another log', async () => {
    const first = connect();
    const { logId } = await first.open();
    for (let at = 1; at <= 60; at += 1) await first.append(batch(at, at, 1, 400));
    await first.compact(55);
    await first.close();
    expect(await readdir(directory)).not.toContain('0000000001.wal');
    const again = connect();
    expect((await again.open()).logId).toBe(logId);
    await again.close();
    const other = connect({ directory: join(directory, 'other') });
    expect((await other.open()).logId).not.toBe(logId);
    await other.close();
  });

  it('is given to a log of the first release with its next segment, and not before', async () => {
    const { path } = await written();
    await withoutLogId(path);
    const store = connect();
    const { logId, lastIndex } = await store.open();
    expect({ logId, lastIndex }).toEqual({ logId: undefined, lastIndex: 7 });
    for (let at = 8; at <= 30; at += 1) await store.append(batch(at, at, 2, 400));
    await store.close();
    const names = new Set<string | undefined>();
    for (let round = 0; round < 3; round += 1) {
      const again = connect();
      const state = await again.open();
      expect(state.lastIndex).toBe(30);
      names.add(state.logId);
      await again.close();
    }
    expect([...names]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
  });
});

describe('write-ahead log after a crash', () => {
  it('keeps the batches before a torn last one, wherever it was torn, and says what it cut (R65)', async () => {
    const { path, bytes, ends } = await written();
    const start = ends[2] ?? 0;
    const end = ends[3] ?? 0;
    for (let cut = start; cut < end; cut += 1) {
      await writeFile(path, Buffer.concat([bytes.subarray(0, cut), Buffer.alloc(4096 - cut)]));
      const isTorn = bytes.subarray(cut, end).some((byte) => byte !== 0);
      const store = connect();
      const state = await store.open();
      expect(state.lastIndex).toBe(isTorn ? 5 : 7);
      const isNothingLeft = bytes.subarray(start, cut).every((byte) => byte === 0);
      expect(state.repair === undefined).toBe(!isTorn || isNothingLeft);
      await store.append(batch(state.lastIndex + 1, state.lastIndex + 1, 3));
      await store.close();
      const again = connect();
      expect((await again.open()).repair).toBeUndefined();
      await again.close();
    }
  });

  it('keeps the batches before a last one whose pieces were written out of order', async () => {
    const { path, bytes, ends } = await written();
    for (let cut = ends[2] ?? 0; cut < (ends[3] ?? 0); cut += 8) {
      const reordered = Buffer.from(bytes);
      reordered.fill(0, cut, cut + 8);
      if (reordered.equals(bytes)) continue;
      await writeFile(path, reordered);
      const store = connect();
      expect((await store.open()).lastIndex).toBe(5);
      await store.close();
    }
  });

  it('keeps the bytes it cut beside the log', async () => {
    const { path, bytes, ends } = await written();
    const cut = (ends[2] ?? 0) + 33;
    await writeFile(path, bytes.subarray(0, cut));
    const store = connect();
    const { repair } = await store.open();
    await store.close();
    const kept = await readFile(repair?.keptAt ?? '');
    expect(kept.equals(bytes.subarray(ends[2], cut).subarray(0, kept.length))).toBe(true);
    expect(repair?.cutBytes).toBe(kept.length);
  });
});

describe('write-ahead log of a process that was killed', () => {
  /** Whether a log that was opened behind `prepare` is the same after a loss of power, on many disks. */
  async function expectKept(prepare: (disk: VirtualDisk) => Promise<void>): Promise<void> {
    for (let seed = 0; seed < 40; seed += 1) {
      const disk = new VirtualDisk({ rng: seededRng(seed) });
      await prepare(disk);
      disk.killProcess();
      const opened = connect({ directory: '/log', disk });
      const { lastIndex } = await opened.open();
      // Without this, a flush of it would carry along what was there before.
      await opened.append(batch(lastIndex + 1, lastIndex + 1));
      disk.crash();
      const state = await connect({ directory: '/log', disk }).open();
      expect(state, `SEED=${seed}`).toMatchObject({ lastIndex: lastIndex + 1 });
      expect(state.repair).toBeUndefined();
    }
  }

  it('keeps what it says it holds, although nobody had flushed it (R1, R20)', async () => {
    await expectKept(async (disk) => {
      const store = connect({ directory: '/log', disk });
      await store.open();
      await store.append(batch(1, 2));
      const release = disk.stallSyncs();
      void store.append(batch(3, 5));
      for (let turn = 0; turn < 10; turn += 1) await undefined;
      disk.killProcess();
      release();
    });
  });

  it('keeps what it says it holds, although flushing it had failed (R64)', async () => {
    await expectKept(async (disk) => {
      const store = connect({ directory: '/log', disk });
      await store.open();
      await store.append(batch(1, 2));
      disk.inject({ operation: 'sync', code: 'EIO', failCount: 1 });
      await expect(store.append(batch(3, 5))).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    });
  });

  it('keeps a segment whose name nobody had flushed', async () => {
    await expectKept(async (disk) => {
      const store = connect({ directory: '/log', disk });
      await store.open();
      const undo = disk.inject({ operation: 'syncDirectory', code: 'EIO' });
      const fill = async (): Promise<void> => {
        for (let index = 1; ; index += 1) await store.append(batch(index, index, 1, 600));
      };
      await expect(fill()).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
      expect(await disk.list('/log')).toContain('0000000002.wal');
      undo();
    });
  });
});

describe('write-ahead log with damage', () => {
  it('refuses to open when any byte before the last batch was changed (R65, R66)', async () => {
    const { path, bytes, ends } = await written();
    for (let at = 0; at < (ends[2] ?? 0); at += 1) {
      const garbled = Buffer.from(bytes);
      garbled[at] = (garbled[at] ?? 0) ^ 0x10;
      await writeFile(path, garbled);
      const store = connect();
      await expect(store.open(), `byte ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^STORAGE_(CORRUPT|TOO_NEW)$/),
      });
    }
  });

  it('refuses to open when a whole batch in between is missing', async () => {
    const { path, bytes, ends } = await written();
    const [, first = 0, second = 0] = ends;
    const without = [
      bytes.subarray(0, first),
      bytes.subarray(second),
      Buffer.alloc(second - first),
    ];
    await writeFile(path, Buffer.concat(without));
    await expect(connect().open()).rejects.toMatchObject({
      code: 'STORAGE_CORRUPT',
      message: expect.stringContaining('does not follow'),
    });
  });

  it('refuses to open when a segment in between is missing', async () => {
    const store = connect();
    await store.open();
    for (let index = 1; index <= 30; index += 1) await store.append(batch(index, index, 1, 600));
    await store.close();
    await rm(join(directory, '0000000002.wal'));
    await expect(connect().open()).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
  });

  it('refuses to open when committed entries are gone (R67)', async () => {
    const store = connect();
    await store.open();
    await store.append(batch(1, 3));
    const hardState = { term: 1, votedFor: 'n', commitIndex: 3 };
    await store.append({ entries: [], hardState, mustSync: true });
    for (let index = 4; index <= 30; index += 1) await store.append(batch(index, index, 1, 600));
    await store.close();
    await rm(join(directory, '0000000001.wal'));
    await expect(connect().open()).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
  });

  it('gives no damaged entry to a reader', async () => {
    const { path, bytes } = await written();
    const store = connect();
    await store.open();
    const garbled = Buffer.from(bytes);
    const at = bytes.indexOf(Buffer.alloc(20, 5)) + 3;
    garbled[at] = (garbled[at] ?? 0) ^ 1;
    await writeFile(path, garbled);
    await expect(store.read({ fromIndex: 5, toIndex: 5, bytesMax: 1e6 })).rejects.toMatchObject({
      code: 'STORAGE_CORRUPT',
    });
    await store.close();
  });

  it.each([
    [{ nodeId: 'other' }, 'STORAGE_FOREIGN'],
    [{ clusterId: 'other' }, 'STORAGE_FOREIGN'],
  ])('refuses a directory of another owner: %o', async (options, code) => {
    await written();
    await expect(connect(options).open()).rejects.toMatchObject({ code });
  });

  it('refuses a newer format', async () => {
    const { path, bytes } = await written();
    bytes[4] = 2;
    await writeFile(path, bytes);
    await expect(connect().open()).rejects.toMatchObject({ code: 'STORAGE_TOO_NEW' });
  });

  it('refuses a directory that is open already', async () => {
    const store = connect();
    await store.open();
    await expect(connect().open()).rejects.toMatchObject({ code: 'STORAGE_LOCKED' });
    await store.close();
  });
});

describe('write-ahead log in use', () => {
  it.each(['write', 'sync'] as const)('takes nothing more after a failed %s', async (operation) => {
    const disk = new VirtualDisk({ rng: seededRng(1) });
    const store = connect({ directory: '/log', disk });
    await store.open();
    await store.append(batch(1, 1));
    disk.inject({ operation, code: 'EIO', failCount: 1 });
    await expect(store.append(batch(2, 2))).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    await expect(store.append(batch(2, 2))).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    await expect(store.compact(1)).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    await store.close();
  });

  it('puts what is appended during a flush into one flush (R62)', async () => {
    const counts = new Map<string, number>();
    const metrics = {
      increment: (name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1),
      gauge: () => undefined,
      sample: () => undefined,
    };
    const store = connect({ metrics });
    await store.open();
    const first = store.append(batch(1, 1));
    await new Promise((resolve) => setImmediate(resolve));
    const others = [2, 3, 4, 5].map((index) => store.append(batch(index, index)));
    await Promise.all([first, ...others]);
    expect(counts.get('raft.wal.frames')).toBe(2);
    await store.close();
  });

  it('removes whole segments once a mark behind them is durable', async () => {
    const store = connect();
    await store.open();
    for (let index = 1; index <= 40; index += 1) await store.append(batch(index, index, 1, 600));
    const before = (await readdir(directory)).length;
    await store.compact(35);
    expect((await readdir(directory)).length).toBeLessThan(before / 2);
    await store.close();
    const again = connect();
    expect(await again.open()).toMatchObject({ baseIndex: 35, lastIndex: 40 });
    await again.close();
  });

  it('takes a batch that is larger than a segment', async () => {
    const store = connect();
    await store.open();
    await store.append(batch(1, 3));
    await store.append(batch(4, 20, 1, 2000));
    await store.append(batch(21, 21));
    await store.close();
    const again = connect();
    expect(await again.open()).toMatchObject({ lastIndex: 21 });
    const read = await again.read({ fromIndex: 20, toIndex: 21, bytesMax: 1e6 });
    expect(read.map((entry) => entry.data.length)).toEqual([2000, 20]);
    await again.close();
  });

  it('keeps a commit index that was accepted without a flush when it is closed', async () => {
    const store = connect();
    await store.open();
    await store.append(batch(1, 3));
    const hardState = { term: 1, votedFor: 'n', commitIndex: 2 };
    await store.append({ entries: [], hardState, mustSync: false });
    await store.close();
    const again = connect();
    expect((await again.open()).hardState).toEqual(hardState);
    await again.close();
  });
});
