import type { SnapshotMetadata } from '../core/entry.js';
import { RaftError } from '../errors.js';
import { newestFirst } from './newest-first.js';
import type {
  SnapshotDescription,
  SnapshotReader,
  SnapshotSink,
  SnapshotStore,
} from './raft-storage.js';

interface StoredSnapshot {
  readonly metadata: SnapshotMetadata;
  readonly bytes: Uint8Array;
}

const CHUNK_BYTES = 64 * 1024;

/** Snapshots that live as long as their object; the companion of the memory log store. */
export function createMemorySnapshotStore(): SnapshotStore {
  return new MemorySnapshotStore();
}

class MemorySnapshotStore implements SnapshotStore {
  readonly #visible = new Map<string, StoredSnapshot>();
  readonly #remainders = new Map<string, Uint8Array[]>();

  async create(description: SnapshotDescription): Promise<SnapshotSink> {
    const chunks = this.#remainders.get(description.id) ?? [];
    this.#remainders.delete(description.id);
    return {
      offsetBytes: sizeOf(chunks),
      write: async (bytes) => void chunks.push(new Uint8Array(bytes)),
      commit: async () => {
        const metadata = { ...description, sizeBytes: sizeOf(chunks) };
        this.#visible.set(description.id, { metadata, bytes: joined(chunks) });
        return metadata;
      },
      abort: async (options) => {
        if (options?.resumable === true) this.#remainders.set(description.id, chunks);
      },
    };
  }

  async list(): Promise<readonly SnapshotMetadata[]> {
    return [...this.#visible.values()].map((stored) => stored.metadata).sort(newestFirst);
  }

  async open(id: string, offsetBytes = 0): Promise<SnapshotReader> {
    const stored = this.#visible.get(id);
    if (stored === undefined) {
      throw new RaftError('SNAPSHOT_NOT_FOUND', `there is no snapshot ${id}`);
    }
    return { metadata: stored.metadata, data: chunksOf(stored.bytes, offsetBytes) };
  }

  async prune(supersededIds: ReadonlySet<string>): Promise<void> {
    this.#remainders.clear();
    for (const id of supersededIds) this.#visible.delete(id);
  }
}

async function* chunksOf(bytes: Uint8Array, from: number): AsyncGenerator<Uint8Array> {
  for (let position = from; position < bytes.length; position += CHUNK_BYTES) {
    yield bytes.subarray(position, position + CHUNK_BYTES);
  }
}

function sizeOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((total, chunk) => total + chunk.length, 0);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(sizeOf(chunks));
  let position = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, position);
    position += chunk.length;
  }
  return bytes;
}
