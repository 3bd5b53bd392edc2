import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's root, with a trailing slash. */
export const rootDirectory: string = fileURLToPath(new URL('..', import.meta.url));

/** Paths of all files that belong to the checkout: tracked ones and new ones that are not ignored. */
export function listFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: rootDirectory,
    encoding: 'utf8',
  });
  return output.split('\0').filter((path) => path !== '' && existsSync(rootDirectory + path));
}

export function readText(path: string): string {
  return readFileSync(rootDirectory + path, 'utf8');
}

/** Names of the folders in packages/, sorted. */
export function packageNames(): string[] {
  return readdirSync(`${rootDirectory}packages`)
    .filter((name) => existsSync(`${rootDirectory}packages/${name}/package.json`))
    .sort();
}

/** Those that are meant for the registry. */
export function publishedPackageNames(): string[] {
  return packageNames().filter((name) => readManifest(`packages/${name}`).private !== true);
}

/** The parts of a package.json that the house rules look at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports?: Record<string, unknown>;
  readonly bin?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readText(`${folder}/package.json`)) as Manifest;
}
