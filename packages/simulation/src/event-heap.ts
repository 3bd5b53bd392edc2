/** One callback and when it is due; `sequence` tells equal instants apart. */
export interface ScheduledEvent {
  readonly atMs: number;
  readonly tie: number;
  readonly sequence: number;
  /** Undefined once cancelled or run. */
  callback: (() => void) | undefined;
}

/** Below this size a sweep costs more than the memory it gives back. */
const SWEEP_COUNT_MIN = 1024;

/**
 * A binary heap of events, earliest first. Cancelled events stay until they surface or until they
 * are the majority, when one sweep removes them all: cancelling is O(1), and memory stays within
 * twice the live events.
 */
export class EventHeap {
  #events: ScheduledEvent[] = [];
  #cancelledCount = 0;

  /** Events that are still to run. */
  get liveCount(): number {
    return this.#events.length - this.#cancelledCount;
  }

  push(event: ScheduledEvent): void {
    this.#events.push(event);
    this.#siftUp(this.#events.length - 1);
  }

  cancel(event: ScheduledEvent): void {
    if (event.callback === undefined) return;
    event.callback = undefined;
    this.#cancelledCount += 1;
    if (this.#events.length >= SWEEP_COUNT_MIN && this.#cancelledCount * 2 > this.#events.length) {
      this.#sweep();
    }
  }

  /** The earliest live event, which stays in the heap. */
  peek(): ScheduledEvent | undefined {
    let first = this.#events[0];
    while (first !== undefined && first.callback === undefined) {
      this.#removeFirst();
      this.#cancelledCount -= 1;
      first = this.#events[0];
    }
    return first;
  }

  /** Removes and returns the earliest live event. */
  pop(): ScheduledEvent | undefined {
    const first = this.peek();
    if (first !== undefined) this.#removeFirst();
    return first;
  }

  #removeFirst(): void {
    const last = this.#events.pop();
    if (last === undefined || this.#events.length === 0) return;
    this.#events[0] = last;
    this.#siftDown(0);
  }

  #sweep(): void {
    this.#events = this.#events.filter((event) => event.callback !== undefined);
    this.#cancelledCount = 0;
    for (let index = (this.#events.length >> 1) - 1; index >= 0; index -= 1) this.#siftDown(index);
  }

  #siftUp(start: number): void {
    const events = this.#events;
    const moving = events[start] as ScheduledEvent;
    let index = start;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = events[parentIndex] as ScheduledEvent;
      if (!isEarlier(moving, parent)) break;
      events[index] = parent;
      index = parentIndex;
    }
    events[index] = moving;
  }

  #siftDown(start: number): void {
    const events = this.#events;
    const moving = events[start] as ScheduledEvent;
    const { length } = events;
    let index = start;
    for (;;) {
      let childIndex = 2 * index + 1;
      if (childIndex >= length) break;
      const right = childIndex + 1;
      if (
        right < length &&
        isEarlier(events[right] as ScheduledEvent, events[childIndex] as ScheduledEvent)
      ) {
        childIndex = right;
      }
      const child = events[childIndex] as ScheduledEvent;
      if (!isEarlier(child, moving)) break;
      events[index] = child;
      index = childIndex;
    }
    events[index] = moving;
  }
}

function isEarlier(left: ScheduledEvent, right: ScheduledEvent): boolean {
  if (left.atMs !== right.atMs) return left.atMs < right.atMs;
  if (left.tie !== right.tie) return left.tie < right.tie;
  return left.sequence < right.sequence;
}
