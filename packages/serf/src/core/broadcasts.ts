import { type Broadcast, BroadcastQueue, SMALL_CLUSTER_COUNT_MAX } from '@konsul/swim/core';

/** What spreads at this layer; each kind waits in a queue of its own. */
export type BroadcastKind = 'intent' | 'query' | 'event';

/** The order in which a packet is filled: news of members first. */
const ORDER: readonly BroadcastKind[] = ['intent', 'query', 'event'];

/** Messages of this layer that wait for the layer below to send them along with its gossip. */
export class Broadcasts {
  /** In the order in which they are to be served. */
  readonly queues: readonly BroadcastQueue[];
  readonly #byKind: Readonly<Record<BroadcastKind, BroadcastQueue>>;

  constructor(options: { readonly multiplier: number; readonly memberCount: () => number }) {
    // As below: in a small pool everybody is told by everybody, so that no loss keeps one waiting.
    const queueOptions = { ...options, completeCountMax: SMALL_CLUSTER_COUNT_MAX };
    this.#byKind = {
      intent: new BroadcastQueue(queueOptions),
      query: new BroadcastQueue(queueOptions),
      event: new BroadcastQueue(queueOptions),
    };
    this.queues = ORDER.map((kind) => this.#byKind[kind]);
  }

  countOf(kind: BroadcastKind): number {
    return this.#byKind[kind].count;
  }

  queue(kind: BroadcastKind, broadcast: Broadcast): void {
    this.#byKind[kind].queue(broadcast);
  }

  /** Drops what was sent most until no more than `countMax` remain. */
  prune(kind: BroadcastKind, countMax: number): void {
    this.#byKind[kind].prune(countMax);
  }
}
