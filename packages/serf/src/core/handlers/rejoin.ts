import { type Endpoint, randomBetween, shuffle } from '@konsul/runtime/core';
import type { SerfContext } from '../context.js';
import type { Intents } from './intents.js';

/**
 * Returns to the pool that a snapshot remembers: its members are tried one after another, in random
 * order, until one answers. As long as none does and we are alone, they are tried again at the pace
 * of reconnecting.
 *
 * Source: Serf, which tries once; that it is tried again is an extension.
 */
export class Rejoin {
  readonly #context: SerfContext;
  readonly #intents: Intents;
  #peers: readonly Endpoint[] = [];

  constructor(context: SerfContext, intents: Intents) {
    this.#context = context;
    this.#intents = intents;
  }

  start(members: ReadonlyMap<string, Endpoint>): void {
    this.#peers = [...members.values()].filter(({ name }) => !this.#context.isLocal(name ?? ''));
    if (this.#peers.length > 0) this.#try(shuffle(this.#context.rng, this.#peers));
  }

  #try(waiting: readonly Endpoint[]): void {
    const [peer, ...rest] = waiting;
    if (peer === undefined) {
      this.#tryLater();
      return;
    }
    this.#context.commandSwim(
      (commandId) => ({ type: 'join', commandId, peers: [peer] }),
      (outcome) => {
        if (this.#context.state !== 'running') return;
        if (outcome.type === 'joined') this.#intents.announceJoin();
        else this.#try(rest);
      },
    );
  }

  #tryLater(): void {
    const { deadlines, nowMs, rng, config } = this.#context;
    if (config.reconnectIntervalMs === 0) return;
    const delayMs = config.reconnectIntervalMs * randomBetween(rng, 0.5, 1);
    deadlines.schedule(nowMs + delayMs, () => {
      const { state, swim } = this.#context;
      if (state !== 'running' || swim.liveMemberCount > 1) return;
      this.#try(shuffle(rng, this.#peers));
    });
  }
}
