import { type Endpoint, seededRng } from '@konsul/runtime';
import { createMemberlistCodec, type PacketMessage, type SwimCodec } from '@konsul/swim';
import {
  createSerfCodec,
  type RecoveredState,
  resolveConfig,
  type SerfCodec,
  type SerfConfig,
  SerfCore,
  type SerfCoreOptions,
  type SerfEffect,
  type SerfEvent,
  type SerfInput,
  type SerfMessage,
  type SerfOutcome,
  type SerfPushPullMessage,
  type Tags,
} from '../../src/index.js';

const VERSIONS = Uint8Array.of(1, 5, 2, 2, 5, 5);
/** Where every member of the bench listens. */
export const PORT = 7_946;

/** A message of this layer, and to whom it was sent. */
export interface SentMessage {
  readonly to: string;
  readonly message: SerfMessage;
}

/** The address of a member by its name's last digits: `m7` is 10.0.0.7. */
export function addressOf(name: string): Uint8Array {
  return Uint8Array.of(10, 0, 0, Number(/\d+$/.exec(name)?.[0] ?? 99));
}

export function endpointOf(name: string): Endpoint {
  return { host: addressOf(name).join('.'), port: PORT };
}

/** A bench with these peers, after what is said at their arrival. */
export function benchWith(...names: readonly string[]): SerfBench {
  const bench = new SerfBench();
  for (const name of names) bench.arrive(name);
  bench.quieten();
  return bench;
}

/** One core, `m0`, on a bench: time and peers are the test's own. */
export class SerfBench {
  readonly codec: SerfCodec = createSerfCodec();
  readonly swimCodec: SwimCodec = createMemberlistCodec();
  readonly core: SerfCore;
  readonly events: SerfEvent[] = [];
  readonly effects: SerfEffect[] = [];
  readonly outcomes: Map<number, SerfOutcome> = new Map();
  nowMs = 0;
  #sent: SentMessage[] = [];
  #streamId = 0;

  constructor(
    tuning: Partial<Omit<SerfConfig, 'swim'>> = {},
    options: Partial<SerfCoreOptions> = {},
    recovered?: RecoveredState,
  ) {
    this.core = new SerfCore({
      // Probes would find out that the bench's peers do not exist.
      config: resolveConfig({ name: 'm0', tuning, swim: { probeIntervalMs: 0 } }),
      codec: this.codec,
      swimCodec: this.swimCodec,
      rng: seededRng(1),
      ...options,
    });
    const start = { type: 'start', address: addressOf('m0'), port: PORT } as const;
    const tags = { role: 'bench' };
    this.give({ ...start, tags, ...(recovered === undefined ? {} : { recovered }) });
  }

  /** One input and the end of its turn. @returns what came of it. */
  give(input: SerfInput): readonly SerfEffect[] {
    const effects = [...this.core.step(input, this.nowMs), ...this.core.flush(this.nowMs)];
    for (const effect of effects) this.#record(effect);
    return effects;
  }

  /** A packet of the layer below. */
  hearBelow(from: string, ...messages: readonly PacketMessage[]): readonly SerfEffect[] {
    const parts = messages.map((message) => this.swimCodec.encodeMessage(message));
    const bytes = this.swimCodec.encodePacket(parts, { checksum: false });
    return this.give({ type: 'datagram', from: endpointOf(from), bytes });
  }

  /** Messages of this layer in one packet. */
  hear(from: string, ...messages: readonly SerfMessage[]): readonly SerfEffect[] {
    return this.hearBelow(
      from,
      ...messages.map(
        (message): PacketMessage => ({ type: 'user', payload: this.codec.encode(message) }),
      ),
    );
  }

  /** A member announces itself. */
  arrive(
    name: string,
    options: {
      readonly tags?: Tags;
      readonly incarnation?: number;
      readonly versions?: Uint8Array;
    } = {},
  ): void {
    this.hearBelow(name, {
      type: 'alive',
      incarnation: options.incarnation ?? 1,
      node: name,
      address: addressOf(name),
      port: PORT,
      meta: this.codec.encodeTags(options.tags ?? {}),
      versions: options.versions ?? VERSIONS,
    });
  }

  /** The layer below hears that a member is dead, or has left when it says so itself. */
  depart(name: string, from = 'm99', incarnation = 1): void {
    this.hearBelow(from, { type: 'dead', incarnation, node: name, from });
  }

  /** A peer exchanges state. @returns what it is told of this layer. */
  exchange(from: string, state: Partial<SerfPushPullMessage>, isJoin = false): SerfPushPullMessage {
    this.#streamId -= 1;
    const streamId = this.#streamId;
    this.give({ type: 'stream-accepted', streamId, from: endpointOf(from) });
    const userState = this.codec.encode({
      type: 'push-pull',
      time: 0,
      statusTimes: new Map(),
      leftMembers: [],
      eventTime: 0,
      events: [],
      queryTime: 0,
      ...state,
    });
    const message = { type: 'push-pull', isJoin, nodes: [], userState } as const;
    const bytes = this.swimCodec.encodeStream(message, { side: 'dialled' });
    const effects = this.give({ type: 'stream-data', streamId, bytes });
    for (const effect of effects) {
      if (effect.type !== 'write-stream') continue;
      const answer = this.swimCodec.createStreamDecoder('dialled').push(effect.bytes);
      if (answer.type !== 'message' || answer.message.type !== 'push-pull') continue;
      const decoding = this.codec.decode(answer.message.userState);
      if (decoding.type === 'message' && decoding.message.type === 'push-pull')
        return decoding.message;
    }
    throw new Error('the exchange was not answered');
  }

  /** Ticks at every deadline up to and at `nowMs`. */
  run(durationMs: number): void {
    const untilMs = this.nowMs + durationMs;
    for (;;) {
      const nextMs = this.core.nextDeadlineMs();
      if (nextMs === undefined || nextMs > untilMs) break;
      this.nowMs = Math.max(this.nowMs, nextMs);
      this.give({ type: 'tick' });
    }
    this.nowMs = untilMs;
  }

  /** Lets what is said run out, and forgets what came of it so far. */
  quieten(durationMs = 5_000): void {
    this.run(durationMs);
    this.takeSent();
    this.takeEvents();
    this.effects.length = 0;
  }

  status(name: string): string | undefined {
    return this.core.member(name)?.status;
  }

  /** Events as `type names` or `type name`, since the last call. */
  takeEvents(): readonly string[] {
    return this.events.splice(0).map((event) => {
      if ('members' in event)
        return `${event.type} ${event.members.map(({ name }) => name).join()}`;
      if (event.type === 'name-conflict') return event.type;
      return 'name' in event ? `${event.type} ${event.name}` : event.type;
    });
  }

  /** Messages of this layer sent since the last call. */
  takeSent(): readonly SentMessage[] {
    return this.#sent.splice(0);
  }

  /** Those of one type. */
  takeMessages<Type extends SerfMessage['type']>(
    type: Type,
  ): readonly Extract<SerfMessage, { readonly type: Type }>[] {
    return this.takeSent()
      .map(({ message }) => message)
      .filter((message) => message.type === type) as Extract<
      SerfMessage,
      { readonly type: Type }
    >[];
  }

  /** What it wants logged, as `level message`. */
  logged(): readonly string[] {
    return this.effects.flatMap((effect) =>
      effect.type === 'log' ? [`${effect.level} ${effect.message}`] : [],
    );
  }

  rejects(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.type === 'serf-reject' ? [effect.reason] : []));
  }

  #record(effect: SerfEffect): void {
    this.effects.push(effect);
    if (effect.type === 'notify') this.events.push(effect.event);
    else if (effect.type === 'complete') this.outcomes.set(effect.commandId, effect.outcome);
    else if (effect.type === 'send') this.#recordPacket(effect.to.host, effect.bytes);
  }

  #recordPacket(to: string, bytes: Uint8Array): void {
    for (const message of this.swimCodec.decodePacket(bytes).messages) {
      if (message.type !== 'user') continue;
      const decoding = this.codec.decode(message.payload);
      if (decoding.type === 'message') this.#sent.push({ to, message: decoding.message });
    }
  }
}
