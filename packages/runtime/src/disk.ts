/**
 * The part of a file system that a durable log needs.
 *
 * Durability rules that every implementation keeps and every user may rely on:
 *
 * 1. Written bytes survive a crash only after `sync` of that file, or `writeDurably` of these very
 *    bytes, resolved.
 * 2. A file's created, renamed or removed name survives a crash only after `syncDirectory` of its
 *    directory resolved.
 * 3. Without those, a crash may keep all, some or none of it; of a write it may keep any part.
 * 4. An error of `write`, `sync` or `writeDurably` is final for that file: never retry it as if it
 *    could be healed.
 * 5. What a dead process, or a failed sync, left behind can be read and is no more durable for
 *    that. Whoever goes on from it writes it again and syncs, names too, before relying on it.
 */
export interface Disk {
  /** Opens for reading and writing. With `create`, makes the file if it is missing. */
  open(path: string, options?: OpenOptions): Promise<DiskFile>;
  /** A whole file. Rejects with code ENOENT when it is missing. */
  readFile(path: string): Promise<Uint8Array>;
  /** Names in a directory, sorted; empty when the directory is missing. */
  list(directory: string): Promise<string[]>;
  /** Makes a directory and those above it that are missing; durable when it resolves. */
  makeDirectory(directory: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; harmless when it is missing. */
  remove(path: string): Promise<void>;
  syncDirectory(directory: string): Promise<void>;
  /**
   * Keeps other processes of this machine out until released.
   *
   * @throws an Error with code `LOCKED` that names the holder's process id.
   */
  lock(path: string): Promise<DiskLock>;
}

export interface OpenOptions {
  /** Make the file when it is missing. Default false. */
  readonly create?: boolean;
  /**
   * Most writes to it will be `writeDurably`, which some systems can then do in one step. A hint:
   * it changes no meaning. Default false.
   */
  readonly forDurableWrites?: boolean;
}

export interface DiskFile {
  size(): Promise<number>;
  /** Reads up to `lengthBytes` from `position`; shorter only at the end of the file. */
  read(position: number, lengthBytes: number): Promise<Uint8Array>;
  /** Writes all of `bytes` at `position`, growing the file if needed. */
  write(position: number, bytes: Uint8Array): Promise<void>;
  truncate(sizeBytes: number): Promise<void>;
  /** Resolves when everything written before the call is durable. */
  sync(): Promise<void>;
  /**
   * Writes all of `bytes` at `position` and resolves when they are durable, which says nothing of
   * what was written before. Cheaper than `write` and `sync` in a file opened `forDurableWrites`
   * that is long enough already.
   */
  writeDurably(position: number, bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export interface DiskLock {
  release(): Promise<void>;
}

/** Replaces a file so that a crash leaves either the old content or the new one, never a mixture. */
export async function writeFileAtomically(
  disk: Disk,
  directory: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const temporary = `${directory}/${name}.new`;
  const file = await disk.open(temporary, { create: true });
  try {
    await file.truncate(0);
    await file.write(0, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await disk.rename(temporary, `${directory}/${name}`);
  await disk.syncDirectory(directory);
}
