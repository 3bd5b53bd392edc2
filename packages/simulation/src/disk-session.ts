import type { Clock, Disk, DiskFile, DiskLock, OpenOptions } from '@konsul/runtime';
import { type DiskOperation, diskError } from './disk-faults.js';
import { DiskInode } from './disk-inode.js';
import { directoryOf, normalPath } from './disk-names.js';
import type { DiskState } from './disk-state.js';
import { drawLatencyMs, type Latency } from './network-link.js';
import { SimulationError } from './simulation-error.js';
import { type FileSession, type SyncRequest, VirtualFile } from './virtual-file.js';

/** Process ids are only for messages; they start where a reader expects one. */
const FIRST_PROCESS_ID = 1000;

/** A virtual disk as one process sees it. */
export class DiskSession implements Disk, FileSession {
  readonly state: DiskState;
  readonly #clock: Clock | undefined;
  readonly #incarnation: number;

  constructor(state: DiskState, clock: Clock | undefined) {
    this.state = state;
    this.#clock = clock;
    this.#incarnation = state.incarnation;
  }

  open(path: string, options: OpenOptions = {}): Promise<DiskFile> {
    return this.perform('write', () => {
      this.failIfInjected('open', path);
      const { names } = this.state;
      const normal = normalPath(path);
      let inode = names.get(normal);
      if (inode === undefined) {
        const canCreate = options.create === true && names.hasDirectory(directoryOf(normal));
        if (!canCreate) throw diskError('ENOENT', 'open', path);
        inode = new DiskInode();
        names.link(normal, inode);
      }
      return new VirtualFile(this, inode, path);
    });
  }

  readFile(path: string): Promise<Uint8Array> {
    return this.perform('read', () => {
      this.failIfInjected('read', path);
      const inode = this.#require('open', path);
      return inode.read(0, inode.sizeBytes);
    });
  }

  list(directory: string): Promise<string[]> {
    return this.perform('read', () => this.state.names.list(normalPath(directory)));
  }

  makeDirectory(directory: string): Promise<void> {
    return this.perform('write', () => this.state.names.makeDirectory(normalPath(directory)));
  }

  rename(from: string, to: string): Promise<void> {
    return this.perform('write', () => {
      this.failIfInjected('rename', from);
      const inode = this.#require('rename', from);
      const target = normalPath(to);
      if (!this.state.names.hasDirectory(directoryOf(target))) {
        throw diskError('ENOENT', 'rename', to);
      }
      this.state.names.rename(normalPath(from), target, inode);
    });
  }

  remove(path: string): Promise<void> {
    return this.perform('write', () => {
      this.failIfInjected('remove', path);
      const normal = normalPath(path);
      if (this.state.names.get(normal) !== undefined) this.state.names.unlink(normal);
    });
  }

  syncDirectory(directory: string): Promise<void> {
    if (!this.state.names.hasDirectory(normalPath(directory))) {
      return Promise.reject(diskError('ENOENT', 'open', directory));
    }
    return this.performSync({
      operation: 'syncDirectory',
      path: directory,
      begin: () => this.state.names.beginSync(normalPath(directory)),
    });
  }

  lock(path: string): Promise<DiskLock> {
    return this.perform('write', () => {
      const { locks, names } = this.state;
      const normal = normalPath(path);
      const holder = locks.get(normal);
      if (holder !== undefined) throw lockedError(path, holder);
      if (!names.hasDirectory(directoryOf(normal))) throw diskError('ENOENT', 'open', path);
      const processId = FIRST_PROCESS_ID + this.#incarnation;
      locks.set(normal, processId);
      const inode = new DiskInode();
      inode.write(0, new TextEncoder().encode(JSON.stringify({ pid: processId })));
      names.link(normal, inode);
      return { release: () => this.#release(normal) };
    });
  }

  /** Whether adding bytes would exceed the capacity. */
  isFull(addedBytes: number): boolean {
    const { capacityBytes } = this.state.options;
    if (capacityBytes === undefined) return false;
    let usedBytes = addedBytes;
    for (const inode of this.state.names.inodes()) usedBytes += inode.sizeBytes;
    return usedBytes > capacityBytes;
  }

  /** Fails as the disk has been told to. */
  failIfInjected(operation: DiskOperation, path: string): void {
    const code = this.state.faults.next(operation, path);
    if (code !== undefined) throw diskError(code, operation, path);
  }

  /** Does something at once and settles the promise when its latency has passed. */
  perform<T>(kind: 'read' | 'write', action: () => T): Promise<T> {
    if (this.isDead()) return neverSettled();
    let outcome: Promise<T>;
    try {
      outcome = Promise.resolve(action());
    } catch (error) {
      outcome = Promise.reject(error);
    }
    const { readLatency, writeLatency } = this.state.options;
    return this.#delay(kind === 'read' ? readLatency : writeLatency, outcome);
  }

  /** Makes durable, when the sync ends, what was there when it began. */
  performSync({ operation, path, begin, onFailure }: SyncRequest): Promise<void> {
    if (this.isDead()) return neverSettled();
    const complete = begin();
    const code = this.state.faults.next(operation, path);
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        if (this.isDead()) return;
        if (code === undefined) {
          complete();
          resolve();
        } else {
          onFailure?.();
          reject(diskError(code, operation, path));
        }
      };
      const start = (): void => this.#after(this.state.options.syncLatency, finish);
      if (this.state.stalls.size === 0) start();
      else this.state.stalledSyncs.push(start);
    });
  }

  isDead(): boolean {
    return this.state.incarnation !== this.#incarnation;
  }

  #require(operation: string, path: string): DiskInode {
    const inode = this.state.names.get(normalPath(path));
    if (inode === undefined) throw diskError('ENOENT', operation, path);
    return inode;
  }

  #release(path: string): Promise<void> {
    if (this.isDead()) return neverSettled();
    if (this.state.locks.delete(path)) this.state.names.unlink(path);
    return Promise.resolve();
  }

  #delay<T>(latency: Latency | undefined, outcome: Promise<T>): Promise<T> {
    if (latency === undefined) return outcome;
    // Node would report a rejection that waits for its latency as unhandled.
    outcome.catch(() => undefined);
    return new Promise((resolve) => {
      this.#after(latency, () => {
        if (!this.isDead()) resolve(outcome);
      });
    });
  }

  #after(latency: Latency | undefined, callback: () => void): void {
    if (latency === undefined) {
      callback();
      return;
    }
    const clock = this.#clock;
    if (clock === undefined) {
      throw new SimulationError('OPTION_INVALID', 'a disk with latencies needs a clock');
    }
    clock.schedule(clock.nowMs() + drawLatencyMs(latency, this.state.options.rng), callback);
  }
}

function neverSettled(): Promise<never> {
  return new Promise(() => undefined);
}

function lockedError(path: string, processId: number): Error {
  const message = `[LOCKED] ${path} is held by process ${processId}`;
  return Object.assign(new Error(message), { code: 'LOCKED' });
}
