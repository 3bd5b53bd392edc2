import type { Endpoint } from '@konsul/runtime/core';
import type { BroadcastKind } from './broadcasts.js';
import type { SerfContext } from './context.js';
import type { IncomingQueries } from './handlers/incoming-queries.js';
import type { Intents } from './handlers/intents.js';
import type { OutgoingQueries } from './handlers/outgoing-queries.js';
import type { QueryAnswers } from './handlers/query-answers.js';
import type { UserEvents } from './handlers/user-events.js';

/** Longest message taken; one that fits into no datagram could not have been gossiped. */
const MESSAGE_BYTES_MAX = 65_536;

/** The parts of a core that received messages go to. */
export interface InboxParts {
  readonly context: SerfContext;
  readonly intents: Intents;
  readonly userEvents: UserEvents;
  readonly incoming: IncomingQueries;
  readonly outgoing: OutgoingQueries;
  readonly answers: QueryAnswers;
}

/** Takes in what peers say at this layer, and passes on what is new. */
export class Inbox {
  readonly #parts: InboxParts;

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  onMessage(bytes: Uint8Array, from: Endpoint): void {
    const { context, intents, userEvents, incoming, outgoing, answers } = this.#parts;
    context.measure('sample', 'msgs.received', bytes.length);
    if (bytes.length > MESSAGE_BYTES_MAX) {
      context.reject('serf-too-large', from);
      return;
    }
    const decoding = context.codec.decode(bytes);
    if (decoding.type === 'reject') {
      context.reject(decoding.reason, from);
      return;
    }
    const { message } = decoding;
    switch (message.type) {
      case 'leave':
        if (intents.applyLeave(message)) this.#passOn('intent', bytes);
        break;
      case 'join':
        if (intents.applyJoin(message)) this.#passOn('intent', bytes);
        break;
      case 'user-event':
        if (userEvents.apply(message)) this.#passOn('event', bytes);
        break;
      case 'query':
        if (incoming.apply(message)) this.#passOn('query', bytes);
        break;
      case 'query-response':
        outgoing.onResponse(message);
        break;
      case 'relay':
        answers.onRelay(message, from);
        break;
      case 'push-pull':
        context.reject('serf-unexpected-type', from);
    }
  }

  /** The exact bytes, copied, because they may be a small part of a large packet. */
  #passOn(kind: BroadcastKind, bytes: Uint8Array): void {
    this.#parts.context.spread(kind, new Uint8Array(bytes));
  }
}
