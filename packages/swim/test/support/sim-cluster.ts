import { Driver } from '@konsul/runtime';
import type { ClockView, LinkOptions } from '@konsul/simulation';
import { PORT, VirtualCluster } from '../../../../tools/virtual-cluster.js';
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
export class SimCluster extends VirtualCluster<SimNode> {
  readonly #options: SimClusterOptions;

  constructor(options: SimClusterOptions) {
    super({ ...options, turnCount: 4 });
    this.#options = options;
  }

  async add(name: string, options: SimNodeOptions = {}): Promise<SimNode> {
    const place = this.nextPlace();
    const host = options.host ?? place.host;
    const config = { ...lanConfig(name), ...this.#options.tuning, ...options.tuning };
    const clock = this.clock.view();
    const core = new SwimCore({
      config,
      codec: createMemberlistCodec({
        ...(options.label === undefined ? {} : { label: options.label }),
        ...(options.keyring === undefined ? {} : { keyring: options.keyring }),
      }),
      rng: place.rng,
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

  #trace(name: string, effect: SwimEffect): void {
    this.trace(`${this.clock.nowMs()} ${name} ${effect.type} `);
    if (effect.type === 'send') this.trace(effect.to.host, effect.bytes);
    else if (effect.type === 'write-stream') this.trace(effect.bytes);
    else if (effect.type === 'notify') this.trace(effect.event.type);
  }
}
