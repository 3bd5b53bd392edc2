import type { Clock, Disk, DiskFile, DiskLock, OpenOptions } from '@konsul/runtime';
import { type DiskFault, DiskFaults } from './disk-faults.js';
import { DiskNames, normalPath } from './disk-names.js';
import { DiskSession } from './disk-session.js';
import type { DiskState, VirtualDiskOptions } from './disk-state.js';
import type { Undo } from './network-faults.js';

/**
 * A disk that keeps exactly what the rules of {@link Disk} promise, and after a crash no more than
 * that: what was not synced is lost, kept or torn, as the seed has it.
 *
 * Its promises settle at once, or on virtual time where latencies are given. Directories are
 * durable as soon as they are made; file names are not.
 *
 * @remarks After a failed sync the unsynced bytes can still be read but will never be durable, as
 * on Linux (Rebello and others, "Can Applications Recover from fsync Failures?", ATC 2020).
 */
export class VirtualDisk implements Disk {
  readonly #state: DiskState;
  #current: DiskSession;

  constructor(options: VirtualDiskOptions) {
    this.#state = {
      options,
      names: new DiskNames(),
      faults: new DiskFaults(),
      locks: new Map(),
      stalls: new Set(),
      stalledSyncs: [],
      incarnation: 0,
    };
    this.#current = this.#createSession(options.clock);
  }

  /**
   * The disk as one process sees it; dead after the next `crash` or `killProcess`, when its
   * promises never settle any more.
   */
  session(clock?: Clock): Disk {
    return this.#createSession(clock ?? this.#state.options.clock);
  }

  /** Power fails: the process is dead, locks are free, unsynced bytes and names are at risk. */
  crash(): void {
    const { names, options } = this.#state;
    const inodes = names.inodes();
    names.crash(options.rng);
    for (const inode of inodes) inode.crash(options.rng);
    this.killProcess();
  }

  /** Only the process is dead; the machine still has all that was written. */
  killProcess(): void {
    this.#state.incarnation += 1;
    this.#state.locks.clear();
    this.#state.stalledSyncs = [];
    this.#current = this.#createSession(this.#state.options.clock);
  }

  /** Makes operations fail, until undone. */
  inject(fault: DiskFault): Undo {
    return this.#state.faults.inject(fault);
  }

  /**
   * Makes syncs wait until undone, also those of later processes; `completeSync` lets them through one
   * by one.
   */
  stallSyncs(): Undo {
    const { stalls } = this.#state;
    const stall = {};
    stalls.add(stall);
    return () => {
      if (!stalls.delete(stall) || stalls.size > 0) return;
      const stalled = this.#state.stalledSyncs;
      this.#state.stalledSyncs = [];
      for (const proceed of stalled) proceed();
    };
  }

  /** Lets the oldest stalled sync through. @returns false when none waits. */
  completeSync(): boolean {
    const proceed = this.#state.stalledSyncs.shift();
    proceed?.();
    return proceed !== undefined;
  }

  /** Flips one bit of a file, without anyone noticing. @returns false when there is none to flip. */
  rot(path: string): boolean {
    return this.#state.names.get(normalPath(path))?.rot(this.#state.options.rng) ?? false;
  }

  open(path: string, options?: OpenOptions): Promise<DiskFile> {
    return this.#current.open(path, options);
  }

  readFile(path: string): Promise<Uint8Array> {
    return this.#current.readFile(path);
  }

  list(directory: string): Promise<string[]> {
    return this.#current.list(directory);
  }

  makeDirectory(directory: string): Promise<void> {
    return this.#current.makeDirectory(directory);
  }

  rename(from: string, to: string): Promise<void> {
    return this.#current.rename(from, to);
  }

  remove(path: string): Promise<void> {
    return this.#current.remove(path);
  }

  syncDirectory(directory: string): Promise<void> {
    return this.#current.syncDirectory(directory);
  }

  lock(path: string): Promise<DiskLock> {
    return this.#current.lock(path);
  }

  #createSession(clock: Clock | undefined): DiskSession {
    return new DiskSession(this.#state, clock);
  }
}
