import { type Rng, randomBetween, randomRatio } from '@konsul/runtime/core';
import type {
  ApplyEffect,
  Configuration,
  PlantedBug,
  RaftCore,
  RaftCoreConfig,
  RaftEffect,
  RaftInput,
  RaftMessage,
  RaftStatus,
  SnapshotMetadata,
} from '../../src/core/index.js';
import type { Conditions } from './conditions.js';
import type { EventQueue } from './event-queue.js';
import type { Invariants, Servers } from './invariants.js';
import { SimulatedDisk } from './simulated-disk.js';
import { ChainedState } from './state-machine.js';

/** What a server needs of the group around it. */
export interface SimulatedWorld extends Servers {
  readonly queue: EventQueue;
  readonly conditions: Conditions;
  readonly plantedBug: PlantedBug | undefined;
  readonly invariants: Invariants;
  /** Images of every snapshot ever taken, by identifier. */
  readonly images: Map<string, number>;
  isHealed: boolean;
  readonly onElected: (server: SimulatedServer) => void;
  /** Chance for one concern only, so that what happens elsewhere does not change it. */
  rngFor(concern: string): Rng;
  record(text: string): void;
  transmit(message: RaftMessage): void;
}

/** One server: a core, its disk and its state machine, run the way a driver would. */
export class SimulatedServer implements SimulatedServerView {
  readonly id: string;
  readonly config: RaftCoreConfig;
  readonly disk: SimulatedDisk = new SimulatedDisk();
  readonly #world: SimulatedWorld;
  /** How fast its clock runs. */
  readonly #clockRate: number;
  readonly #coreRng: Rng;
  /** Decides how long everything takes, and what fails, around the core. */
  readonly #rng: Rng;
  #core!: RaftCore;
  #state = new ChainedState();
  /** Counts restarts: what was under way in an earlier life never comes back. */
  #life = 0;
  #isUp = false;
  #pausedUntilMs = 0;
  #isFlushScheduled = false;
  #applyQueue: ApplyEffect[] = [];
  #armedForMs = Number.POSITIVE_INFINITY;
  #openReads = new Map<number, number>();
  #nextToken = 1;
  #isSnapshotting = false;
  #configuration: Configuration | undefined;
  readCount = 0;

  constructor(id: string, config: RaftCoreConfig, world: SimulatedWorld, rate: number) {
    this.id = id;
    this.config = config;
    this.#world = world;
    this.#clockRate = rate;
    this.#coreRng = world.rngFor(`${id} core`);
    this.#rng = world.rngFor(id);
  }

  get core(): RaftCore {
    return this.#core;
  }

  get state(): ChainedState {
    return this.#state;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /** The time by its own clock. */
  get #nowMs(): number {
    return this.#world.queue.nowMs * this.#clockRate;
  }

  /** It believes that nobody else can lead. */
  get hasLease(): boolean {
    return this.#core.leaseEndMs(this.#nowMs) !== undefined;
  }

  start(): void {
    const { plantedBug, images } = this.#world;
    this.#life += 1;
    this.#isUp = true;
    this.#isFlushScheduled = false;
    this.#isSnapshotting = false;
    this.#applyQueue = [];
    this.#armedForMs = Number.POSITIVE_INFINITY;
    this.#openReads = new Map();
    this.#state = new ChainedState();
    const { snapshot } = this.disk.recover();
    if (snapshot !== undefined) this.#state.restore(snapshot.index, images.get(snapshot.id)!);
    this.#core = this.disk.start({
      id: this.id,
      config: this.config,
      rng: this.#coreRng,
      nowMs: this.#nowMs,
      plantedBug,
    });
    this.#configuration = undefined;
    this.#world.invariants.onDurable(this);
    this.#arm();
  }

  crash(): void {
    this.#isUp = false;
    this.#life += 1;
    this.disk.crash(this.#rng);
    this.#world.invariants.onDurable(this);
  }

  pause(untilMs: number): void {
    this.#pausedUntilMs = untilMs;
  }

  propose(data: Uint8Array): void {
    this.input({ type: 'propose', id: 0, commands: [data] });
  }

  read(options: { isLeaseEnough: boolean } = { isLeaseEnough: false }): void {
    const token = this.#nextToken;
    this.#nextToken += 1;
    this.#openReads.set(token, this.#world.invariants.commitIndex);
    this.input({ type: 'read-index', token, ...options });
  }

  /** Gives the core an input now, or when the server wakes. */
  input(input: RaftInput): void {
    const { queue } = this.#world;
    if (!this.#isUp) return;
    if (queue.nowMs < this.#pausedUntilMs) {
      this.#later(this.#pausedUntilMs - queue.nowMs, () => this.input(input));
      return;
    }
    const before = this.#core.status();
    const deadlineMs = this.#core.nextDeadlineMs();
    this.#execute(this.#core.step(input, this.#nowMs));
    this.#check(before);
    if (isPreVote(input)) this.#world.invariants.onPreVote(this, deadlineMs);
    if (randomRatio(this.#rng) < 0.5) this.#flush();
    else this.#scheduleFlush();
    this.#arm();
  }

  #scheduleFlush(): void {
    if (this.#isFlushScheduled) return;
    this.#isFlushScheduled = true;
    this.#later(randomBetween(this.#rng, 0, 1), () => this.#flush());
  }

  #flush(): void {
    this.#isFlushScheduled = false;
    const before = this.#core.status();
    this.#execute(this.#core.flush(this.#nowMs));
    this.#check(before);
    this.#arm();
  }

  #check(before: RaftStatus): void {
    const { invariants } = this.#world;
    invariants.onStep(this, before, this.#world);
    this.#maybeSnapshot();
  }

  /** Runs later, unless the server dies in between. */
  #later(delayMs: number, run: () => void): void {
    const life = this.#life;
    this.#world.queue.after(delayMs, () => {
      if (this.#life === life) run();
    });
  }

  #arm(): void {
    const { queue } = this.#world;
    const deadlineMs = this.#core.nextDeadlineMs();
    if (deadlineMs === undefined || deadlineMs >= this.#armedForMs) return;
    this.#armedForMs = deadlineMs;
    const life = this.#life;
    queue.schedule(Math.max(deadlineMs / this.#clockRate, queue.nowMs + 0.01), () => {
      if (this.#life !== life || this.#armedForMs !== deadlineMs) return;
      this.#armedForMs = Number.POSITIVE_INFINITY;
      const dueMs = this.#core.nextDeadlineMs() ?? Number.POSITIVE_INFINITY;
      if (dueMs <= this.#nowMs) this.input({ type: 'tick' });
      else this.#arm();
    });
  }

  #execute(effects: readonly RaftEffect[]): void {
    for (const effect of effects) this.#run(effect);
  }

  #run(effect: RaftEffect): void {
    const { invariants, conditions } = this.#world;
    const rng = this.#rng;
    switch (effect.type) {
      case 'send':
        invariants.onSend(this, effect.message);
        this.#world.transmit(effect.message);
        return;
      case 'persist': {
        invariants.onPersist(this, effect);
        this.disk.begin(effect);
        const isStall = !this.#world.isHealed && randomRatio(rng) < conditions.stallRatio;
        const delayMs = isStall
          ? randomBetween(rng, 100, 4_000)
          : randomBetween(rng, conditions.syncMinMs, conditions.syncMaxMs);
        this.#later(delayMs, () => this.#persisted());
        return;
      }
      case 'apply':
        this.#applyQueue.push(effect);
        if (this.#applyQueue.length === 1) this.#applyLater();
        return;
      case 'load':
        this.#later(randomBetween(rng, 0, 3), () => {
          const { requestId, fromIndex, toIndex, maxBytes } = effect;
          const entries = this.disk.read(fromIndex, toIndex, maxBytes);
          if (entries === undefined) this.input({ type: 'load-failed', requestId });
          else this.input({ type: 'loaded', requestId, entries });
        });
        return;
      case 'compact':
        this.disk.compact(effect.throughIndex);
        return;
      case 'notify':
        this.#notified(effect.notification);
        return;
      case 'read-ready':
        for (const token of effect.tokens) {
          const neededIndex = this.#openReads.get(token);
          if (neededIndex === undefined) throw new Error(`read ${token} answered twice`);
          this.#openReads.delete(token);
          this.readCount += 1;
          invariants.onRead(this, { neededIndex, index: effect.index });
        }
        return;
      case 'read-failed':
        for (const token of effect.tokens) {
          if (!this.#openReads.delete(token)) throw new Error(`read ${token} answered twice`);
        }
        return;
      default:
        this.#runSnapshot(effect);
    }
  }

  #runSnapshot(effect: RaftEffect): void {
    const { images } = this.#world;
    const rng = this.#rng;
    switch (effect.type) {
      case 'send-snapshot': {
        const { to, session } = effect.offer;
        this.#world.transmit(effect.offer);
        const isSent = this.#world.isHealed || randomRatio(rng) > 0.2;
        this.#later(randomBetween(rng, 1, 60), () => {
          this.input({ type: 'snapshot-sent', to, session, isSent });
        });
        return;
      }
      case 'receive-snapshot': {
        const { from, snapshot } = effect;
        const about = { from, snapshotId: snapshot.id };
        this.#later(randomBetween(rng, 1, 30), () => {
          this.input({ type: 'snapshot-progress', ...about });
        });
        this.#later(randomBetween(rng, 30, 90), () => {
          const isReceived = this.#world.isHealed || randomRatio(rng) > 0.2;
          this.input(
            isReceived
              ? { type: 'snapshot-received', ...about }
              : { type: 'snapshot-receive-failed', ...about },
          );
        });
        return;
      }
      case 'install-snapshot':
        // What was handed over before is part of the snapshot.
        this.#applyQueue = [];
        this.#later(randomBetween(rng, 0, 40), () => {
          const { index, id } = effect.snapshot;
          this.#state.restore(index, images.get(id)!);
          this.#world.invariants.onApply(this, index, this.#state.hash);
          this.input({ type: 'snapshot-installed', snapshotId: id });
        });
        return;
      default:
        return;
    }
  }

  #applyLater(): void {
    this.#later(randomBetween(this.#rng, 0, 3), () => {
      const effect = this.#applyQueue.shift();
      if (effect === undefined) return;
      for (const entry of effect.entries) {
        this.#state.apply(entry);
        this.#world.invariants.onApply(this, entry.index, this.#state.hash);
      }
      if (this.#applyQueue.length > 0) this.#applyLater();
      this.input({ type: 'applied', index: effect.entries.at(-1)!.index });
    });
  }

  #persisted(): void {
    const unit = this.disk.complete();
    this.#world.invariants.onDurable(this);
    this.input({ type: 'persisted', sequence: unit.sequence });
  }

  #notified(notification: Extract<RaftEffect, { type: 'notify' }>['notification']): void {
    this.#world.record(`${this.id} ${JSON.stringify(notification)}`);
    if (notification.type === 'configuration-changed') {
      const isOwn = this.#core.leader === this.id;
      const from = this.#configuration;
      if (isOwn && from !== undefined) {
        this.#world.invariants.onConfiguration(this, from, notification.configuration);
      }
      this.#configuration = notification.configuration;
    } else if (notification.type === 'role-changed') {
      this.#configuration = this.#core.status().configuration;
      if (notification.role === 'leader') this.#world.onElected(this);
    } else if (notification.type === 'message-rejected') {
      const { reason } = notification;
      const isHarmless = ['unknown-peer', 'stale-session', 'not-for-us'].includes(reason);
      if (!isHarmless) throw new Error(`${this.id} rejects: ${JSON.stringify(notification)}`);
    } else if (notification.type === 'peer-regressed') {
      throw new Error(`${this.id} sees a regression: ${JSON.stringify(notification)}`);
    }
  }

  #maybeSnapshot(): void {
    const { conditions, images } = this.#world;
    const { appliedIndex, snapshotIndex } = this.#core.status();
    if (conditions.snapshotEvery === 0 || this.#isSnapshotting || !this.#isUp) return;
    if (appliedIndex - snapshotIndex < conditions.snapshotEvery) return;
    if (this.#state.index !== appliedIndex || this.#core.termAt(appliedIndex) === undefined) return;
    const { configuration, index: configurationIndex } = this.#core.configurationAt(appliedIndex);
    const id = `${this.id}-${this.#life}-${appliedIndex}`;
    images.set(id, this.#state.hash);
    const snapshot: SnapshotMetadata = {
      index: appliedIndex,
      term: this.#core.termAt(appliedIndex)!,
      configuration,
      configurationIndex,
      sizeBytes: 8,
      id,
    };
    this.#isSnapshotting = true;
    this.#later(randomBetween(this.#rng, 0, 20), () => {
      this.#isSnapshotting = false;
      this.disk.storeSnapshot(snapshot);
      this.input({ type: 'snapshot-taken', snapshot });
    });
  }
}

function isPreVote(input: RaftInput): boolean {
  return (
    input.type === 'message' && input.message.type === 'vote-request' && input.message.isPreVote
  );
}

/** The part of a server that the checks look at. */
export interface SimulatedServerView {
  readonly id: string;
  readonly config: RaftCoreConfig;
  readonly core: RaftCore;
  readonly disk: SimulatedDisk;
  readonly state: ChainedState;
}
