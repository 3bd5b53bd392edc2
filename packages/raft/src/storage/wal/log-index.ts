import type { Entry, HardState } from '../../core/entry.js';
import type { TermRun } from '../../core/term-runs.js';
import type { LogPosition } from '../raft-storage.js';
import type { LogRecord } from './record.js';

/** Where an entry's record lies. */
export interface EntryLocation {
  readonly sequence: number;
  readonly offset: number;
  readonly sizeBytes: number;
}

/** The live entries of one segment: always consecutive, since truncation leaves a prefix. */
interface SegmentSpan {
  readonly sequence: number;
  firstIndex: number;
  offsets: number[];
  sizes: number[];
}

/**
 * What a write-ahead log holds, kept in memory by replaying its records: where each entry lies,
 * the terms, the configurations, the hard state. The same replay serves recovery and writing.
 */
export class LogIndex {
  readonly #spans: SegmentSpan[] = [];
  readonly #configurations: Entry[] = [];
  #terms: TermRun[] = [];
  #hardState: HardState = { term: 0, votedFor: undefined, commitIndex: 0 };
  #base: LogPosition = { index: 0, term: 0 };
  #firstIndex = 1;
  #lastIndex = 0;

  get hardState(): HardState {
    return this.#hardState;
  }

  get base(): LogPosition {
    return this.#base;
  }

  get lastIndex(): number {
    return this.#lastIndex;
  }

  get terms(): readonly TermRun[] {
    return this.#terms;
  }

  get configurations(): readonly Entry[] {
    return this.#configurations;
  }

  /** What is missing where the log is not contiguous, for a person. */
  get gap(): string {
    const segment = (this.#spans[0]?.sequence ?? 1) - 1;
    const from = this.#base.index + 1;
    return (
      `segment ${segment}, and perhaps older ones, with entries ${from} to ` +
      `${this.#firstIndex - 1} are missing`
    );
  }

  /** Whether the entries held begin right behind the base: nothing is missing in between. */
  get isContiguous(): boolean {
    return this.#lastIndex === this.#base.index || this.#firstIndex <= this.#base.index + 1;
  }

  /** Entries replayed from now on lie in this segment. */
  beginSegment(sequence: number): void {
    this.#spans.push({ sequence, firstIndex: 0, offsets: [], sizes: [] });
  }

  /**
   * Takes one record that begins at `offset` of the present segment.
   *
   * @returns false when it cannot follow what came before.
   */
  replay(record: LogRecord, offset: number, sizeBytes: number): boolean {
    switch (record.type) {
      case 'entry':
        return this.#addEntry(record.entry, offset, sizeBytes);
      case 'hard-state':
        this.#hardState = record.hardState;
        return true;
      case 'truncate':
        this.#truncate(record.fromIndex);
        return true;
      case 'base':
        this.#advanceBase(record.base);
        return true;
      case 'reset':
        this.#truncate(0);
        this.#base = record.base;
        this.#lastIndex = record.base.index;
        return true;
    }
  }

  /** The term of an entry held or of the base; undefined elsewhere. */
  termAt(index: number): number | undefined {
    if (index === this.#base.index) return this.#base.term;
    if (index < this.#base.index || index > this.#lastIndex) return undefined;
    for (let run = this.#terms.length - 1; run >= 0; run -= 1) {
      const candidate = this.#terms[run];
      if (candidate !== undefined && candidate.firstIndex <= index) return candidate.term;
    }
    return undefined;
  }

  locate(index: number): EntryLocation | undefined {
    if (index <= this.#base.index || index > this.#lastIndex) return undefined;
    for (let at = this.#spans.length - 1; at >= 0; at -= 1) {
      const span = this.#spans[at];
      if (span === undefined || span.offsets.length === 0 || span.firstIndex > index) continue;
      const offset = span.offsets[index - span.firstIndex];
      const sizeBytes = span.sizes[index - span.firstIndex];
      if (offset === undefined || sizeBytes === undefined) return undefined;
      return { sequence: span.sequence, offset, sizeBytes };
    }
    return undefined;
  }

  /** Forgets the oldest segments that hold nothing but entries up to the base. @returns them. */
  dropDeadSegments(): number[] {
    const dead: number[] = [];
    while (this.#spans.length > 1) {
      const span = this.#spans[0];
      if (span === undefined) break;
      const isNeeded = span.firstIndex + span.offsets.length - 1 > this.#base.index;
      if (span.offsets.length > 0 && isNeeded) break;
      dead.push(span.sequence);
      this.#spans.shift();
    }
    return dead;
  }

  #addEntry(entry: Entry, offset: number, sizeBytes: number): boolean {
    const span = this.#spans[this.#spans.length - 1];
    if (span === undefined || entry.index <= this.#base.index) return false;
    const isEmpty = this.#lastIndex === this.#base.index;
    // Segments that only held compacted entries may be gone, so the first entry seen may lie
    // beyond the base; a later base record then closes the gap.
    if (!isEmpty && entry.index !== this.#lastIndex + 1) return false;
    this.#firstIndex = isEmpty ? entry.index : Math.min(this.#firstIndex, entry.index);
    if (span.offsets.length === 0) span.firstIndex = entry.index;
    span.offsets.push(offset);
    span.sizes.push(sizeBytes);
    if (this.#terms[this.#terms.length - 1]?.term !== entry.term) {
      this.#terms.push({ firstIndex: entry.index, term: entry.term });
    }
    if (entry.kind === 'configuration') this.#configurations.push(entry);
    this.#lastIndex = entry.index;
    return true;
  }

  #truncate(fromIndex: number): void {
    for (const span of this.#spans) {
      const kept = Math.max(0, fromIndex - span.firstIndex);
      if (kept >= span.offsets.length) continue;
      span.offsets.length = kept;
      span.sizes.length = kept;
    }
    this.#terms = this.#terms.filter((run) => run.firstIndex < fromIndex);
    while ((this.#configurations[this.#configurations.length - 1]?.index ?? -1) >= fromIndex) {
      this.#configurations.pop();
    }
    this.#lastIndex = Math.max(this.#base.index, Math.min(this.#lastIndex, fromIndex - 1));
  }

  #advanceBase(base: LogPosition): void {
    this.#base = base;
    this.#lastIndex = Math.max(this.#lastIndex, base.index);
    while ((this.#configurations[0]?.index ?? base.index + 1) <= base.index) {
      this.#configurations.shift();
    }
    while ((this.#terms[1]?.firstIndex ?? base.index + 2) <= base.index + 1) this.#terms.shift();
    const first = this.#terms[0];
    if (first === undefined || first.firstIndex > base.index) return;
    if (this.#lastIndex === base.index) this.#terms = [];
    else this.#terms[0] = { firstIndex: base.index + 1, term: first.term };
  }
}
