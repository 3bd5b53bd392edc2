import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tell } from './pairs.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds a peer in Go that names its dependencies in a `go.mod` of its own, `bench/peers/<name>`. Go
 * fetches them the first time.
 *
 * @returns the command that runs it, or undefined, with the reason on stderr, where it cannot be built.
 */
export function goModulePeer(name) {
  const built = folder(`../node_modules/.cache/${name}`);
  mkdirSync(folder('../node_modules/.cache/'), { recursive: true });
  tell(`building ${name}`);
  const { status, error, stderr } = spawnSync('go', ['build', '-o', built, '.'], {
    cwd: folder(`../peers/${name}/`),
    encoding: 'utf8',
  });
  if (status === 0) return built;
  tell(`without ${name}: ${error?.message ?? stderr.trim()}`);
  return undefined;
}

/** Which release of a library a peer is built from, as its `go.mod` says. */
export function moduleVersion(name, library) {
  const text = readFileSync(folder(`../peers/${name}/go.mod`), 'utf8');
  const line = text.split('\n').find((one) => one.trim().split(' ')[0] === library);
  return line?.trim().split(' ')[1] ?? 'unknown';
}
