import { accessSync, constants, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { dirname, resolve } from 'node:path';

/** An address of this machine. */
export interface HostAddress {
  readonly interfaceName: string;
  readonly address: string;
  readonly isIpv6: boolean;
}

/** What reading a configuration needs of the machine; faked in tests. */
export interface ConfigHost {
  hostname(): string;
  /** Addresses of interfaces that are up, loopback left out. */
  addresses(): readonly HostAddress[];
  /** A whole file as text. @throws when it cannot be read. */
  readText(path: string): string;
  isDirectory(path: string): boolean;
  /** Names in a directory, sorted. */
  list(path: string): readonly string[];
  /** Makes the directory if it is missing. @returns why files cannot be written there, if so. */
  writeProblem(directory: string): string | undefined;
}

/**
 * Parents first. One directory at a time, because making them all in one call never ends where the
 * file system denies that what it was asked to make can be there, as /proc does.
 */
function makeDirectory(directory: string): void {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(resolve(directory));
  if (parent !== resolve(directory)) makeDirectory(parent);
  mkdirSync(directory, { mode: 0o750 });
}

/** The machine itself. */
export const nodeConfigHost: ConfigHost = {
  hostname,
  addresses: () =>
    Object.entries(networkInterfaces()).flatMap(([interfaceName, list]) =>
      (list ?? [])
        .filter((entry) => !entry.internal)
        .map(({ address, family }) => ({ interfaceName, address, isIpv6: family === 'IPv6' })),
    ),
  readText: (path) => readFileSync(path, 'utf8'),
  isDirectory: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
  list: (path) => readdirSync(path).sort(),
  writeProblem(directory) {
    try {
      makeDirectory(directory);
      accessSync(directory, constants.W_OK | constants.X_OK);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
};
