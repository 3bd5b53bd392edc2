import { createHash } from 'node:crypto';
import { Driver, seededRng } from '@konsul/runtime';
import { type ClockView, type LinkOptions, MemoryNetwork, VirtualClock } from '@konsul/simulation';
import {
  createMemberlistCodec,
  type Keyring,
  lanConfig,
  type MemberState,
  parseAddress,
  type SwimConfig,
  SwimCore,
  type SwimDelegate,
  type SwimEffect,
  type SwimEvent,
  type SwimInput,
  SwimIo,
  type SwimOutcome,
} from '../../src/index.js';

const PORT = 7_946;

export interface SimClusterOptions {
  readonly seed: number;
  readonly tuning?: Partial<SwimConfig>;
  readonly link?: LinkOptions;
  /** Sees every effect of every member. */
  readonly observe?: (name: string, nowMs: number, effect: SwimEffect) => void;
}

/** One member in the simulated cluster. */
export interface SimNode {
  readonly name: string;
  readonly host: string;
  readonly core: SwimCore;
  readonly clock: ClockView;
  readonly events: SwimEvent[];
  readonly outcomes: Map<number, SwimOutcome>;
  readonly rejects: string[];
  give(input: SwimInput): void;
  kill(): void;
}

export interface SimNodeOptions {
  readonly tuning?: Partial<SwimConfig>;
  readonly delegate?: SwimDelegate;
  readonly label?: string;
  readonly keyring?: Keyring;
  /** Replaces the host that the index gives. */
  readonly host?: string;
}

/** Whole members over a network in memory, on virtual time, with memberlist's real bytes. */
export class SimCluster {
  readonly clock: VirtualClock = new VirtualClock();
  readonly network: MemoryNetwork;
  readonly nodes: Map<string, SimNode> = new Map();
  readonly #options: SimClusterOptions;
  readonly #hash = createHash('sha256');
  #madeCount = 0;

  constructor(options: SimClusterOptions) {
    this.#options = options;
    this.network = new MemoryNetwork({
      clock: this.clock,
      rng: seededRng(options.seed),
      link: options.link ?? { latency: { type: 'uniform', minMs: 0.5, maxMs: 3 } },
    });
  }

  node(name: string): SimNode {
    const node = this.nodes.get(name);
    if (node === undefined) throw new Error(`no node ${name}`);
    return node;
  }

  async add(name: string, options: SimNodeOptions = {}): Promise<SimNode> {
    this.#madeCount += 1;
    const index = this.#madeCount;
    const host = options.host ?? `10.0.${index >> 8}.${index & 255}`;
    const config = { ...lanConfig(name), ...this.#options.tuning, ...options.tuning };
    const clock = this.clock.view();
    const core = new SwimCore({
      config,
      codec: createMemberlistCodec({
        ...(options.label === undefined ? {} : { label: options.label }),
        ...(options.keyring === undefined ? {} : { keyring: options.keyring }),
      }),
      rng: seededRng(this.#options.seed * 7_919 + index),
      ...(options.delegate === undefined ? {} : { delegate: options.delegate }),
    });
    const events: SwimEvent[] = [];
    const outcomes = new Map<number, SwimOutcome>();
    const rejects: string[] = [];
    const io: SwimIo = new SwimIo({
      transport: {
        datagrams: this.network.datagram({ host, port: PORT }),
        streams: this.network.stream({ host, port: PORT }),
      },
      clock,
      input: (input) => driver.input(input),
    });
    const driver = new Driver<SwimInput, SwimEffect>({
      core,
      clock,
      tick: { type: 'tick' },
      execute: (effect) => {
        this.#trace(name, effect);
        this.#options.observe?.(name, this.clock.nowMs(), effect);
        if (effect.type === 'notify') events.push(effect.event);
        else if (effect.type === 'complete') outcomes.set(effect.commandId, effect.outcome);
        else io.execute(effect);
        if (effect.type === 'reject') rejects.push(effect.reason);
      },
      afterTurn: () => io.endTurn(),
      onFault: (error) => {
        throw error;
      },
    });
    await io.start();
    const address = parseAddress(host);
    if (address === undefined) throw new Error(`bad host ${host}`);
    driver.input({ type: 'start', address, port: PORT, meta: new Uint8Array(0) });
    const node: SimNode = {
      name,
      host,
      core,
      clock,
      events,
      outcomes,
      rejects,
      give: (input) => driver.input(input),
      kill: () => {
        driver.stop();
        clock.end();
        this.network.killProcess(host);
        this.nodes.delete(name);
      },
    };
    this.nodes.set(name, node);
    return node;
  }

  /** Adds `count` members that all join the first, and lets them settle. */
  async grow(count: number, settleMs = 5_000): Promise<void> {
    for (let index = 0; index < count; index += 1) await this.add(`n${index}`);
    const seed = this.node('n0');
    for (let index = 1; index < count; index += 1) {
      this.join(`n${index}`, seed.host);
    }
    await this.run(settleMs);
  }

  join(name: string, host: string, commandId = 1): void {
    this.node(name).give({ type: 'join', commandId, peers: [{ host, port: PORT }] });
  }

  /** Lets time pass; promises of the I/O layer settle between events. */
  async run(durationMs: number): Promise<void> {
    const untilMs = this.clock.nowMs() + durationMs;
    for (let nextMs = this.#next(); nextMs <= untilMs; nextMs = this.#next()) {
      this.clock.runNext();
      for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
    }
    this.clock.moveTo(untilMs);
  }

  /** Runs until it holds. @returns how long that took. */
  async until(condition: () => boolean, limitMs: number, stepMs = 10): Promise<number> {
    const startMs = this.clock.nowMs();
    while (!condition()) {
      const elapsedMs = this.clock.nowMs() - startMs;
      if (elapsedMs > limitMs) {
        throw new Error(`not within ${limitMs} ms (seed ${this.#options.seed})`);
      }
      await this.run(stepMs);
    }
    return this.clock.nowMs() - startMs;
  }

  /** What `observer` believes of `name`. */
  stateOf(observer: string, name: string): MemberState | undefined {
    return this.node(observer).core.member(name)?.state;
  }

  /** Whether all running members believe this of `name`. */
  allBelieve(name: string, state: MemberState): boolean {
    return [...this.nodes.keys()].every(
      (observer) => observer === name || this.stateOf(observer, name) === state,
    );
  }

  /** Whether every running member sees every running member alive, and nobody else live. */
  isWhole(): boolean {
    const names = [...this.nodes.keys()];
    return [...this.nodes.values()].every(
      ({ core }) =>
        core.liveMemberCount === names.length &&
        names.every((name) => core.member(name)?.state === 'alive'),
    );
  }

  countEvents(type: SwimEvent['type']): number {
    let count = 0;
    for (const node of this.nodes.values()) {
      count += node.events.filter((event) => event.type === type).length;
    }
    return count;
  }

  /** A digest of every effect of every member so far. */
  traceHash(): string {
    return this.#hash.copy().digest('hex');
  }

  #next(): number {
    return this.clock.nextEventMs() ?? Number.POSITIVE_INFINITY;
  }

  #trace(name: string, effect: SwimEffect): void {
    this.#hash.update(`${this.clock.nowMs()} ${name} ${effect.type} `);
    if (effect.type === 'send') this.#hash.update(effect.to.host).update(effect.bytes);
    else if (effect.type === 'write-stream') this.#hash.update(effect.bytes);
    else if (effect.type === 'notify') this.#hash.update(effect.event.type);
  }
}
