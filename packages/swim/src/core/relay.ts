import type { Deadline, Endpoint } from '@konsul/runtime/core';
import { accusationOf, answerProbe } from './accusation.js';
import { formatAddress, isAddress } from './address.js';
import type { SwimContext } from './context.js';
import type { MemberRecord } from './membership-table.js';
import type { IndirectPingMessage, PingMessage } from './messages.js';
import { sendWithPiggyback } from './packets.js';
import { answerTo, localProbeSource } from './ping.js';
import type { SwimTimer } from './timer.js';

/** Probes for others in flight at one time; more are not taken on. */
const RELAY_COUNT_MAX = 1_024;
/**
 * A nack leaves after this part of the timeout, so that it is there before the asker judges, whose
 * interval is often twice the timeout. Source: Lifeguard IV-A; memberlist waits for the whole timeout.
 */
const NACK_TIMEOUT_RATIO = 0.8;
const NO_PAYLOAD: Uint8Array = new Uint8Array(0);

/** A probe we make for somebody else. */
interface Relay {
  /** Who asked. */
  readonly to: Endpoint;
  /** The asker's number and ours. */
  readonly seqNo: number;
  readonly localSeqNo: number;
  /** An ack is still passed on until then, after a nack too. */
  readonly endsAtMs: number;
  /** Or no nack is wanted. */
  isNacked: boolean;
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
    const nackAtMs = nowMs + config.probeTimeoutMs * NACK_TIMEOUT_RATIO;
    const relay: Relay = {
      to: answerTo(message.source, from),
      seqNo: message.seqNo,
      localSeqNo,
      endsAtMs: nowMs + config.probeTimeoutMs,
      isNacked: !message.wantsNack,
      deadline: deadlines.schedule(nackAtMs, { type: 'relay', seqNo: localSeqNo }),
    };
    awaited.set(localSeqNo, { onAck: () => this.#onAck(relay) });
    this.#relays.set(localSeqNo, relay);
    const target: Endpoint = {
      host: formatAddress(message.target),
      port: message.port === 0 ? (local?.port ?? 0) : message.port,
      name: message.node,
    };
    const ping: PingMessage = {
      type: 'ping',
      seqNo: localSeqNo,
      node: message.node,
      ...localProbeSource(this.#context),
    };
    const suspect = this.#suspectAt(target);
    if (suspect === undefined) sendWithPiggyback(this.#context, target, ping);
    else sendWithPiggyback(this.#context, target, ping, accusationOf(this.#context, suspect));
  }

  /** Whoever is suspected hears it with the first ping that comes. Source: Lifeguard IV-C. */
  #suspectAt(target: Endpoint): MemberRecord | undefined {
    const { config, table } = this.#context;
    if (!config.isBuddySystemEnabled || table.countOf('suspect') === 0) return undefined;
    const record = table.at(target);
    return record?.state === 'suspect' && record.name === target.name ? record : undefined;
  }

  /** The target was silent; the asker learns at least that we are not, however late we look. */
  onTimeout(localSeqNo: number): void {
    const relay = this.#relays.get(localSeqNo);
    if (relay === undefined) return;
    const { nowMs, deadlines } = this.#context;
    if (nowMs >= relay.endsAtMs) this.#forget(relay);
    else deadlines.reschedule(relay.deadline, relay.endsAtMs);
    if (relay.isNacked) return;
    relay.isNacked = true;
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
