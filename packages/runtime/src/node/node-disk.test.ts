import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../disk.js';
import { createNodeDisk, nodeDisk } from './node-disk.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'konsul-disk-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('the disk of the machine', () => {
  it('reads, writes and truncates by position', async () => {
    const file = await nodeDisk.open(join(directory, 'f'), { create: true });
    await file.write(2, Uint8Array.of(1, 2, 3));
    await file.truncate(4);
    await file.sync();
    expect([...(await file.read(0, 100))]).toEqual([0, 0, 1, 2]);
    expect(await file.size()).toBe(4);
    await file.close();
  });

  it('keeps files and directories from other users', async () => {
    const path = join(directory, 'deep', 'f');
    await nodeDisk.makeDirectory(join(directory, 'deep'));
    await (await nodeDisk.open(path, { create: true })).close();
    expect((await stat(path)).mode & 0o007).toBe(0);
    expect((await stat(join(directory, 'deep'))).mode & 0o007).toBe(0);
  });

  it('makes what is missing above a directory, wherever that begins', async () => {
    for (const path of ['a', 'a/b/c/d', 'a/b', 'e/../f/g']) {
      await nodeDisk.makeDirectory(join(directory, path));
      await nodeDisk.makeDirectory(`${directory}/${path}/`);
    }
    expect(await nodeDisk.list(join(directory, 'a', 'b', 'c'))).toEqual(['d']);
    expect(await nodeDisk.list(join(directory, 'f'))).toEqual(['g']);
  });

  it.each([
    ['on threads', nodeDisk],
    ['on the loop', createNodeDisk({ waitsForSmallWrites: true })],
  ])('keeps durable writes of every size %s, and ends them before it closes', async (_, disk) => {
    const path = join(directory, 'durable');
    const file = await disk.open(path, { create: true, forDurableWrites: true });
    // Enough for a disk that is fast to be known as such.
    for (let at = 0; at < 100; at += 1) await file.writeDurably(at, Uint8Array.of(at));
    const large = new Uint8Array(10_000).fill(7);
    const last = [file.writeDurably(100, large), file.writeDurably(10_100, Uint8Array.of(9))];
    await file.close();
    await Promise.all(last);
    const expected = [...Array(100).keys(), ...large, 9];
    expect([...(await disk.readFile(path))]).toEqual(expected);
  });

  it('takes no durable write once it is being closed, however often, and ends those before', async () => {
    const file = await nodeDisk.open(join(directory, 'f'), {
      create: true,
      forDurableWrites: true,
    });
    const before = file.writeDurably(0, Uint8Array.of(1));
    const closed = [file.close(), file.close()];
    // At the last moment in which its number is its own, and not that of a file opened since.
    const late = before.then(() => file.writeDurably(1, Uint8Array.of(2)));
    await expect(late).rejects.toMatchObject({ code: 'EBADF' });
    await Promise.all(closed);
    expect([...(await nodeDisk.readFile(join(directory, 'f')))]).toEqual([1]);
  });

  it('replaces a file whole and leaves no other name behind', async () => {
    await writeFileAtomically(nodeDisk, directory, 'f', Uint8Array.of(1, 2, 3));
    await writeFileAtomically(nodeDisk, directory, 'f', Uint8Array.of(9));
    expect([...(await nodeDisk.readFile(join(directory, 'f')))]).toEqual([9]);
    expect(await nodeDisk.list(directory)).toEqual(['f']);
  });

  it('closes the file when an atomic replacement fails, and says why', async () => {
    let isClosed = false;
    const failing = {
      ...nodeDisk,
      open: async (...parameters: Parameters<typeof nodeDisk.open>) => {
        const file = await nodeDisk.open(...parameters);
        return {
          ...file,
          sync: () => Promise.reject(new Error('no space')),
          close: () => {
            isClosed = true;
            return file.close();
          },
        };
      },
    };
    await expect(writeFileAtomically(failing, directory, 'f', Uint8Array.of(1))).rejects.toThrow(
      'no space',
    );
    expect(isClosed).toBe(true);
    await expect(nodeDisk.readFile(join(directory, 'f'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('locks, and syncs a directory', async () => {
    const lock = await nodeDisk.lock(join(directory, 'lock'));
    await expect(nodeDisk.lock(join(directory, 'lock'))).rejects.toMatchObject({ code: 'LOCKED' });
    await lock.release();
    await nodeDisk.syncDirectory(directory);
    await nodeDisk.remove(join(directory, 'none'));
    expect(await nodeDisk.list(join(directory, 'none'))).toEqual([]);
  });
});
