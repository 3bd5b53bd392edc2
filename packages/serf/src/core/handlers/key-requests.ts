import type { SerfContext } from '../context.js';
import type { QueryReply } from '../effect.js';
import type { KeyOperation, SerfCommand } from '../input.js';
import type { OpenQuery } from './open-query.js';
import type { OutgoingQueries } from './outgoing-queries.js';

/** Names of the queries. Source: Serf. */
export const KEY_QUERY_NAMES: Readonly<Record<KeyOperation, string>> = {
  install: '_serf_install-key',
  use: '_serf_use-key',
  remove: '_serf_remove-key',
  list: '_serf_list-keys',
};

interface Tally {
  readonly memberCount: number;
  responseCount: number;
  errorCount: number;
  readonly messages: Map<string, string>;
  readonly keys: Map<string, number>;
  readonly primaryKeys: Map<string, number>;
}

/** Changes or lists the keys of all members, and sums up how they did. */
export class KeyRequests {
  readonly #context: SerfContext;
  readonly #queries: OutgoingQueries;

  constructor(context: SerfContext, queries: OutgoingQueries) {
    this.#context = context;
    this.#queries = queries;
  }

  send(command: Extract<SerfCommand, { readonly type: 'key-request' }>): void {
    const { commandId, operation, key, relayFactor } = command;
    const tally: Tally = {
      memberCount: this.#context.swim.liveMemberCount,
      responseCount: 0,
      errorCount: 0,
      messages: new Map(),
      keys: new Map(),
      primaryKeys: new Map(),
    };
    let query: OpenQuery | undefined;
    const refusal = this.#queries.send({
      name: KEY_QUERY_NAMES[operation],
      payload: this.#context.codec.encodeKeyRequest(key),
      relayFactor,
      onStart: (started) => {
        query = started;
      },
      onReply: (reply) => {
        this.#count(tally, reply);
        // Whoever waits for all members is told at once, whatever holds for other queries.
        if (query !== undefined && tally.responseCount >= tally.memberCount)
          this.#queries.end(query);
      },
      onEnd: () => this.#context.complete(commandId, { type: 'keys', tally }),
    });
    if (refusal !== undefined) this.#context.fail(commandId, refusal.reason, refusal.detail);
  }

  #count(tally: Tally, reply: QueryReply): void {
    if (reply.type === 'ack') return;
    const response = this.#context.codec.decodeKeyResponse(reply.payload);
    tally.responseCount += 1;
    if (response === undefined) {
      tally.errorCount += 1;
      tally.messages.set(reply.from, 'answer could not be read');
      return;
    }
    if (!response.isDone) tally.errorCount += 1;
    if (response.message !== '') tally.messages.set(reply.from, response.message);
    for (const key of response.keys) increment(tally.keys, key);
    if (response.primaryKey !== '') increment(tally.primaryKeys, response.primaryKey);
  }
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
