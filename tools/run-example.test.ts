import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { rootDirectory } from './checkout.js';

function runExample(...words: string[]): {
  status: number | null;
  stdout: string;
  stderr: string;
} {
  const script = `${rootDirectory}tools/run-example.mjs`;
  return spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
}

test('an example runs on the built packages by its name or its path', () => {
  for (const name of ['router-soft-fail', 'examples/router-soft-fail.ts']) {
    const { status, stdout } = runExample(name);
    expect(stdout).toContain('calls to dc2 go to');
    expect(status).toBe(0);
  }
});

test('an example in a folder of its own runs by the name of the folder, with its options', () => {
  for (const name of ['raft-kv', 'examples/raft-kv/raft-kv.ts']) {
    const { status, stderr } = runExample(name, '--no-such-option');
    expect(stderr).toContain("Unknown option '--no-such-option'");
    expect(status).toBe(1);
  }
});

test('an example that does not exist is answered with those that do', () => {
  const { status, stderr } = runExample('swim');
  expect(stderr).toContain('there is no example swim. There are:');
  expect(stderr).toContain('  swim-three-members\n');
  expect(status).toBe(1);
});
