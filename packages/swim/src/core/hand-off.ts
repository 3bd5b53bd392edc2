import type { Endpoint } from '@konsul/runtime/core';
import type { AliveMessage, DeadMessage, SuspectMessage, UserMessage } from './messages.js';

/** News, as opposed to probes and their answers. */
export type NewsMessage = AliveMessage | SuspectMessage | DeadMessage | UserMessage;

/** A message that waits to be taken in, and who sent it. */
export interface News {
  readonly message: NewsMessage;
  readonly from: Endpoint;
}

/**
 * News of one turn of the event loop. It waits until the turn's probes are answered, and members
 * that are alive go before accusations, so that a flood of news neither delays acks nor buries an
 * objection.
 *
 * @remarks memberlist takes the newest first; here news of one kind keeps its order, since a turn's
 * news is bounded and all of it is taken in before the turn ends.
 */
export class HandOff {
  readonly #countMax: number;
  #alive: News[] = [];
  #others: News[] = [];

  /** @param countMax for each of the two priorities. */
  constructor(countMax: number) {
    this.#countMax = countMax;
  }

  get count(): number {
    return this.#alive.length + this.#others.length;
  }

  /** @returns false when there is no room, and the message is dropped. */
  push(news: News): boolean {
    const queue = news.message.type === 'alive' ? this.#alive : this.#others;
    if (queue.length >= this.#countMax) return false;
    queue.push(news);
    return true;
  }

  /** Everything that waits, in the order in which it is to be taken in. */
  takeAll(): readonly News[] {
    if (this.count === 0) return [];
    const news = this.#others.length === 0 ? this.#alive : [...this.#alive, ...this.#others];
    this.#alive = [];
    this.#others = [];
    return news;
  }
}
