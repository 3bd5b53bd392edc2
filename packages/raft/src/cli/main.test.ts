import { seededRng } from '@konsul/runtime';
import { VirtualDisk } from '@konsul/simulation';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../core/entry.js';
import { createWalLogStore } from '../storage/wal/wal-log-store.js';
import { main } from './main.js';

const directory = '/log';
let disk: VirtualDisk;
let output: string[];

function konsulRaftWal(...argv: string[]): Promise<number> {
  output = [];
  return main(argv, { disk, write: (line) => void output.push(line) });
}

function open() {
  return createWalLogStore({
    directory,
    clusterId: 'dc1',
    nodeId: 'n1',
    segmentBytes: 4096,
    disk,
    rng: seededRng(2),
  });
}

/** Five batches of ten entries over two segments, the last one in term 2. */
beforeEach(async () => {
  disk = new VirtualDisk({ rng: seededRng(1) });
  const store = open();
  await store.open();
  for (let batch = 0; batch < 5; batch += 1) {
    const term = batch === 4 ? 2 : 1;
    const entries: Entry[] = Array.from({ length: 10 }, (_, at) => {
      const data = new Uint8Array(40);
      return { index: batch * 10 + at + 1, term, kind: 'command', data };
    });
    const hardState = { term, votedFor: 'n1', commitIndex: batch * 10 };
    await store.append({ entries, hardState, mustSync: true });
  }
  await store.close();
});

async function overwrite(name: string, offset: number, bytes: Uint8Array): Promise<void> {
  const file = await disk.open(`${directory}/${name}`);
  await file.write(offset, bytes);
  await file.sync();
  await file.close();
}

/** Where a batch of a segment ends, as `inspect` says. */
async function usedBytes(sequence: number): Promise<number> {
  await konsulRaftWal('inspect', directory);
  const line = output.find((text) => text.startsWith(String(sequence).padStart(10, '0')));
  return Number(line?.trim().split(/\s+/)[2]);
}

async function image(): Promise<string> {
  const names = await disk.list(directory);
  const files = await Promise.all(names.map((name) => disk.readFile(`${directory}/${name}`)));
  return names.map((name, at) => `${name}=${Buffer.from(files[at] ?? '').toString('hex')}`).join();
}

describe('konsul-raft-wal', () => {
  it('says what a log holds', async () => {
    expect(await konsulRaftWal('inspect', directory)).toBe(0);
    const text = output.join('\n');
    expect(text).toContain('cluster        dc1');
    expect(text).toContain('entries        1 to 50');
    expect(text).toContain('term           2, voted for n1');
    expect(text).toContain('1 from 1, 2 from 41');
    expect(await konsulRaftWal('verify', directory)).toBe(0);
    expect(output.join()).toMatch(/sound: 2 segments, 5 batches/);
  });

  it('tells a torn end, which opening cuts, from damage, which nothing cuts by itself (R65)', async () => {
    const used = await usedBytes(2);
    await overwrite('0000000002.wal', used, Uint8Array.of(1, 2, 3));
    expect(await konsulRaftWal('verify', directory)).toBe(3);
    expect(output.join()).toContain(`torn: segment 2, byte ${used}`);
    await overwrite('0000000001.wal', 600, Uint8Array.of(9));
    expect(await konsulRaftWal('verify', directory)).toBe(1);
    const before = await image();
    expect(await konsulRaftWal('repair', directory, '--apply')).toBe(1);
    expect(await image()).toBe(before);
  });

  it('changes nothing unless it is told to, and then what is torn only', async () => {
    const used = await usedBytes(2);
    await overwrite('0000000002.wal', used, Uint8Array.of(1, 2, 3));
    const before = await image();
    expect(await konsulRaftWal('repair', directory)).toBe(0);
    expect(output).toContain('entries lost: none');
    expect(await konsulRaftWal('repair', directory, '--apply', '--dry-run')).toBe(0);
    expect(await image()).toBe(before);
    expect(await konsulRaftWal('repair', directory, '--apply')).toBe(0);
    expect(output.some((line) => line.startsWith(`kept: ${directory}/2-${used}.torn`))).toBe(true);
    expect(await konsulRaftWal('verify', directory)).toBe(0);
    const { lastIndex, repair } = await open().open();
    expect({ lastIndex, repair }).toEqual({ lastIndex: 50, repair: undefined });
  });

  it('says at which entry a torn batch would have begun', async () => {
    const used = await usedBytes(2);
    await overwrite('0000000002.wal', used, Uint8Array.of(1, 2, 3));
    expect(await konsulRaftWal('repair', directory, '--dry-run')).toBe(0);
    expect(output.join('\n')).toContain(
      'the log ends at entry 50 without the torn batch, which would have begun at entry 51 or ' +
        'replaced later ones',
    );
    await overwrite('0000000002.wal', used, new Uint8Array(3));
    const store = open();
    await store.open();
    const entry = { index: 48, term: 3, kind: 'command', data: new Uint8Array(40) } as const;
    await store.append({ entries: [entry], mustSync: true });
    await store.close();
    const end = await usedBytes(2);
    await overwrite('0000000002.wal', end - 4, new Uint8Array(4));
    expect(await konsulRaftWal('repair', directory, '--dry-run')).toBe(0);
    expect(output.join('\n')).toContain(
      'the log ends at entry 50 without the torn batch, which would have begun at entry 48',
    );
  });

  it('names the segment that is missing before the others, as opening the log does', async () => {
    await disk.remove(`${directory}/0000000001.wal`);
    await disk.syncDirectory(directory);
    expect(await konsulRaftWal('verify', directory)).toBe(1);
    const missing = 'segment 1, and perhaps older ones, with entries 1 to 40 are missing';
    expect(output.join()).toContain(missing);
    await expect(open().open()).rejects.toThrow(missing);
  });

  it('says where the configuration is when the log no longer holds it', async () => {
    await konsulRaftWal('inspect', directory);
    expect(output).toContain('configurations none');
    const store = open();
    await store.open();
    await store.compact(45);
    await store.close();
    await konsulRaftWal('inspect', directory);
    const line = 'configurations none; that of the group is in a snapshot of index 45 or later';
    expect(output).toContain(line);
  });

  it('says exactly what a cut loses, before it is made', async () => {
    const at = `1:${512}`;
    expect(await konsulRaftWal('repair', directory, '--truncate-at', at)).toBe(0);
    const text = output.join('\n');
    expect(text).toContain('segments removed: 2');
    expect(text).toContain('entries lost: 1 to 50');
    expect(text).toMatch(/term and vote go back: 2 \(n1\) to 0 \(no vote\)/);
    expect(text).toContain('committed entries are among them: 40');
    expect(text).toContain('Do not let this server take part');
    expect(await konsulRaftWal('verify', directory)).toBe(0);
    expect(await konsulRaftWal('repair', directory, '--truncate-at', at, '--apply')).toBe(0);
    expect((await open().open()).lastIndex).toBe(0);
  });

  it('cuts only where a batch ends', async () => {
    expect(await konsulRaftWal('repair', directory, '--truncate-at', '1:520')).toBe(2);
    expect(output.join()).toContain('no end of a batch; the nearest before it is 512');
    expect(await konsulRaftWal('repair', directory, '--truncate-at', '9:512')).toBe(2);
    expect(await konsulRaftWal('repair', directory, '--truncate-at', 'x')).toBe(2);
  });

  it('does not touch a log that is in use', async () => {
    const store = open();
    await store.open();
    const before = await image();
    const at = '1:512';
    expect(await konsulRaftWal('repair', directory, '--truncate-at', at, '--apply')).toBe(2);
    expect(await image()).toBe(before);
    await store.close();
  });

  it('answers wrong usage, and a directory without a log, with 2', async () => {
    expect(await konsulRaftWal()).toBe(2);
    expect(await konsulRaftWal('mend', directory)).toBe(2);
    expect(await konsulRaftWal('verify', directory, '--force')).toBe(2);
    expect(await konsulRaftWal('verify', '/nowhere')).toBe(2);
    expect(await konsulRaftWal('--help')).toBe(0);
  });
});
