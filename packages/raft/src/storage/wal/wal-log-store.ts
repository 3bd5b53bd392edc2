import {
  checkOptions,
  createSystemRng,
  type Disk,
  type DiskLock,
  type Metrics,
  nodeDisk,
  type OptionRules,
  option,
  type Rng,
  silentMetrics,
} from '@konsul/runtime';
import { isBytes, nameOf } from '../../bytes.js';
import type { Entry, HardState } from '../../core/entry.js';
import { isRaftError, RaftError, refuseOption } from '../../errors.js';
import type { LogBatch, LogRange, LogState, LogStore } from '../raft-storage.js';
import { BatchEncoder, type FrameContent } from './batch-encoder.js';
import { LogIndex } from './log-index.js';
import { readEntries } from './read-entries.js';
import { recoverLog, type WritePosition } from './recovery.js';
import { type Segment, SegmentFiles } from './segment-files.js';
import { identityText, segmentHeaderBytes } from './segment-header.js';

/** Options of {@link createWalLogStore}. */
export interface WalLogStoreOptions {
  /** A directory of its own; made when it is missing. */
  readonly directory: string;
  /** Name of the group; a directory of another group is refused. At most 200 bytes. */
  readonly clusterId: string;
  /** This server's identifier; a directory of another server is refused. At most 200 bytes. */
  readonly nodeId: string;
  /** Size of a segment file, 4096 to 1 GiB. Default 16 MiB. Compaction frees whole segments. */
  readonly segmentBytes?: number;
  /** Default: the machine's file system. */
  readonly disk?: Disk;
  /** Draws segment tags. Default: the operating system's randomness. */
  readonly rng?: Rng;
  /** Counts `raft.wal.frames` (one flush each) and `raft.wal.bytes`. */
  readonly metrics?: Metrics;
}

const DEFAULT_SEGMENT_BYTES = 16 * 1024 * 1024;

const RULES: OptionRules<WalLogStoreOptions> = {
  required: { directory: option.text, clusterId: identityText, nodeId: identityText },
  optional: {
    segmentBytes: option.integer(4096, 1024 * 1024 * 1024),
    disk: option.disk,
    rng: option.rng,
    metrics: option.metrics,
  },
};

/**
 * A log in segmented, preallocated, checksummed files, entries and hard state in one stream.
 * One flush per batch; what is appended during a flush goes into the next one together.
 *
 * @throws RaftError INVALID_CONFIG
 */
export function createWalLogStore(options: WalLogStoreOptions): LogStore {
  checkOptions(options, RULES, refuseOption);
  return new WalLogStore(options, options.segmentBytes ?? DEFAULT_SEGMENT_BYTES);
}

type Task = { readonly resolve: () => void; readonly reject: (error: unknown) => void } & (
  | { readonly type: 'append'; readonly batch: LogBatch }
  | { readonly type: 'compact'; readonly throughIndex: number }
);

class WalLogStore implements LogStore {
  readonly #options: WalLogStoreOptions;
  readonly #disk: Disk;
  readonly #metrics: Metrics;
  readonly #segmentBytes: number;
  readonly #files: SegmentFiles;
  readonly #index = new LogIndex();
  readonly #encoder = new BatchEncoder();
  #lock: DiskLock | undefined;
  #active: WritePosition | undefined;
  #prepared: Promise<Segment> | undefined;
  #tasks: Task[] = [];
  #pumping: Promise<void> | undefined;
  /** A commit index that was accepted without a flush; it goes with the next frame. */
  #laterHardState: HardState | undefined;
  #failure: RaftError | undefined;

  constructor(options: WalLogStoreOptions, segmentBytes: number) {
    this.#options = options;
    this.#disk = options.disk ?? nodeDisk;
    this.#metrics = options.metrics ?? silentMetrics;
    this.#segmentBytes = segmentBytes;
    this.#files = new SegmentFiles({
      disk: this.#disk,
      directory: options.directory,
      identity: { clusterId: options.clusterId, nodeId: options.nodeId },
      segmentBytes,
      rng: options.rng ?? createSystemRng(),
    });
  }

  async open(): Promise<LogState> {
    const { directory } = this.#options;
    try {
      await this.#disk.makeDirectory(directory);
      this.#lock = await lockDirectory(this.#disk, `${directory}/LOCK`);
      return await this.#recover();
    } catch (error) {
      await this.#release();
      throw isRaftError(error) ? error : storageFailure(directory, error);
    }
  }

  append(batch: LogBatch): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    for (const { data, index } of batch.entries) {
      if (!isBytes(data)) return Promise.reject(notBytes(data, index));
    }
    const isIdle = this.#pumping === undefined;
    const isCommitOnly = batch.entries.length === 0 && batch.reset === undefined;
    if (isIdle && isCommitOnly && !batch.mustSync) {
      this.#laterHardState = batch.hardState ?? this.#laterHardState;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      this.#enqueue({ type: 'append', batch, resolve, reject });
    });
  }

  compact(throughIndex: number): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#enqueue({ type: 'compact', throughIndex, resolve, reject });
    });
  }

  read(range: LogRange): Promise<readonly Entry[]> {
    return readEntries(this.#index, this.#files, range);
  }

  async close(): Promise<void> {
    await this.#pumping;
    if (this.#failure === undefined && this.#laterHardState !== undefined) {
      await this.append({ entries: [], mustSync: true });
    }
    this.#failure ??= new RaftError('STORAGE_FAILED', 'the log is closed');
    await this.#prepared?.catch(() => undefined);
    await this.#release();
  }

  async #recover(): Promise<LogState> {
    const { active, prepared, repair } = await recoverLog(this.#files, this.#index);
    this.#active = active ?? (await this.#createFirst());
    this.#prepared = prepared && Promise.resolve(prepared);
    const index = this.#index;
    return {
      hardState: index.hardState,
      baseIndex: index.base.index,
      baseTerm: index.base.term,
      lastIndex: index.lastIndex,
      terms: [...index.terms],
      configurationEntries: [...index.configurations],
      ...(repair && { repair }),
      ...(this.#files.logId !== undefined && { logId: this.#files.logId }),
    };
  }

  async #createFirst(): Promise<WritePosition> {
    const segment = await this.#files.create(1);
    this.#index.beginSegment(1);
    return { segment, offset: segmentHeaderBytes, checksum: 0 };
  }

  #enqueue(task: Task): void {
    this.#tasks.push(task);
    this.#pumping ??= this.#pump();
  }

  /**
   * Writes what is waiting, frame after frame; never rejects. The first is on its way to the disk
   * when this returns: a leader's own write then runs while its messages leave, which otherwise
   * come first and take longer than a fast disk.
   */
  async #pump(): Promise<void> {
    while (this.#tasks.length > 0) {
      const tasks = this.#tasks;
      this.#tasks = [];
      try {
        if (this.#failure !== undefined) throw this.#failure;
        await this.#writeTasks(tasks);
        for (const task of tasks) task.resolve();
      } catch (error) {
        this.#failure ??= storageFailure(this.#options.directory, error);
        for (const task of tasks) task.reject(this.#failure);
      }
    }
    this.#pumping = undefined;
  }

  async #writeTasks(tasks: readonly Task[]): Promise<void> {
    const batches: LogBatch[] = [];
    let hardState = this.#laterHardState;
    let throughIndex = 0;
    for (const task of tasks) {
      if (task.type === 'compact') throughIndex = Math.max(throughIndex, task.throughIndex);
      else {
        batches.push(task.batch);
        hardState = task.batch.hardState ?? hardState;
      }
    }
    if (batches.length > 0) await this.#writeFrame({ batches, hardState, base: undefined });
    if (throughIndex > this.#index.base.index) await this.#compact(throughIndex);
  }

  async #compact(throughIndex: number): Promise<void> {
    const index = Math.min(throughIndex, this.#index.lastIndex);
    const term = this.#index.termAt(index);
    if (term === undefined || index <= this.#index.base.index) return;
    const base = { index, term };
    await this.#writeFrame({ batches: [], hardState: this.#laterHardState, base });
    await this.#files.remove(this.#index.dropDeadSegments());
  }

  async #writeFrame(content: FrameContent): Promise<void> {
    const active = this.#active;
    if (active === undefined) throw new RaftError('STORAGE_FAILED', 'the log is not open');
    let place = active;
    let frame = this.#encode(content, place);
    const isFull = place.offset + frame.bytes.length > this.#segmentBytes;
    if (isFull && place.offset > segmentHeaderBytes) {
      place = await this.#nextSegment(active);
      frame = this.#encode(content, place);
    }
    const { file, header } = place.segment;
    await file.writeDurably(place.offset, frame.bytes);
    if (header.sequence !== active.segment.header.sequence) {
      this.#index.beginSegment(header.sequence);
    }
    frame.replay(this.#index, place.offset);
    const { checksum } = frame;
    this.#active = { ...place, offset: place.offset + frame.bytes.length, checksum };
    this.#laterHardState = undefined;
    this.#metrics.increment('raft.wal.frames');
    this.#metrics.increment('raft.wal.bytes', frame.bytes.length);
    this.#prepareAhead(this.#active);
  }

  #encode(content: FrameContent, place: WritePosition): ReturnType<BatchEncoder['encode']> {
    return this.#encoder.encode(
      content,
      {
        tag: place.segment.header.tag,
        previousChecksum: place.checksum,
        isFirst: place.offset === segmentHeaderBytes,
      },
      this.#index,
    );
  }

  async #nextSegment(active: WritePosition): Promise<WritePosition> {
    this.#prepared ??= this.#files.create(active.segment.header.sequence + 1);
    const segment = await this.#prepared;
    this.#prepared = undefined;
    return { segment, offset: segmentHeaderBytes, checksum: active.checksum };
  }

  /** Makes the next segment while the present one still has room. */
  #prepareAhead(active: WritePosition): void {
    if (this.#prepared !== undefined || active.offset < this.#segmentBytes / 2) return;
    this.#prepared = this.#files.create(active.segment.header.sequence + 1);
    // A failure is met where the segment is needed; here it must only not go unheard.
    this.#prepared.catch(() => undefined);
  }

  async #release(): Promise<void> {
    await this.#files.closeAll();
    await this.#lock?.release();
    this.#lock = undefined;
  }
}

async function lockDirectory(disk: Disk, path: string): Promise<DiskLock> {
  try {
    return await disk.lock(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'LOCKED')) throw error;
    const reason = error.message.replace('[LOCKED] ', '');
    const message = reason.includes(path) ? reason : `${path}: ${reason}`;
    throw new RaftError('STORAGE_LOCKED', message, { cause: error });
  }
}

/** A transport that is not ours may bring anything; it must not become zeros on disk. */
function notBytes(data: unknown, index: number): RaftError {
  const message = `the data of entry ${index} must be a Uint8Array; it is ${nameOf(data)}`;
  return new RaftError('REFUSED', message);
}

function storageFailure(directory: string, error: unknown): RaftError {
  if (isRaftError(error, 'STORAGE_FAILED')) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new RaftError('STORAGE_FAILED', `${directory}: ${reason}`, { cause: error });
}
