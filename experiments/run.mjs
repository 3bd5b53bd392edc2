// Bundles the experiments from source, so that no stale build is measured, and runs them.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const tsup = fileURLToPath(import.meta.resolve('tsup')).replace(
  /dist\/index\.js$/,
  'dist/cli-default.js',
);
const built = spawnSync(process.execPath, [tsup, '--silent'], { cwd: folder, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
await import('./dist/main.js');
