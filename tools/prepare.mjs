// Makes a fresh checkout ready: installs what is missing, builds what has changed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(title, command, args) {
  process.stderr.write(`${title} ...\n`);
  const startedAtMs = performance.now();
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}\n${title}: failed\n`);
    process.exit(result.status ?? 1);
  }
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  process.stderr.write(`${title}: done in ${seconds} s\n`);
}

function isInstalled() {
  const installed = `${root}/node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(`${root}/package-lock.json`).mtimeMs;
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`Konsul needs Node 20 or newer; this is ${process.versions.node}\n`);
  process.exit(1);
}
if (!isInstalled())
  run('Installing packages', 'npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts']);
run('Building', 'npx', ['--no-install', 'turbo', 'run', 'build', '--output-logs=errors-only']);
