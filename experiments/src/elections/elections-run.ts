import {
  bootstrapState,
  type Configuration,
  defaultCoreConfig,
  RaftCore,
  type RaftCoreConfig,
  type RaftEffect,
  type RaftInput,
} from '@konsul/raft/core';
import { type Rng, randomBetween, seededRng } from '@konsul/runtime';

/** Many elections of one kind. Times are in milliseconds. */
export interface ElectionsJob {
  readonly serverCount: number;
  /** Servers that do not answer, the last leader among them. */
  readonly failedCount: number;
  readonly timeoutMinMs: number;
  readonly timeoutMaxMs: number;
  /** How long a message takes, uniformly drawn between the two. */
  readonly latencyMinMs: number;
  readonly latencyMaxMs: number;
  /** Every pre-vote is granted at once, unseen by who grants it: votes are asked for right away. */
  readonly isPreVoteFree: boolean;
  readonly electionCount: number;
  readonly seed: number;
}

export interface ElectionsOutcome {
  /** Elections whose first term with a candidate ended without a leader. */
  readonly splitCount: number;
  /** From the start of all timers until somebody led, for each election, in order of size. */
  readonly durationsMs: readonly number[];
}

/** Elections of the real core: timers that start together, equal logs, disks that take no time. */
export async function runElections(job: ElectionsJob): Promise<ElectionsOutcome> {
  const durationsMs: number[] = [];
  let splitCount = 0;
  const rng = seededRng(job.seed);
  for (let count = 0; count < job.electionCount; count += 1) {
    const { isSplit, durationMs } = new Election(job, rng).run();
    if (isSplit) splitCount += 1;
    durationsMs.push(Math.round(durationMs * 100) / 100);
  }
  return { splitCount, durationsMs: durationsMs.sort((left, right) => left - right) };
}

const PATIENCE_MS = 1_000_000;

interface Arrival {
  readonly atMs: number;
  readonly to: number;
  readonly input: RaftInput;
}

/** The servers that are left of a group whose leader has just been lost. */
class Election {
  readonly #job: ElectionsJob;
  readonly #rng: Rng;
  readonly #cores: readonly RaftCore[];
  #arrivals: Arrival[] = [];
  #firstTerm = Number.POSITIVE_INFINITY;
  #leaderTerm: number | undefined;

  constructor(job: ElectionsJob, rng: Rng) {
    this.#job = job;
    this.#rng = rng;
    const config: RaftCoreConfig = {
      ...defaultCoreConfig,
      heartbeatIntervalMs: job.timeoutMinMs / 2,
      electionTimeoutMinMs: job.timeoutMinMs,
      electionTimeoutMaxMs: job.timeoutMaxMs,
      checkQuorumTimeoutMs: job.timeoutMaxMs,
    };
    const voters = Array.from({ length: job.serverCount }, (_, at) => ({
      id: String(at),
      address: String(at),
    }));
    const configuration: Configuration = { voters, votersOutgoing: [], learners: [] };
    const { hardState, entries } = bootstrapState(configuration);
    const lastTerm = entries.at(-1)?.term ?? 0;
    this.#cores = voters.slice(job.failedCount).map(
      ({ id }) =>
        new RaftCore({
          id,
          config,
          rng: seededRng(rng.uint32()),
          nowMs: 0,
          recovered: {
            hardState,
            baseIndex: 0,
            baseTerm: 0,
            lastIndex: entries.length,
            terms: [{ firstIndex: 1, term: lastTerm }],
            configurationEntries: entries,
          },
        }),
    );
  }

  run(): { isSplit: boolean; durationMs: number } {
    let nowMs = 0;
    while (this.#leaderTerm === undefined) {
      nowMs = this.#runNext();
      if (nowMs > PATIENCE_MS) throw new Error(`nobody leads after ${nowMs} ms`);
    }
    return { isSplit: this.#leaderTerm > this.#firstTerm, durationMs: nowMs };
  }

  /** The earliest of all timers and messages. */
  #runNext(): number {
    let atMs = Number.POSITIVE_INFINITY;
    let next: Arrival | undefined;
    for (const arrival of this.#arrivals) {
      if (arrival.atMs < atMs) [atMs, next] = [arrival.atMs, arrival];
    }
    for (const [to, core] of this.#cores.entries()) {
      const dueMs = core.nextDeadlineMs() ?? Number.POSITIVE_INFINITY;
      if (dueMs < atMs) [atMs, next] = [dueMs, { atMs: dueMs, to, input: { type: 'tick' } }];
    }
    if (next === undefined) throw new Error('nobody waits for anything');
    this.#arrivals = this.#arrivals.filter((arrival) => arrival !== next);
    this.#step(next.to, next.input, atMs);
    return atMs;
  }

  #step(to: number, input: RaftInput, nowMs: number): void {
    const core = this.#cores[to];
    if (core === undefined) return;
    const effects = [...core.step(input, nowMs), ...core.flush(nowMs)];
    for (const effect of effects) this.#execute(to, effect, nowMs);
  }

  #execute(from: number, effect: RaftEffect, nowMs: number): void {
    const { latencyMinMs, latencyMaxMs, failedCount, isPreVoteFree } = this.#job;
    if (effect.type === 'persist') {
      this.#step(from, { type: 'persisted', sequence: effect.sequence }, nowMs);
    } else if (effect.type === 'send') {
      const to = Number(effect.message.to) - failedCount;
      if (to < 0) return;
      const { message } = effect;
      if (isPreVoteFree && message.type === 'vote-request' && message.isPreVote) {
        const { from: asker, to: voter, term } = message;
        const granted = { type: 'vote-response', isPreVote: true, isGranted: true, term } as const;
        const response = { ...granted, from: voter, to: asker };
        this.#arrivals.push({
          atMs: nowMs,
          to: from,
          input: { type: 'message', message: response },
        });
        return;
      }
      const atMs = nowMs + randomBetween(this.#rng, latencyMinMs, latencyMaxMs);
      this.#arrivals.push({ atMs, to, input: { type: 'message', message } });
    } else if (effect.type === 'notify' && effect.notification.type === 'role-changed') {
      const { role, term } = effect.notification;
      if (role === 'candidate') this.#firstTerm = Math.min(this.#firstTerm, term);
      if (role === 'leader') this.#leaderTerm = term;
    }
  }
}
