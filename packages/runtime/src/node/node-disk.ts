import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Disk, DiskFile, DiskLock, OpenOptions } from '../disk.js';
import { lockFile } from './lock-file.js';

/** The machine's file system. */
export const nodeDisk: Disk = {
  async open(path: string, options: OpenOptions = {}): Promise<DiskFile> {
    const create = options.create === true ? constants.O_CREAT : 0;
    return nodeFile(await open(path, constants.O_RDWR | create, 0o640));
  },
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

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nodeFile(handle: FileHandle): DiskFile {
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
    async write(position, bytes): Promise<void> {
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
    },
    truncate: (sizeBytes) => handle.truncate(sizeBytes),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
