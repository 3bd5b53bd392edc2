import {
  pick,
  type Rng,
  randomBelow,
  randomBetween,
  randomRatio,
  seededRng,
  shuffle,
} from '@konsul/runtime/core';
import {
  bootstrapState,
  type Configuration,
  defaultCoreConfig,
  type MembershipChange,
  type PlantedBug,
  type RaftCoreConfig,
  type RaftMessage,
} from '../../src/core/index.js';
import { EventQueue } from './event-queue.js';
import { drawFaultMix, type FaultMix } from './fault-mix.js';
import { Invariants, Violation } from './invariants.js';
import { SimulatedServer, type SimulatedWorld } from './simulated-server.js';

/** How a run ended. */
export interface SimulationResult {
  readonly seed: number;
  readonly mix: FaultMix;
  readonly violation: Violation | undefined;
  readonly eventCount: number;
  readonly committedCount: number;
  readonly readCount: number;
  /** A number that stands for everything that happened, in order. */
  readonly traceHash: number;
  readonly trace: readonly string[];
}

/** How long a healed group may take to be whole again. */
const healMs = 20_000;
const traceLines = 400;

/** A whole group under faults, from one seed. */
export class SimulatedGroup implements SimulatedWorld {
  readonly rng: Rng;
  readonly mix: FaultMix;
  readonly queue: EventQueue;
  readonly invariants: Invariants = new Invariants();
  readonly images: Map<string, number> = new Map();
  isHealed = false;
  readonly #seed: number;
  readonly #servers = new Map<string, SimulatedServer>();
  readonly #cuts = new Set<string>();
  readonly #config: RaftCoreConfig;
  readonly #trace: string[] = [];
  /** The server whose disk was lost, until the group has let it go. */
  #wipedId: string | undefined;
  #serverCount = 0;
  #payload = 0;
  #traceHash = 0;
  #eventCount = 0;

  constructor(seed: number, plantedBug?: PlantedBug) {
    this.#seed = seed;
    this.rng = seededRng(seed);
    this.mix = drawFaultMix(this.rng, plantedBug);
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
    };
  }

  run(): SimulationResult {
    let violation: Violation | undefined;
    try {
      this.#bootstrap();
      this.#scheduleFaults();
      this.#runUntil(this.mix.safetyMs);
      this.#heal();
      this.#checkLiveness();
    } catch (error) {
      violation = error instanceof Violation ? error : new Violation('failed', String(error));
    }
    let readCount = 0;
    for (const server of this.#servers.values()) readCount += server.readCount;
    return {
      seed: this.#seed,
      mix: this.mix,
      violation,
      eventCount: this.#eventCount,
      committedCount: this.invariants.commitIndex,
      readCount,
      traceHash: this.#traceHash,
      trace: this.#trace,
    };
  }

  record(text: string): void {
    const line = `${this.queue.nowMs.toFixed(2)} ${text}`;
    for (let at = 0; at < line.length; at += 1) {
      this.#traceHash = (Math.imul(this.#traceHash, 31) + line.charCodeAt(at)) | 0;
    }
    this.#trace.push(line);
    if (this.#trace.length > traceLines * 2) this.#trace.splice(0, traceLines);
  }

  durablyHolds(id: string, index: number, term: number): boolean {
    return this.#servers.get(id)?.disk.holds(index, term) ?? false;
  }

  transmit(message: RaftMessage): void {
    const { mix, rng } = this;
    if (this.#cuts.has(`${message.from}>${message.to}`)) return;
    if (!this.isHealed && randomRatio(rng) < mix.dropRatio) return;
    this.#deliverLater(message);
    if (!this.isHealed && randomRatio(rng) < mix.duplicateRatio) this.#deliverLater(message);
  }

  #deliverLater(message: RaftMessage): void {
    const { mix, rng } = this;
    const isSlow = !this.isHealed && randomRatio(rng) < mix.slowRatio;
    const delayMs = isSlow
      ? randomBetween(rng, 50, 1_500)
      : randomBetween(rng, mix.delayMinMs, mix.delayMaxMs);
    this.queue.after(delayMs, () => {
      if (this.#cuts.has(`${message.from}>${message.to}`)) return;
      this.#servers.get(message.to)?.input({ type: 'message', message });
    });
  }

  #bootstrap(): void {
    const voters = [];
    for (let position = 0; position < this.mix.serverCount; position += 1) {
      const server = this.#addServer();
      voters.push({ id: server.id, address: server.id });
    }
    const configuration: Configuration = { voters, votersOutgoing: [], learners: [] };
    for (const server of this.#servers.values()) {
      const { hardState, entries } = bootstrapState(configuration);
      server.disk.begin({
        type: 'persist',
        sequence: 0,
        hardState,
        entries,
        mustSync: true,
      });
      server.disk.complete();
      server.start();
    }
    this.invariants.onEntries(bootstrapState(configuration).entries, 0);
  }

  #addServer(): SimulatedServer {
    this.#serverCount += 1;
    const server = new SimulatedServer(`s${this.#serverCount}`, this.#config, this);
    this.#servers.set(server.id, server);
    return server;
  }

  #runUntil(untilMs: number): void {
    while (this.queue.runNext(untilMs)) this.#eventCount += 1;
  }

  /** Makes something happen at random instants, `rate` times a second, until the group is healed. */
  #repeat(rate: number, act: () => void): void {
    if (rate <= 0) return;
    const next = (): void => {
      this.queue.after(-Math.log(1 - randomRatio(this.rng)) * (1_000 / rate), () => {
        if (this.isHealed) return;
        act();
        next();
      });
    };
    next();
  }

  #scheduleFaults(): void {
    const { mix } = this;
    this.#repeat(mix.proposalRate, () => this.#propose());
    this.#repeat(mix.readRate, () => this.#anyUp()?.read());
    this.#repeat(mix.crashRate, () => this.#crash());
    this.#repeat(mix.pauseRate, () => {
      const server = this.#anyUp();
      server?.pause(this.queue.nowMs + randomBetween(this.rng, 50, 1_500));
    });
    this.#repeat(mix.partitionRate, () => this.#partition());
    this.#repeat(mix.wipeRate, () => this.#wipe());
    this.#repeat(mix.membershipRate, () => this.#changeMembership());
    this.#repeat(mix.transferRate, () => {
      const to = pick(this.rng, [...this.#servers.keys()]);
      const input = { type: 'transfer-leadership', id: 0 } as const;
      this.#leader()?.input(randomRatio(this.rng) < 0.5 || !to ? input : { ...input, to });
    });
  }

  #up(): SimulatedServer[] {
    return [...this.#servers.values()].filter((server) => server.isUp);
  }

  #anyUp(): SimulatedServer | undefined {
    return pick(this.rng, this.#up());
  }

  /** A server that believes to lead; not necessarily the latest. */
  #leader(): SimulatedServer | undefined {
    return pick(
      this.rng,
      this.#up().filter((server) => server.core.leader === server.id),
    );
  }

  #propose(): void {
    this.#payload += 1;
    const data = Uint8Array.of(this.#payload & 0xff, (this.#payload >> 8) & 0xff);
    const server = randomRatio(this.rng) < 0.9 ? this.#leader() : this.#anyUp();
    server?.propose(data);
  }

  #crash(): void {
    const victims = randomRatio(this.rng) < 0.1 ? this.#up() : [this.#anyUp()];
    for (const server of victims) {
      if (server === undefined) continue;
      this.record(`${server.id} crashes`);
      server.crash();
      this.queue.after(randomBetween(this.rng, 5, 1_500), () => this.#restart(server));
    }
  }

  #restart(server: SimulatedServer): void {
    if (server.isUp || server.id === this.#wipedId || !this.#servers.has(server.id)) return;
    this.record(`${server.id} restarts`);
    server.start();
  }

  #partition(): void {
    const ids = shuffle(this.rng, [...this.#servers.keys()]);
    const cuts: string[] = [];
    const kind = randomBelow(this.rng, 3);
    const size = kind === 0 ? 1 : 1 + randomBelow(this.rng, Math.max(1, ids.length - 1));
    for (const a of ids.slice(0, size)) {
      for (const b of ids.slice(size)) {
        if (kind !== 2 || randomRatio(this.rng) < 0.5) cuts.push(`${a}>${b}`);
        if (kind !== 2 || randomRatio(this.rng) < 0.5) cuts.push(`${b}>${a}`);
      }
    }
    this.record(`cut ${cuts.join(' ')}`);
    for (const cut of cuts) this.#cuts.add(cut);
    this.queue.after(randomBetween(this.rng, 50, 2_500), () => {
      for (const cut of cuts) this.#cuts.delete(cut);
    });
  }

  /** A disk is lost for good; its server is replaced by another one of another name. */
  #wipe(): void {
    const leader = this.#leader();
    if (leader === undefined || this.#wipedId !== undefined) return;
    const { configuration, configurationIndex, commitIndex } = leader.core.status();
    // One lost disk is within what a settled group of three survives; not while it changes.
    if (configuration.voters.length < 3 || configurationIndex > commitIndex) return;
    const members = memberIds(configuration);
    const isAgreed = members.every((id) => {
      const core = this.#servers.get(id)?.core;
      return core?.status().configurationIndex === configurationIndex;
    });
    if (!isAgreed) return;
    const server = pick(this.rng, [...this.#servers.values()]);
    if (server === undefined) return;
    this.record(`${server.id} loses its disk`);
    this.#wipedId = server.id;
    if (server.isUp) server.crash();
    const fresh = this.#addServer();
    fresh.start();
    const replace = (): void => {
      const status = this.#leader()?.core.status();
      const members = status === undefined ? [] : memberIds(status.configuration);
      const isSettled = status !== undefined && status.configurationIndex <= status.commitIndex;
      if (isSettled && !members.includes(server.id) && members.includes(fresh.id)) {
        this.#wipedId = undefined;
        return;
      }
      this.#change(
        members.includes(server.id)
          ? [{ type: 'remove', id: server.id }]
          : [{ type: 'add-voter', id: fresh.id, address: fresh.id }],
      );
      this.queue.after(200, replace);
    };
    this.queue.after(200, replace);
  }

  #change(changes: readonly MembershipChange[]): void {
    this.#leader()?.input({ type: 'change-membership', id: 0, changes });
  }

  #changeMembership(): void {
    const { rng } = this;
    const leader = this.#leader();
    if (leader === undefined || this.#wipedId !== undefined) return;
    const { configuration } = leader.core.status();
    const voters = configuration.voters.map((voter) => voter.id);
    const learners = configuration.learners.map((learner) => learner.id);
    const address = (id: string): { id: string; address: string } => ({ id, address: id });
    const someone = pick(rng, [...this.#servers.keys()])!;
    switch (randomBelow(rng, 7)) {
      case 0: {
        if (this.#servers.size >= 7) return;
        const fresh = this.#addServer();
        fresh.start();
        this.#change([{ type: 'add-voter', ...address(fresh.id) }]);
        return;
      }
      case 1:
        this.#change([{ type: 'add-learner', ...address(someone) }]);
        return;
      case 2:
        this.#change([{ type: 'promote', id: pick(rng, learners) ?? someone }]);
        return;
      case 3:
        this.#change([{ type: 'demote', id: pick(rng, voters) ?? someone }]);
        return;
      case 4:
        this.#change([{ type: 'remove', id: someone }]);
        return;
      case 5:
        this.#change([{ type: 'add-voter', ...address(someone) }]);
        return;
      default: {
        const chosen = shuffle(rng, [...voters, ...learners]).slice(0, 1 + randomBelow(rng, 4));
        this.#change([{ type: 'set-voters', voters: chosen.map(address) }]);
        return;
      }
    }
  }

  #heal(): void {
    this.record('healed');
    this.isHealed = true;
    this.#cuts.clear();
    for (const server of this.#servers.values()) {
      server.pause(0);
      this.#restart(server);
    }
  }

  /** I18: with all faults off, the group becomes whole, and stays useful. */
  #checkLiveness(): void {
    const deadlineMs = this.queue.nowMs + healMs;
    let reason = 'never looked';
    let writeTerm = 0;
    let targetIndex = 0;
    let readsBefore = 0;
    while (this.queue.nowMs < deadlineMs) {
      this.#runUntil(this.queue.nowMs + 250);
      const leaders = this.#up().filter((server) => server.core.leader === server.id);
      const leader = leaders.reduce<SimulatedServer | undefined>(
        (best, server) =>
          best === undefined || server.core.status().term > best.core.status().term ? server : best,
        undefined,
      );
      if (leader === undefined) {
        reason = 'no leader';
        continue;
      }
      // A write is lost with its leader; another leader gets another one.
      const { term } = leader.core.status();
      if (writeTerm !== term) {
        this.#payload += 1;
        leader.propose(Uint8Array.of(1, 2, 3));
        targetIndex = leader.core.status().lastIndex;
        readsBefore = leader.readCount;
        leader.read();
        writeTerm = term;
        continue;
      }
      const problem = this.#findLag(leader, targetIndex);
      const isRead = leader.readCount > readsBefore;
      if (problem === undefined && isRead) return;
      if (problem === undefined) leader.read();
      reason = problem ?? 'the read was not served';
    }
    throw new Violation('I18', reason);
  }

  #findLag(leader: SimulatedServer, targetIndex: number): string | undefined {
    const status = leader.core.status();
    if (status.commitIndex < targetIndex) return `commit ${status.commitIndex} < ${targetIndex}`;
    if (status.configuration.votersOutgoing.length > 0) return 'joint configuration left behind';
    if (status.configurationIndex > status.commitIndex) return 'configuration not committed';
    for (const id of memberIds(status.configuration)) {
      const server = this.#servers.get(id)!;
      if (!server.isUp) {
        if (id !== this.#wipedId) return `${id} is down`;
        continue;
      }
      if (server.core.status().term !== status.term) return `${id} is in another term`;
      if (server.state.index !== status.commitIndex) {
        return `${id} applied ${server.state.index} of ${status.commitIndex}`;
      }
      if (server.state.hash !== leader.state.hash) return `${id} differs`;
    }
    return undefined;
  }
}

function memberIds(configuration: Configuration): string[] {
  const { voters, votersOutgoing, learners } = configuration;
  return [...new Set([...voters, ...votersOutgoing, ...learners].map((server) => server.id))];
}
