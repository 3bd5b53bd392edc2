import {
  pick,
  type Rng,
  randomBelow,
  randomBetween,
  randomRatio,
  seededRng,
} from '@konsul/runtime/core';
import {
  bootstrapState,
  type Configuration,
  defaultCoreConfig,
  type RaftCoreConfig,
  type RaftMessage,
} from '../../src/core/index.js';
import { EventQueue } from './event-queue.js';
import { drawFaultMix, type FaultMix } from './fault-mix.js';
import { Invariants } from './invariants.js';
import { SimulatedServer, type SimulatedWorld } from './simulated-server.js';

const traceLines = 400;

/** A whole group on a network that loses, doubles and delays, from one seed. */
export class SimulatedGroup implements SimulatedWorld {
  readonly rng: Rng;
  readonly mix: FaultMix;
  readonly queue: EventQueue;
  readonly invariants: Invariants = new Invariants();
  readonly images: Map<string, number> = new Map();
  readonly servers: Map<string, SimulatedServer> = new Map();
  /** The last things that happened. */
  readonly trace: string[] = [];
  /** A number that stands for everything that happened, in order. */
  traceHash = 0;
  eventCount = 0;
  isHealed = false;
  /** Told of every election that is won. */
  onElected: (server: SimulatedServer) => void = () => undefined;
  /** The server whose disk was lost, until the group has let it go. */
  wipedId: string | undefined;
  readonly #cuts = new Set<string>();
  readonly #config: RaftCoreConfig;
  #serverCount = 0;

  constructor(seed: number, focus: Partial<FaultMix>) {
    this.rng = seededRng(seed);
    this.mix = { ...drawFaultMix(this.rng), ...focus };
    this.queue = new EventQueue(this.rng);
    const { mix } = this;
    this.#config = {
      ...defaultCoreConfig,
      trailingEntries: mix.trailingEntries,
      laggingEntriesMax: mix.trailingEntries + mix.laggingEntries,
      messageBytesMax: mix.messageBytesMax,
      inflightMessagesMax: mix.inflightMessagesMax,
      cacheBytesMax: mix.cacheBytesMax,
      uncommittedBytesMax: 4_096,
      commandBytesMax: 1_024,
      pendingReadsMax: 50,
      snapshotTimeoutMs: mix.snapshotTimeoutMs,
      leaseClockRatioMax: mix.leaseClockRatioMax,
    };
  }

  record(text: string): void {
    const line = `${this.queue.nowMs.toFixed(2)} ${text}`;
    for (let at = 0; at < line.length; at += 1) {
      this.traceHash = (Math.imul(this.traceHash, 31) + line.charCodeAt(at)) | 0;
    }
    this.trace.push(line);
    if (this.trace.length > traceLines * 2) this.trace.splice(0, traceLines);
  }

  rivalOfLease(): string | undefined {
    const leaders = this.up().filter((server) => server.core.leader === server.id);
    const { term } = leaders.reduce(
      (latest, server) => {
        const status = server.core.status();
        return status.term > latest.term ? status : latest;
      },
      { term: 0 },
    );
    const holder = leaders.find((server) => server.hasLease && server.core.status().term < term);
    return holder?.id;
  }

  durablyHolds(id: string, index: number, term: number): boolean {
    return this.servers.get(id)?.disk.holds(index, term) ?? false;
  }

  transmit(message: RaftMessage): void {
    const { mix, rng } = this;
    if (this.#cuts.has(`${message.from}>${message.to}`)) return;
    if (!this.isHealed && randomRatio(rng) < mix.dropRatio) return;
    this.#deliverLater(this.#maybeCut(message));
    if (!this.isHealed && randomRatio(rng) < mix.duplicateRatio) this.#deliverLater(message);
  }

  /** A leader may send fewer entries at a time than ours does; nothing may depend on that. */
  #maybeCut(message: RaftMessage): RaftMessage {
    const { mix, rng } = this;
    if (message.type !== 'append-request' || message.entries.length === 0) return message;
    if (this.isHealed || mix.cutRatio === 0 || randomRatio(rng) >= mix.cutRatio) return message;
    return {
      ...message,
      entries: message.entries.slice(0, randomBelow(rng, message.entries.length)),
    };
  }

  #deliverLater(message: RaftMessage): void {
    const { mix, rng } = this;
    const isSlow = !this.isHealed && randomRatio(rng) < mix.slowRatio;
    const delayMs = isSlow
      ? randomBetween(rng, 50, 1_500)
      : randomBetween(rng, mix.delayMinMs, mix.delayMaxMs);
    this.queue.after(delayMs, () => {
      if (this.#cuts.has(`${message.from}>${message.to}`)) return;
      this.servers.get(message.to)?.input({ type: 'message', message });
    });
  }

  bootstrap(): void {
    const voters = [];
    for (let position = 0; position < this.mix.serverCount; position += 1) {
      const server = this.addServer();
      voters.push({ id: server.id, address: server.id });
    }
    const configuration: Configuration = { voters, votersOutgoing: [], learners: [] };
    for (const server of this.servers.values()) {
      server.disk.found(configuration);
      server.start();
    }
    this.invariants.onEntries(bootstrapState(configuration).entries, 0);
  }

  addServer(): SimulatedServer {
    this.#serverCount += 1;
    const { clockRatio } = this.mix;
    const rate = clockRatio ** (randomRatio(this.rng) - 0.5);
    const server = new SimulatedServer(`s${this.#serverCount}`, this.#config, this, rate);
    this.servers.set(server.id, server);
    return server;
  }

  runUntil(untilMs: number): void {
    while (this.queue.runNext(untilMs)) this.eventCount += 1;
  }

  up(): SimulatedServer[] {
    return [...this.servers.values()].filter((server) => server.isUp);
  }

  anyUp(): SimulatedServer | undefined {
    return pick(this.rng, this.up());
  }

  /** A server that believes to lead; not necessarily the latest. */
  leader(): SimulatedServer | undefined {
    return pick(
      this.rng,
      this.up().filter((server) => server.core.leader === server.id),
    );
  }

  restart(server: SimulatedServer): void {
    if (server.isUp || server.id === this.wipedId || !this.servers.has(server.id)) return;
    this.record(`${server.id} restarts`);
    server.start();
  }

  /** Messages of these pairs, each `from>to`, are lost from now on; also those under way. */
  cut(pairs: readonly string[]): void {
    for (const pair of pairs) this.#cuts.add(pair);
  }

  mend(pairs: readonly string[]): void {
    for (const pair of pairs) this.#cuts.delete(pair);
  }

  /** All faults end, and everybody runs. */
  heal(): void {
    this.record('healed');
    this.isHealed = true;
    this.#cuts.clear();
    for (const server of this.servers.values()) {
      server.pause(0);
      this.restart(server);
    }
  }
}

/** Everybody a configuration names, each once. */
export function memberIds(configuration: Configuration): string[] {
  const { voters, votersOutgoing, learners } = configuration;
  return [...new Set([...voters, ...votersOutgoing, ...learners].map((server) => server.id))];
}
