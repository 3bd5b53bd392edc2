import {
  pick,
  type Rng,
  randomBelow,
  randomBetween,
  randomRatio,
  shuffle,
} from '@konsul/runtime/core';
import type { MembershipChange } from '../../src/core/index.js';
import type { FaultMix } from './fault-mix.js';
import { memberIds, type SimulatedGroup } from './simulated-group.js';
import type { SimulatedServer } from './simulated-server.js';

/** What happens to a group until it is healed: its users' calls, and everything that can break. */
export class GroupFaults {
  readonly #group: SimulatedGroup;
  readonly #mix: FaultMix;
  readonly #rng: Rng;
  #payload = 0;

  constructor(group: SimulatedGroup, mix: FaultMix, rng: Rng) {
    this.#group = group;
    this.#mix = mix;
    this.#rng = rng;
  }

  /** From now on things happen, as often as the mix says. */
  schedule(): void {
    const mix = this.#mix;
    this.#repeat(mix.proposalRate, () => this.#propose());
    this.#repeat(mix.readRate, () => {
      const isLeaseEnough = randomRatio(this.#rng) < 0.5;
      this.#onAnyUp((server) => this.#group.perform({ type: 'read', server, isLeaseEnough }));
    });
    this.#repeat(mix.crashRate, () => this.#crash());
    this.#group.onElected = (server) => this.#onElected(server);
    this.#repeat(mix.pauseRate, () => {
      const durationMs = randomBetween(this.#rng, 50, 1_500);
      this.#onAnyUp((server) => this.#group.perform({ type: 'pause', server }, durationMs));
    });
    this.#repeat(mix.partitionRate, () => this.#partition());
    this.#repeat(mix.wipeRate, () => this.#wipe());
    this.#repeat(mix.membershipRate, () => this.#changeMembership());
    this.#repeat(mix.transferRate, () => this.#transfer());
  }

  /** Makes something happen at random instants, `rate` times a second, until the group is healed. */
  #repeat(rate: number, act: () => void): void {
    if (rate <= 0) return;
    const next = (): void => {
      this.#after(-Math.log(1 - randomRatio(this.#rng)) * (1_000 / rate), () => {
        if (this.#group.isHealed) return;
        act();
        next();
      });
    };
    next();
  }

  #after(delayMs: number, run: () => void): void {
    const { queue } = this.#group;
    queue.scheduleLast(queue.nowMs + delayMs, run);
  }

  #onAnyUp(act: (server: string) => void): void {
    const server = pick(this.#rng, this.#group.up());
    if (server !== undefined) act(server.id);
  }

  /** A server that believes to lead; not necessarily the latest. */
  #leader(): SimulatedServer | undefined {
    return pick(this.#rng, this.#group.leaders());
  }

  #propose(): void {
    this.#payload += 1;
    const data = Uint8Array.of(this.#payload & 0xff, (this.#payload >> 8) & 0xff);
    const propose = (server: string): void =>
      this.#group.perform({ type: 'propose', server, data });
    const leader = randomRatio(this.#rng) < 0.9 ? this.#leader() : undefined;
    if (leader === undefined) this.#onAnyUp(propose);
    else propose(leader.id);
  }

  #transfer(): void {
    const server = this.#leader()?.id;
    const to = pick(this.#rng, [...this.#group.servers.keys()]);
    const isToAnybody = randomRatio(this.#rng) < 0.5;
    if (server === undefined) return;
    this.#group.perform({ type: 'transfer', server, to: isToAnybody ? undefined : to });
  }

  #onElected(server: SimulatedServer): void {
    if (this.#group.isHealed) return;
    const mix = this.#mix;
    const isSplit = randomRatio(this.#rng) < mix.splitOnElectionRatio;
    const isChanged = randomRatio(this.#rng) < mix.changeOnElectionRatio;
    const isCrashed = randomRatio(this.#rng) < mix.crashOnElectionRatio;
    if (isSplit) this.#after(0, () => this.#partition());
    if (isChanged) this.#after(0, () => this.#changeMembership(server));
    if (!isCrashed) return;
    this.#after(randomBetween(this.#rng, 0, 80), () => {
      if (!this.#group.isHealed && server.isUp) this.#crashOne(server, 300);
    });
  }

  #crash(): void {
    if (randomRatio(this.#rng) < 0.1) {
      for (const server of this.#group.up()) this.#crashOne(server, 1_500);
      return;
    }
    const server = pick(this.#rng, this.#group.up());
    if (server !== undefined) this.#crashOne(server, 1_500);
  }

  #crashOne({ id: server }: SimulatedServer, downMaxMs: number): void {
    this.#group.perform({ type: 'crash', server }, randomBetween(this.#rng, 5, downMaxMs));
  }

  #partition(): void {
    const ids = shuffle(this.#rng, [...this.#group.servers.keys()]);
    const pairs: string[] = [];
    const kind = randomBelow(this.#rng, 3);
    const size = kind === 0 ? 1 : 1 + randomBelow(this.#rng, Math.max(1, ids.length - 1));
    for (const a of ids.slice(0, size)) {
      for (const b of ids.slice(size)) {
        if (kind !== 2 || randomRatio(this.#rng) < 0.5) pairs.push(`${a}>${b}`);
        if (kind !== 2 || randomRatio(this.#rng) < 0.5) pairs.push(`${b}>${a}`);
      }
    }
    const durationMs = randomBetween(this.#rng, 50, this.#mix.partitionMaxMs);
    if (pairs.length > 0) this.#group.perform({ type: 'cut', pairs }, durationMs);
  }

  /** A disk is lost for good; its server is replaced by another one of another name (R41). */
  #wipe(): void {
    const group = this.#group;
    const leader = this.#leader();
    if (leader === undefined || group.wipedId !== undefined) return;
    const { configuration, configurationIndex, commitIndex } = leader.core.status();
    // One lost disk is within what a settled group of three survives; not while it changes.
    if (configuration.voters.length < 3 || configurationIndex > commitIndex) return;
    const members = memberIds(configuration);
    const isAgreed = members.every((id) => {
      const core = group.servers.get(id)?.core;
      return core?.status().configurationIndex === configurationIndex;
    });
    if (!isAgreed) return;
    const lost = pick(this.#rng, [...group.servers.keys()]);
    if (lost === undefined) return;
    group.perform({ type: 'lose-disk', server: lost });
    const fresh = this.#join();
    const replace = (): void => {
      const status = this.#leader()?.core.status();
      const members = status === undefined ? [] : memberIds(status.configuration);
      const isSettled = status !== undefined && status.configurationIndex <= status.commitIndex;
      if (isSettled && !members.includes(lost) && members.includes(fresh)) {
        group.perform({ type: 'let-go' });
        return;
      }
      this.#change(
        members.includes(lost)
          ? { type: 'remove', id: lost }
          : { type: 'add-voter', id: fresh, address: fresh },
      );
      this.#after(200, replace);
    };
    this.#after(200, replace);
  }

  /** @returns the name of the server that is new. */
  #join(): string {
    const server = `s${this.#group.servers.size + 1}`;
    this.#group.perform({ type: 'join', server });
    return server;
  }

  #change(change: MembershipChange, leader = this.#leader()): void {
    if (leader !== undefined) this.#group.perform({ type: 'change', server: leader.id, change });
  }

  #changeMembership(leader = this.#leader()): void {
    const group = this.#group;
    const rng = this.#rng;
    if (leader?.isUp !== true || group.wipedId !== undefined) return;
    const { configuration } = leader.core.status();
    const voters = configuration.voters.map((voter) => voter.id);
    const learners = configuration.learners.map((learner) => learner.id);
    const address = (id: string): { id: string; address: string } => ({ id, address: id });
    const someone = pick(rng, [...group.servers.keys()])!;
    if (this.#mix.isVoteSwapped) {
      const learner = pick(rng, learners);
      const isFull = learner === undefined || randomRatio(rng) < 0.5;
      const voter = pick(rng, voters) ?? someone;
      this.#change(
        isFull ? { type: 'demote', id: voter } : { type: 'add-voter', ...address(learner) },
        leader,
      );
      return;
    }
    switch (randomBelow(rng, 7)) {
      case 0: {
        if (group.servers.size >= 7) return;
        this.#change({ type: 'add-voter', ...address(this.#join()) }, leader);
        return;
      }
      case 1:
        this.#change({ type: 'add-learner', ...address(someone) }, leader);
        return;
      case 2:
        this.#change({ type: 'promote', id: pick(rng, learners) ?? someone }, leader);
        return;
      case 3:
        this.#change({ type: 'demote', id: pick(rng, voters) ?? someone }, leader);
        return;
      case 4:
        this.#change({ type: 'remove', id: someone }, leader);
        return;
      case 5:
        this.#change({ type: 'add-voter', ...address(someone) }, leader);
        return;
      default: {
        const chosen = shuffle(rng, [...voters, ...learners]).slice(0, 1 + randomBelow(rng, 4));
        this.#change({ type: 'set-voters', voters: chosen.map(address) }, leader);
        return;
      }
    }
  }
}
