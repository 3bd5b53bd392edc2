import { type Rng, randomBelow, randomBetween } from '@konsul/runtime/core';
import type { Configuration, MembershipChange } from '../../src/core/index.js';
import type { Act } from './act.js';
import type { SimulatedGroup } from './simulated-group.js';
import type { SimulatedServer } from './simulated-server.js';

/**
 * How a server gives its place to another one.
 *
 * - `stepwise`: learner, promoted, given the leadership; the old one demoted, then removed.
 * - `automatic`: added as a voter that is promoted by itself; the old one removed, also while it leads.
 * - `at-once`: learner, then both change places in one step, through a joint configuration.
 */
type Manner = 'stepwise' | 'automatic' | 'at-once';

const MANNERS: readonly Manner[] = ['stepwise', 'automatic', 'at-once'];

interface Turn {
  readonly old: string;
  readonly fresh: string;
  readonly manner: Manner;
}

/**
 * An operator who replaces each server of a group in turn, whatever else happens to it. Who is
 * removed keeps its disk and goes on running: it must not disturb the others (dissertation,
 * section 4.2.3).
 */
export class Replacement {
  readonly #group: SimulatedGroup;
  readonly #rng: Rng;
  readonly #waiting: string[];
  #turn: Turn | undefined;
  #doneCount = 0;

  constructor(group: SimulatedGroup, rng: Rng) {
    this.#group = group;
    this.#rng = rng;
    this.#waiting = [...group.servers.keys()];
  }

  /** How many servers have given their place to another one. */
  get doneCount(): number {
    return this.#doneCount;
  }

  /** Every server of the beginning has been replaced. */
  get isDone(): boolean {
    return this.#turn === undefined && this.#waiting.length === 0;
  }

  /** What it waits for, for people. */
  get progress(): string {
    const { old, fresh, manner } = this.#turn ?? { old: 'nobody', fresh: 'nobody', manner: '' };
    return `${this.#doneCount} servers replaced, ${old} waits for ${fresh} ${manner}`;
  }

  schedule(): void {
    const { queue } = this.#group;
    queue.scheduleLast(queue.nowMs + randomBetween(this.#rng, 20, 250), () => {
      this.#proceed();
      if (!this.isDone) this.schedule();
    });
  }

  #proceed(): void {
    const leader = latestLeader(this.#group);
    if (leader === undefined) return;
    const turn = this.#turn ?? this.#begin();
    if (turn === undefined) return;
    const { configuration, configurationIndex, commitIndex } = leader.core.status();
    // One change at a time: asking earlier is refused, and so only asked now and then.
    const isSettled =
      configurationIndex <= commitIndex && configuration.votersOutgoing.length === 0;
    if (!isSettled && randomBelow(this.#rng, 4) > 0) return;
    const act = nextAct(turn, configuration, leader.id);
    if (act !== undefined) this.#group.perform(act);
    else if (isSettled) this.#end();
  }

  #begin(): Turn | undefined {
    const old = this.#waiting.shift();
    if (old === undefined) return undefined;
    const fresh = `s${this.#group.servers.size + 1}`;
    const manner = MANNERS[randomBelow(this.#rng, MANNERS.length)] as Manner;
    this.#group.perform({ type: 'join', server: fresh });
    this.#turn = { old, fresh, manner };
    return this.#turn;
  }

  #end(): void {
    this.#doneCount += 1;
    this.#turn = undefined;
  }
}

/** What has to be asked of the leader next; undefined when the change is in its configuration. */
function nextAct(
  { old, fresh, manner }: Turn,
  { voters, learners }: Configuration,
  leader: string,
): Act | undefined {
  const isVoter = (id: string): boolean => voters.some((voter) => voter.id === id);
  const isLearner = (id: string): boolean => learners.some((learner) => learner.id === id);
  const ask = (change: MembershipChange): Act => ({ type: 'change', server: leader, change });
  const newcomer = { id: fresh, address: fresh };
  if (manner === 'automatic') {
    if (!isVoter(fresh)) return ask({ type: 'add-voter', ...newcomer });
    return isVoter(old) ? ask({ type: 'remove', id: old }) : undefined;
  }
  if (!isVoter(fresh) && !isLearner(fresh)) return ask({ type: 'add-learner', ...newcomer });
  if (manner === 'at-once') {
    const others = voters.filter(({ id }) => id !== old);
    if (isVoter(old)) return ask({ type: 'set-voters', voters: [...others, newcomer] });
    return undefined;
  }
  if (isLearner(fresh)) return ask({ type: 'promote', id: fresh });
  if (leader === old && isVoter(old)) return { type: 'transfer', server: leader, to: fresh };
  if (isVoter(old)) return ask({ type: 'demote', id: old });
  return isLearner(old) ? ask({ type: 'remove', id: old }) : undefined;
}

/** Who leads, of those that believe to. */
function latestLeader(group: SimulatedGroup): SimulatedServer | undefined {
  return group
    .leaders()
    .reduce<SimulatedServer | undefined>(
      (best, server) =>
        best === undefined || server.core.status().term > best.core.status().term ? server : best,
      undefined,
    );
}
