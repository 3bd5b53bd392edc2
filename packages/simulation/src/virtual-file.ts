import { type DiskFile, randomBelow } from '@konsul/runtime';
import { type DiskOperation, diskError } from './disk-faults.js';
import type { ContentChange, DiskInode } from './disk-inode.js';
import type { DiskState } from './disk-state.js';

/** A sync that is to be done. */
export interface SyncRequest {
  readonly operation: 'sync' | 'syncDirectory';
  readonly path: string;
  /** Notes what is there now and returns what makes it durable. */
  readonly begin: () => () => void;
  readonly onFailure?: () => void;
}

/** What an open file needs of the process that opened it, and of the disk below. */
export interface FileSession {
  readonly state: DiskState;
  /** Whether so many bytes more do not fit. */
  isFull(addedBytes: number): boolean;
  /** Throws the fault that is planned for this operation, if one is. */
  failIfInjected(operation: DiskOperation, path: string): void;
  /** Does something after the time it takes, unless the process has died meanwhile. */
  perform<T>(kind: 'read' | 'write', action: () => T): Promise<T>;
  performSync(request: SyncRequest): Promise<void>;
}

/** An open file of a virtual disk. */
export class VirtualFile implements DiskFile {
  readonly #session: FileSession;
  readonly #inode: DiskInode;
  readonly #path: string;
  #isClosed = false;

  constructor(session: FileSession, inode: DiskInode, path: string) {
    this.#session = session;
    this.#inode = inode;
    this.#path = path;
  }

  size(): Promise<number> {
    return this.#perform('read', () => this.#inode.sizeBytes);
  }

  read(position: number, lengthBytes: number): Promise<Uint8Array> {
    return this.#perform('read', () => {
      this.#session.failIfInjected('read', this.#path);
      return this.#inode.read(position, lengthBytes);
    });
  }

  async write(position: number, bytes: Uint8Array): Promise<void> {
    await this.#write(position, bytes);
  }

  truncate(sizeBytes: number): Promise<void> {
    return this.#perform('write', () => {
      this.#session.failIfInjected('truncate', this.#path);
      const grownBytes = Math.max(0, sizeBytes - this.#inode.sizeBytes);
      if (this.#session.isFull(grownBytes)) throw diskError('ENOSPC', 'truncate', this.#path);
      this.#inode.truncate(sizeBytes);
    });
  }

  sync(): Promise<void> {
    return this.#sync(() => this.#inode.beginSync());
  }

  async writeDurably(position: number, bytes: Uint8Array): Promise<void> {
    const written = await this.#write(position, bytes);
    await this.#sync(() => this.#inode.beginSyncOf(written));
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return Promise.resolve();
  }

  #write(position: number, bytes: Uint8Array): Promise<ContentChange> {
    return this.#perform('write', () => {
      const grownBytes = Math.max(0, position + bytes.length - this.#inode.sizeBytes);
      const isFull = this.#session.isFull(grownBytes);
      const code = this.#session.state.faults.next('write', this.#path);
      if (code === undefined && !isFull) {
        return this.#inode.write(position, bytes);
      }
      // A write that fails has often done a part of its work.
      const { rng } = this.#session.state.options;
      const doneBytes = isFull ? 0 : randomBelow(rng, bytes.length + 1);
      this.#inode.write(position, bytes.subarray(0, doneBytes));
      throw diskError(code ?? 'ENOSPC', 'write', this.#path);
    });
  }

  #sync(begin: () => () => void): Promise<void> {
    if (this.#isClosed) return Promise.reject(diskError('EBADF', 'sync', this.#path));
    return this.#session.performSync({
      operation: 'sync',
      path: this.#path,
      begin,
      onFailure: () => this.#inode.loseUnsynced(),
    });
  }

  #perform<T>(kind: 'read' | 'write', action: () => T): Promise<T> {
    return this.#session.perform(kind, () => {
      if (this.#isClosed) throw diskError('EBADF', kind, this.#path);
      return action();
    });
  }
}
