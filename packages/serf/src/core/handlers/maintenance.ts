import { randomBetween, randomRatio, shuffle } from '@konsul/runtime/core';
import type { BroadcastKind } from '../broadcasts.js';
import type { SerfContext } from '../context.js';
import type { MemberRecord } from '../member-table.js';
import type { Removals } from './removals.js';

/** Share of an interval by which it is made longer or shorter, so that members do not march in step. */
const JITTER_RATIO = 0.1;

const QUEUE_NAMES: Readonly<Record<BroadcastKind, string>> = {
  intent: 'Intent',
  query: 'Query',
  event: 'Event',
};

/** What a member does from time to time: forget the long gone, try the failed, look at its queues. */
export class Maintenance {
  readonly #context: SerfContext;
  readonly #removals: Removals;

  constructor(context: SerfContext, removals: Removals) {
    this.#context = context;
    this.#removals = removals;
  }

  start(): void {
    const { reapIntervalMs, reconnectIntervalMs, queueCheckIntervalMs } = this.#context.config;
    this.#repeat(reapIntervalMs, () => this.#reap());
    this.#repeat(reconnectIntervalMs, () => this.#reconnect());
    this.#repeat(queueCheckIntervalMs, () => this.#checkQueues());
  }

  /** 0 turns it off. */
  #repeat(intervalMs: number, action: () => void): void {
    if (intervalMs === 0) return;
    const { deadlines, nowMs, rng } = this.#context;
    const delayMs = intervalMs * randomBetween(rng, 1 - JITTER_RATIO, 1 + JITTER_RATIO);
    deadlines.schedule(nowMs + delayMs, () => {
      action();
      this.#repeat(intervalMs, action);
    });
  }

  #reap(): void {
    const { members, config, intents, nowMs } = this.#context;
    this.#reapList([...members.failed], config.reconnectTimeoutMs);
    this.#reapList([...members.left], config.tombstoneTimeoutMs);
    intents.expire(nowMs - config.recentIntentTimeoutMs);
  }

  #reapList(records: readonly MemberRecord[], timeoutMs: number): void {
    const { options, nowMs } = this.#context;
    for (const record of records) {
      const keptMs = options.reapTimeoutMs?.(record.view, timeoutMs) ?? timeoutMs;
      if (nowMs - record.goneAtMs > keptMs) this.#removals.erase(record);
    }
  }

  /** The more of the pool has failed, the likelier; so the whole pool tries about once per interval. */
  #reconnect(): void {
    const { members, rng, state } = this.#context;
    const failedCount = members.failed.size;
    if (state !== 'running' || failedCount === 0) return;
    const othersCount = Math.max(1, members.size - failedCount - members.left.size);
    if (randomRatio(rng) > failedCount / othersCount) return;
    const [record] = shuffle(rng, [...members.failed]);
    if (record === undefined) return;
    const peers = [record.view.endpoint];
    this.#context.commandSwim(
      (commandId) => ({ type: 'join', commandId, peers }),
      () => undefined,
    );
  }

  #checkQueues(): void {
    const { broadcasts, config, queueCountMax: countMax } = this.#context;
    for (const kind of ['intent', 'event', 'query'] as const) {
      const count = broadcasts.countOf(kind);
      this.#context.measure('sample', `queue.${QUEUE_NAMES[kind]}`, count);
      if (count >= config.queueDepthWarning) {
        this.#context.log('warn', 'many messages wait to be gossiped', { queue: kind, count });
      }
      if (count > countMax) {
        this.#context.log('warn', 'messages were dropped unsent', { queue: kind, count, countMax });
        broadcasts.prune(kind, countMax);
      }
    }
  }
}
