import { type Deadline, randomRatio, TokenBucket } from '@konsul/runtime/core';
import { nextBeatMs } from './beat.js';
import type { BroadcastQueue } from './broadcast-queue.js';
import type { SwimContext } from './context.js';
import { isLive } from './member.js';
import type { MemberRecord } from './membership-table.js';
import { gossipBudgetBytes, sendParts, takeUpdates } from './packets.js';
import type { SwimTimer } from './timer.js';

/** No more rounds than this in the time of one, however much there is to say. */
const SPEED_UP_MAX = 16;

/**
 * Tells random members what is new, in rounds. While nothing is new there are no rounds. What is
 * fresh does not wait for the next one: a round follows within milliseconds, as long as there have
 * not been many of these (extension; invisible on the wire but for its speed).
 *
 * Source: SWIM 4.1; memberlist's gossip rounds.
 */
export class Gossiper {
  readonly #context: SwimContext;
  #bucket: TokenBucket | undefined;
  #deadline: Deadline<SwimTimer> | undefined;
  /** An instant of the beat; all others follow from it. */
  #beatMs = 0;
  /** The scheduled round is one before its time. */
  #isEager = false;

  constructor(context: SwimContext) {
    this.#context = context;
  }

  /** Fixes the beat at a random phase, so that members do not march in step. */
  start(): void {
    const { config, nowMs, rng } = this.#context;
    if (config.gossipIntervalMs === 0) return;
    this.#beatMs = nowMs - randomRatio(rng) * config.gossipIntervalMs;
    this.#bucket = new TokenBucket({
      capacityCount: config.eagerGossipBurstCount,
      refillMs: config.gossipIntervalMs,
      nowMs,
    });
  }

  /** Sees to it that a round is scheduled when there is something to say. Called after each step. */
  arrange(): void {
    const isFresh = this.#context.hasFreshBroadcast;
    this.#context.hasFreshBroadcast = false;
    if (this.#bucket === undefined || !this.#isNeeded()) return;
    const { nowMs, config, areDatagramsBlocked } = this.#context;
    const mayHurry = config.isEagerGossipEnabled && !areDatagramsBlocked;
    const isEager = isFresh && mayHurry && this.#bucket.hasToken(nowMs);
    if (isEager) this.#scheduleEager(nowMs + config.eagerGossipDelayMs);
    else if (this.#deadline?.isPending !== true) this.#schedule(this.#nextBeatMs());
  }

  onDeadline(deadline: Deadline<SwimTimer>): void {
    if (this.#isEager) this.#bucket?.take(this.#context.nowMs);
    else this.#beatMs = deadline.atMs;
    this.#isEager = false;
    this.#round();
    if (this.#isNeeded()) this.#schedule(this.#nextBeatMs());
  }

  #isNeeded(): boolean {
    return this.#context.table.size > 1 && this.#context.hasBroadcasts();
  }

  /** Tells members that are not known to have what is next in line. */
  #round(): void {
    const { config, table, rng, queues } = this.#context;
    // Alone, we keep what there is to say until somebody comes.
    if (!table.order.some((record) => this.#isListener(record))) return;
    const budgetBytes = gossipBudgetBytes(this.#context);
    if (config.isAudienceKept) for (const queue of queues) this.#startOver(queue);
    const isWanting = (record: MemberRecord): boolean =>
      !config.isAudienceKept || queues.some((queue) => queue.isNextFor(record));
    const targets = table.pickRandom(
      config.gossipFanoutCount,
      rng,
      (record) => this.#isListener(record) && isWanting(record),
    );
    for (const target of targets) {
      const parts = takeUpdates(this.#context, budgetBytes, target);
      if (parts.length === 0) continue;
      sendParts(this.#context, target.endpoint, { parts, protocolMax: target.protocolMax });
    }
  }

  /** Updates that everybody has been told are told again, until they have been sent often enough. */
  #startOver(queue: BroadcastQueue): void {
    const { table } = this.#context;
    const isNextForSome = (): boolean =>
      table.order.some((record) => this.#isListener(record) && queue.isNextFor(record));
    while (queue.count > 0 && !isNextForSome()) if (!queue.startOver()) return;
  }

  /** The recently dead are told too, so that they can object. */
  #isListener(record: MemberRecord): boolean {
    const { local, nowMs, config } = this.#context;
    if (record === local) return false;
    if (isLive(record.state)) return true;
    const goneForMs = nowMs - record.stateChangedAtMs;
    return record.state === 'dead' && goneForMs <= config.gossipToTheDeadMs;
  }

  #nextBeatMs(): number {
    return nextBeatMs(this.#beatMs, this.#roundMs(), this.#context.nowMs);
  }

  /**
   * Time between rounds: shorter when news fills many packets, so that each update spreads as fast
   * as one that is alone. What is sent does not become more by it.
   */
  #roundMs(): number {
    const { config, updates } = this.#context;
    if (!config.isEagerGossipEnabled) return config.gossipIntervalMs;
    const packetCount = Math.ceil(updates.byteCount / gossipBudgetBytes(this.#context));
    return config.gossipIntervalMs / Math.min(SPEED_UP_MAX, Math.max(1, packetCount));
  }

  /** Brings the next round forward to `atMs`, unless it is due sooner anyway. */
  #scheduleEager(atMs: number): void {
    if (this.#deadline?.isPending === true && this.#deadline.atMs <= atMs) return;
    this.#isEager = true;
    this.#schedule(atMs);
  }

  #schedule(atMs: number): void {
    const { deadlines } = this.#context;
    if (this.#deadline === undefined) {
      this.#deadline = deadlines.schedule(atMs, { type: 'gossip' });
    } else {
      deadlines.reschedule(this.#deadline, atMs);
    }
  }
}
