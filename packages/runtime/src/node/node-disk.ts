import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Disk, DiskFile, DiskLock, OpenOptions } from '../disk.js';
import { lockFile } from './lock-file.js';
import { throughFile } from './through-file.js';

/**
 * Whether a file opened with O_DSYNC keeps the promise of `sync`. Elsewhere the flag is missing, or
 * leaves bytes in the drive's own cache, which a full sync does not.
 */
const writesThrough = process.platform === 'linux';

const fileSystem: Omit<Disk, 'open'> = {
  readFile: (path) => readFile(path),
  async list(directory: string): Promise<string[]> {
    try {
      return (await readdir(directory)).sort();
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return [];
      throw error;
    }
  },
  async makeDirectory(directory: string): Promise<void> {
    const highest = await mkdir(directory, { recursive: true, mode: 0o750 });
    if (highest === undefined) return;
    // Each name that is new becomes durable with the directory it stands in.
    const end = dirname(resolve(highest));
    let above = resolve(directory);
    do {
      above = dirname(above);
      await syncDirectory(above);
    } while (above !== end && above !== dirname(above));
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  syncDirectory,
  lock: (path): Promise<DiskLock> => lockFile(path),
};

export interface NodeDiskOptions {
  /**
   * Make durable writes of at most 768 bytes on the event loop while the last ones took at most 1 ms
   * on average, and on Linux alone. A log that is written by one caller at a time is then faster and
   * costs less; a disk that hangs stops the process for as long. Default false.
   */
  readonly waitsForSmallWrites?: boolean;
}

/** The machine's file system, as one wants it. */
export function createNodeDisk(options: NodeDiskOptions = {}): Disk {
  const { waitsForSmallWrites = false } = options;
  return { ...fileSystem, open: (path, how) => openFile(path, how ?? {}, waitsForSmallWrites) };
}

/** The machine's file system. */
export const nodeDisk: Disk = createNodeDisk();

async function openFile(
  path: string,
  { create = false, forDurableWrites = false }: OpenOptions,
  waitsForSmallWrites: boolean,
): Promise<DiskFile> {
  const isThrough = forDurableWrites && writesThrough;
  const flags = (create ? constants.O_CREAT : 0) | (isThrough ? constants.O_DSYNC : 0);
  const handle = await open(path, constants.O_RDWR | flags, 0o640);
  const file = nodeFile(handle);
  return isThrough ? throughFile(file, handle, { waitsForSmallWrites }) : file;
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nodeFile(handle: FileHandle): DiskFile {
  const write: DiskFile['write'] = async (position, bytes) => {
    let written = 0;
    while (written < bytes.length) {
      const { bytesWritten } = await handle.write(
        bytes,
        written,
        bytes.length - written,
        position + written,
      );
      written += bytesWritten;
    }
  };
  return {
    async size(): Promise<number> {
      return (await handle.stat()).size;
    },
    async read(position, lengthBytes): Promise<Uint8Array> {
      const buffer = Buffer.allocUnsafe(lengthBytes);
      let filled = 0;
      while (filled < lengthBytes) {
        const { bytesRead } = await handle.read(
          buffer,
          filled,
          lengthBytes - filled,
          position + filled,
        );
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
    write,
    truncate: (sizeBytes) => handle.truncate(sizeBytes),
    sync: () => handle.datasync(),
    async writeDurably(position, bytes): Promise<void> {
      await write(position, bytes);
      await handle.datasync();
    },
    close: () => handle.close(),
  };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
