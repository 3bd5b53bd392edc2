import { spawn } from 'node:child_process';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import type { ScriptProcess, ScriptRequest } from './script-process.js';
import { startScript } from './script-process.js';

/** What an agent needs of the machine; faked in tests. */
export interface AgentHost {
  /** A text file. Rejects with code ENOENT when it is missing. */
  readonly readFile: (path: string) => Promise<string>;
  /** Replaces a file that only its owner may read. */
  readonly writeFile: (path: string, text: string) => Promise<void>;
  /** Names in a directory, sorted; undefined when it is a file. Rejects when it is missing. */
  readonly list: (path: string) => Promise<readonly string[] | undefined>;
  readonly hostname: () => string;
  /** Addresses of a network interface; undefined when there is none of this name. */
  readonly interfaceAddresses: (name: string) => readonly string[] | undefined;
  readonly startScript: (request: ScriptRequest) => ScriptProcess;
}

/** Only the owner may read what may hold keys. */
const PRIVATE_MODE = 0o600;

/** This machine. */
export const machineHost: AgentHost = {
  readFile: (path) => readFile(path, 'utf8'),
  async writeFile(path, text) {
    await writeFile(path, text, { mode: PRIVATE_MODE });
    await chmod(path, PRIVATE_MODE);
  },
  async list(path) {
    if (!(await stat(path)).isDirectory()) return undefined;
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  },
  hostname,
  interfaceAddresses: (name) => networkInterfaces()[name]?.map(({ address }) => address),
  startScript: (request) => startScript(spawn, request),
};
