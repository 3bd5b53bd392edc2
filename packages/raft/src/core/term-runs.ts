import { invariant } from '@konsul/runtime/core';

/** From `firstIndex` on, until the next run, entries are of `term`. */
export interface TermRun {
  readonly firstIndex: number;
  readonly term: number;
}

/**
 * The term of every retained entry, run-length encoded. A log changes term rarely, so the whole
 * history fits in memory and no decision about terms ever waits for the disk.
 *
 * Source: Extension.
 */
export class TermRuns {
  #baseIndex: number;
  #baseTerm: number;
  #lastIndex: number;
  #runs: TermRun[];

  constructor(base: { index: number; term: number }, runs: readonly TermRun[], lastIndex: number) {
    this.#baseIndex = base.index;
    this.#baseTerm = base.term;
    this.#runs = runs.filter((run) => run.firstIndex <= lastIndex);
    this.#lastIndex = lastIndex;
  }

  /** The index before the first retained entry. */
  get baseIndex(): number {
    return this.#baseIndex;
  }

  get lastIndex(): number {
    return this.#lastIndex;
  }

  get lastTerm(): number {
    return this.#runs.at(-1)?.term ?? this.#baseTerm;
  }

  /** The term at `index`; undefined when it is not retained or not written yet. */
  termAt(index: number): number | undefined {
    if (index === this.#baseIndex) return this.#baseTerm;
    if (index < this.#baseIndex || index > this.#lastIndex) return undefined;
    return this.#runs[this.#runAt(index)]?.term;
  }

  /** Notes the next entry, which is the one after `lastIndex`. */
  append(term: number): void {
    const { lastTerm } = this;
    if (term < lastTerm) invariant(false, `entry of term ${term} behind term ${lastTerm}`);
    this.#lastIndex += 1;
    const isNewRun = term !== lastTerm || this.#runs.length === 0;
    if (isNewRun) this.#runs.push({ firstIndex: this.#lastIndex, term });
  }

  /** Forgets everything at and after `index`. */
  truncateFrom(index: number): void {
    this.#lastIndex = Math.min(this.#lastIndex, index - 1);
    while ((this.#runs.at(-1)?.firstIndex ?? -1) > this.#lastIndex) this.#runs.pop();
  }

  /** Forgets everything up to and including `index`, except the term at `index`. */
  compactThrough(index: number): void {
    const term = this.termAt(index);
    invariant(term !== undefined, `compacting through unknown index ${index}`);
    const position = this.#runAt(index);
    if (position >= 0) this.#runs.splice(0, position);
    const first = this.#runs[0];
    const second = this.#runs[1];
    if (second !== undefined && second.firstIndex === index + 1) this.#runs.shift();
    else if (first !== undefined && first.firstIndex <= index) {
      if (index === this.#lastIndex) this.#runs.shift();
      else this.#runs[0] = { firstIndex: index + 1, term: first.term };
    }
    this.#baseIndex = index;
    this.#baseTerm = term;
  }

  /** Starts anew behind (`index`, `term`). */
  reset(index: number, term: number): void {
    this.#baseIndex = index;
    this.#baseTerm = term;
    this.#lastIndex = index;
    this.#runs = [];
  }

  /**
   * The highest index at or below `index` whose term is at most `term`: where two logs may agree
   * at best. The base counts as agreeing, for nothing is known below it.
   *
   * Source: dissertation, section 3.5 (backing up by term instead of by entry).
   */
  highestIndexOfTermAtMost(index: number, term: number): number {
    let candidate = Math.min(index, this.#lastIndex);
    for (let position = this.#runAt(candidate); position >= 0; position -= 1) {
      const run = this.#runs[position];
      if (run === undefined || run.term <= term) break;
      candidate = run.firstIndex - 1;
    }
    return Math.max(candidate, this.#baseIndex);
  }

  /** The position of the run that holds `index`; -1 when none does. */
  #runAt(index: number): number {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#runs[middle]?.firstIndex ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
