import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishedPackageNames, readManifest, rootDirectory } from './checkout.js';

const MINUTES = 60_000;
const names = publishedPackageNames();
const scratch = mkdtempSync(join(tmpdir(), 'konsul-published-'));
const tarballs = new Map<string, string>();

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Every import specifier that a package offers, package.json apart. */
function specifiers(name: string): string[] {
  return Object.keys(readManifest(`packages/${name}`).exports ?? {})
    .filter((entry) => entry !== './package.json')
    .map((entry) => `@konsul/${name}${entry.slice(1)}`);
}

beforeAll(() => {
  for (const name of names) {
    const output = run(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch],
      `${rootDirectory}packages/${name}`,
    );
    const [packed] = JSON.parse(output) as { filename: string }[];
    tarballs.set(name, join(scratch, packed?.filename ?? ''));
  }
  const dependencies = Object.fromEntries(
    names.map((name) => [`@konsul/${name}`, `file:${tarballs.get(name)}`]),
  );
  writeFileSync(join(scratch, 'package.json'), JSON.stringify({ private: true, dependencies }));
  run(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'],
    scratch,
  );
}, 3 * MINUTES);

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

test.each(names)('%s passes publint', async (name) => {
  const { messages } = await publint({ pkgDir: `${rootDirectory}packages/${name}`, strict: true });
  expect(messages).toEqual([]);
});

test.each(names)(
  'the types of %s resolve in every module mode',
  (name) => {
    const attw = `${rootDirectory}node_modules/.bin/attw`;
    run(attw, [tarballs.get(name) ?? '', '--profile', 'node16'], scratch);
  },
  MINUTES,
);

test(
  'every entry point of every tarball loads by import and by require',
  () => {
    const all = names.flatMap(specifiers);
    writeFileSync(
      join(scratch, 'load.mjs'),
      `for (const name of ${JSON.stringify(all)}) await import(name);`,
    );
    writeFileSync(
      join(scratch, 'load.cjs'),
      `for (const name of ${JSON.stringify(all)}) require(name);`,
    );
    run(process.execPath, ['load.mjs'], scratch);
    run(process.execPath, ['load.cjs'], scratch);
  },
  MINUTES,
);

test('every tarball carries its licence, its README and no sources of tests', () => {
  for (const name of names) {
    const listing = run('tar', ['-tzf', tarballs.get(name) ?? ''], scratch);
    expect(listing).toContain('package/README.md');
    expect(listing).not.toMatch(/\.test\.|vitest|\/src\//);
    const manifest = JSON.parse(
      readFileSync(`${rootDirectory}packages/${name}/package.json`, 'utf8'),
    ) as { license?: string };
    expect(manifest.license).toBe('Apache-2.0');
  }
});
