import { DeadlineQueue, type Endpoint, invariant, type Rng } from '@konsul/runtime/core';
import type {
  Broadcast,
  CommandId,
  SwimCodec,
  SwimCore,
  SwimInput,
  SwimMeasurement,
  SwimOutcome,
} from '@konsul/swim/core';
import { type BroadcastKind, Broadcasts } from './broadcasts.js';
import type { SerfCodec, SerfRejectReason } from './codec.js';
import type { SerfConfig } from './config.js';
import type { SerfEffect, SerfFailureReason, SerfLogLevel, SerfOutcome } from './effect.js';
import { IntentBuffer } from './intent-buffer.js';
import type { KeyringAccess } from './keyring-access.js';
import { LamportClock } from './lamport-clock.js';
import type { SerfMember } from './member.js';
import { MemberTable } from './member-table.js';
import type { StoredEvent } from './messages.js';
import { createEventRing, createQueryRing } from './recent-messages.js';
import type { RecentRing } from './recent-ring.js';

/** What a core is made from. */
export interface SerfCoreOptions {
  /** Checked before; see `resolveConfig`. */
  readonly config: SerfConfig;
  readonly codec: SerfCodec;
  /** Of the layer below. */
  readonly swimCodec: SwimCodec;
  readonly rng: Rng;
  /** Absent when the pool is not encrypted. */
  readonly keyring?: KeyringAccess;
  /** @returns why this member must not be let in, or undefined. */
  readonly validateMember?: (member: SerfMember) => string | undefined;
  /** @returns why the pool of these members must not be joined, or undefined. */
  readonly validateMerge?: (members: readonly SerfMember[]) => string | undefined;
  /** How long a member that is gone is remembered, given the configured time. */
  readonly reapTimeoutMs?: (member: SerfMember, timeoutMs: number) => number;
  /** Whether members and clocks are to be written down. Default false. */
  readonly isSnapshotEnabled?: boolean;
}

/** A queue that grows beyond this between two looks at it is cut at once. */
const QUEUE_COUNT_BOUND_MIN = 65_536;

/** How far a member is in its life. */
export type SerfCoreState = 'new' | 'running' | 'leaving' | 'left';

/** What is done when its time has come. */
export type SerfTimer = () => void;

/** What all parts of one core share: its configuration, its state, and where effects go. */
export class SerfContext {
  readonly config: SerfConfig;
  readonly codec: SerfCodec;
  readonly rng: Rng;
  readonly options: SerfCoreOptions;
  readonly members: MemberTable = new MemberTable();
  readonly intents: IntentBuffer = new IntentBuffer();
  readonly events: RecentRing<StoredEvent>;
  readonly queries: RecentRing<number>;
  readonly broadcasts: Broadcasts;
  readonly deadlines: DeadlineQueue<SerfTimer> = new DeadlineQueue();
  /** Lamport time of intents. */
  readonly memberClock: LamportClock = new LamportClock();
  readonly eventClock: LamportClock = new LamportClock();
  readonly queryClock: LamportClock = new LamportClock();
  /** The time of the call in progress. */
  nowMs = 0;
  state: SerfCoreState = 'new';
  #swim: SwimCore | undefined;
  #effects: SerfEffect[] = [];
  #swimInputs: SwimInput[] = [];
  #hasFreshBroadcast = false;
  readonly #swimCommands = new Map<CommandId, (outcome: SwimOutcome) => void>();
  #swimCommandId = 0;

  constructor(options: SerfCoreOptions) {
    const { config } = options;
    this.options = options;
    this.config = config;
    this.codec = options.codec;
    this.rng = options.rng;
    this.events = createEventRing(config.eventBufferCount);
    this.queries = createQueryRing(config.queryBufferCount);
    this.broadcasts = new Broadcasts({
      multiplier: config.swim.retransmitMultiplier,
      // Those just forgotten here are still told below, and must not use up what is meant for others.
      memberCount: () => Math.max(this.members.size, this.swim.memberCount),
    });
  }

  /** The layer below, to look at; use {@link tellSwim} to make it do something. */
  get swim(): SwimCore {
    invariant(this.#swim !== undefined, 'the layer below is asked before it is there');
    return this.#swim;
  }

  get localName(): string {
    return this.config.swim.name;
  }

  attachSwim(swim: SwimCore): void {
    this.#swim = swim;
  }

  isLocal(name: string): boolean {
    return name === this.config.swim.name;
  }

  emit(effect: SerfEffect): void {
    this.#effects.push(effect);
  }

  /** Hands over the effects of the call in progress. */
  takeEffects(): readonly SerfEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }

  /** Gives the layer below an input as soon as its call in progress has returned. */
  tellSwim(input: SwimInput): void {
    this.#swimInputs.push(input);
  }

  /** The same for a command whose outcome matters. */
  commandSwim(
    command: (commandId: CommandId) => SwimInput,
    onOutcome: (outcome: SwimOutcome) => void,
  ): void {
    this.#swimCommandId += 1;
    this.#swimCommands.set(this.#swimCommandId, onOutcome);
    this.tellSwim(command(this.#swimCommandId));
  }

  onSwimOutcome(commandId: CommandId, outcome: SwimOutcome): void {
    const onOutcome = this.#swimCommands.get(commandId);
    this.#swimCommands.delete(commandId);
    onOutcome?.(outcome);
  }

  /** What the layer below is to be told next. */
  nextSwimInput(): SwimInput | undefined {
    const next = this.#swimInputs.shift();
    if (next !== undefined || !this.#hasFreshBroadcast) return next;
    this.#hasFreshBroadcast = false;
    return { type: 'broadcasts-queued' };
  }

  /** Spreads encoded bytes, which are kept. */
  spread(kind: BroadcastKind, broadcast: Broadcast): void {
    this.broadcasts.queue(kind, broadcast);
    this.broadcasts.prune(kind, Math.max(QUEUE_COUNT_BOUND_MIN, 2 * this.queueCountMax));
    this.#hasFreshBroadcast = true;
  }

  /** Messages that may stay in a queue when it is looked at. */
  get queueCountMax(): number {
    const { queueDepthMin, queueDepthMax } = this.config;
    return queueDepthMin > 0 ? Math.max(queueDepthMin, 2 * this.members.size) : queueDepthMax;
  }

  /** One datagram of this layer; it may be lost. */
  send(to: Endpoint, payload: Uint8Array): void {
    this.measure('sample', 'msgs.sent', payload.length);
    this.tellSwim({ type: 'send-user', to, payload });
  }

  complete(commandId: CommandId, outcome: SerfOutcome): void {
    this.emit({ type: 'complete', commandId, outcome });
  }

  fail(commandId: CommandId, reason: SerfFailureReason, detail: string): void {
    this.complete(commandId, { type: 'failed', reason, detail });
  }

  reject(reason: SerfRejectReason, peer?: Endpoint): void {
    this.emit(
      peer === undefined ? { type: 'serf-reject', reason } : { type: 'serf-reject', reason, peer },
    );
  }

  /** Lets a clock witness what a peer says. @returns false when it is not to be believed. */
  hasWitnessed(clock: LamportClock, time: number): boolean {
    if (clock.witness(time)) return true;
    this.reject('serf-time-implausible');
    return false;
  }

  count(name: string, by = 1): void {
    this.measure('counter', name, by);
  }

  measure(kind: SwimMeasurement['kind'], name: string, value: number): void {
    this.emit({ type: 'serf-measure', measurement: { kind, name, value } });
  }

  log(level: SerfLogLevel, message: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.emit({ type: 'log', level, message, fields });
  }
}
