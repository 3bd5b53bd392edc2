import {
  pick,
  type Rng,
  randomBelow,
  randomBetween,
  randomRatio,
  shuffle,
} from '@konsul/runtime/core';
import type { MembershipChange } from '../../src/core/index.js';
import { memberIds, type SimulatedGroup } from './simulated-group.js';
import type { SimulatedServer } from './simulated-server.js';

/** What happens to a group until it is healed: its users' calls, and everything that can break. */
export class GroupFaults {
  readonly #group: SimulatedGroup;
  readonly #rng: Rng;
  #payload = 0;

  constructor(group: SimulatedGroup) {
    this.#group = group;
    this.#rng = group.rng;
  }

  /** From now on things happen, as often as the group's mix says. */
  schedule(): void {
    const { mix } = this.#group;
    this.#repeat(mix.proposalRate, () => this.#propose());
    this.#repeat(mix.readRate, () => {
      this.#group.anyUp()?.read({ isLeaseEnough: randomRatio(this.#rng) < 0.5 });
    });
    this.#repeat(mix.crashRate, () => this.#crash());
    this.#group.onElected = (server) => this.#onElected(server);
    this.#repeat(mix.pauseRate, () => {
      const server = this.#group.anyUp();
      server?.pause(this.#group.queue.nowMs + randomBetween(this.#rng, 50, 1_500));
    });
    this.#repeat(mix.partitionRate, () => this.#partition());
    this.#repeat(mix.wipeRate, () => this.#wipe());
    this.#repeat(mix.membershipRate, () => this.#changeMembership());
    this.#repeat(mix.transferRate, () => {
      const to = pick(this.#rng, [...this.#group.servers.keys()]);
      const input = { type: 'transfer-leadership', id: 0 } as const;
      this.#group.leader()?.input(randomRatio(this.#rng) < 0.5 || !to ? input : { ...input, to });
    });
  }

  /** Makes something happen at random instants, `rate` times a second, until the group is healed. */
  #repeat(rate: number, act: () => void): void {
    if (rate <= 0) return;
    const group = this.#group;
    const next = (): void => {
      group.queue.after(-Math.log(1 - randomRatio(this.#rng)) * (1_000 / rate), () => {
        if (group.isHealed) return;
        act();
        next();
      });
    };
    next();
  }

  #propose(): void {
    this.#payload += 1;
    const data = Uint8Array.of(this.#payload & 0xff, (this.#payload >> 8) & 0xff);
    const server = randomRatio(this.#rng) < 0.9 ? this.#group.leader() : this.#group.anyUp();
    server?.propose(data);
  }

  #onElected(server: SimulatedServer): void {
    const { mix, queue, isHealed } = this.#group;
    if (isHealed) return;
    if (randomRatio(this.#rng) < mix.changeOnElectionRatio) {
      queue.after(0, () => this.#changeMembership(server));
    }
    if (randomRatio(this.#rng) < mix.splitOnElectionRatio) this.#partition();
    if (randomRatio(this.#rng) >= mix.crashOnElectionRatio) return;
    queue.after(randomBetween(this.#rng, 0, 80), () => {
      if (this.#group.isHealed || !server.isUp) return;
      this.#crashOne(server, 300);
    });
  }

  #crash(): void {
    const victims = randomRatio(this.#rng) < 0.1 ? this.#group.up() : [this.#group.anyUp()];
    for (const server of victims) {
      if (server !== undefined) this.#crashOne(server, 1_500);
    }
  }

  #crashOne(server: SimulatedServer, downMaxMs: number): void {
    this.#group.record(`${server.id} crashes`);
    server.crash();
    this.#group.queue.after(randomBetween(this.#rng, 5, downMaxMs), () =>
      this.#group.restart(server),
    );
  }

  #partition(): void {
    const ids = shuffle(this.#rng, [...this.#group.servers.keys()]);
    const cuts: string[] = [];
    const kind = randomBelow(this.#rng, 3);
    const size = kind === 0 ? 1 : 1 + randomBelow(this.#rng, Math.max(1, ids.length - 1));
    for (const a of ids.slice(0, size)) {
      for (const b of ids.slice(size)) {
        if (kind !== 2 || randomRatio(this.#rng) < 0.5) cuts.push(`${a}>${b}`);
        if (kind !== 2 || randomRatio(this.#rng) < 0.5) cuts.push(`${b}>${a}`);
      }
    }
    this.#group.record(`cut ${cuts.join(' ')}`);
    this.#group.cut(cuts);
    this.#group.queue.after(randomBetween(this.#rng, 50, this.#group.mix.partitionMaxMs), () =>
      this.#group.mend(cuts),
    );
  }

  /** A disk is lost for good; its server is replaced by another one of another name (R41). */
  #wipe(): void {
    const group = this.#group;
    const leader = group.leader();
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
    const server = pick(this.#rng, [...group.servers.values()]);
    if (server === undefined) return;
    group.record(`${server.id} loses its disk`);
    group.wipedId = server.id;
    if (server.isUp) server.crash();
    const fresh = group.addServer();
    fresh.start();
    const replace = (): void => {
      const status = group.leader()?.core.status();
      const members = status === undefined ? [] : memberIds(status.configuration);
      const isSettled = status !== undefined && status.configurationIndex <= status.commitIndex;
      if (isSettled && !members.includes(server.id) && members.includes(fresh.id)) {
        group.wipedId = undefined;
        return;
      }
      this.#change(
        members.includes(server.id)
          ? [{ type: 'remove', id: server.id }]
          : [{ type: 'add-voter', id: fresh.id, address: fresh.id }],
      );
      group.queue.after(200, replace);
    };
    group.queue.after(200, replace);
  }

  #change(changes: readonly MembershipChange[], leader = this.#group.leader()): void {
    leader?.input({ type: 'change-membership', id: 0, changes });
  }

  #changeMembership(leader = this.#group.leader()): void {
    const group = this.#group;
    const rng = this.#rng;
    if (leader?.isUp !== true || group.wipedId !== undefined) return;
    const { configuration } = leader.core.status();
    const voters = configuration.voters.map((voter) => voter.id);
    const learners = configuration.learners.map((learner) => learner.id);
    const address = (id: string): { id: string; address: string } => ({ id, address: id });
    const someone = pick(rng, [...group.servers.keys()])!;
    if (group.mix.isVoteSwapped) {
      const learner = pick(rng, learners);
      const isFull = learner === undefined || randomRatio(rng) < 0.5;
      const voter = pick(rng, voters) ?? someone;
      this.#change(
        [isFull ? { type: 'demote', id: voter } : { type: 'add-voter', ...address(learner) }],
        leader,
      );
      return;
    }
    switch (randomBelow(rng, 7)) {
      case 0: {
        if (group.servers.size >= 7) return;
        const fresh = group.addServer();
        fresh.start();
        this.#change([{ type: 'add-voter', ...address(fresh.id) }], leader);
        return;
      }
      case 1:
        this.#change([{ type: 'add-learner', ...address(someone) }], leader);
        return;
      case 2:
        this.#change([{ type: 'promote', id: pick(rng, learners) ?? someone }], leader);
        return;
      case 3:
        this.#change([{ type: 'demote', id: pick(rng, voters) ?? someone }], leader);
        return;
      case 4:
        this.#change([{ type: 'remove', id: someone }], leader);
        return;
      case 5:
        this.#change([{ type: 'add-voter', ...address(someone) }], leader);
        return;
      default: {
        const chosen = shuffle(rng, [...voters, ...learners]).slice(0, 1 + randomBelow(rng, 4));
        this.#change([{ type: 'set-voters', voters: chosen.map(address) }], leader);
        return;
      }
    }
  }
}
