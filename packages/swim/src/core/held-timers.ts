import type { Deadline, DeadlineQueue } from '@konsul/runtime/core';
import type { SwimTimer } from './timer.js';

/**
 * Timers that fell due while our datagrams do not leave, and whose end would only queue more of them.
 * They wait without end and take up their own instants again when datagrams leave, so that each comes
 * once, late, and the beat is kept.
 */
export class HeldTimers {
  readonly #deadlines: DeadlineQueue<SwimTimer>;
  readonly #dueAtMs = new Map<Deadline<SwimTimer>, number>();

  constructor(deadlines: DeadlineQueue<SwimTimer>) {
    this.#deadlines = deadlines;
  }

  get count(): number {
    return this.#dueAtMs.size;
  }

  /** What has ended since it was held is forgotten here, as nobody knows when there is a release. */
  hold(deadline: Deadline<SwimTimer>): void {
    for (const held of this.#dueAtMs.keys()) if (!held.isPending) this.#dueAtMs.delete(held);
    this.#dueAtMs.set(deadline, deadline.atMs);
    this.#deadlines.reschedule(deadline, Number.POSITIVE_INFINITY);
  }

  /** Makes those of the given kinds due again, unless what they were for has ended meanwhile. */
  release(isWanted: (timer: SwimTimer) => boolean): void {
    for (const [deadline, dueAtMs] of this.#dueAtMs) {
      if (!isWanted(deadline.value)) continue;
      this.#dueAtMs.delete(deadline);
      if (deadline.isPending) this.#deadlines.reschedule(deadline, dueAtMs);
    }
  }
}
