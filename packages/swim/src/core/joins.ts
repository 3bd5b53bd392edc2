import type { Endpoint } from '@konsul/runtime/core';
import type { SwimContext } from './context.js';
import type { JoinFailure } from './effect.js';
import type { CommandId } from './input.js';
import type { PushPull } from './push-pull.js';

/** Peers contacted at one time by one join. */
const PARALLEL_COUNT_MAX = 8;

interface Join {
  readonly commandId: CommandId;
  readonly waiting: Endpoint[];
  readonly failures: JoinFailure[];
  contactedCount: number;
  activeCount: number;
}

/** Exchanges state with every peer a join names, a few at a time, and sums up. */
export class Joins {
  readonly #context: SwimContext;
  readonly #pushPull: PushPull;

  constructor(context: SwimContext, pushPull: PushPull) {
    this.#context = context;
    this.#pushPull = pushPull;
  }

  begin(commandId: CommandId, peers: readonly Endpoint[]): void {
    const join: Join = {
      commandId,
      waiting: [...peers],
      failures: [],
      contactedCount: 0,
      activeCount: 0,
    };
    this.#proceed(join);
  }

  #proceed(join: Join): void {
    while (join.activeCount < PARALLEL_COUNT_MAX) {
      const peer = join.waiting.shift();
      if (peer === undefined) break;
      join.activeCount += 1;
      this.#contact(join, peer);
    }
    if (join.activeCount === 0) this.#complete(join);
  }

  #contact(join: Join, peer: Endpoint): void {
    this.#pushPull.exchange(peer, {
      isJoin: true,
      handlers: {
        onDone: () => {
          join.contactedCount += 1;
          this.#next(join);
        },
        onFailure: (failure) => {
          join.failures.push({ peer, ...failure });
          this.#next(join);
        },
      },
    });
  }

  #next(join: Join): void {
    join.activeCount -= 1;
    this.#proceed(join);
  }

  #complete(join: Join): void {
    const { commandId, contactedCount, failures } = join;
    const outcome =
      contactedCount > 0
        ? ({ type: 'joined', contactedCount, failures } as const)
        : ({ type: 'join-failed', failures } as const);
    this.#context.complete(commandId, outcome);
  }
}
