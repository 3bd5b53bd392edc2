import { constants, write, writeSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Disk, DiskFile, DiskLock, OpenOptions } from '../disk.js';
import { lockFile } from './lock-file.js';

/**
 * Whether a file opened with O_DSYNC keeps the promise of `sync`. Elsewhere the flag is missing, or
 * leaves bytes in the drive's own cache, which a full sync does not.
 */
const writesThrough = process.platform === 'linux';

/**
 * Durable writes are done on the event loop while they are known to be this small and this fast.
 * Larger ones stand for many callers, who gain more by what the loop takes in meanwhile.
 */
const ON_LOOP_BYTES_MAX = 768;
const ON_LOOP_MEAN_MS_MAX = 1;
/** What one write counts for at most, and the share it has in the mean. */
const COUNTED_MS_MAX = 10;
const MEAN_SHARE = 1 / 16;

/** The machine's file system. */
export const nodeDisk: Disk = {
  async open(path: string, options: OpenOptions = {}): Promise<DiskFile> {
    const create = options.create === true ? constants.O_CREAT : 0;
    const isThrough = options.forDurableWrites === true && writesThrough;
    const through = isThrough ? constants.O_DSYNC : 0;
    const handle = await open(path, constants.O_RDWR | create | through, 0o640);
    return isThrough ? throughFile(handle) : nodeFile(handle);
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

/**
 * A file whose writes are durable when they end: one system call, where a write and a sync are two.
 * A fast disk answers sooner than a thread can be woken and heard, so that small writes are made
 * without one for as long as the mean of the last says that the disk is fast.
 */
function throughFile(handle: FileHandle): DiskFile {
  const file = nodeFile(handle);
  // A disk that nothing is known of counts as slow.
  let meanMs = COUNTED_MS_MAX;
  let meanBytes = ON_LOOP_BYTES_MAX;
  let underWayCount = 0;
  let onIdle = (): void => undefined;
  const end = (startedAtMs: number): void => {
    const tookMs = Math.min(performance.now() - startedAtMs, COUNTED_MS_MAX);
    meanMs += (tookMs - meanMs) * MEAN_SHARE;
    underWayCount -= 1;
    if (underWayCount === 0) onIdle();
  };
  return {
    ...file,
    writeDurably(position, bytes): Promise<void> {
      // A closed handle has no number; it says so itself.
      if (handle.fd < 0) return file.write(position, bytes);
      meanBytes += (bytes.length - meanBytes) * MEAN_SHARE;
      const isSmall = Math.max(bytes.length, meanBytes) <= ON_LOOP_BYTES_MAX && underWayCount === 0;
      const writeAll = isSmall && meanMs <= ON_LOOP_MEAN_MS_MAX ? writeOnLoop : writeOnThread;
      underWayCount += 1;
      const startedAtMs = performance.now();
      const written = writeAll(handle.fd, position, bytes);
      const onEnd = (): void => end(startedAtMs);
      written.then(onEnd, onEnd);
      return written;
    },
    async close(): Promise<void> {
      // The handle does not know of these writes, and its number may soon be another file's.
      if (underWayCount > 0) {
        await new Promise<void>((resolve) => {
          onIdle = resolve;
        });
      }
      await handle.close();
    },
  };
}

/** What was said to sockets in this turn leaves before the loop waits for the disk. */
async function writeOnLoop(file: number, position: number, bytes: Uint8Array): Promise<void> {
  await undefined;
  let done = 0;
  while (done < bytes.length) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
  }
}

/** With callbacks, which cost a third of what the handle's own promises do. */
function writeOnThread(file: number, position: number, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const writeFrom = (done: number): void => {
      write(file, bytes, done, bytes.length - done, position + done, (error, count) => {
        if (error !== null) reject(error);
        else if (done + count < bytes.length) writeFrom(done + count);
        else resolve();
      });
    };
    writeFrom(0);
  });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
