import { invariant } from '@konsul/runtime/core';
import type { Entry, HardState } from '../core/entry.js';
import type { TermRun } from '../core/term-runs.js';
import { RaftError } from '../errors.js';
import type { LogBatch, LogPosition, LogRange, LogState, LogStore } from './raft-storage.js';

/**
 * A log that lives as long as its object: for tests, examples, and groups that may lose
 * everything. Closing and opening it again stands for a restart; nothing is lost by it.
 */
export function createMemoryLogStore(): LogStore {
  return new MemoryLogStore();
}

class MemoryLogStore implements LogStore {
  #hardState: HardState = { term: 0, votedFor: undefined, commitIndex: 0 };
  #base: LogPosition = { index: 0, term: 0 };
  #entries: Entry[] = [];
  #isClosed = false;

  async open(): Promise<LogState> {
    this.#isClosed = false;
    return {
      hardState: this.#hardState,
      baseIndex: this.#base.index,
      baseTerm: this.#base.term,
      lastIndex: this.#lastIndex,
      terms: termRunsOf(this.#entries),
      configurationEntries: this.#entries.filter((entry) => entry.kind === 'configuration'),
    };
  }

  async append(batch: LogBatch): Promise<void> {
    this.#requireOpen();
    this.#requireNoGap(batch);
    if (batch.reset !== undefined) {
      this.#base = batch.reset;
      this.#entries = [];
    }
    const first = batch.entries[0];
    if (first !== undefined) {
      this.#entries.length = first.index - this.#base.index - 1;
      for (const entry of batch.entries) this.#entries.push(entry);
    }
    this.#hardState = batch.hardState ?? this.#hardState;
  }

  async read(range: LogRange): Promise<readonly Entry[]> {
    const { fromIndex, toIndex, bytesMax } = range;
    if (fromIndex <= this.#base.index || fromIndex > this.#lastIndex) {
      throw new RaftError(
        'LOG_COMPACTED',
        `entry ${fromIndex} is not held; the log has ${this.#base.index + 1} to ${this.#lastIndex}`,
      );
    }
    const start = fromIndex - this.#base.index - 1;
    let end = start;
    let bytes = 0;
    for (const entry of this.#entries.slice(start, toIndex - this.#base.index)) {
      bytes += entry.data.length;
      if (bytes > bytesMax && end > start) break;
      end += 1;
    }
    return this.#entries.slice(start, end);
  }

  async compact(throughIndex: number): Promise<void> {
    this.#requireOpen();
    const index = Math.min(throughIndex, this.#lastIndex);
    const last = this.#entries[index - this.#base.index - 1];
    if (index <= this.#base.index || last === undefined) return;
    this.#entries = this.#entries.slice(index - this.#base.index);
    this.#base = { index, term: last.term };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }

  #requireOpen(): void {
    if (this.#isClosed) throw new RaftError('STORAGE_FAILED', 'the log is closed');
  }

  #requireNoGap({ entries, reset }: LogBatch): void {
    const [first] = entries;
    if (first === undefined) return;
    const baseIndex = reset?.index ?? this.#base.index;
    const lastIndex = reset?.index ?? this.#lastIndex;
    invariant(
      first.index > baseIndex && first.index <= lastIndex + 1,
      `entries from ${first.index} cannot follow a log from ${baseIndex + 1} to ${lastIndex}`,
    );
    entries.forEach(({ index }, position) => {
      if (index !== first.index + position) {
        invariant(false, `entry ${index} follows ${first.index + position - 1}`);
      }
    });
  }

  get #lastIndex(): number {
    return this.#base.index + this.#entries.length;
  }
}

function termRunsOf(entries: readonly Entry[]): TermRun[] {
  const runs: TermRun[] = [];
  for (const { index, term } of entries) {
    if (runs[runs.length - 1]?.term !== term) runs.push({ firstIndex: index, term });
  }
  return runs;
}
