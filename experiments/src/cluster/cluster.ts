import type { Endpoint } from '@konsul/runtime';
import { type LinkOptions, World } from '@konsul/simulation';
import type { SwimConfig } from '@konsul/swim';
import { type SimulatedSwimMember, startSimulatedSwim } from '@konsul/swim/simulated';
import { Gate } from './gate.js';
import { gatedDatagrams, gatedStreams, type SendCounter } from './gated-transports.js';

/** A change of what one member believes of another. */
export interface ClusterChange {
  readonly type: 'joined' | 'failed' | 'left' | 'suspected' | 'recovered';
  readonly observer: number;
  readonly member: number;
  readonly atMs: number;
}

export interface ClusterOptions {
  readonly seed: number;
  readonly memberCount: number;
  readonly config: Partial<Omit<SwimConfig, 'name'>>;
  readonly link: LinkOptions;
  readonly linkBetween?: (from: string, to: string) => LinkOptions;
  /** When a member starts and joins the first one. Default all within the first two seconds. */
  readonly startAtMs?: (index: number) => number;
  readonly onChange?: (change: ClusterChange) => void;
}

/** One member of a cluster under experiment. */
export interface ClusterMember {
  readonly name: string;
  readonly gate: Gate;
  readonly sent: SendCounter;
  swim: SimulatedSwimMember | undefined;
}

const PORT = 7_946;
const START_WITHIN_MS = 2_000;
/** Whoever has reached nobody tries again after this long, and not all at the same instant. */
const REJOIN_MS = 1_000;
const REJOIN_STEP_COUNT = 50;
const REJOIN_COMMAND = 3;
/** What a process takes to read one message of those that have piled up. */
const MESSAGE_MS = 0.02;

/** The real code of many members in one world, each behind a gate. Members are known by index. */
export class Cluster {
  readonly world: World;
  readonly members: ClusterMember[] = [];
  readonly #options: ClusterOptions;
  #dialCount = 0;
  #failure: unknown;

  constructor(options: ClusterOptions) {
    this.#options = options;
    const { seed, memberCount, link, linkBetween } = options;
    const startAtMs =
      options.startAtMs ?? ((index: number) => (index * START_WITHIN_MS) / memberCount);
    this.world = new World({
      seed,
      link,
      tracesNetwork: false,
      trace: { linesMax: 50 },
      trapsAmbient: false,
      ...(linkBetween === undefined ? {} : { network: { linkBetween } }),
    });
    for (let index = 0; index < memberCount; index += 1) {
      const sent = { messageCount: 0, byteCount: 0 };
      const gate = new Gate((action) => {
        this.world.clock.schedule(this.nowMs + MESSAGE_MS, action);
      });
      this.members.push({ name: memberName(index), gate, sent, swim: undefined });
      this.world.clock.schedule(startAtMs(index), () => this.#start(index));
    }
  }

  get nowMs(): number {
    return this.world.clock.nowMs();
  }

  /** Runs up to an instant. Promises exist only while somebody dials, so only then they are let go on. */
  async run(untilMs: number): Promise<void> {
    const { clock } = this.world;
    for (;;) {
      if (this.#dialCount > 0) await this.world.settle();
      const nextMs = clock.nextEventMs();
      if (nextMs === undefined || nextMs > untilMs) break;
      clock.runNext();
      if (this.#failure !== undefined) throw this.#failure;
    }
    clock.moveTo(untilMs);
  }

  /**
   * Lets a member block before it sends and after it has received. It is told what a process knows
   * that stands still in a send: that nothing leaves.
   */
  block(index: number): void {
    const member = this.members[index];
    member?.gate.close();
    member?.swim?.give({ type: 'datagrams-blocked' });
  }

  /** What it was about to send leaves, it goes on, and then takes in what has come, in order. */
  unblock(index: number): void {
    const member = this.members[index];
    member?.gate.open(() => member.swim?.give({ type: 'datagrams-writable' }));
  }

  /** Messages and bytes that all members have sent so far. */
  totalSent(): SendCounter {
    const total = { messageCount: 0, byteCount: 0 };
    for (const { sent } of this.members) {
      total.messageCount += sent.messageCount;
      total.byteCount += sent.byteCount;
    }
    return total;
  }

  #start(index: number): void {
    const member = this.members[index];
    if (member === undefined) return;
    const { gate, sent, name } = member;
    const seeds: Endpoint[] =
      index === 0 ? [] : [{ host: this.world.addressOf(memberName(0)), port: PORT }];
    // Starting takes promises of its own.
    this.#dialCount += 1;
    this.world.clock.defer(() => this.world.clock.defer(() => (this.#dialCount -= 1)));
    this.world.addNode(name, (node) => {
      member.swim = startSimulatedSwim(
        {
          name,
          clock: node.clock,
          rng: node.rng,
          endpoint: node.endpoint(PORT),
          seeds,
          datagrams: gatedDatagrams(node.datagram(PORT), gate, sent),
          streams: gatedStreams(node.stream(PORT), {
            gate,
            counter: sent,
            onDial: (change) => {
              this.#dialCount += change;
            },
          }),
          observe: (change) =>
            this.#options.onChange?.({
              type: change.type,
              observer: index,
              member: memberIndex(change.member),
              atMs: this.nowMs,
            }),
          fail: (error) => {
            this.#failure ??= error;
          },
        },
        // Compression is most of the work of a full exchange, and says nothing about the protocol.
        { config: this.#options.config, wire: { compression: false } },
      );
    });
    if (seeds.length > 0) this.#joinAgain(member, index, seeds);
  }

  /** A seed takes only so many at a time, as memberlist's does, and agents ask it again. */
  #joinAgain(member: ClusterMember, index: number, peers: readonly Endpoint[]): void {
    const stepMs = REJOIN_MS / REJOIN_STEP_COUNT;
    const waitMs = REJOIN_MS + (index % REJOIN_STEP_COUNT) * stepMs;
    this.world.clock.schedule(this.nowMs + waitMs, () => {
      if (member.swim === undefined || member.swim.members().length > 1) return;
      member.swim.give({ type: 'join', commandId: REJOIN_COMMAND, peers });
      this.#joinAgain(member, index, peers);
    });
  }
}

export function memberName(index: number): string {
  return `m${index}`;
}

export function memberIndex(name: string): number {
  return Number(name.slice(1));
}
