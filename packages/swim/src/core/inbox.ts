import { type Endpoint, unreachable } from '@konsul/runtime/core';
import { applyAlive } from './alive-rule.js';
import type { SwimContext } from './context.js';
import { applyDead } from './dead-rule.js';
import { HandOff, type News } from './hand-off.js';
import type { SwimInput } from './input.js';
import { isMemberName } from './member-name.js';
import type { AckMessage, PacketMessage, PingMessage, UserMessage } from './messages.js';
import { isForOther, onPing } from './ping.js';
import type { PushPull } from './push-pull.js';
import type { Relays } from './relay.js';
import type { InboundRequest } from './streams.js';
import { applySuspect } from './suspect-rule.js';

const NO_PAYLOAD: Uint8Array = new Uint8Array(0);

/** The parts of a core that received messages go to. */
export interface InboxParts {
  readonly context: SwimContext;
  readonly relays: Relays;
  readonly pushPull: PushPull;
}

/** Takes in what peers say: probes and answers at once, news at the turn's end. */
export class Inbox {
  readonly #context: SwimContext;
  readonly #relays: Relays;
  readonly #pushPull: PushPull;
  readonly #handOff: HandOff;

  constructor(parts: InboxParts) {
    this.#context = parts.context;
    this.#relays = parts.relays;
    this.#pushPull = parts.pushPull;
    this.#handOff = new HandOff(parts.context.config.handOffCountMax);
  }

  onDatagram(input: Extract<SwimInput, { readonly type: 'datagram' }>): void {
    if (this.#context.local === undefined) return;
    const { from, receivedAtMs = this.#context.nowMs } = input;
    const { messages, rejects } = this.#context.codec.decodePacket(input.bytes);
    for (const reason of rejects) this.#context.reject(from, reason);
    for (const message of messages) this.#onPacketMessage(message, from, receivedAtMs);
  }

  /** What a peer says first on a stream. */
  onStreamRequest(request: InboundRequest): void {
    const { message, from } = request;
    if (this.#context.local === undefined) return;
    switch (message.type) {
      case 'push-pull':
        this.#pushPull.onRequest(request, message);
        break;
      case 'ping':
        this.#onStreamPing(request, message);
        break;
      case 'user':
        if (message.payload.length > 0) this.#onUserMessage(message, from);
        break;
      case 'ack':
      case 'error':
        this.#context.reject(from, 'unexpected-type');
    }
  }

  /** Judges the news of the turn. */
  takeNews(): void {
    for (const news of this.#handOff.takeAll()) this.#onNews(news);
  }

  #onPacketMessage(message: PacketMessage, from: Endpoint, receivedAtMs: number): void {
    switch (message.type) {
      case 'ping':
        onPing(this.#context, message, from);
        break;
      case 'indirect-ping':
        this.#relays.onIndirectPing(message, from);
        break;
      case 'ack':
        this.#onAck(message, receivedAtMs);
        break;
      case 'nack':
        this.#context.awaited.get(message.seqNo)?.onNack?.();
        break;
      default:
        if (!this.#handOff.push({ message, from })) this.#context.reject(from, 'hand-off-full');
    }
  }

  #onAck(ack: AckMessage, receivedAtMs: number): void {
    const waiter = this.#context.awaited.get(ack.seqNo);
    if (waiter === undefined) return;
    this.#context.awaited.delete(ack.seqNo);
    waiter.onAck(ack, receivedAtMs);
  }

  #onNews({ message, from }: News): void {
    switch (message.type) {
      case 'alive':
        if (this.#context.filter.allowsHost(from.host)) {
          applyAlive(this.#context, message, { from });
        } else {
          this.#context.reject(from, 'not-allowed');
        }
        break;
      case 'suspect':
      case 'dead':
        if (!isMemberName(message.from)) this.#context.reject(from, 'bad-name');
        else if (message.type === 'suspect') applySuspect(this.#context, message, { from });
        else applyDead(this.#context, message, { from });
        break;
      case 'user':
        this.#onUserMessage(message, from);
        break;
      default:
        unreachable(message);
    }
  }

  #onUserMessage({ payload }: UserMessage, from: Endpoint): void {
    const { delegate, table } = this.#context;
    delegate.onUserMessage?.(payload, from, table.at(from));
    this.#context.notify({ type: 'user-message', payload, from });
  }

  #onStreamPing(request: InboundRequest, ping: PingMessage): void {
    if (isForOther(this.#context, ping)) this.#context.reject(request.from, 'wrong-node');
    else request.reply({ type: 'ack', seqNo: ping.seqNo, payload: NO_PAYLOAD });
  }
}
