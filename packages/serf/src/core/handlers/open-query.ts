import type { Deadline } from '@konsul/runtime/core';
import type { SerfTimer } from '../context.js';
import type { QueryReply } from '../effect.js';
import type { QueryResponseMessage } from '../messages.js';

/** What is to be known of a query to collect its replies. */
export interface OpenQueryOptions {
  readonly time: number;
  readonly id: number;
  readonly deadlineMs: number;
  readonly wantsAck: boolean;
  /** Members asked, as far as we know; when all of them have replied, nothing more is waited for. */
  readonly askedNames: readonly string[];
  /** Whether those asked are expected to send more than an ack. */
  readonly wantsResponse: boolean;
  /** Acks and responses taken, each. */
  readonly replyCountMax: number;
  readonly onReply: (reply: QueryReply) => void;
  /** Called once. */
  readonly onEnd: () => void;
}

/** What became of a reply. */
export type ReplyAdmission = 'new' | 'duplicate' | 'over-limit';

/** A query of ours that still takes replies. */
export class OpenQuery {
  readonly options: OpenQueryOptions;
  deadline: Deadline<SerfTimer> | undefined;
  readonly #ackedNames = new Set<string>();
  readonly #respondedNames = new Set<string>();
  readonly #awaitedAcks: Set<string>;
  readonly #awaitedResponses: Set<string>;
  readonly #isAwaitingAnybody: boolean;

  constructor(options: OpenQueryOptions) {
    this.options = options;
    this.#awaitedAcks = new Set(options.wantsAck ? options.askedNames : []);
    this.#awaitedResponses = new Set(options.wantsResponse ? options.askedNames : []);
    this.#isAwaitingAnybody = this.#awaitedAcks.size + this.#awaitedResponses.size > 0;
  }

  /** Whether everybody asked has replied. Never when we know of nobody asked: others may. */
  get isComplete(): boolean {
    return (
      this.#isAwaitingAnybody && this.#awaitedAcks.size === 0 && this.#awaitedResponses.size === 0
    );
  }

  take({ from, isAck, payload }: QueryResponseMessage): ReplyAdmission {
    const names = isAck ? this.#ackedNames : this.#respondedNames;
    if (names.has(from)) return 'duplicate';
    if (names.size >= this.options.replyCountMax) return 'over-limit';
    names.add(from);
    (isAck ? this.#awaitedAcks : this.#awaitedResponses).delete(from);
    this.options.onReply(isAck ? { type: 'ack', from } : { type: 'response', from, payload });
    return 'new';
  }

  /** A member is gone: it will not reply any more. */
  forget(name: string): void {
    this.#awaitedAcks.delete(name);
    this.#awaitedResponses.delete(name);
  }
}
