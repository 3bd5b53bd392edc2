import { createHash } from 'node:crypto';
import { type Disk, type Logger, writeFileAtomically } from '@konsul/runtime';
import {
  type PersistedCheck,
  type PersistedService,
  readPersistedCheck,
  readPersistedService,
  writePersisted,
} from './persisted-files.js';

/** What was registered by the API before a restart. */
export interface PersistedDefinitions {
  readonly services: readonly PersistedService[];
  readonly checks: readonly PersistedCheck[];
}

/**
 * Keeps what was registered by the API over a restart. Promises resolve once it is durable; what is
 * said of one thing in quick succession may be written only once.
 */
export interface DefinitionStore {
  /** What is there and can be read; a file that cannot be is named in the log and left alone. */
  load(): Promise<PersistedDefinitions>;
  saveService(service: PersistedService): Promise<void>;
  saveCheck(check: PersistedCheck): Promise<void>;
  /** Harmless where there is none. */
  removeService(id: string): Promise<void>;
  /** Harmless where there is none. */
  removeCheck(id: string): Promise<void>;
  /** Resolves once nothing is being written, whether or not it could be. */
  settled(): Promise<void>;
}

/** Keeps nothing. */
export const forgetfulStore: DefinitionStore = {
  load: () => Promise.resolve({ services: [], checks: [] }),
  saveService: () => Promise.resolve(),
  saveCheck: () => Promise.resolve(),
  removeService: () => Promise.resolve(),
  removeCheck: () => Promise.resolve(),
  settled: () => Promise.resolve(),
};

/** Keeps each service and check in a JSON file of its own under `services/` and `checks/`. */
export function createDiskStore(
  { path, disk }: { readonly path: string; readonly disk: Disk },
  logger: Logger,
): DefinitionStore {
  const services = `${path}/services`;
  const checks = `${path}/checks`;
  const writer = new FileWriter(disk);
  return {
    load: async () => ({
      services: await loadAll(services, { disk, logger, read: readPersistedService }),
      checks: await loadAll(checks, { disk, logger, read: readPersistedCheck }),
    }),
    saveService: (content) =>
      writer.replace(services, fileName(content.service.id), writePersisted(content)),
    saveCheck: (content) =>
      writer.replace(checks, fileName(content.registration.id ?? ''), writePersisted(content)),
    removeService: (id) => writer.replace(services, fileName(id), undefined),
    removeCheck: (id) => writer.replace(checks, fileName(id), undefined),
    settled: () => writer.settled(),
  };
}

/** Ids may hold anything, file names may not. */
function fileName(id: string): string {
  return `${createHash('sha256').update(id).digest('hex')}.json`;
}

async function loadAll<Content>(
  directory: string,
  options: {
    readonly disk: Disk;
    readonly logger: Logger;
    readonly read: (bytes: Uint8Array) => Content;
  },
): Promise<Content[]> {
  const { disk, logger, read } = options;
  await disk.makeDirectory(directory);
  const loaded: Content[] = [];
  for (const name of await disk.list(directory)) {
    const path = `${directory}/${name}`;
    // A write that a crash cut short leaves its unfinished half behind.
    if (name.endsWith('.json.new')) await disk.remove(path);
    if (!name.endsWith('.json')) continue;
    try {
      loaded.push(read(await disk.readFile(path)));
    } catch (error) {
      logger.warn('skipping a definition that cannot be read', { path, error });
    }
  }
  return loaded;
}

interface PendingFile {
  readonly directory: string;
  readonly name: string;
  /** Undefined: the file is to go. */
  bytes: Uint8Array | undefined;
  readonly waiters: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[];
}

/** Writes one file at a time, in order; of several contents that wait for one file, the last. */
class FileWriter {
  readonly #disk: Disk;
  readonly #pending = new Map<string, PendingFile>();
  #writing: Promise<void> | undefined;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  replace(directory: string, name: string, bytes: Uint8Array | undefined): Promise<void> {
    const key = `${directory}/${name}`;
    const file = this.#pending.get(key) ?? { directory, name, bytes, waiters: [] };
    file.bytes = bytes;
    this.#pending.set(key, file);
    const isDone = new Promise<void>((resolve, reject) => file.waiters.push({ resolve, reject }));
    this.#writing ??= this.#writeAll();
    return isDone;
  }

  async settled(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (const [key, file] of this.#pending) {
      this.#pending.delete(key);
      try {
        await this.#write(file);
        for (const { resolve } of file.waiters) resolve();
      } catch (error) {
        for (const { reject } of file.waiters) reject(error);
      }
    }
    this.#writing = undefined;
  }

  async #write({ directory, name, bytes }: PendingFile): Promise<void> {
    if (bytes !== undefined) {
      await writeFileAtomically(this.#disk, directory, name, bytes);
      return;
    }
    await this.#disk.remove(`${directory}/${name}`);
    await this.#disk.syncDirectory(directory);
  }
}
