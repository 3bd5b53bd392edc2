import type { Deadline, Endpoint } from '@konsul/runtime/core';
import { answerProbe } from './accusation.js';
import { formatAddress, isAddress } from './address.js';
import type { SwimContext } from './context.js';
import type { IndirectPingMessage } from './messages.js';
import { sendWithPiggyback } from './packets.js';
import { answerTo, localProbeSource } from './ping.js';
import type { SwimTimer } from './timer.js';

/** Probes for others in flight at one time; more are not taken on. */
const RELAY_COUNT_MAX = 1_024;
const NO_PAYLOAD: Uint8Array = new Uint8Array(0);

/** A probe we make for somebody else. */
interface Relay {
  /** Who asked. */
  readonly to: Endpoint;
  /** The asker's number and ours. */
  readonly seqNo: number;
  readonly localSeqNo: number;
  readonly wantsNack: boolean;
  readonly deadline: Deadline<SwimTimer>;
}

/** Probes members in the place of others who do not reach them. Source: SWIM 3.1. */
export class Relays {
  readonly #context: SwimContext;
  /** By our own number. */
  readonly #relays = new Map<number, Relay>();

  constructor(context: SwimContext) {
    this.#context = context;
  }

  onIndirectPing(message: IndirectPingMessage, from: Endpoint): void {
    const { config, deadlines, nowMs, awaited, local } = this.#context;
    if (this.#relays.size >= RELAY_COUNT_MAX) {
      this.#context.reject(from, 'relay-limit');
      return;
    }
    if (!isAddress(message.target)) {
      this.#context.reject(from, 'bad-address');
      return;
    }
    const localSeqNo = this.#context.nextSeqNo();
    const deadlineMs = nowMs + config.probeTimeoutMs;
    const relay: Relay = {
      to: answerTo(message.source, from),
      seqNo: message.seqNo,
      localSeqNo,
      wantsNack: message.wantsNack,
      deadline: deadlines.schedule(deadlineMs, { type: 'relay', seqNo: localSeqNo }),
    };
    awaited.set(localSeqNo, { onAck: () => this.#onAck(relay) });
    this.#relays.set(localSeqNo, relay);
    const target: Endpoint = {
      host: formatAddress(message.target),
      port: message.port === 0 ? (local?.port ?? 0) : message.port,
      name: message.node,
    };
    sendWithPiggyback(this.#context, target, {
      type: 'ping',
      seqNo: localSeqNo,
      node: message.node,
      ...localProbeSource(this.#context),
    });
  }

  /** The target was silent; the asker learns at least that we are not. */
  onTimeout(localSeqNo: number): void {
    const relay = this.#relays.get(localSeqNo);
    if (relay === undefined) return;
    this.#forget(relay);
    if (!relay.wantsNack) return;
    answerProbe(this.#context, relay.to, { type: 'nack', seqNo: relay.seqNo });
  }

  #onAck(relay: Relay): void {
    this.#forget(relay);
    answerProbe(this.#context, relay.to, {
      type: 'ack',
      seqNo: relay.seqNo,
      payload: NO_PAYLOAD,
    });
  }

  #forget(relay: Relay): void {
    this.#context.awaited.delete(relay.localSeqNo);
    this.#context.deadlines.cancel(relay.deadline);
    this.#relays.delete(relay.localSeqNo);
  }
}
