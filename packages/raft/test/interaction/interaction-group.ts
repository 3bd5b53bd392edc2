import { seededRng } from '@konsul/runtime/core';
import {
  type Configuration,
  defaultCoreConfig,
  type Entry,
  type MembershipChange,
  type PlantedBug,
  type RaftCore,
  type RaftCoreConfig,
  type RaftEffect,
  type RaftInput,
  type RaftMessage,
  type RaftStatus,
  type SnapshotMetadata,
} from '../../src/core/index.js';
import { SimulatedDisk } from '../sim/simulated-disk.js';
import { describeEffect } from './describe-effect.js';

interface Member {
  readonly id: string;
  readonly disk: SimulatedDisk;
  core: RaftCore;
  isUp: boolean;
  /** What the driver still has to do besides writing: apply, load, snapshots. */
  work: (() => void)[];
  applied: Entry[];
  isWriting: boolean;
}

export interface InteractionOptions {
  readonly voters: readonly string[];
  readonly learners?: readonly string[];
  /** Servers that exist and know of no group. */
  readonly others?: readonly string[];
  readonly config?: Partial<RaftCoreConfig>;
  readonly plantedBug?: PlantedBug;
}

/**
 * A group in which nothing happens by itself: every message, write and second is asked for.
 * Whatever a server does is written to `output`, one line per effect.
 */
export class InteractionGroup {
  readonly members: Map<string, Member> = new Map();
  inflight: RaftMessage[] = [];
  output: string[] = [];
  effects: RaftEffect[] = [];
  nowMs = 0;
  readonly #config: RaftCoreConfig;
  readonly #plantedBug: PlantedBug | undefined;
  readonly #cuts = new Set<string>();
  #seed = 1;

  constructor(options: InteractionOptions) {
    this.#config = { ...defaultCoreConfig, ...options.config };
    this.#plantedBug = options.plantedBug;
    const address = (id: string): { id: string; address: string } => ({ id, address: id });
    const configuration: Configuration = {
      voters: options.voters.map(address),
      votersOutgoing: [],
      learners: (options.learners ?? []).map(address),
    };
    for (const id of [...options.voters, ...(options.learners ?? [])]) {
      const disk = new SimulatedDisk();
      disk.found(configuration);
      this.#add(id, disk);
    }
    for (const id of options.others ?? []) this.#add(id, new SimulatedDisk());
  }

  #add(id: string, disk: SimulatedDisk): void {
    const core = this.#createCore(id, disk);
    this.members.set(id, { id, disk, core, isUp: true, work: [], applied: [], isWriting: false });
  }

  #createCore(id: string, disk: SimulatedDisk): RaftCore {
    this.#seed += 1;
    return disk.start({
      id,
      config: this.#config,
      rng: seededRng(this.#seed),
      nowMs: this.nowMs,
      plantedBug: this.#plantedBug,
    });
  }

  member(id: string): Member {
    return this.members.get(id)!;
  }

  status(id: string): RaftStatus {
    return this.member(id).core.status();
  }

  /** The terms of a server's log, from index 1. */
  terms(id: string): (number | undefined)[] {
    const { core } = this.member(id);
    const { lastIndex } = core.status();
    return Array.from({ length: lastIndex }, (_, position) => core.termAt(position + 1));
  }

  get leaders(): string[] {
    return [...this.members.values()]
      .filter((member) => member.isUp && member.core.leader === member.id)
      .map((member) => member.id);
  }

  /** Gives a server one input, ends its turn, and returns what it did. */
  input(id: string, input: RaftInput): readonly RaftEffect[] {
    const member = this.member(id);
    if (!member.isUp) return [];
    const effects = [...member.core.step(input, this.nowMs), ...member.core.flush(this.nowMs)];
    for (const effect of effects) this.#execute(member, effect);
    return effects;
  }

  /** Lets time pass to a server's next deadline and tells it. */
  tick(id: string): readonly RaftEffect[] {
    const { core } = this.member(id);
    this.nowMs = Math.max(this.nowMs, core.nextDeadlineMs() ?? this.nowMs);
    return this.input(id, { type: 'tick' });
  }

  /** Ticks a server until it has asked for votes, or beats as leader. */
  timeout(id: string): void {
    const isDone = (effects: readonly RaftEffect[]): boolean =>
      effects.some(
        (effect) => effect.type !== 'notify' || effect.notification.type === 'role-changed',
      );
    for (let attempt = 0; attempt < 4; attempt += 1) if (isDone(this.tick(id))) return;
  }

  /** Makes a server win an election against everyone who is reachable. */
  elect(id: string): void {
    // Everyone forgets the leader it has heard, and a leader that it leads.
    this.nowMs += this.#config.electionTimeoutMaxMs * 2;
    for (const leader of this.leaders) if (leader !== id) this.input(leader, { type: 'tick' });
    this.timeout(id);
    this.stabilize();
  }

  propose(id: string, ...texts: string[]): readonly RaftEffect[] {
    const commands = texts.map((text) => new TextEncoder().encode(text));
    return this.input(id, { type: 'propose', id: 1, commands });
  }

  change(id: string, ...changes: MembershipChange[]): readonly RaftEffect[] {
    return this.input(id, { type: 'change-membership', id: 1, changes });
  }

  /** Delivers the messages that are under way now, or those of one link. */
  deliver(from?: string, to?: string): number {
    const isChosen = (message: RaftMessage): boolean =>
      (from === undefined || message.from === from) && (to === undefined || message.to === to);
    const chosen = this.inflight.filter(isChosen);
    this.inflight = this.inflight.filter((message) => !isChosen(message));
    for (const message of chosen) this.receive(message);
    return chosen.length;
  }

  receive(message: RaftMessage): readonly RaftEffect[] {
    if (!this.members.has(message.to)) return [];
    return this.input(message.to, { type: 'message', message });
  }

  drop(from?: string, to?: string): void {
    this.inflight = this.inflight.filter(
      (message) =>
        !((from === undefined || message.from === from) && (to === undefined || message.to === to)),
    );
  }

  cut(from: string, to: string): void {
    this.#cuts.add(`${from}>${to}`);
  }

  isolate(id: string): void {
    for (const other of this.members.keys()) {
      if (other === id) continue;
      this.cut(id, other);
      this.cut(other, id);
    }
  }

  heal(): void {
    this.#cuts.clear();
  }

  /** Finishes a server's write. */
  sync(id: string): void {
    const member = this.member(id);
    if (!member.isWriting) return;
    member.isWriting = false;
    const { sequence } = member.disk.complete();
    this.input(id, { type: 'persisted', sequence });
  }

  /** Does what a server's driver has been asked to, except writing. */
  work(id: string): void {
    const member = this.member(id);
    const work = member.work;
    member.work = [];
    for (const act of work) act();
  }

  /** Lets everything that is under way come to its end. No time passes. */
  stabilize(): void {
    for (let round = 0; round < 1_000; round += 1) {
      let isQuiet = this.deliver() === 0;
      for (const member of this.members.values()) {
        if (member.isWriting || member.work.length > 0) isQuiet = false;
        this.sync(member.id);
        this.work(member.id);
      }
      if (isQuiet) return;
    }
    throw new Error('the group does not come to rest');
  }

  crash(id: string): void {
    const member = this.member(id);
    member.isUp = false;
    member.isWriting = false;
    member.work = [];
    // The unit under way is lost; what was flushed stays.
    member.disk.crash({ uint32: () => 0 });
  }

  restart(id: string): void {
    const member = this.member(id);
    member.core = this.#createCore(id, member.disk);
    member.isUp = true;
    member.applied = [];
  }

  takeSnapshot(id: string): void {
    const { core, disk } = this.member(id);
    const { appliedIndex: index } = core.status();
    const { configuration, index: configurationIndex } = core.configurationAt(index);
    const term = core.termAt(index)!;
    const snapshot: SnapshotMetadata = {
      index,
      term,
      configuration,
      configurationIndex,
      sizeBytes: 1,
      id: `${id}-${index}`,
    };
    disk.storeSnapshot(snapshot);
    this.input(id, { type: 'snapshot-taken', snapshot });
  }

  #execute(member: Member, effect: RaftEffect): void {
    const { id } = member;
    this.effects.push(effect);
    const line = describeEffect(effect);
    this.output.push(`${id}: ${line}`);
    const later = (act: () => void): void => void member.work.push(act);
    switch (effect.type) {
      case 'send':
        this.#transmit(effect.message);
        return;
      case 'persist':
        member.disk.begin(effect);
        member.isWriting = true;
        return;
      case 'apply':
        later(() => {
          member.applied.push(...effect.entries);
          this.input(id, { type: 'applied', index: effect.entries.at(-1)!.index });
        });
        return;
      case 'load':
        later(() => {
          const { requestId, fromIndex, toIndex, maxBytes } = effect;
          const entries = member.disk.read(fromIndex, toIndex, maxBytes);
          if (entries === undefined) this.input(id, { type: 'load-failed', requestId });
          else this.input(id, { type: 'loaded', requestId, entries });
        });
        return;
      case 'compact':
        member.disk.compact(effect.throughIndex);
        return;
      case 'send-snapshot': {
        this.#transmit(effect.offer);
        const { to, session } = effect.offer;
        later(() => this.input(id, { type: 'snapshot-sent', to, session, isSent: true }));
        return;
      }
      case 'receive-snapshot': {
        const { from, snapshot } = effect;
        later(() => this.input(id, { type: 'snapshot-received', from, snapshotId: snapshot.id }));
        return;
      }
      case 'install-snapshot':
        later(() => this.input(id, { type: 'snapshot-installed', snapshotId: effect.snapshot.id }));
        return;
      default:
        return;
    }
  }

  #transmit(message: RaftMessage): void {
    if (!this.#cuts.has(`${message.from}>${message.to}`)) this.inflight.push(message);
  }
}
