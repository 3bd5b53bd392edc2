import {
  checkOptions,
  type Disk,
  type DiskFile,
  nodeDisk,
  type OptionRules,
  option,
} from '@konsul/runtime';
import type { SnapshotMetadata } from '../core/entry.js';
import { RaftError, refuseOption } from '../errors.js';
import { newestFirst } from './newest-first.js';
import type {
  SnapshotDescription,
  SnapshotReader,
  SnapshotSink,
  SnapshotStore,
  StoredSnapshot,
} from './raft-storage.js';
import {
  blockBytes,
  blockDataBytes,
  decodeFooter,
  encodeBlock,
  encodeFooter,
  footerBytesMax,
  isSoundBlock,
  type SnapshotFooter,
} from './snapshot-format.js';
import { identityText, type LogIdentity } from './wal/segment-header.js';

/** Options of {@link createFileSnapshotStore}. */
export interface FileSnapshotStoreOptions {
  /** A directory of its own; made when it is missing. */
  readonly directory: string;
  /** Name of the group; snapshots of another group are refused. At most 200 bytes. */
  readonly clusterId: string;
  /** This server's identifier; snapshots of another server are refused. At most 200 bytes. */
  readonly nodeId: string;
  /** Default: the machine's file system. */
  readonly disk?: Disk;
}

const SNAPSHOT_SUFFIX = '.snapshot';
const REMAINDER_SUFFIX = '.part';
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

const RULES: OptionRules<FileSnapshotStoreOptions> = {
  required: { directory: option.text, clusterId: identityText, nodeId: identityText },
  optional: { disk: option.disk },
};

/**
 * Snapshots as one file each: blocks with a checksum, then a footer. Written under another name
 * and renamed when durable; an interrupted one is continued behind its last sound block. The footer
 * says whose the snapshot is, and beside which log it was taken: one that belongs to another node
 * or cluster fails `list` and `open` with STORAGE_FOREIGN. Snapshots of the first release say
 * nothing of it and are taken as they are.
 *
 * @throws RaftError INVALID_CONFIG naming the option, its value and its bound.
 */
export function createFileSnapshotStore(options: FileSnapshotStoreOptions): SnapshotStore {
  checkOptions(options, RULES, refuseOption);
  return new FileSnapshotStore(options);
}

class FileSnapshotStore implements SnapshotStore {
  readonly #disk: Disk;
  readonly #directory: string;
  readonly #owner: LogIdentity;
  /** Being written at present; `prune` leaves them alone. */
  readonly #unfinished = new Set<string>();

  constructor({ disk, directory, clusterId, nodeId }: FileSnapshotStoreOptions) {
    this.#disk = disk ?? nodeDisk;
    this.#directory = directory;
    this.#owner = { clusterId, nodeId };
  }

  async create(description: SnapshotDescription): Promise<SnapshotSink> {
    requireName(description.id);
    await this.#disk.makeDirectory(this.#directory);
    const path = this.#path(description.id, REMAINDER_SUFFIX);
    const file = await this.#disk.open(path, { create: true });
    const blockCount = await orClosed(file, cutBehindSoundBlocks(file));
    this.#unfinished.add(description.id);
    const start = { file, description, blockCount, owner: this.#owner };
    return new FileSnapshotSink(start, async (end) => {
      try {
        await file.close();
        await this.#settle(description.id, end);
      } finally {
        this.#unfinished.delete(description.id);
      }
    });
  }

  async list(): Promise<readonly StoredSnapshot[]> {
    const found: StoredSnapshot[] = [];
    for (const id of await this.#ids(SNAPSHOT_SUFFIX)) {
      const opened = await this.#openFile(id);
      await opened?.file.close();
      if (opened?.metadata !== undefined) found.push(opened.metadata);
    }
    // A process that was killed may have left names that are not durable, and the log is cut behind
    // what is told here.
    if (found.length > 0) await this.#disk.syncDirectory(this.#directory);
    return found.sort(newestFirst);
  }

  async open(id: string, offsetBytes = 0): Promise<SnapshotReader> {
    requireName(id);
    const opened = await this.#openFile(id);
    if (opened === undefined) {
      throw new RaftError('SNAPSHOT_NOT_FOUND', `there is no snapshot ${id}`);
    }
    const { file, metadata } = opened;
    if (metadata === undefined) {
      await file.close();
      const path = this.#path(id, SNAPSHOT_SUFFIX);
      throw new RaftError('SNAPSHOT_CORRUPT', `${path} has no sound footer`);
    }
    const path = this.#path(id, SNAPSHOT_SUFFIX);
    return {
      metadata,
      data: readBlocks({ file, path, sizeBytes: metadata.sizeBytes }, offsetBytes),
    };
  }

  async prune(supersededIds: ReadonlySet<string>): Promise<void> {
    for (const id of await this.#ids(SNAPSHOT_SUFFIX)) {
      if (supersededIds.has(id)) await this.#disk.remove(this.#path(id, SNAPSHOT_SUFFIX));
    }
    for (const id of await this.#ids(REMAINDER_SUFFIX)) {
      if (this.#unfinished.has(id)) continue;
      await this.#disk.remove(this.#path(id, REMAINDER_SUFFIX));
    }
    await this.#disk.syncDirectory(this.#directory);
  }

  async #settle(id: string, end: SinkEnd): Promise<void> {
    const path = this.#path(id, REMAINDER_SUFFIX);
    if (end === 'removed') await this.#disk.remove(path);
    if (end !== 'complete') return;
    await this.#disk.rename(path, this.#path(id, SNAPSHOT_SUFFIX));
    await this.#disk.syncDirectory(this.#directory);
  }

  async #ids(suffix: string): Promise<string[]> {
    const names = await this.#disk.list(this.#directory);
    const ids = names.filter((name) => name.endsWith(suffix));
    return ids.map((name) => name.slice(0, -suffix.length)).filter((id) => NAME.test(id));
  }

  async #openFile(
    id: string,
  ): Promise<{ file: DiskFile; metadata: StoredSnapshot | undefined } | undefined> {
    const path = this.#path(id, SNAPSHOT_SUFFIX);
    let file: DiskFile;
    try {
      file = await this.#disk.open(path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
    const footer = await orClosed(file, readFooter(file));
    try {
      this.#requireOwn(path, footer?.owner);
    } catch (error) {
      await file.close();
      throw error;
    }
    return { file, metadata: footer?.metadata };
  }

  #requireOwn(path: string, owner: LogIdentity | undefined): void {
    const { clusterId, nodeId } = this.#owner;
    if (owner === undefined || (owner.clusterId === clusterId && owner.nodeId === nodeId)) return;
    throw new RaftError(
      'STORAGE_FOREIGN',
      `${path} belongs to node ${owner.nodeId} of cluster ${owner.clusterId}, ` +
        `not to node ${nodeId} of cluster ${clusterId}`,
    );
  }

  #path(id: string, suffix: string): string {
    return `${this.#directory}/${id}${suffix}`;
  }
}

/** What becomes of a sink's file: it is published, kept for a later attempt, or removed. */
type SinkEnd = 'complete' | 'kept' | 'removed';

class FileSnapshotSink implements SnapshotSink {
  readonly offsetBytes: number;
  readonly #file: DiskFile;
  readonly #description: SnapshotDescription;
  readonly #owner: LogIdentity;
  readonly #finish: (end: SinkEnd) => Promise<void>;
  readonly #pending = new Uint8Array(blockDataBytes);
  #pendingBytes = 0;
  #blockCount: number;

  constructor(
    start: {
      readonly file: DiskFile;
      readonly description: SnapshotDescription;
      readonly blockCount: number;
      readonly owner: LogIdentity;
    },
    finish: (end: SinkEnd) => Promise<void>,
  ) {
    this.#file = start.file;
    this.#description = start.description;
    this.#owner = start.owner;
    this.#blockCount = start.blockCount;
    this.#finish = finish;
    this.offsetBytes = start.blockCount * blockDataBytes;
  }

  async write(bytes: Uint8Array): Promise<void> {
    let position = 0;
    while (position < bytes.length) {
      const part = bytes.subarray(position, position + blockDataBytes - this.#pendingBytes);
      this.#pending.set(part, this.#pendingBytes);
      this.#pendingBytes += part.length;
      position += part.length;
      if (this.#pendingBytes === blockDataBytes) await this.#flushBlock();
    }
  }

  async commit(): Promise<SnapshotMetadata> {
    let metadata: SnapshotMetadata;
    try {
      metadata = await this.#complete();
    } catch (error) {
      await this.#finish('removed').catch(() => undefined);
      throw error;
    }
    await this.#finish('complete');
    return metadata;
  }

  async abort(options?: { readonly resumable?: boolean }): Promise<void> {
    await this.#finish(options?.resumable === true ? 'kept' : 'removed');
  }

  /** Writes what is left and makes all of it durable, under the name it has now. */
  async #complete(): Promise<SnapshotMetadata> {
    const sizeBytes = this.#blockCount * blockDataBytes + this.#pendingBytes;
    let end = this.#blockCount * blockBytes;
    if (this.#pendingBytes > 0) {
      const last = encodeBlock(this.#pending.subarray(0, this.#pendingBytes));
      await this.#file.write(end, last);
      end += last.length;
    }
    const metadata: SnapshotMetadata = { ...this.#description, sizeBytes };
    await this.#file.write(end, encodeFooter(metadata, this.#owner));
    await this.#file.sync();
    return metadata;
  }

  async #flushBlock(): Promise<void> {
    await this.#file.write(this.#blockCount * blockBytes, encodeBlock(this.#pending));
    this.#blockCount += 1;
    this.#pendingBytes = 0;
  }
}

/** Waits for something that is done with a file, which is closed when that fails. */
async function orClosed<T>(file: DiskFile, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}

async function readFooter(file: DiskFile): Promise<SnapshotFooter | undefined> {
  const sizeBytes = await file.size();
  const tailStart = Math.max(0, sizeBytes - footerBytesMax);
  return decodeFooter(await file.read(tailStart, sizeBytes - tailStart));
}

/** Leaves what an earlier attempt has certainly written. @returns how many blocks that is. */
async function cutBehindSoundBlocks(file: DiskFile): Promise<number> {
  const sizeBytes = await file.size();
  let count = 0;
  while ((count + 1) * blockBytes <= sizeBytes) {
    if (!isSoundBlock(await file.read(count * blockBytes, blockBytes))) break;
    count += 1;
  }
  await file.truncate(count * blockBytes);
  return count;
}

async function* readBlocks(
  { file, path, sizeBytes }: { file: DiskFile; path: string; sizeBytes: number },
  offsetBytes: number,
): AsyncGenerator<Uint8Array> {
  try {
    let block = Math.floor(offsetBytes / blockDataBytes);
    let skipBytes = offsetBytes % blockDataBytes;
    for (; block * blockDataBytes < sizeBytes; block += 1) {
      const left = sizeBytes - block * blockDataBytes;
      const wanted = Math.min(blockBytes, left + blockBytes - blockDataBytes);
      const bytes = await file.read(block * blockBytes, wanted);
      if (bytes.length !== wanted || !isSoundBlock(bytes)) {
        throw new RaftError(
          'SNAPSHOT_CORRUPT',
          `${path} is damaged in block ${block}, bytes ${block * blockBytes} to ${block * blockBytes + wanted - 1} of the file`,
        );
      }
      const data = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length).subarray(
        4 + skipBytes,
      );
      skipBytes = 0;
      if (data.length > 0) yield data;
    }
  } finally {
    await file.close();
  }
}

/** Names come from peers too: one that is not a plain file name never reaches the disk. */
function requireName(id: string): void {
  if (NAME.test(id)) return;
  throw new RaftError('SNAPSHOT_NOT_FOUND', `${JSON.stringify(id)} cannot name a snapshot`);
}
