import type { SerfContext } from '../context.js';
import type { QueryReply } from '../effect.js';
import type { QueryFilter, QueryMessage, QueryResponseMessage } from '../messages.js';
import { compileFilters } from '../query-filter.js';
import { defaultQueryTimeoutMs } from '../query-timeout.js';
import { OpenQuery } from './open-query.js';

/** Serf protocol that has queries. */
const QUERY_PROTOCOL = 4;

/** What to ask, and who takes the replies. */
export interface QueryRequest {
  readonly name: string;
  readonly payload: Uint8Array;
  readonly filters?: readonly QueryFilter[];
  readonly wantsAck?: boolean;
  /** Whether those asked are expected to send more than an ack. Default true. */
  readonly wantsResponse?: boolean;
  /** Somebody who is asked but will not reply. */
  readonly silentName?: string;
  readonly relayFactor?: number;
  readonly timeoutMs?: number;
  /** Called when the query is under way, before the first reply. */
  readonly onStart?: (query: OpenQuery) => void;
  readonly onReply: (reply: QueryReply) => void;
  readonly onEnd: () => void;
}

/** Why a query was not sent. */
export interface QueryRefusal {
  readonly reason: 'unsupported' | 'too-large' | 'too-many-queries';
  readonly detail: string;
}

/** Asks everybody, and collects what they reply. */
export class OutgoingQueries {
  readonly #context: SerfContext;
  /** Hears our own query first. */
  readonly #applyLocally: (message: QueryMessage) => void;
  /** By Lamport time, which no two queries of ours share. */
  readonly #open = new Map<number, OpenQuery>();

  constructor(context: SerfContext, applyLocally: (message: QueryMessage) => void) {
    this.#context = context;
    this.#applyLocally = applyLocally;
  }

  /** @returns why nothing was sent, or undefined. */
  send(request: QueryRequest): QueryRefusal | undefined {
    const { codec, config, queryClock } = this.#context;
    if (config.protocolVersion < QUERY_PROTOCOL) {
      const detail = `protocol ${config.protocolVersion} has no queries, ${QUERY_PROTOCOL} is needed`;
      return { reason: 'unsupported', detail };
    }
    if (this.#open.size >= config.openQueryCountMax) {
      return { reason: 'too-many-queries', detail: `${this.#open.size} queries are open` };
    }
    const message = this.#message(request);
    const bytes = codec.encode(message);
    if (bytes.length > config.queryBytesMax) {
      const detail = `query of ${bytes.length} bytes, at most ${config.queryBytesMax} are allowed`;
      return { reason: 'too-large', detail };
    }
    queryClock.increment();
    const query = this.#register(request, message);
    request.onStart?.(query);
    this.#applyLocally(message);
    this.#context.spread('query', { bytes });
    return undefined;
  }

  /** Whether this is a query of ours that still takes replies. */
  isOpen(time: number, id: number): boolean {
    return this.#open.get(time)?.options.id === id;
  }

  onResponse(message: QueryResponseMessage): void {
    const query = this.#open.get(message.time);
    if (query === undefined || query.options.id !== message.id) return;
    const kind = message.isAck ? 'acks' : 'responses';
    const admission = query.take(message);
    if (admission === 'new') this.#context.count(`query_${kind}`);
    else if (admission === 'duplicate') this.#context.count(`query_duplicate_${kind}`);
    else this.#context.reject('serf-query-limit');
    this.#endIfComplete(query);
  }

  /** A member is gone: nothing more is expected of it. */
  onMemberGone(name: string): void {
    for (const query of [...this.#open.values()]) {
      query.forget(name);
      this.#endIfComplete(query);
    }
  }

  end(query: OpenQuery): void {
    if (!this.#open.delete(query.options.time)) return;
    this.#context.deadlines.cancel(query.deadline);
    query.options.onEnd();
  }

  /** How long replies are waited for when nothing else is said. */
  defaultTimeoutMs(): number {
    const { config, swim } = this.#context;
    return defaultQueryTimeoutMs({
      gossipIntervalMs: config.swim.gossipIntervalMs,
      timeoutMultiplier: config.queryTimeoutMultiplier,
      memberCount: Math.max(1, swim.liveMemberCount),
    });
  }

  #message(request: QueryRequest): QueryMessage {
    const { queryClock, rng, swim, localName } = this.#context;
    const local = swim.localMember;
    return {
      type: 'query',
      time: queryClock.time,
      id: rng.uint32() >>> 1,
      address: local?.address ?? new Uint8Array(4),
      port: local?.port ?? 0,
      sourceNode: localName,
      filters: request.filters ?? [],
      wantsAck: request.wantsAck ?? false,
      isNoBroadcast: false,
      relayFactor: request.relayFactor ?? 0,
      timeoutMs: request.timeoutMs ?? this.defaultTimeoutMs(),
      name: request.name,
      payload: request.payload,
    };
  }

  #register(request: QueryRequest, message: QueryMessage): OpenQuery {
    const { nowMs, deadlines, swim } = this.#context;
    const query = new OpenQuery({
      time: message.time,
      id: message.id,
      deadlineMs: nowMs + message.timeoutMs,
      wantsAck: message.wantsAck,
      wantsResponse: request.wantsResponse ?? true,
      askedNames: this.#askedNames(message.filters).filter((name) => name !== request.silentName),
      replyCountMax: Math.max(1, swim.liveMemberCount),
      onReply: request.onReply,
      onEnd: request.onEnd,
    });
    this.#open.set(message.time, query);
    query.deadline = deadlines.schedule(query.options.deadlineMs, () => this.end(query));
    return query;
  }

  #askedNames(filters: readonly QueryFilter[]): string[] {
    const { swim, members } = this.#context;
    const isAsked = compileFilters(filters);
    const names: string[] = [];
    for (const { name } of swim.liveMembers()) {
      if (isAsked(name, members.get(name)?.tags ?? {})) names.push(name);
    }
    return names;
  }

  #endIfComplete(query: OpenQuery): void {
    if (this.#context.config.isQueryEndedEarly && query.isComplete) this.end(query);
  }
}
