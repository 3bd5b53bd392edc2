import { DeadlineQueue, type Endpoint, type Rng } from '@konsul/runtime/core';
import type { AckWaiter } from './ack-waiter.js';
import { AddressFilter } from './address-filter.js';
import { BroadcastQueue } from './broadcast-queue.js';
import type { SwimCodec } from './codec.js';
import type { SwimConfig } from './config.js';
import type { SwimDelegate } from './delegate.js';
import type { SwimEffect, SwimMeasurement, SwimOutcome, SwimRejectReason } from './effect.js';
import type { MemberEvent, SwimEvent } from './event.js';
import type { CommandId } from './input.js';
import { LocalHealth } from './local-health.js';
import { type MemberRecord, MembershipTable } from './membership-table.js';
import type { PacketMessage } from './messages.js';
import { SMALL_CLUSTER_COUNT_MAX } from './small-cluster.js';
import type { SwimTimer } from './timer.js';

/** What is known of a piece of news besides its words. */
export interface NewsOrigin {
  /** The peer that told us; it need not be told. */
  readonly from?: Endpoint | undefined;
  /** It is an answer to what we asked that peer, which will have told others long ago. */
  readonly isSecondHand?: boolean;
  /** Called when it was spread often enough or was replaced. */
  readonly onSpread?: (() => void) | undefined;
  /** Of an accusation: since when the member has been missed. Default: now. */
  readonly sinceMs?: number;
}

/** What a core is made from. */
export interface SwimCoreOptions {
  /** Checked before; see `resolveConfig`. */
  readonly config: SwimConfig;
  readonly codec: SwimCodec;
  readonly rng: Rng;
  readonly delegate?: SwimDelegate;
}

/** What all parts of one core share: its configuration, its state, and where effects go. */
export class SwimContext {
  readonly config: SwimConfig;
  readonly codec: SwimCodec;
  readonly rng: Rng;
  readonly delegate: SwimDelegate;
  readonly filter: AddressFilter;
  readonly table: MembershipTable = new MembershipTable();
  readonly deadlines: DeadlineQueue<SwimTimer> = new DeadlineQueue();
  readonly health: LocalHealth;
  /** Who waits for acks, by sequence number. */
  readonly awaited: Map<number, AckWaiter> = new Map();
  /** Membership updates, one per member name. */
  readonly updates: BroadcastQueue;
  /** Payloads the host wants to spread. */
  readonly payloads: BroadcastQueue;
  /** Those that hold user messages, the delegate's included, in the order in which they are served. */
  readonly payloadQueues: readonly BroadcastQueue[];
  /** All of them. */
  readonly queues: readonly BroadcastQueue[];
  /** The time of the call in progress. */
  nowMs = 0;
  /** Our own entry; undefined until the start. */
  local: MemberRecord | undefined;
  /** The host has said that we go; from now on we are not alive, whatever others say. */
  isLeaving = false;
  /** The datagrams we send do not leave the machine. */
  areDatagramsBlocked = false;
  /** Since when they leave without having waited. */
  writableSinceMs: number = Number.NEGATIVE_INFINITY;
  /** When we last objected to an accusation. */
  announcedAtMs: number = Number.NEGATIVE_INFINITY;
  /** Something new waits to be gossiped since this was last reset. */
  hasFreshBroadcast = false;
  /** Members that came, went or changed, or may have, since this was last reset. */
  changeCount = 0;
  readonly #counts = new Map<string, number>();
  #effects: SwimEffect[] = [];
  #seqNo = 0;

  constructor(options: SwimCoreOptions) {
    const { config } = options;
    this.config = config;
    this.codec = options.codec;
    this.rng = options.rng;
    this.delegate = options.delegate ?? {};
    this.filter = new AddressFilter(config.allowedCidrs);
    this.health = new LocalHealth(config.healthMultiplierMax);
    const queueOptions = {
      multiplier: config.retransmitMultiplier,
      memberCount: () => this.table.size,
      completeCountMax: SMALL_CLUSTER_COUNT_MAX,
    };
    this.updates = new BroadcastQueue(queueOptions);
    this.payloads = new BroadcastQueue(queueOptions);
    this.payloadQueues = [this.payloads, ...(this.delegate.broadcastQueues ?? [])];
    this.queues = [this.updates, ...this.payloadQueues];
  }

  /** Whether this is our own name. */
  isLocal(name: string): boolean {
    return name === this.config.name;
  }

  /** A number for the next probe, unique among those in flight. */
  nextSeqNo(): number {
    this.#seqNo = (this.#seqNo + 1) >>> 0;
    return this.#seqNo;
  }

  emit(effect: SwimEffect): void {
    this.#effects.push(effect);
  }

  /** Hands over the effects of the call in progress, with what was counted in it. */
  takeEffects(): readonly SwimEffect[] {
    for (const [name, value] of this.#counts) this.measure('counter', name, value);
    this.#counts.clear();
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }

  notify(event: SwimEvent): void {
    this.emit({ type: 'notify', event });
  }

  notifyMember(event: MemberEvent): void {
    if (event.type !== 'member-suspected' && event.type !== 'member-recovered') {
      this.changeCount += 1;
    }
    this.delegate.onMemberEvent?.(event);
    this.notify(event);
  }

  /** We were given up: whoever was not heard for so long has not heard much either. */
  noteAbsence(): void {
    this.changeCount += this.table.size;
  }

  reject(peer: Endpoint, reason: SwimRejectReason): void {
    this.emit({ type: 'reject', peer, reason });
  }

  complete(commandId: CommandId, outcome: SwimOutcome): void {
    this.emit({ type: 'complete', commandId, outcome });
  }

  /** Counts one occurrence; what one call counts becomes one effect. */
  count(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  measure(kind: SwimMeasurement['kind'], name: string, value: number): void {
    this.emit({ type: 'measure', measurement: { kind, name, value } });
  }

  /** Spreads a membership update; it replaces what was queued about the same member. */
  spread(name: string, message: PacketMessage, origin: NewsOrigin = {}): void {
    const { from, isSecondHand = false, onSpread } = origin;
    this.updates.queue({
      name,
      bytes: this.codec.encodeMessage(message),
      heardFrom: from === undefined ? undefined : this.receiverAt(from),
      sendCountMax:
        isSecondHand && this.config.isAudienceKept ? this.config.gossipFanoutCount : undefined,
      ...(onSpread === undefined ? {} : { onFinished: onSpread }),
    });
    this.hasFreshBroadcast = true;
  }

  /** Who is told things there, for the queues to remember; undefined when they shall not. */
  receiverAt(endpoint: Endpoint): MemberRecord | undefined {
    return this.config.isAudienceKept ? this.table.at(endpoint) : undefined;
  }

  /** A peer has said what we know of this member already, so it need not be told. */
  noteEcho(name: string, from: Endpoint): void {
    if (!this.updates.has(name)) return;
    const sender = this.receiverAt(from);
    if (sender !== undefined) this.updates.hear(name, sender);
  }

  /** Whether a gossip round would have something to say. */
  hasBroadcasts(): boolean {
    return this.queues.some(({ count }) => count > 0);
  }

  /** Changes our health score and says so. Positive is worse. */
  applyHealth(delta: number): void {
    if (!this.config.isProbeHealthAware || delta === 0) return;
    if (!this.health.apply(delta)) return;
    this.notify({ type: 'health-changed', score: this.health.score });
    this.measure('gauge', 'health.score', this.health.score);
  }
}
