import { type Rng, randomBelow } from '@konsul/runtime';
import type { DiskInode } from './disk-inode.js';

/** One change of the names of a directory; a rename is one change, so it is never half done. */
interface NameChange {
  readonly directories: readonly string[];
  readonly links: readonly (readonly [path: string, inode: DiskInode | undefined])[];
}

/** `a//b/` becomes `a/b`; the root stays `/`, and the working directory is `.`. */
export function normalPath(path: string): string {
  const joined = path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
  return joined.replace(/^(\.\/)+(?=.)/, '') || '.';
}

export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '.';
  return slash === 0 ? '/' : path.slice(0, slash);
}

/** Which names lead to which files: as seen now, and as a crash would leave it. */
export class DiskNames {
  #seen = new Map<string, DiskInode>();
  #durable = new Map<string, DiskInode>();
  #pending: NameChange[] = [];
  readonly #directories = new Set(['/', '.']);

  get(path: string): DiskInode | undefined {
    return this.#seen.get(path);
  }

  hasDirectory(directory: string): boolean {
    return this.#directories.has(directory);
  }

  /** Makes a directory and those above it. Directories are durable at once. */
  makeDirectory(directory: string): void {
    for (let path = directory; !this.#directories.has(path); path = directoryOf(path)) {
      this.#directories.add(path);
    }
  }

  list(directory: string): string[] {
    const names: string[] = [];
    for (const path of [...this.#seen.keys(), ...this.#directories]) {
      if (path !== directory && directoryOf(path) === directory && path !== '.') {
        names.push(path.slice(path.lastIndexOf('/') + 1));
      }
    }
    return names.sort();
  }

  link(path: string, inode: DiskInode): void {
    this.#change({ directories: [directoryOf(path)], links: [[path, inode]] });
  }

  unlink(path: string): void {
    this.#change({ directories: [directoryOf(path)], links: [[path, undefined]] });
  }

  rename(from: string, to: string, inode: DiskInode): void {
    const directories = [directoryOf(from), directoryOf(to)];
    const links = [
      [from, undefined],
      [to, inode],
    ] as const;
    this.#change({ directories, links });
  }

  /** Notes what is to become durable. @returns the function that makes it so. */
  beginSync(directory: string): () => void {
    const changes = this.#pending.filter(({ directories }) => directories.includes(directory));
    return () => {
      const synced = new Set(changes);
      for (const change of this.#pending) {
        if (synced.has(change)) applyChange(this.#durable, change);
      }
      this.#pending = this.#pending.filter((change) => !synced.has(change));
    };
  }

  /** A file system writes its journal in order, so a crash keeps the first few changes. */
  crash(rng: Rng): void {
    const keptCount = randomBelow(rng, this.#pending.length + 1);
    for (const change of this.#pending.slice(0, keptCount)) applyChange(this.#durable, change);
    this.#pending = [];
    this.#seen = new Map(this.#durable);
  }

  /** Every file that has a name now or might have one after a crash, each once, in fixed order. */
  inodes(): Set<DiskInode> {
    const inodes = new Set([...this.#durable.values(), ...this.#seen.values()]);
    for (const { links } of this.#pending) {
      for (const [, inode] of links) if (inode !== undefined) inodes.add(inode);
    }
    return inodes;
  }

  #change(change: NameChange): void {
    applyChange(this.#seen, change);
    this.#pending.push(change);
  }
}

function applyChange(names: Map<string, DiskInode>, change: NameChange): void {
  for (const [path, inode] of change.links) {
    if (inode === undefined) names.delete(path);
    else names.set(path, inode);
  }
}
