// Makes a fresh checkout ready: installs what is missing, builds what has changed.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const isWindows = process.platform === 'win32';

/** Ends this process when the command fails. A signal meanwhile ends both. */
async function run(title, command, args) {
  process.stderr.write(`${title} ...\n`);
  const startedAtMs = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    // A group of its own, which can be ended as a whole; on Windows it would get a window instead.
    detached: !isWindows,
    shell: isWindows,
  });
  const end = (signal) => {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
  }
  const exitCode = await new Promise((resolve) => {
    child.once('error', (error) => {
      text += `${error.message}\n`;
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
  for (const signal of SIGNALS) process.off(signal, end);
  if (exitCode !== 0) {
    process.stderr.write(`${text}\n${title}: failed\n`);
    process.exit(exitCode);
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
if (!isInstalled()) {
  await run('Installing packages', 'npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
  ]);
}
await run('Building', 'npx', [
  '--no-install',
  'turbo',
  'run',
  'build',
  '--output-logs=errors-only',
]);
