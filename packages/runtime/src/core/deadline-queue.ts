/** Something that is to happen at an instant; given out by {@link DeadlineQueue.schedule}. */
export interface Deadline<Value> {
  readonly value: Value;
  /** The instant, on the clock of whoever schedules. */
  readonly atMs: number;
  /** False once it was taken or cancelled. */
  readonly isPending: boolean;
}

/**
 * All instants a core waits for, earliest first, as an indexed binary heap: schedule, move and
 * cancel cost O(log n), the next instant O(1). Equal instants come in the order they were scheduled,
 * so a run repeats exactly.
 */
export class DeadlineQueue<Value> {
  readonly #heap: Entry<Value>[] = [];
  #orderNext = 0;

  get count(): number {
    return this.#heap.length;
  }

  /** The earliest instant, or undefined when nothing is scheduled. */
  nextMs(): number | undefined {
    return this.#heap[0]?.atMs;
  }

  schedule(atMs: number, value: Value): Deadline<Value> {
    const entry = new Entry(value, atMs);
    entry.order = this.#orderNext;
    this.#orderNext += 1;
    entry.index = this.#heap.length;
    this.#heap.push(entry);
    this.#rise(entry);
    return entry;
  }

  /** Moves a deadline, bringing it back if it was taken or cancelled. */
  reschedule(deadline: Deadline<Value>, atMs: number): void {
    const entry = deadline as Entry<Value>;
    entry.atMs = atMs;
    entry.order = this.#orderNext;
    this.#orderNext += 1;
    if (entry.index < 0) {
      entry.index = this.#heap.length;
      this.#heap.push(entry);
    }
    this.#rise(entry);
    this.#sink(entry);
  }

  /** Harmless for undefined and for what is no longer pending. */
  cancel(deadline: Deadline<Value> | undefined): void {
    if (deadline?.isPending === true) this.#remove(deadline as Entry<Value>);
  }

  /** Removes and returns the earliest deadline at or before `nowMs`. */
  takeDue(nowMs: number): Deadline<Value> | undefined {
    const first = this.#heap[0];
    if (first === undefined || first.atMs > nowMs) return undefined;
    this.#remove(first);
    return first;
  }

  #remove(entry: Entry<Value>): void {
    const last = this.#heap.pop();
    if (last !== undefined && last !== entry) {
      last.index = entry.index;
      this.#heap[last.index] = last;
      this.#rise(last);
      this.#sink(last);
    }
    entry.index = -1;
  }

  #rise(entry: Entry<Value>): void {
    let index = entry.index;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = this.#heap[parentIndex] as Entry<Value>;
      if (!isBefore(entry, parent)) break;
      this.#heap[index] = parent;
      parent.index = index;
      index = parentIndex;
    }
    this.#heap[index] = entry;
    entry.index = index;
  }

  #sink(entry: Entry<Value>): void {
    let index = entry.index;
    for (;;) {
      const child = this.#earlierChild(index);
      if (child === undefined || !isBefore(child, entry)) break;
      const childIndex = child.index;
      this.#heap[index] = child;
      child.index = index;
      index = childIndex;
    }
    this.#heap[index] = entry;
    entry.index = index;
  }

  #earlierChild(index: number): Entry<Value> | undefined {
    const left = this.#heap[index * 2 + 1];
    const right = this.#heap[index * 2 + 2];
    if (left === undefined || right === undefined) return left;
    return isBefore(right, left) ? right : left;
  }
}

class Entry<Value> implements Deadline<Value> {
  readonly value: Value;
  atMs: number;
  /** Breaks ties: what was scheduled first happens first. */
  order = 0;
  /** Position in the heap, -1 when not in it. */
  index = -1;

  constructor(value: Value, atMs: number) {
    this.value = value;
    this.atMs = atMs;
  }

  get isPending(): boolean {
    return this.index >= 0;
  }
}

function isBefore<Value>(left: Entry<Value>, right: Entry<Value>): boolean {
  return left.atMs < right.atMs || (left.atMs === right.atMs && left.order < right.order);
}
