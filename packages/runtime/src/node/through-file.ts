import { write, writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { DiskFile } from '../disk.js';

/**
 * Durable writes are done on the event loop while they are known to be this small and this fast.
 * Larger ones stand for many callers, who gain more by what the loop takes in meanwhile.
 */
const ON_LOOP_BYTES_MAX = 768;
const ON_LOOP_MEAN_MS_MAX = 1;
/** What one write counts for at most, and the share it has in the mean. */
const COUNTED_MS_MAX = 10;
const MEAN_SHARE = 1 / 16;

/**
 * A file whose writes are durable when they end: one system call, where a write and a sync are two.
 *
 * With `waitsForSmallWrites`, small ones are made without a thread for as long as the mean of the last
 * says that the disk is fast: it then answers sooner than a thread can be woken and heard.
 */
export function throughFile(
  file: DiskFile,
  handle: FileHandle,
  { waitsForSmallWrites }: { readonly waitsForSmallWrites: boolean },
): DiskFile {
  // A disk that nothing is known of counts as slow.
  let meanMs = COUNTED_MS_MAX;
  let meanBytes = ON_LOOP_BYTES_MAX;
  let underWayCount = 0;
  let onIdle = (): void => undefined;
  let closing: Promise<void> | undefined;
  const isForLoop = (bytes: Uint8Array): boolean =>
    waitsForSmallWrites &&
    underWayCount === 0 &&
    meanMs <= ON_LOOP_MEAN_MS_MAX &&
    Math.max(bytes.length, meanBytes) <= ON_LOOP_BYTES_MAX;
  const end = (startedAtMs: number): void => {
    const tookMs = Math.min(performance.now() - startedAtMs, COUNTED_MS_MAX);
    meanMs += (tookMs - meanMs) * MEAN_SHARE;
    underWayCount -= 1;
    if (underWayCount === 0) onIdle();
  };
  const closeWhenIdle = async (): Promise<void> => {
    // The handle does not know of these writes, and its number may soon be another file's.
    if (underWayCount > 0) {
      await new Promise<void>((resolve) => {
        onIdle = resolve;
      });
    }
    await handle.close();
  };
  return {
    ...file,
    writeDurably(position, bytes): Promise<void> {
      // A closed handle refuses by itself; its number, which is all that is used here, does not.
      if (closing !== undefined) return closing.then(() => file.write(position, bytes));
      meanBytes += (bytes.length - meanBytes) * MEAN_SHARE;
      const writeAll = isForLoop(bytes) ? writeOnLoop : writeOnThread;
      underWayCount += 1;
      const startedAtMs = performance.now();
      const written = writeAll(handle.fd, position, bytes);
      const onEnd = (): void => end(startedAtMs);
      written.then(onEnd, onEnd);
      return written;
    },
    close(): Promise<void> {
      closing ??= closeWhenIdle();
      return closing;
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
