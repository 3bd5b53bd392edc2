import { type EventSource, option } from '@konsul/runtime';
import { refuseOption } from '../errors.js';
import type { RaftEvents } from '../events.js';

/** One event of a node, with its name. */
export type RaftEvent = {
  [Name in keyof RaftEvents]: { readonly type: Name; readonly detail: RaftEvents[Name][0] };
}[keyof RaftEvents];

/** Options of `observe`. */
export interface ObserveOptions {
  /** Only these; default all. */
  readonly types?: readonly (keyof RaftEvents)[];
  /** Events that may wait to be read; beyond it new ones are dropped and counted. Default 1024. */
  readonly capacity?: number;
}

/** A stream of events for a reader that takes its time. Read by one reader, once. */
export interface RaftObserver extends AsyncIterable<RaftEvent> {
  /** Events that were dropped because the reader was too slow. */
  readonly droppedCount: number;
  /** Ends the stream; what waits can still be read. */
  close(): void;
}

const CAPACITY_DEFAULT = 1_024;

/** Every kind of event; the compiler sees to it that none is missing. */
const eventNames: Readonly<Record<keyof RaftEvents, true>> = {
  'role-changed': true,
  'leader-changed': true,
  'configuration-changed': true,
  'configuration-committed': true,
  'peer-state-changed': true,
  'promotion-failed': true,
  'peer-regressed': true,
  'message-rejected': true,
  'snapshot-taken': true,
  'snapshot-installed': true,
  fault: true,
};

/** Gathers the events of a node for a reader. */
export function observe(
  source: EventSource<RaftEvents>,
  options: ObserveOptions = {},
): RaftObserver {
  const { types = Object.keys(eventNames) as (keyof RaftEvents)[] } = options;
  const capacity = options.capacity ?? CAPACITY_DEFAULT;
  const problem = option.integer(1, Number.MAX_SAFE_INTEGER)(capacity, 'capacity');
  if (problem !== undefined) refuseOption(problem);
  return new Observer(source, types, capacity);
}

class Observer implements RaftObserver {
  readonly #capacity: number;
  readonly #detach: () => void;
  #waiting: RaftEvent[] = [];
  #droppedCount = 0;
  #isClosed = false;
  #wake: () => void = () => undefined;

  constructor(
    source: EventSource<RaftEvents>,
    types: readonly (keyof RaftEvents)[],
    capacity: number,
  ) {
    this.#capacity = capacity;
    const detaching: (() => void)[] = [];
    for (const type of types) {
      const listener = (detail: unknown): void => this.#take({ type, detail } as RaftEvent);
      source.on(type, listener);
      detaching.push(() => source.off(type, listener));
    }
    this.#detach = () => {
      for (const detach of detaching) detach();
    };
  }

  get droppedCount(): number {
    return this.#droppedCount;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#detach();
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RaftEvent> {
    try {
      for (;;) {
        const events = this.#waiting;
        this.#waiting = [];
        yield* events;
        if (this.#waiting.length > 0) continue;
        if (this.#isClosed) return;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      this.close();
    }
  }

  #take(event: RaftEvent): void {
    if (this.#waiting.length >= this.#capacity) {
      this.#droppedCount += 1;
      return;
    }
    this.#waiting.push(event);
    this.#wake();
  }
}
