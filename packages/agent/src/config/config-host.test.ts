import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeConfigHost } from './config-host.js';

test('a directory is made with its parents, and one that is there is left as it is', async () => {
  const root = await mkdtemp(join(tmpdir(), 'konsul-host-'));
  try {
    const path = join(root, 'a', 'b');
    expect(nodeConfigHost.writeProblem(path)).toBeUndefined();
    expect(nodeConfigHost.writeProblem(`${path}/`)).toBeUndefined();
    expect((await stat(path)).mode & 0o777).toBe(0o750);
  } finally {
    await rm(root, { recursive: true });
  }
});

test('a directory that can never be is told of, at once', () => {
  expect(nodeConfigHost.writeProblem('/proc/konsul/data')).toMatch(/ENOENT|EACCES|EPERM/);
  expect(nodeConfigHost.writeProblem('/dev/null/data')).toMatch(/ENOTDIR|EEXIST/);
});
