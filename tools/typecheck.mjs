// Checks all types: the tree in two programs, the benches, then what must be pure without ambient types.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pure = readdirSync(`${root}packages`)
  .flatMap((name) => [
    `packages/${name}/src/core/tsconfig.json`,
    `packages/${name}/tsconfig.pure.json`,
  ])
  .filter((path) => existsSync(root + path));

let failedCount = 0;
for (const project of ['tsconfig.json', 'tsconfig.programs.json', 'bench/tsconfig.json', ...pure]) {
  const startedAtMs = performance.now();
  const result = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
  if (result.status !== 0) failedCount += 1;
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  process.stderr.write(`${project}: ${result.status === 0 ? 'ok' : 'FAILED'} in ${seconds} s\n`);
}
process.exitCode = failedCount === 0 ? 0 : 1;
