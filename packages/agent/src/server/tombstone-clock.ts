/** Tombstones are kept this long, so that a watch on a deleted key never sees its index go back. */
export const TOMBSTONE_TTL_MS = 900_000;
/** How exactly that is kept. */
export const TOMBSTONE_GRANULARITY_MS = 30_000;

/**
 * Remembers which log index was reached when, so that tombstones can be forgotten by age although
 * they carry no time. Belongs to a leader; a new one begins with an empty memory and so keeps them
 * a little longer.
 */
export class TombstoneClock {
  readonly #marks: { readonly atMs: number; readonly index: number }[] = [];

  /** Notes the index reached now; to be called once per granule. */
  mark(index: number, nowMs: number): void {
    this.#marks.push({ atMs: nowMs, index });
  }

  /** The greatest index that is old enough, once; undefined when nothing new is. */
  expire(nowMs: number): number | undefined {
    let expired: number | undefined;
    while (this.#marks[0] !== undefined && this.#marks[0].atMs <= nowMs - TOMBSTONE_TTL_MS) {
      expired = this.#marks.shift()?.index;
    }
    return expired;
  }
}
