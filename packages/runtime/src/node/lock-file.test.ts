import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFile } from './lock-file.js';

let directory: string;
let path: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'konsul-lock-'));
  path = join(directory, 'lock');
});
afterEach(() => rm(directory, { recursive: true }));

/** The id of a process that has ended. */
function deadProcessId(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('a lock file', () => {
  it('names its holder and leaves nothing else behind', async () => {
    const lock = await lockFile(path);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(await readdir(directory)).toEqual(['lock']);
    await expect(lockFile(path)).rejects.toMatchObject({
      code: 'LOCKED',
      message: `[LOCKED] ${path} is held by process ${process.pid}`,
    });
    expect(await readdir(directory)).toEqual(['lock']);
    await lock.release();
    expect(await readdir(directory)).toEqual([]);
  });

  it('is taken over from a process that has ended', async () => {
    await writeFile(path, JSON.stringify({ pid: deadProcessId(), startedAtTicks: '1' }));
    const lock = await lockFile(path);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  it('is taken over when its process id belongs to somebody else by now', async () => {
    await writeFile(path, JSON.stringify({ pid: process.pid, startedAtTicks: '1' }));
    await (await lockFile(path)).release();
  });

  it('is taken over when it says nothing sensible', async () => {
    await writeFile(path, 'half a li');
    await (await lockFile(path)).release();
  });

  it('goes to exactly one of many who ask at once', async () => {
    const pid = deadProcessId();
    for (let round = 0; round < 20; round += 1) {
      await writeFile(path, JSON.stringify({ pid, startedAtTicks: '1' }));
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => lockFile(path)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await readdir(directory)).toEqual(['lock']);
    }
  });

  it('survives the death of a process that was taking it over', async () => {
    const dead = JSON.stringify({ pid: deadProcessId(), startedAtTicks: '1' });
    await writeFile(path, dead);
    await writeFile(`${path}.takeover`, dead);
    await (await lockFile(path)).release();
    expect(await readdir(directory)).toEqual([]);
  });

  it('is not lost by a second release of an earlier holder', async () => {
    const first = await lockFile(path);
    await first.release();
    const second = await lockFile(path);
    await first.release();
    await expect(lockFile(path)).rejects.toMatchObject({ code: 'LOCKED' });
    await second.release();
  });

  it('cannot be taken where there is no directory', async () => {
    await expect(lockFile(join(directory, 'none', 'lock'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
