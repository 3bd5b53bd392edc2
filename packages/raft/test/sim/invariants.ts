import {
  allMembers,
  type Configuration,
  type Entry,
  isJoint,
  type PersistEffect,
  type RaftMessage,
  type RaftStatus,
} from '../../src/core/index.js';
import type { SimulatedServerView as SimulatedServer } from './simulated-server.js';

/** A broken promise of the protocol; its name is the invariant's number. */
export class Violation extends Error {
  readonly invariant: string;

  constructor(invariant: string, message: string) {
    super(`${invariant}: ${message}`);
    this.invariant = invariant;
  }
}

function ensure(condition: boolean, invariant: string, message: () => string): void {
  if (!condition) throw new Violation(invariant, message());
}

function fingerprint(entry: Entry): string {
  return `${entry.kind}:${entry.data.join('.')}`;
}

function majorityHolds(
  voters: readonly { readonly id: string }[],
  holds: (id: string) => boolean,
): boolean {
  return voters.filter((voter) => holds(voter.id)).length * 2 > voters.length;
}

/**
 * Everything that must hold of a whole group, checked after every step against the history of the
 * run. The names are those of the simulation chapter of the package's documentation:
 * I1 election safety (R1), I2 log matching, I3 leader append-only, I4 leader completeness, I5 state
 * machine safety, I6 commit on a durable quorum, I7 commits immutable, I8 monotonic, I9 order,
 * I10 one vote per term, I11 durability before words, I12 configuration safety, I14 read bounds,
 * I15 lease exclusion, I17 bounded memory, R14 pre-votes change nothing, R30 sessions are renewed.
 */
export class Invariants {
  readonly #leaders = new Map<number, string>();
  /** By index and term: what the entry is and the term of the one before it. */
  readonly #entries = new Map<string, { print: string; previousTerm: number | undefined }>();
  readonly #committed: number[] = [0];
  /** The term of the leader that committed an index first. */
  readonly #committedIn: number[] = [0];
  readonly #chains = new Map<number, number>();
  readonly #votes = new Map<string, string>();
  readonly #durableTerms = new Map<string, number>();
  /** By leader, term and peer: the replication sessions seen, and those that a removal has ended. */
  readonly #sessions = new Map<string, Set<number>>();
  readonly #endedStays = new Set<string>();
  #commitIndex = 0;

  /** The highest index that any server has ever known to be committed. */
  get commitIndex(): number {
    return this.#commitIndex;
  }

  /** A server has taken a step that changed `before` into what it is now. */
  onStep(server: SimulatedServer, before: RaftStatus, servers: Servers): void {
    const after = server.core.status();
    this.#checkOrder(server, before, after);
    this.#checkBounds(server, after);
    if (after.role === 'leader') this.#checkLeader(server, before, after);
    if (after.commitIndex > before.commitIndex) this.#checkCommit(server, before, servers);
    const holder = server.config.leaseClockRatioMax === 0 ? undefined : servers.rivalOfLease();
    ensure(holder === undefined, 'I15', () => `${holder} holds a lease while another one leads`);
  }

  #checkOrder(server: SimulatedServer, before: RaftStatus, after: RaftStatus): void {
    const name = server.id;
    ensure(after.term >= before.term, 'I8', () => `${name} term ${before.term} -> ${after.term}`);
    ensure(after.commitIndex >= before.commitIndex, 'I8', () => `${name} commit went back`);
    ensure(after.appliedIndex >= before.appliedIndex, 'I8', () => `${name} applied went back`);
    ensure(
      after.term > before.term ||
        before.votedFor === undefined ||
        after.votedFor === before.votedFor,
      'I10',
      () => `${name} changed its vote in term ${after.term}`,
    );
    const isOrdered =
      after.appliedIndex <= after.commitIndex &&
      after.commitIndex <= after.lastIndex &&
      after.baseIndex <= after.commitIndex &&
      after.durableIndex <= after.lastIndex;
    ensure(isOrdered, 'I9', () => `${name} ${JSON.stringify(after)}`);
  }

  #checkBounds(server: SimulatedServer, status: RaftStatus): void {
    const { config } = server;
    const name = server.id;
    const uncommittedMax = config.uncommittedBytesMax + config.commandBytesMax;
    ensure(status.uncommittedBytes <= uncommittedMax, 'I17', () => `${name} uncommitted tail`);
    ensure(status.pendingReadCount <= config.pendingReadsMax, 'I17', () => `${name} reads`);
    ensure(status.pendingReadCount >= 0, 'I17', () => `${name} counts reads twice`);
    ensure(status.heldMessageCount <= 1_000, 'I17', () => `${name} holds messages`);
    for (const peer of status.peers) {
      const isBounded = peer.inflightCount <= config.inflightMessagesMax;
      ensure(isBounded, 'I17', () => `${name} -> ${peer.id} has ${peer.inflightCount} in flight`);
    }
  }

  #checkLeader(server: SimulatedServer, before: RaftStatus, after: RaftStatus): void {
    const leader = this.#leaders.get(after.term);
    ensure(
      leader === undefined || leader === server.id,
      'I1',
      () => `${leader} and ${server.id} both lead term ${after.term}`,
    );
    this.#leaders.set(after.term, server.id);
    const isNew = before.role !== 'leader' || before.term !== after.term;
    if (!isNew) {
      const isLonger = after.lastIndex >= before.lastIndex;
      ensure(isLonger, 'I3', () => `${server.id} cut its own log while leading`);
      return;
    }
    for (let index = after.baseIndex + 1; index < this.#committed.length; index += 1) {
      if ((this.#committedIn[index] ?? 0) >= after.term) continue;
      ensure(
        server.core.termAt(index) === this.#committed[index],
        'I4',
        () => `leader ${server.id} of term ${after.term} lacks committed entry ${index}`,
      );
    }
  }

  #checkCommit(server: SimulatedServer, before: RaftStatus, servers: Servers): void {
    const { commitIndex, term: leaderTerm } = server.core.status();
    for (let index = before.commitIndex + 1; index <= commitIndex; index += 1) {
      const term = server.core.termAt(index);
      const known = this.#committed[index];
      if (term === undefined) continue;
      ensure(
        known === undefined || known === term,
        'I7',
        () => `${server.id} committed ${index} in term ${term}, others in ${known}`,
      );
      this.#committed[index] = term;
      this.#committedIn[index] ??= leaderTerm;
    }
    if (commitIndex <= this.#commitIndex) return;
    this.#commitIndex = commitIndex;
    const term = server.core.termAt(commitIndex) ?? 0;
    const holds = (id: string): boolean => servers.durablyHolds(id, commitIndex, term);
    const { voters, votersOutgoing } = before.configuration;
    const isHeld =
      majorityHolds(voters, holds) &&
      (votersOutgoing.length === 0 || majorityHolds(votersOutgoing, holds));
    ensure(isHeld, 'I6', () => `${server.id} committed ${commitIndex} without a durable quorum`);
  }

  onEntries(entries: readonly Entry[], previousTerm: number | undefined): void {
    let before = previousTerm;
    for (const entry of entries) {
      const key = `${entry.index}/${entry.term}`;
      const print = fingerprint(entry);
      const known = this.#entries.get(key);
      if (known === undefined) this.#entries.set(key, { print, previousTerm: before });
      else {
        ensure(known.print === print, 'I2', () => `two entries at ${key}`);
        const isSamePrefix =
          known.previousTerm === before || known.previousTerm === undefined || before === undefined;
        ensure(isSamePrefix, 'I2', () => `two prefixes before ${key}`);
      }
      before = entry.term;
    }
  }

  onPersist(server: SimulatedServer, unit: PersistEffect): void {
    const first = unit.entries[0];
    if (first === undefined) return;
    this.onEntries(unit.entries, server.core.termAt(first.index - 1));
    const committedTerm = this.#committed[first.index];
    if (unit.snapshot !== undefined || committedTerm === undefined) return;
    const isOverwrite = server.disk.holds(first.index, committedTerm);
    ensure(
      !isOverwrite || first.term === committedTerm,
      'I7',
      () => `${server.id} overwrites committed entry ${first.index}`,
    );
  }

  /** What is durable now; checked when a write ends and after every crash. */
  onDurable(server: SimulatedServer): void {
    const { term, votedFor } = server.disk.hardState;
    const earlier = this.#durableTerms.get(server.id) ?? 0;
    ensure(term >= earlier, 'I8', () => `${server.id} lost term ${earlier}`);
    this.#durableTerms.set(server.id, term);
    if (votedFor === undefined) return;
    const key = `${server.id}/${term}`;
    const vote = this.#votes.get(key) ?? votedFor;
    ensure(vote === votedFor, 'I10', () => `${key} voted for ${vote} and ${votedFor}`);
    this.#votes.set(key, votedFor);
  }

  onSend(server: SimulatedServer, message: RaftMessage): void {
    const { hardState, lastIndex } = server.disk;
    const say = (): string => `${server.id} says ${JSON.stringify(message)}`;
    switch (message.type) {
      case 'vote-response': {
        const isVote = message.isGranted && !message.isPreVote;
        const isDurable = hardState.term === message.term && hardState.votedFor === message.to;
        ensure(!isVote || isDurable, 'I11', say);
        return;
      }
      case 'append-response': {
        const isTrue = hardState.term >= message.term && lastIndex >= message.index;
        const term = server.core.termAt(message.index);
        const isSame = term === undefined || server.disk.holds(message.index, term);
        ensure(!message.isAccepted || (isTrue && isSame), 'I11', say);
        return;
      }
      case 'heartbeat':
      case 'append-request':
        this.#checkStay(server, message);
        if (message.type === 'heartbeat') return;
        this.onEntries(message.entries, message.previousTerm);
        ensure(hardState.term >= message.term, 'I11', say);
        return;
      case 'vote-request':
        ensure(message.isPreVote || hardState.term >= message.term, 'I11', say);
        return;
      default:
        return;
    }
  }

  /** A pre-vote was asked for: the voter campaigns when it would have anyway. */
  onPreVote(server: SimulatedServer, deadlineMs: number | undefined): void {
    const isSame = server.core.nextDeadlineMs() === deadlineMs;
    ensure(isSame, 'R14', () => `${server.id} waits longer because of a pre-vote`);
  }

  #endStay(leader: SimulatedServer, peer: string): void {
    const key = `${leader.id}/${leader.core.status().term}/${peer}`;
    for (const session of this.#sessions.get(key) ?? []) this.#endedStays.add(`${key}/${session}`);
  }

  #checkStay(
    leader: SimulatedServer,
    message: { to: string; term: number; session: number },
  ): void {
    const key = `${leader.id}/${message.term}/${message.to}`;
    const stay = `${key}/${message.session}`;
    ensure(!this.#endedStays.has(stay), 'R30', () => `${stay} goes on after a removal`);
    const sessions = this.#sessions.get(key) ?? new Set();
    this.#sessions.set(key, sessions.add(message.session));
  }

  onApply(server: SimulatedServer, index: number, hash: number): void {
    const known = this.#chains.get(index) ?? hash;
    ensure(known === hash, 'I5', () => `${server.id} applied something else at ${index}`);
    this.#chains.set(index, hash);
  }

  onConfiguration(server: SimulatedServer, from: Configuration, to: Configuration): void {
    const members = new Set(allMembers(to).map(({ id }) => id));
    for (const { id } of allMembers(from)) {
      if (!members.has(id)) this.#endStay(server, id);
    }
    const say = (): string => `${server.id} ${JSON.stringify(from)} -> ${JSON.stringify(to)}`;
    const ids = (configuration: Configuration): string =>
      configuration.voters.map((voter) => voter.id).join();
    if (isJoint(from)) {
      ensure(!isJoint(to) && ids(from) === ids(to), 'I12', say);
    } else if (isJoint(to)) {
      const outgoing = to.votersOutgoing.map((voter) => voter.id).join();
      ensure(outgoing === ids(from), 'I12', say);
    } else {
      const before = new Set(from.voters.map((voter) => voter.id));
      const after = new Set(to.voters.map((voter) => voter.id));
      const gained = [...after].filter((id) => !before.has(id)).length;
      const lost = [...before].filter((id) => !after.has(id)).length;
      ensure(gained + lost <= 1, 'I12', say);
    }
  }

  onRead(server: SimulatedServer, read: { neededIndex: number; index: number }): void {
    const isFresh = read.index >= read.neededIndex && server.state.index >= read.index;
    ensure(isFresh, 'I14', () => `${server.id} reads at ${read.index}, not ${read.neededIndex}`);
  }
}

/** What the checks need to know of the whole group. */
export interface Servers {
  durablyHolds(id: string, index: number, term: number): boolean;
  /** A leader with a valid lease although a later one was elected. */
  rivalOfLease(): string | undefined;
}
