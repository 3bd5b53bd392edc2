import { type DiskFile, randomBelow } from '@konsul/runtime';
import { diskError } from './disk-faults.js';
import type { DiskInode } from './disk-inode.js';
import type { DiskSession } from './disk-session.js';

/** An open file of a virtual disk. */
export class VirtualFile implements DiskFile {
  readonly #session: DiskSession;
  readonly #inode: DiskInode;
  readonly #path: string;
  #isClosed = false;

  constructor(session: DiskSession, inode: DiskInode, path: string) {
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

  write(position: number, bytes: Uint8Array): Promise<void> {
    return this.#perform('write', () => {
      const grownBytes = Math.max(0, position + bytes.length - this.#inode.sizeBytes);
      const isFull = this.#session.isFull(grownBytes);
      const code = this.#session.state.faults.next('write', this.#path);
      if (code === undefined && !isFull) {
        this.#inode.write(position, bytes);
        return;
      }
      // A write that fails has often done a part of its work.
      const { rng } = this.#session.state.options;
      const doneBytes = isFull ? 0 : randomBelow(rng, bytes.length + 1);
      this.#inode.write(position, bytes.subarray(0, doneBytes));
      throw diskError(code ?? 'ENOSPC', 'write', this.#path);
    });
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
    if (this.#isClosed) return Promise.reject(diskError('EBADF', 'sync', this.#path));
    return this.#session.performSync({
      operation: 'sync',
      path: this.#path,
      begin: () => this.#inode.beginSync(),
      onFailure: () => this.#inode.loseUnsynced(),
    });
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return Promise.resolve();
  }

  #perform<T>(kind: 'read' | 'write', action: () => T): Promise<T> {
    return this.#session.perform(kind, () => {
      if (this.#isClosed) throw diskError('EBADF', kind, this.#path);
      return action();
    });
  }
}
