import type { Deadline } from '@konsul/runtime/core';
import type { CommandId } from '@konsul/swim/core';
import type { SerfContext, SerfTimer } from '../context.js';
import type { EventPipeline } from '../event-pipeline.js';
import type { QueryMessage } from '../messages.js';
import { compileFilters } from '../query-filter.js';
import type { QueryAnswers } from './query-answers.js';

/** Names that begin so belong to the protocol. Source: Serf. */
export const INTERNAL_QUERY_PREFIX = '_serf_';

const NO_BYTES: Uint8Array = new Uint8Array(0);

interface PendingQuery {
  readonly message: QueryMessage;
  readonly deadline: Deadline<SerfTimer>;
}

/** Hears queries, acknowledges them, and holds those delivered until they are answered. */
export class IncomingQueries {
  readonly #context: SerfContext;
  readonly #pipeline: EventPipeline;
  readonly #answers: QueryAnswers;
  /** Answers the protocol's own queries. */
  readonly #answerInternal: (message: QueryMessage) => void;
  readonly #pending = new Map<number, PendingQuery>();
  #keyNext = 1;

  constructor(parts: {
    readonly context: SerfContext;
    readonly pipeline: EventPipeline;
    readonly answers: QueryAnswers;
    readonly answerInternal: (message: QueryMessage) => void;
  }) {
    this.#context = parts.context;
    this.#pipeline = parts.pipeline;
    this.#answers = parts.answers;
    this.#answerInternal = parts.answerInternal;
  }

  /** Takes a query. @returns whether it is new, and to be passed on. */
  apply(message: QueryMessage): boolean {
    const { queryClock, queries } = this.#context;
    if (!this.#context.hasWitnessed(queryClock, message.time)) return false;
    const admission = queries.admit(message.time, message.id, queryClock.time);
    if (admission === 'too-old') this.#context.reject('serf-query-too-old');
    else if (admission === 'slot-full') this.#context.reject('serf-query-slot-full');
    if (admission !== 'new') return false;
    this.#context.count('queries');
    if (this.#isForUs(message)) this.#take(message);
    return !message.isNoBroadcast;
  }

  /** Sends the host's answer. */
  respond(command: {
    readonly commandId: CommandId;
    readonly key: number;
    readonly payload: Uint8Array;
  }): void {
    const { commandId, key, payload } = command;
    const pending = this.#pending.get(key);
    if (pending === undefined) {
      this.#context.fail(commandId, 'query-closed', 'answered before, or too late');
      return;
    }
    const { queryResponseBytesMax } = this.#context.config;
    const answer = { isAck: false, payload };
    const lengthBytes = this.#answers.encode(pending.message, answer).length;
    if (lengthBytes > queryResponseBytesMax) {
      const detail = `answer of ${lengthBytes} bytes, at most ${queryResponseBytesMax} are allowed`;
      this.#context.fail(commandId, 'too-large', detail);
      return;
    }
    this.#forget(key);
    this.#answers.send(pending.message, answer);
    this.#context.complete(commandId, { type: 'done' });
  }

  #isForUs(message: QueryMessage): boolean {
    const { localName, members } = this.#context;
    return compileFilters(message.filters)(localName, members.get(localName)?.tags ?? {});
  }

  #take(message: QueryMessage): void {
    if (message.wantsAck) this.#answers.send(message, { isAck: true, payload: NO_BYTES });
    if (message.name.startsWith(INTERNAL_QUERY_PREFIX)) this.#answerInternal(message);
    else this.#deliver(message);
  }

  #deliver(message: QueryMessage): void {
    const { config, deadlines, nowMs } = this.#context;
    if (this.#pending.size >= config.pendingQueryCountMax) {
      // The oldest had the most time. Were new ones refused, queries that may be answered for a day
      // would silence all others for as long.
      const [oldest] = this.#pending.keys();
      if (oldest !== undefined) this.#forget(oldest);
      this.#context.reject('serf-query-limit');
    }
    const key = this.#keyNext;
    this.#keyNext += 1;
    const deadlineMs = nowMs + message.timeoutMs;
    const deadline = deadlines.schedule(deadlineMs, () => this.#pending.delete(key));
    this.#pending.set(key, { message, deadline });
    const { time, name, payload, sourceNode } = message;
    this.#pipeline.deliver({ type: 'query', key, time, name, payload, sourceNode, deadlineMs });
  }

  #forget(key: number): void {
    this.#context.deadlines.cancel(this.#pending.get(key)?.deadline);
    this.#pending.delete(key);
  }
}
