import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where Debian's packages put the sources of Go libraries. */
const PACKAGED_SOURCES = '/usr/share/gocode';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds a peer in Go from `bench/peers/<name>`, against the sources in `BENCH_GOPATH` or those that
 * Debian packages.
 *
 * @returns the command that runs it, or undefined, with the reason on stderr, where it cannot be built.
 */
export function goPeer(name) {
  const sources = process.env['BENCH_GOPATH'] ?? PACKAGED_SOURCES;
  if (!existsSync(sources)) return without(name, `there is no ${sources}`);
  const built = folder(`../node_modules/.cache/${name}`);
  mkdirSync(folder('../node_modules/.cache/'), { recursive: true });
  const { status, error, stderr } = spawnSync('go', ['build', '-o', built, '.'], {
    cwd: folder(`../peers/${name}/`),
    env: { ...process.env, GO111MODULE: 'off', GOPATH: sources, GOFLAGS: '' },
    encoding: 'utf8',
  });
  if (status === 0) return built;
  return without(name, error?.message ?? stderr.trim());
}

function without(name, reason) {
  process.stderr.write(`without ${name}: ${reason}\n`);
  return undefined;
}
