import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRng } from '@konsul/runtime';
import { VirtualDisk } from '@konsul/simulation';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSerf, type Serf, type SerfOptions } from '../src/index.js';

const running: Serf[] = [];
let directory = '';
let path = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'konsul-serf-'));
  path = join(directory, 'local.snapshot');
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((serf) => serf.stop()));
  await rm(directory, { recursive: true, force: true });
});

function keeper(options: Partial<SerfOptions> = {}): Serf {
  const bind = { host: '127.0.0.1', port: 0 };
  const serf = createSerf({ name: 'a', profile: 'local', bind, snapshotPath: path, ...options });
  running.push(serf);
  return serf;
}

describe('a file that holds something else is refused and left as it is:', () => {
  test.each<[string, string | Uint8Array]>([
    ['a text', 'dear diary\n'],
    ['a line without an end', 'dear diary'],
    ['settings that are all comments', '# role = web\n\n# port = 7946\n'],
    ['a snapshot of nothing readable', 'alive: nobody\nclock: late\n'],
    ['zeros', new Uint8Array(1_000_000)],
    ['bytes', Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7_919) & 0xff)],
  ])('%s', async (_, content) => {
    await writeFile(path, content);
    const serf = keeper();
    await expect(serf.start()).rejects.toMatchObject({
      code: 'SNAPSHOT_UNUSABLE',
      detail: expect.stringContaining(`snapshot ${path} holds nothing`),
    });
    expect(serf.state).toBe('stopped');
    expect(Buffer.compare(await readFile(path), Buffer.from(content))).toBe(0);
    expect(await readdir(directory)).toEqual(['local.snapshot']);
  });
});

test.each<[string, string]>([
  ['nothing', ''],
  ['a line end', '\n'],
  ['the beginning of a first line', 'ali'],
  ['most of a first line', 'alive: b 127.0.0.1'],
  ['a torn tail', 'clock: 5\nclock: \0\0\0\0'],
  ['lines of others as well', 'clock: 5\nweather: fine\n'],
])('a file with %s is a snapshot', async (_, content) => {
  await writeFile(path, content);
  const serf = keeper();
  await serf.start();
  await serf.stop();
  expect(await readFile(path, 'utf8')).toContain('alive: a 127.0.0.1:');
});

test('a directory and a device are no snapshots', async () => {
  await mkdir(path);
  await expect(keeper().start()).rejects.toThrow(
    `[SNAPSHOT_UNUSABLE] snapshot ${path} is a directory`,
  );
  await expect(keeper({ snapshotPath: '/dev/null' }).start()).rejects.toThrow(
    '[SNAPSHOT_UNUSABLE] snapshot /dev/null is no regular file',
  );
});

test('one file is for one member, until that one has stopped', async () => {
  const first = keeper();
  await first.start();
  const second = keeper({ name: 'b' });
  await expect(second.start()).rejects.toMatchObject({
    code: 'SNAPSHOT_LOCKED',
    detail: expect.stringMatching(
      new RegExp(`^snapshot ${path} is in use: .* by process ${process.pid}$`),
    ),
  });
  // Whoever was refused does not release what it never held.
  await expect(keeper({ name: 'c' }).start()).rejects.toMatchObject({ code: 'SNAPSHOT_LOCKED' });
  await first.stop();
  const last = keeper({ name: 'd' });
  await last.start();
  await last.stop();
  expect(await readFile(path, 'utf8')).toContain('alive: d ');
});

test('a snapshot that cannot be written is an error of the start, and frees the file', async () => {
  const disk = new VirtualDisk({ rng: seededRng(1) });
  const options = { snapshotPath: '/data/snapshot', disk };
  const undo = disk.inject({ operation: 'write', code: 'ENOSPC' });
  const serf = keeper(options);
  await expect(serf.start()).rejects.toMatchObject({
    code: 'SNAPSHOT_UNUSABLE',
    detail: expect.stringMatching(/^snapshot \/data\/snapshot cannot be written: .*ENOSPC/),
  });
  expect(serf.state).toBe('stopped');
  undo();
  await keeper(options).start();
});
