import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDemoDirectory, removeLeftovers } from './demo-directory.js';

const DEAD = 4_194_305;
let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'konsul-leftovers-'));
});

afterEach(() => rm(parent, { recursive: true, force: true }));

test('what dead demos left is removed, and nothing else', async () => {
  const running = await makeDemoDirectory(parent, process.pid);
  const dead = await makeDemoDirectory(parent, DEAD);
  await writeFile(join(dead, 'agent.log'), 'x');
  for (const name of ['konsul-demo-notes', `my-konsul-demo-${DEAD}-a`, 'other']) {
    await mkdir(join(parent, name));
  }
  await removeLeftovers(parent);
  expect((await readdir(parent)).sort()).toEqual(
    [basename(running), 'konsul-demo-notes', `my-konsul-demo-${DEAD}-a`, 'other'].sort(),
  );
});
