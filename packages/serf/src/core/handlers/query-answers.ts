import { type Endpoint, shuffle } from '@konsul/runtime/core';
import { formatAddress, isSameAddress } from '@konsul/swim/core';
import type { SerfContext } from '../context.js';
import type { MemberRecord } from '../member-table.js';
import type { QueryMessage, QueryResponseMessage, RelayMessage } from '../messages.js';

/** memberlist protocol of members that hand answers on. */
const RELAY_PROTOCOL = 5;
/** First byte of a relay message; one within another is refused. */
const RELAY_TYPE = 9;

/** What an answer is made of. */
export interface Answer {
  readonly isAck: boolean;
  readonly payload: Uint8Array;
}

/** Brings answers to whoever asked, directly and by way of others. */
export class QueryAnswers {
  readonly #context: SerfContext;
  /** Takes answers to our own queries, which need no network. */
  readonly #takeOwn: (message: QueryResponseMessage) => void;

  constructor(context: SerfContext, takeOwn: (message: QueryResponseMessage) => void) {
    this.#context = context;
    this.#takeOwn = takeOwn;
  }

  /** An answer as it would be sent; for holding its size against the bound. */
  encode(query: QueryMessage, answer: Answer): Uint8Array {
    return this.#context.codec.encode(this.#message(query, answer));
  }

  send(query: QueryMessage, answer: Answer): void {
    if (this.#isOurs(query)) {
      this.#takeOwn(this.#message(query, answer));
      return;
    }
    const bytes = this.encode(query, answer);
    this.#context.send(this.#originOf(query), bytes);
    this.#sendByOthers(query, bytes);
  }

  /** Hands on what another member asks us to, if it is for a member and no relay itself. */
  onRelay(message: RelayMessage, from: Endpoint): void {
    const { config } = this.#context;
    const isFit =
      message.message.length > 0 &&
      message.message.length <= config.queryResponseBytesMax &&
      message.message[0] !== RELAY_TYPE;
    const receiver = isFit ? this.#findReceiver(message) : undefined;
    // Whoever is no member must not be reached by way of us.
    if (receiver === undefined) this.#context.reject('serf-relay-refused', from);
    else this.#context.send(receiver.view.endpoint, new Uint8Array(message.message));
  }

  #message(query: QueryMessage, answer: Answer): QueryResponseMessage {
    const { time, id } = query;
    return { type: 'query-response', time, id, from: this.#context.localName, ...answer };
  }

  #isOurs(query: QueryMessage): boolean {
    const local = this.#context.swim.localMember;
    return (
      this.#context.isLocal(query.sourceNode) &&
      local !== undefined &&
      local.port === query.port &&
      isSameAddress(local.address, query.address)
    );
  }

  #originOf(query: QueryMessage): Endpoint {
    const place = { host: formatAddress(query.address), port: query.port };
    return query.sourceNode === '' ? place : { ...place, name: query.sourceNode };
  }

  #sendByOthers(query: QueryMessage, message: Uint8Array): void {
    const { members, config, codec } = this.#context;
    if (query.relayFactor === 0 || members.size < query.relayFactor + 1) return;
    const { address, port, sourceNode: node } = query;
    const bytes = codec.encode({ type: 'relay', address, port, node, message });
    if (bytes.length > config.queryResponseBytesMax) {
      this.#context.count('query_relay_too_large');
      return;
    }
    for (const relay of this.#pickRelays(query.relayFactor)) {
      this.#context.send(relay.view.endpoint, bytes);
    }
  }

  #pickRelays(count: number): readonly MemberRecord[] {
    const { members, rng } = this.#context;
    const able: MemberRecord[] = [];
    for (const record of members.all()) {
      const isAble =
        record.status === 'alive' &&
        !this.#context.isLocal(record.name) &&
        record.view.gossipVersions.max >= RELAY_PROTOCOL;
      if (isAble) able.push(record);
    }
    return shuffle(rng, able).slice(0, count);
  }

  /** Releases before 0.9 do not say the receiver's name. */
  #findReceiver({ node, address, port }: RelayMessage): MemberRecord | undefined {
    const isThere = (record: MemberRecord | undefined): boolean =>
      record !== undefined &&
      record.gossiped.port === port &&
      isSameAddress(record.gossiped.address, address);
    const { members } = this.#context;
    if (node !== '') {
      const named = members.get(node);
      return isThere(named) ? named : undefined;
    }
    for (const record of members.all()) {
      if (isThere(record)) return record;
    }
    return undefined;
  }
}
