import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { rootDirectory } from './checkout.js';

function runExample(name: string): { status: number | null; stdout: string; stderr: string } {
  const script = `${rootDirectory}tools/run-example.mjs`;
  return spawnSync(process.execPath, [script, name], { encoding: 'utf8' });
}

test('an example runs on the built packages by its name or its path', () => {
  for (const name of ['router-soft-fail', 'examples/router-soft-fail.ts']) {
    const { status, stdout } = runExample(name);
    expect(stdout).toContain('calls to dc2 go to');
    expect(status).toBe(0);
  }
});

test('an example that does not exist is answered with those that do', () => {
  const { status, stderr } = runExample('swim');
  expect(stderr).toContain('there is no example swim. There are:');
  expect(stderr).toContain('  swim-three-members\n');
  expect(status).toBe(1);
});
