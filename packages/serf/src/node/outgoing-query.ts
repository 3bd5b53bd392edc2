import type { QueryReply } from '../core/effect.js';
import type { OutgoingQuery, QueryResult } from '../serf.js';

/**
 * Holds a query's replies for whoever asked, who may look at them as they come or at the end. Their
 * number is bounded by the core: two from each member that was there at the start.
 */
export class ReplyCollector implements OutgoingQuery {
  readonly name: string;
  readonly deadlineMs: number;
  readonly #cancel: () => void;
  readonly #replies: QueryReply[] = [];
  readonly #ended: Promise<void>;
  #onEnded: () => void = () => undefined;
  #isFinished = false;
  /** Iterators that wait for the next reply. */
  #wake: (() => void)[] = [];

  constructor(options: {
    readonly name: string;
    readonly deadlineMs: number;
    readonly cancel: () => void;
  }) {
    this.name = options.name;
    this.deadlineMs = options.deadlineMs;
    this.#cancel = options.cancel;
    this.#ended = new Promise((resolve) => {
      this.#onEnded = resolve;
    });
  }

  get isFinished(): boolean {
    return this.#isFinished;
  }

  /** A reply came. */
  add(reply: QueryReply): void {
    this.#replies.push(reply);
    this.#wakeAll();
  }

  /** Nothing more comes. */
  end(): void {
    if (this.#isFinished) return;
    this.#isFinished = true;
    this.#onEnded();
    this.#wakeAll();
  }

  async result(): Promise<QueryResult> {
    await this.#ended;
    const acks: string[] = [];
    const responses: { from: string; payload: Uint8Array }[] = [];
    for (const reply of this.#replies) {
      if (reply.type === 'ack') acks.push(reply.from);
      else responses.push({ from: reply.from, payload: reply.payload });
    }
    return { acks, responses };
  }

  cancel(): void {
    this.#cancel();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<QueryReply> {
    for (let index = 0; ; index += 1) {
      while (index >= this.#replies.length) {
        if (this.#isFinished) return;
        await new Promise<void>((resolve) => this.#wake.push(resolve));
      }
      yield this.#replies[index] as QueryReply;
    }
  }

  #wakeAll(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }
}
