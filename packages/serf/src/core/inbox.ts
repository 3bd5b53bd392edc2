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

/** Where a message comes from. */
export interface MessageOrigin {
  readonly from: Endpoint;
  /** Stands for the member there, if it is known. */
  readonly sender: object | undefined;
}

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

  onMessage(bytes: Uint8Array, { from, sender }: MessageOrigin): void {
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
    const passOn = (kind: BroadcastKind): void => this.#passOn(kind, bytes, sender);
    switch (message.type) {
      case 'leave':
        if (intents.applyLeave(message)) passOn('intent');
        break;
      case 'join':
        if (intents.applyJoin(message)) passOn('intent');
        break;
      case 'user-event':
        if (userEvents.apply(message)) passOn('event');
        break;
      case 'query':
        if (incoming.apply(message)) passOn('query');
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
  #passOn(kind: BroadcastKind, bytes: Uint8Array, heardFrom: object | undefined): void {
    this.#parts.context.spread(kind, { bytes: new Uint8Array(bytes), heardFrom });
  }
}
