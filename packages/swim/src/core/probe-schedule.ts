import type { SwimContext } from './context.js';
import { isLive } from './member.js';
import type { MemberRecord } from './membership-table.js';
import { SMALL_CLUSTER_COUNT_MAX } from './small-cluster.js';

/**
 * Whose turn it is: everybody once in a round through the table, in an order that is random and
 * changes with every round, so that detection takes bounded time.
 *
 * Source: SWIM 4.3.
 */
export class ProbeSchedule {
  readonly #context: SwimContext;
  #index = 0;

  constructor(context: SwimContext) {
    this.#context = context;
  }

  /** The next live member other than ourselves; undefined when there is none. */
  next(): MemberRecord | undefined {
    const { table } = this.#context;
    for (let looks = 0; looks < table.size; looks += 1) {
      // memberlist counts the turn of the round as a look, so a small cluster now and then has an
      // interval without a probe; here it does not.
      if (this.#index >= table.size) this.#restart();
      const record = table.order[this.#index];
      this.#index += 1;
      if (record !== undefined && record !== this.#context.local && isLive(record.state)) {
        return record;
      }
    }
    return undefined;
  }

  /** Whether a small cluster has members that we have not probed yet. */
  hasStrangers(): boolean {
    const { table, local } = this.#context;
    if (table.size > SMALL_CLUSTER_COUNT_MAX) return false;
    return table.order.some(
      (record) => !record.isProbed && record !== local && isLive(record.state),
    );
  }

  /** Forgets those who have been gone for long and begins the next round. */
  #restart(): void {
    const { table, config, nowMs, rng } = this.#context;
    this.#index = 0;
    table.purgeAndShuffle(
      (record) =>
        !isLive(record.state) && nowMs - record.stateChangedAtMs > config.gossipToTheDeadMs,
      rng,
    );
  }
}
