import { type Endpoint, seededRng } from '@konsul/runtime';
import {
  type AliveMessage,
  createMemberlistCodec,
  type DeadMessage,
  lanConfig,
  type MemberState,
  type NodeStateRecord,
  type PacketMessage,
  type StreamMessage,
  type SuspectMessage,
  type SwimCodec,
  type SwimConfig,
  SwimCore,
  type SwimDelegate,
  type SwimEffect,
  type SwimEvent,
  type SwimInput,
} from '../../src/index.js';

const VERSIONS = Uint8Array.of(1, 5, 2, 0, 0, 0);

/** What one packet to somebody held. */
export interface SentPacket {
  readonly to: string;
  readonly messages: readonly PacketMessage[];
}

/** The address of a member by its name's last digits: `m7` is 10.0.0.7. */
export function addressOf(name: string): Uint8Array {
  return Uint8Array.of(10, 0, 0, Number(/\d+$/.exec(name)?.[0] ?? 99));
}

export function hostOf(name: string): string {
  return addressOf(name).join('.');
}

export function endpointOf(name: string): Endpoint {
  return { host: hostOf(name), port: 7_946 };
}

export function alive(
  node: string,
  incarnation = 1,
  more: Partial<AliveMessage> = {},
): AliveMessage {
  return {
    type: 'alive',
    incarnation,
    node,
    address: addressOf(node),
    port: 7_946,
    meta: new Uint8Array(0),
    versions: VERSIONS,
    ...more,
  };
}

export function suspect(node: string, incarnation: number, from: string): SuspectMessage {
  return { type: 'suspect', incarnation, node, from };
}

export function dead(node: string, incarnation: number, from: string): DeadMessage {
  return { type: 'dead', incarnation, node, from };
}

export function record(name: string, state: MemberState, incarnation = 1): NodeStateRecord {
  const { address, port, meta, versions } = alive(name);
  return { name, address, port, meta, versions, incarnation, state };
}

/** One core, `m0` unless named, on a bench: time and peers are the test's own. */
export class CoreBench {
  readonly codec: SwimCodec = createMemberlistCodec();
  readonly core: SwimCore;
  readonly events: SwimEvent[] = [];
  readonly effects: SwimEffect[] = [];
  nowMs = 0;
  lastSendAtMs = 0;
  #sent: SentPacket[] = [];

  constructor(tuning: Partial<SwimConfig> = {}, delegate?: SwimDelegate) {
    const config = { ...lanConfig('m0'), ...tuning };
    this.core = new SwimCore({
      config,
      codec: this.codec,
      rng: seededRng(1),
      ...(delegate === undefined ? {} : { delegate }),
    });
    this.give({ type: 'start', address: addressOf('m0'), port: 7_946, meta: new Uint8Array(0) });
  }

  /** One input and the end of its turn. @returns what came of it. */
  give(input: SwimInput): readonly SwimEffect[] {
    const effects = [...this.core.step(input, this.nowMs), ...this.core.flush(this.nowMs)];
    for (const effect of effects) {
      this.effects.push(effect);
      if (effect.type === 'notify') this.events.push(effect.event);
      if (effect.type === 'send') {
        this.lastSendAtMs = this.nowMs;
        const { messages } = this.codec.decodePacket(effect.bytes);
        this.#sent.push({ to: effect.to.host, messages });
      }
    }
    return effects;
  }

  /** Messages in one packet from `from`. */
  hear(from: string, ...messages: readonly PacketMessage[]): readonly SwimEffect[] {
    const parts = messages.map((message) => this.codec.encodeMessage(message));
    const bytes = this.codec.encodePacket(parts, { checksum: false });
    return this.give({ type: 'datagram', from: endpointOf(from), bytes });
  }

  /** Ticks at every deadline up to and at `nowMs`. */
  runTo(nowMs: number): void {
    for (;;) {
      const nextMs = this.core.nextDeadlineMs();
      if (nextMs === undefined || nextMs > nowMs) break;
      this.nowMs = Math.max(this.nowMs, nextMs);
      this.give({ type: 'tick' });
    }
    this.nowMs = nowMs;
  }

  run(durationMs: number): void {
    this.runTo(this.nowMs + durationMs);
  }

  /** Packets sent since the last call. */
  takeSent(): readonly SentPacket[] {
    const sent = this.#sent;
    this.#sent = [];
    return sent;
  }

  /** Messages of one type sent since the last call, to whomever. */
  takeMessages<Type extends PacketMessage['type']>(
    type: Type,
  ): readonly Extract<PacketMessage, { readonly type: Type }>[] {
    return this.takeSent()
      .flatMap((packet) => packet.messages)
      .filter((message) => message.type === type) as Extract<
      PacketMessage,
      { readonly type: Type }
    >[];
  }

  eventTypes(): readonly string[] {
    return this.events.map(({ type }) => type);
  }

  state(name: string): MemberState | undefined {
    return this.core.member(name)?.state;
  }

  rejects(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.type === 'reject' ? [effect.reason] : []));
  }

  /** A stream that a peer opens and on which it says one thing. @returns what was answered. */
  converse(from: string, message: StreamMessage, streamId = -1): readonly StreamMessage[] {
    this.give({ type: 'stream-accepted', streamId, from: endpointOf(from) });
    const bytes = this.codec.encodeStream(message, { side: 'dialled' });
    const effects = this.give({ type: 'stream-data', streamId, bytes });
    this.give({ type: 'stream-closed', streamId });
    return this.answers(effects);
  }

  answers(effects: readonly SwimEffect[]): readonly StreamMessage[] {
    return effects.flatMap((effect) => {
      if (effect.type !== 'write-stream') return [];
      const decoding = this.codec.createStreamDecoder('dialled').push(effect.bytes);
      return decoding.type === 'message' ? [decoding.message] : [];
    });
  }
}
