/** One waiting call: which, and until when. */
interface Entry {
  readonly id: number;
  readonly atMs: number;
}

/**
 * Deadlines of calls, the earliest first: a binary heap that knows where each entry lies, so that
 * a call that ends early takes its deadline with it. Adding and removing cost O(log n).
 */
export class DeadlineQueue {
  readonly #heap: Entry[] = [];
  readonly #positions = new Map<number, number>();

  /** The earliest deadline, or undefined when nothing waits. */
  get earliestAtMs(): number | undefined {
    return this.#heap[0]?.atMs;
  }

  /** Adds a deadline for an id that has none. */
  add(id: number, atMs: number): void {
    this.#heap.push({ id, atMs });
    this.#rise(this.#heap.length - 1);
  }

  /** Removes the deadline of an id; harmless when it has none. */
  remove(id: number): void {
    const position = this.#positions.get(id);
    if (position === undefined) return;
    this.#positions.delete(id);
    const last = this.#heap.pop();
    if (last === undefined || position === this.#heap.length) return;
    this.#heap[position] = last;
    this.#rise(position);
    this.#sink(this.#positions.get(last.id) ?? position);
  }

  /** Removes and returns one id whose deadline has come, or undefined when there is none. */
  takeExpired(nowMs: number): number | undefined {
    const first = this.#heap[0];
    if (first === undefined || first.atMs > nowMs) return undefined;
    this.remove(first.id);
    return first.id;
  }

  #rise(from: number): void {
    const entry = this.#heap[from];
    if (entry === undefined) return;
    let position = from;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      const above = this.#heap[parent];
      if (above === undefined || above.atMs <= entry.atMs) break;
      this.#place(above, position);
      position = parent;
    }
    this.#place(entry, position);
  }

  #sink(from: number): void {
    const entry = this.#heap[from];
    if (entry === undefined) return;
    let position = from;
    for (;;) {
      const child = this.#smallerChild(position);
      const below = this.#heap[child];
      if (below === undefined || below.atMs >= entry.atMs) break;
      this.#place(below, position);
      position = child;
    }
    this.#place(entry, position);
  }

  #smallerChild(position: number): number {
    const left = 2 * position + 1;
    const leftAtMs = this.#heap[left]?.atMs ?? Number.POSITIVE_INFINITY;
    const rightAtMs = this.#heap[left + 1]?.atMs ?? Number.POSITIVE_INFINITY;
    return rightAtMs < leftAtMs ? left + 1 : left;
  }

  #place(entry: Entry, position: number): void {
    this.#heap[position] = entry;
    this.#positions.set(entry.id, position);
  }
}
