import type { Rng } from '@konsul/runtime/core';

interface QueuedEvent {
  readonly atMs: number;
  /** Decides between events of one instant, so that a seed explores their orders. */
  readonly lot: number;
  readonly order: number;
  readonly run: () => void;
}

/** Virtual time: what is to happen, earliest first. */
export class EventQueue {
  readonly #rng: Rng;
  readonly #heap: QueuedEvent[] = [];
  #order = 0;
  #nowMs = 0;

  constructor(rng: Rng) {
    this.#rng = rng;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  schedule(atMs: number, run: () => void): void {
    this.#push(atMs, this.#rng.uint32(), run);
  }

  /** Behind everything else of its instant, and without a draw: it leaves other orders alone. */
  scheduleLast(atMs: number, run: () => void): void {
    this.#push(atMs, Number.POSITIVE_INFINITY, run);
  }

  #push(atMs: number, lot: number, run: () => void): void {
    this.#order += 1;
    this.#heap.push({ atMs: Math.max(atMs, this.#nowMs), lot, order: this.#order, run });
    this.#rise(this.#heap.length - 1);
  }

  after(delayMs: number, run: () => void): void {
    this.schedule(this.#nowMs + delayMs, run);
  }

  /** Runs the next event due by `untilMs`; false when there is none. */
  runNext(untilMs: number): boolean {
    const next = this.#heap[0];
    if (next === undefined || next.atMs > untilMs) {
      this.#nowMs = Math.max(this.#nowMs, untilMs);
      return false;
    }
    const last = this.#heap.pop()!;
    if (this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#sink();
    }
    this.#nowMs = next.atMs;
    next.run();
    return true;
  }

  #isBefore(a: QueuedEvent, b: QueuedEvent): boolean {
    if (a.atMs !== b.atMs) return a.atMs < b.atMs;
    return a.lot !== b.lot ? a.lot < b.lot : a.order < b.order;
  }

  #rise(start: number): void {
    let position = start;
    while (position > 0) {
      const parent = (position - 1) >>> 1;
      if (!this.#isBefore(this.#heap[position]!, this.#heap[parent]!)) return;
      this.#swap(position, parent);
      position = parent;
    }
  }

  #sink(): void {
    let position = 0;
    for (;;) {
      const left = position * 2 + 1;
      let least = position;
      for (const child of [left, left + 1]) {
        if (child >= this.#heap.length) continue;
        if (this.#isBefore(this.#heap[child]!, this.#heap[least]!)) least = child;
      }
      if (least === position) return;
      this.#swap(position, least);
      position = least;
    }
  }

  #swap(a: number, b: number): void {
    const held = this.#heap[a]!;
    this.#heap[a] = this.#heap[b]!;
    this.#heap[b] = held;
  }
}
