import { type Broadcast, BroadcastQueue } from '@konsul/swim/core';

/** What spreads at this layer; each kind waits in a queue of its own. */
export type BroadcastKind = 'intent' | 'query' | 'event';

/** The order in which a packet is filled: news of members first. */
const ORDER: readonly BroadcastKind[] = ['intent', 'query', 'event'];

/** Messages of this layer that wait to be sent along with the gossip. */
export class Broadcasts {
  readonly #queues: Readonly<Record<BroadcastKind, BroadcastQueue>>;

  constructor(options: { readonly multiplier: number; readonly memberCount: () => number }) {
    this.#queues = {
      intent: new BroadcastQueue(options),
      query: new BroadcastQueue(options),
      event: new BroadcastQueue(options),
    };
  }

  get count(): number {
    return ORDER.reduce((sum, kind) => sum + this.#queues[kind].count, 0);
  }

  countOf(kind: BroadcastKind): number {
    return this.#queues[kind].count;
  }

  queue(kind: BroadcastKind, broadcast: Broadcast): void {
    this.#queues[kind].queue(broadcast);
  }

  /** Drops what was sent most until no more than `countMax` remain. */
  prune(kind: BroadcastKind, countMax: number): void {
    this.#queues[kind].prune(countMax);
  }

  /** Messages whose lengths plus `overheadBytes` each stay within `limitBytes`. */
  take(overheadBytes: number, limitBytes: number): readonly Uint8Array[] {
    const taken: Uint8Array[] = [];
    let roomBytes = limitBytes;
    for (const kind of ORDER) {
      const part = this.#queues[kind].take(overheadBytes, roomBytes);
      for (const bytes of part) {
        roomBytes -= bytes.length + overheadBytes;
        taken.push(bytes);
      }
    }
    return taken;
  }
}
