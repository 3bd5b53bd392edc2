import {
  type Disk,
  type DiskFile,
  type DiskLock,
  type Logger,
  type Metrics,
  writeFileAtomically,
} from '@konsul/runtime';
import { isSerfError, SerfError } from '../errors.js';

export interface SnapshotFileOptions {
  readonly disk: Disk;
  readonly path: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Writing failed; nothing more is appended until `replace` is called. */
  readonly onFailure: () => void;
}

/** What is to be done to the file next. */
type Work =
  | { readonly type: 'append'; readonly text: string }
  | { readonly type: 'replace'; readonly text: string }
  | { readonly type: 'sync' };

/** Text that may wait for a slow disk; beyond it lines are lost, which counts as a failure. */
const WAITING_BYTES_MAX = 4 * 1024 * 1024;
/** A snapshot larger than this is not ours. */
const FILE_BYTES_MAX = 256 * 1024 * 1024;

/**
 * The file that a snapshot is written to. Work is done in order, one piece at a time, and lines that
 * came meanwhile are written together. A failure is logged, counted and told; the member goes on,
 * because a pool can live without a snapshot, but appends nothing to a file that may have a hole.
 */
export class SnapshotFile {
  readonly #options: SnapshotFileOptions;
  readonly #directory: string;
  readonly #name: string;
  #lock: DiskLock | undefined;
  #file: DiskFile | undefined;
  #sizeBytes = 0;
  #waiting: Work[] = [];
  #waitingBytes = 0;
  #running: Promise<void> | undefined;
  #isBroken = false;
  #failureCount = 0;
  #failure: unknown;

  constructor(options: SnapshotFileOptions) {
    const slash = options.path.lastIndexOf('/');
    this.#options = options;
    this.#directory = slash === -1 ? '.' : options.path.slice(0, slash) || '/';
    this.#name = options.path.slice(slash + 1);
  }

  /**
   * Opens, or makes, the file, and keeps other members out of it until it is closed.
   *
   * @returns what it holds.
   * @throws SerfError SNAPSHOT_LOCKED, SNAPSHOT_UNUSABLE.
   */
  async open(): Promise<string> {
    try {
      return await this.#open();
    } catch (error) {
      if (isSerfError(error)) throw error;
      if (hasCode(error, 'LOCKED')) {
        const detail = `snapshot ${this.#path} is in use: ${messageOf(error)}`;
        throw new SerfError('SNAPSHOT_LOCKED', detail, { cause: error });
      }
      throw this.#unusable(`cannot be opened: ${messageOf(error)}`, error);
    }
  }

  /** Waits for what was to be written. @throws SerfError SNAPSHOT_UNUSABLE when that failed. */
  async requireWritten(): Promise<void> {
    await this.settled();
    if (!this.#isBroken) return;
    throw this.#unusable(`cannot be written: ${messageOf(this.#failure)}`, this.#failure);
  }

  async #open(): Promise<string> {
    const { disk } = this.#options;
    await disk.makeDirectory(this.#directory);
    this.#lock = await disk.lock(`${this.#path}.lock`);
    const file = await disk.open(this.#path, { create: true });
    this.#file = file;
    const sizeBytes = await file.size();
    if (sizeBytes > FILE_BYTES_MAX) {
      throw this.#unusable(`is no snapshot: ${sizeBytes} bytes are more than one has`);
    }
    const text = new TextDecoder().decode(await file.read(0, sizeBytes));
    this.#sizeBytes = sizeBytes;
    return text;
  }

  /** Adds whole lines. */
  append(text: string): void {
    this.#enqueue({ type: 'append', text }, text.length);
  }

  /** Puts other content in place of all that was written before. */
  replace(text: string): void {
    this.#enqueue({ type: 'replace', text }, text.length);
  }

  /** Makes what was written before durable. */
  sync(): void {
    this.#enqueue({ type: 'sync' }, 0);
  }

  /** Does what waits, makes it durable and closes the file. */
  async close(): Promise<void> {
    try {
      if (this.#file === undefined) return;
      this.sync();
      await this.settled();
      const file = this.#file;
      this.#file = undefined;
      await file?.close();
    } finally {
      await this.#lock?.release();
      this.#lock = undefined;
    }
  }

  /** Resolves when nothing waits to be done. */
  async settled(): Promise<void> {
    await this.#running;
  }

  get #path(): string {
    return this.#directory === '/' ? `/${this.#name}` : `${this.#directory}/${this.#name}`;
  }

  #unusable(what: string, cause?: unknown): SerfError {
    return new SerfError('SNAPSHOT_UNUSABLE', `snapshot ${this.#path} ${what}`, { cause });
  }

  #enqueue(work: Work, lengthBytes: number): void {
    if (work.type === 'replace') {
      // What was to be appended before is part of it.
      this.#waiting = this.#waiting.filter(({ type }) => type === 'sync');
      this.#waitingBytes = 0;
    }
    if (work.type === 'append' && this.#waitingBytes + lengthBytes > WAITING_BYTES_MAX) {
      this.#onFailure(new Error(`more than ${WAITING_BYTES_MAX} bytes wait for the disk`));
      return;
    }
    this.#waiting.push(work);
    this.#waitingBytes += lengthBytes;
    this.#running ??= this.#runAll();
  }

  async #runAll(): Promise<void> {
    // The lines of one turn come one by one; they are written together.
    await Promise.resolve();
    try {
      while (this.#waiting.length > 0) {
        const works = this.#waiting;
        this.#waiting = [];
        this.#waitingBytes = 0;
        for (const work of merged(works)) await this.#run(work);
      }
    } catch (error) {
      this.#onFailure(error);
    } finally {
      this.#running = undefined;
    }
  }

  #onFailure(error: unknown): void {
    this.#isBroken = true;
    this.#failureCount += 1;
    this.#failure = error;
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#options.metrics.increment('serf.snapshot.errors');
    this.#options.logger.warn('snapshot was not written', { path: this.#path, error });
    this.#options.onFailure();
  }

  async #run(work: Work): Promise<void> {
    if (this.#isBroken && work.type !== 'replace') return;
    if (work.type === 'append') await this.#append(work.text);
    else if (work.type === 'replace') await this.#replace(work.text);
    else await this.#file?.sync();
  }

  async #append(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    const position = this.#sizeBytes;
    this.#sizeBytes += bytes.length;
    await this.#file?.write(position, bytes);
  }

  async #replace(text: string): Promise<void> {
    const { disk } = this.#options;
    const failureCount = this.#failureCount;
    const bytes = new TextEncoder().encode(text);
    await writeFileAtomically(disk, this.#directory, this.#name, bytes);
    const old = this.#file;
    this.#file = await disk.open(this.#path, { create: true });
    this.#sizeBytes = bytes.length;
    // Lines that were lost meanwhile are missing behind it.
    this.#isBroken = failureCount !== this.#failureCount;
    await old?.close();
  }
}

/** Appends that follow each other become one. */
function merged(works: readonly Work[]): Work[] {
  const result: Work[] = [];
  for (const work of works) {
    const last = result.at(-1);
    if (work.type === 'append' && last?.type === 'append') {
      result[result.length - 1] = { type: 'append', text: last.text + work.text };
    } else {
      result.push(work);
    }
  }
  return result;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
