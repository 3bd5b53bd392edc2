import { type Rng, randomBelow, randomBetween, randomRatio, seededRng } from '@konsul/runtime/core';
import {
  bootstrapState,
  type Configuration,
  defaultCoreConfig,
  type PlantedBug,
  type RaftCoreConfig,
  type RaftMessage,
} from '../../src/core/index.js';
import { type Act, type PlannedAct, textOfAct } from './act.js';
import type { Conditions } from './conditions.js';
import { EventQueue } from './event-queue.js';
import { Invariants } from './invariants.js';
import { SimulatedServer, type SimulatedWorld } from './simulated-server.js';

const traceLines = 400;
const chanceSlotMs = 20;

export interface GroupOptions {
  readonly seed: number;
  readonly conditions: Conditions;
  readonly plantedBug: PlantedBug | undefined;
}

type ActOfServer = Exclude<Act, { type: 'cut' | 'join' | 'let-go' }>;

/** A whole group on a network that loses, doubles and delays, from one seed. */
export class SimulatedGroup implements SimulatedWorld {
  readonly conditions: Conditions;
  readonly plantedBug: PlantedBug | undefined;
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
  /** What was done to the group, in order. */
  readonly acts: PlannedAct[] = [];
  readonly #seed: number;
  readonly #links = new Map<string, Rng>();
  readonly #cuts = new Set<string>();
  readonly #config: RaftCoreConfig;

  constructor(options: GroupOptions) {
    const { conditions } = options;
    this.#seed = options.seed;
    this.conditions = conditions;
    this.plantedBug = options.plantedBug;
    this.queue = new EventQueue(this.rngFor('ties'));
    this.#config = {
      ...defaultCoreConfig,
      trailingEntries: conditions.trailingEntries,
      laggingEntriesMax: conditions.trailingEntries + conditions.laggingEntries,
      messageBytesMax: conditions.messageBytesMax,
      inflightMessagesMax: conditions.inflightMessagesMax,
      cacheBytesMax: conditions.cacheBytesMax,
      uncommittedBytesMax: 4_096,
      commandBytesMax: 1_024,
      pendingReadsMax: 50,
      snapshotTimeoutMs: conditions.snapshotTimeoutMs,
      leaseClockRatioMax: conditions.leaseClockRatioMax,
    };
  }

  /** Begins anew every few milliseconds: what is left out of a script leaves later chance alone. */
  rngFor(concern: string): Rng {
    let slot = -1;
    let rng = seededRng(0);
    return {
      uint32: () => {
        const current = Math.floor(this.queue.nowMs / chanceSlotMs);
        if (current !== slot) rng = seededRng(mixHash(`${this.#seed} ${concern} ${current}`));
        slot = current;
        return rng.uint32();
      },
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
    const { conditions } = this;
    const link = `${message.from}>${message.to}`;
    const rng = this.#links.get(link) ?? this.rngFor(link);
    this.#links.set(link, rng);
    if (this.#cuts.has(link)) return;
    if (!this.isHealed && randomRatio(rng) < conditions.dropRatio) return;
    this.#deliverLater(this.#maybeCut(message, rng), rng);
    if (!this.isHealed && randomRatio(rng) < conditions.duplicateRatio) {
      this.#deliverLater(message, rng);
    }
  }

  /** A leader may send fewer entries at a time than ours does; nothing may depend on that. */
  #maybeCut(message: RaftMessage, rng: Rng): RaftMessage {
    const { cutRatio } = this.conditions;
    if (message.type !== 'append-request' || message.entries.length === 0) return message;
    if (this.isHealed || cutRatio === 0 || randomRatio(rng) >= cutRatio) return message;
    return {
      ...message,
      entries: message.entries.slice(0, randomBelow(rng, message.entries.length)),
    };
  }

  #deliverLater(message: RaftMessage, rng: Rng): void {
    const { conditions } = this;
    const isSlow = !this.isHealed && randomRatio(rng) < conditions.slowRatio;
    const delayMs = isSlow
      ? randomBetween(rng, 50, 1_500)
      : randomBetween(rng, conditions.delayMinMs, conditions.delayMaxMs);
    this.queue.after(delayMs, () => {
      if (this.#cuts.has(`${message.from}>${message.to}`)) return;
      this.servers.get(message.to)?.input({ type: 'message', message });
    });
  }

  bootstrap(serverCount: number): void {
    const voters = [];
    for (let position = 0; position < serverCount; position += 1) {
      const server = this.#addServer(`s${position + 1}`);
      voters.push({ id: server.id, address: server.id });
    }
    const configuration: Configuration = { voters, votersOutgoing: [], learners: [] };
    for (const server of this.servers.values()) {
      server.disk.found(configuration);
      server.start();
    }
    this.invariants.onEntries(bootstrapState(configuration).entries, 0);
  }

  #addServer(id: string): SimulatedServer {
    const rate = this.conditions.clockRatio ** (randomRatio(this.rngFor(`${id} clock`)) - 0.5);
    const server = new SimulatedServer(id, this.#config, this, rate);
    this.servers.set(server.id, server);
    return server;
  }

  runUntil(untilMs: number): void {
    while (this.queue.runNext(untilMs)) this.eventCount += 1;
  }

  up(): SimulatedServer[] {
    return [...this.servers.values()].filter((server) => server.isUp);
  }

  /** Servers that believe to lead; the latest among them may be any. */
  leaders(): SimulatedServer[] {
    return this.up().filter((server) => server.core.leader === server.id);
  }

  /** Does something to the group now, and notes it; it ends by itself. */
  perform(act: Act, durationMs = 0): void {
    this.acts.push({ atMs: this.queue.nowMs, durationMs, act });
    if (act.type !== 'propose' && act.type !== 'read') this.record(textOfAct(act));
    switch (act.type) {
      case 'cut':
        for (const pair of act.pairs) this.#cuts.add(pair);
        this.#afterAct(durationMs, () => {
          for (const pair of act.pairs) this.#cuts.delete(pair);
        });
        return;
      case 'join':
        if (!this.servers.has(act.server)) this.#addServer(act.server).start();
        return;
      case 'let-go':
        this.wipedId = undefined;
        return;
      default: {
        const server = this.servers.get(act.server);
        if (server !== undefined) this.#performOn(server, act, durationMs);
      }
    }
  }

  #performOn(server: SimulatedServer, act: ActOfServer, durationMs: number): void {
    switch (act.type) {
      case 'propose':
        server.propose(act.data);
        return;
      case 'read':
        server.read({ isLeaseEnough: act.isLeaseEnough });
        return;
      case 'crash':
        if (!server.isUp) return;
        server.crash();
        this.#afterAct(durationMs, () => this.restart(server));
        return;
      case 'pause':
        server.pause(this.queue.nowMs + durationMs);
        return;
      case 'lose-disk':
        this.wipedId = server.id;
        if (server.isUp) server.crash();
        return;
      case 'change':
        server.input({ type: 'change-membership', id: 0, changes: [act.change] });
        return;
      case 'transfer': {
        const input = { type: 'transfer-leadership', id: 0 } as const;
        server.input(act.to === undefined ? input : { ...input, to: act.to });
        return;
      }
    }
  }

  #afterAct(durationMs: number, run: () => void): void {
    this.queue.scheduleLast(this.queue.nowMs + durationMs, run);
  }

  restart(server: SimulatedServer): void {
    if (server.isUp || server.id === this.wipedId || !this.servers.has(server.id)) return;
    this.record(`${server.id} restarts`);
    server.start();
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

function mixHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
