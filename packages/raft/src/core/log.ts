import { invariant } from '@konsul/runtime/core';
import { type Entry, entryBytes } from './entry.js';
import type { PlantedBug } from './planted-bug.js';
import type { TermRuns } from './term-runs.js';

/** Eviction goes down to this share of the limit, so that it happens rarely and in bulk. */
const evictionTargetRatio = 0.75;

/**
 * A server's view of its own log: every term, the newest entries, and how far the disk is.
 *
 * Entries move through three marks, all of which only truncation lowers:
 * `durableIndex` <= `writingIndex` <= `lastIndex`. What is behind `writingIndex` goes into the next
 * persist unit. Entries in front of the window in memory are read from disk when wanted.
 */
export class RaftLog {
  readonly #terms: TermRuns;
  /** The window: `#entries[0]` has index `#windowFirstIndex`. */
  #entries: Entry[] = [];
  #windowFirstIndex: number;
  #windowBytes = 0;
  #durableIndex: number;
  #writingIndex: number;
  /** The log was reset and no persist unit has taken that up yet: what is under way is void. */
  #isResetUnwritten = false;
  /** Where the write under way ended when it was handed out. */
  #writeEndIndex = 0;

  /** Starts from a log that is durable as a whole and of which no entry is in memory. */
  constructor(terms: TermRuns) {
    this.#terms = terms;
    this.#windowFirstIndex = terms.lastIndex + 1;
    this.#durableIndex = terms.lastIndex;
    this.#writingIndex = terms.lastIndex;
  }

  /** The index before the first retained entry. */
  get baseIndex(): number {
    return this.#terms.baseIndex;
  }

  get lastIndex(): number {
    return this.#terms.lastIndex;
  }

  get lastTerm(): number {
    return this.#terms.lastTerm;
  }

  /** Up to here the log on disk is this log. */
  get durableIndex(): number {
    return this.#durableIndex;
  }

  /** Bytes of the entries in memory. */
  get windowBytes(): number {
    return this.#windowBytes;
  }

  /** True while entries wait to be given to the disk. */
  get hasUnwritten(): boolean {
    return this.#writingIndex < this.lastIndex;
  }

  termAt(index: number): number | undefined {
    return this.#terms.termAt(index);
  }

  highestIndexOfTermAtMost(index: number, term: number): number {
    return this.#terms.highestIndexOfTermAtMost(index, term);
  }

  /** Adds entries behind the last one. */
  append(entries: readonly Entry[]): void {
    for (const entry of entries) {
      // The text costs more than all the rest, so it is made only where it is wanted.
      if (entry.index !== this.lastIndex + 1) {
        invariant(false, `entry ${entry.index} after ${this.lastIndex}`);
      }
      this.#terms.append(entry.term);
      this.#entries.push(entry);
      this.#windowBytes += entryBytes(entry);
    }
  }

  /** Forgets everything at and after `index`. A write of it that is under way no longer counts. */
  truncateFrom(index: number): void {
    for (;;) {
      const entry = this.#entries.at(-1);
      if (entry === undefined || entry.index < index) break;
      this.#entries.pop();
      this.#windowBytes -= entryBytes(entry);
    }
    this.#terms.truncateFrom(index);
    this.#windowFirstIndex = Math.min(this.#windowFirstIndex, index);
    this.#durableIndex = Math.min(this.#durableIndex, index - 1);
    this.#writingIndex = Math.min(this.#writingIndex, index - 1);
  }

  /** The entries for the next persist unit; from now on they count as being written. */
  takeUnwritten(): readonly Entry[] {
    const entries = this.hasUnwritten ? this.#window(this.#writingIndex + 1, this.lastIndex) : [];
    this.#writingIndex = this.lastIndex;
    this.#writeEndIndex = this.lastIndex;
    this.#isResetUnwritten = false;
    return entries;
  }

  /** The persist unit under way has become durable; entries that were replaced since have not. */
  markWrittenDurable(plantedBug?: PlantedBug): void {
    if (this.#isResetUnwritten) return;
    this.#durableIndex = this.#writingIndex;
    if (plantedBug !== 'stale-write-marked-durable') return;
    this.#durableIndex = Math.min(this.#writeEndIndex, this.lastIndex);
  }

  /**
   * Entries `fromIndex` to `toIndex`, cut to `maxBytes` but never to nothing.
   *
   * @returns undefined when `fromIndex` is no longer in memory.
   */
  slice(range: { fromIndex: number; toIndex: number; maxBytes: number }): Entry[] | undefined {
    const { fromIndex, maxBytes } = range;
    if (fromIndex < this.#windowFirstIndex) return undefined;
    const toIndex = Math.min(range.toIndex, this.lastIndex);
    let endIndex = fromIndex - 1;
    let bytes = 0;
    while (endIndex < toIndex) {
      const entry = this.#entries[endIndex + 1 - this.#windowFirstIndex];
      if (entry === undefined) break;
      bytes += entryBytes(entry);
      if (bytes > maxBytes && endIndex >= fromIndex) break;
      endIndex += 1;
    }
    return this.#window(fromIndex, endIndex);
  }

  /** Drops entries up to `throughIndex` from memory when there are more than `bytesMax` of them. */
  evict(throughIndex: number, bytesMax: number): void {
    if (this.#windowBytes <= bytesMax) return;
    const evictableIndex = Math.min(throughIndex, this.#durableIndex);
    const bytesTarget = bytesMax * evictionTargetRatio;
    let bytes = this.#windowBytes;
    let count = 0;
    for (const entry of this.#entries) {
      if (bytes <= bytesTarget || entry.index > evictableIndex) break;
      bytes -= entryBytes(entry);
      count += 1;
    }
    this.#removeFirst(count, this.#windowBytes - bytes);
  }

  /** Forgets entries up to and including `index`; the disk may drop them too. */
  compactThrough(index: number): void {
    this.#terms.compactThrough(index);
    if (index < this.#windowFirstIndex) return;
    let count = 0;
    let bytes = 0;
    for (const entry of this.#entries) {
      if (entry.index > index) break;
      bytes += entryBytes(entry);
      count += 1;
    }
    this.#removeFirst(count, bytes);
    this.#windowFirstIndex = index + 1;
  }

  /** Starts anew behind a snapshot. Nothing is durable until the next persist unit is. */
  reset(index: number, term: number): void {
    this.#terms.reset(index, term);
    this.#entries = [];
    this.#windowBytes = 0;
    this.#windowFirstIndex = index + 1;
    this.#durableIndex = 0;
    this.#writingIndex = index;
    this.#isResetUnwritten = true;
  }

  #window(fromIndex: number, toIndex: number): Entry[] {
    const first = this.#windowFirstIndex;
    return this.#entries.slice(fromIndex - first, toIndex + 1 - first);
  }

  #removeFirst(count: number, bytes: number): void {
    this.#entries = this.#entries.slice(count);
    this.#windowBytes -= bytes;
    this.#windowFirstIndex += count;
  }
}
