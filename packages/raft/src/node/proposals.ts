import type { Clock, Metrics } from '@konsul/runtime';
import type { ProposalOutcomeEffect, ProposalRejection } from '../core/effect.js';
import type { RaftInput } from '../core/input.js';
import type { ServerAddress } from '../core/membership.js';
import { RaftError } from '../errors.js';
import { type Call, openCall } from './call.js';

export interface ProposalsOptions {
  readonly input: (input: RaftInput) => void;
  readonly leader: () => ServerAddress | undefined;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** What the entries are for. Numbers of batches are positive for commands, negative for others. */
  readonly kind: 'command' | 'restore';
  /** For messages. */
  readonly uncommittedBytesMax: () => number;
}

/** Commands of one turn, which stand together in the log once they are appended. */
interface Batch<Result> {
  readonly id: number;
  readonly openedAtMs: number;
  readonly commands: Uint8Array[];
  readonly calls: Call<Result | undefined>[];
  term: number;
  firstIndex: number;
}

/**
 * From a user's command to its result. The commands of one turn go to the core as one batch; their
 * calls wait, in the order of the log, until the state machine reaches them.
 */
export class Proposals<Result> {
  readonly #options: ProposalsOptions;
  #lastId = 0;
  /** Given to the core but not looked at yet, so it may still grow. */
  #open: Batch<Result> | undefined;
  #appended: Batch<Result>[] = [];

  constructor(options: ProposalsOptions) {
    this.#options = options;
  }

  /** An empty command is a barrier: replicated like any other and shown to nobody. */
  propose(command: Uint8Array, signal: AbortSignal | undefined): Promise<Result | undefined> {
    const batch = this.#open ?? this.#openBatch();
    const call = openCall<Result | undefined>(signal);
    batch.commands.push(command);
    batch.calls.push(call);
    return call.promise;
  }

  onOutcome(outcome: ProposalOutcomeEffect): void {
    const batch = this.#open;
    if (batch?.id !== outcome.id) return;
    this.#open = undefined;
    if (outcome.reason !== undefined) {
      const error = this.#rejection(outcome.reason);
      for (const call of batch.calls.slice(outcome.appendedCount)) call.reject(error);
      batch.calls.length = outcome.appendedCount;
    }
    if (outcome.appendedCount === 0) return;
    this.#options.metrics.increment('raft.apply', outcome.appendedCount);
    batch.commands.length = 0;
    batch.term = outcome.term;
    batch.firstIndex = outcome.firstIndex;
    this.#appended.push(batch);
  }

  /** The state machine has passed `index`; `result` belongs to it if it was a command. */
  onApplied(index: number, term: number, result: Result | undefined): void {
    for (;;) {
      const batch = this.#appended[0];
      if (batch === undefined || index < batch.firstIndex) return;
      const lastIndex = batch.firstIndex + batch.calls.length - 1;
      if (index <= lastIndex) {
        const call = batch.calls[index - batch.firstIndex];
        if (batch.term === term) call?.resolve(result);
        else call?.reject(overwritten());
      }
      if (index < lastIndex) return;
      this.#appended.shift();
      const { clock, metrics } = this.#options;
      metrics.sample('raft.commitTime', clock.nowMs() - batch.openedAtMs);
    }
  }

  /** Leadership is lost: what was appended may or may not survive it. */
  onLeadershipLost(): void {
    const message = 'leadership was lost before the command was known to be committed';
    this.#rejectAppended(new RaftError('OUTCOME_UNKNOWN', message));
  }

  /** Nothing more will be answered. */
  failAll(error: RaftError): void {
    this.#rejectAppended(error);
    const batch = this.#open;
    this.#open = undefined;
    for (const call of batch?.calls ?? []) call.reject(error);
  }

  #openBatch(): Batch<Result> {
    this.#lastId += this.#options.kind === 'command' ? 1 : -1;
    const openedAtMs = this.#options.clock.nowMs();
    const batch: Batch<Result> = {
      id: this.#lastId,
      openedAtMs,
      commands: [],
      calls: [],
      term: 0,
      firstIndex: 0,
    };
    this.#open = batch;
    const { input, kind } = this.#options;
    input({ type: 'propose', id: batch.id, commands: batch.commands, kind });
    return batch;
  }

  #rejection(reason: ProposalRejection): RaftError {
    const { leader, uncommittedBytesMax } = this.#options;
    switch (reason) {
      case 'not-leader':
        return notLeader(leader());
      case 'overloaded': {
        const bound = `uncommittedBytesMax is ${uncommittedBytesMax()}`;
        return new RaftError('OVERLOADED', `too many bytes wait to be committed; ${bound}`, {
          reason,
        });
      }
      case 'too-large':
        return new RaftError('REFUSED', 'a command is larger than commandBytesMax', { reason });
      case 'transfer-in-progress':
        return new RaftError('DROPPED', 'leadership is being handed over', { reason });
      case 'leaving':
        return new RaftError('DROPPED', 'this leader is leaving the group', { reason });
    }
  }

  #rejectAppended(error: RaftError): void {
    const batches = this.#appended;
    this.#appended = [];
    for (const batch of batches) for (const call of batch.calls) call.reject(error);
  }
}

function overwritten(): RaftError {
  const message = 'another leader wrote in its place';
  return new RaftError('DROPPED', message, { reason: 'overwritten' });
}

/** The refusal that tells a caller where to go. */
export function notLeader(leader: ServerAddress | undefined): RaftError {
  const message =
    leader === undefined
      ? 'this server does not lead, and no leader is known'
      : `this server does not lead; ${leader.id} at ${leader.address} does`;
  return new RaftError('NOT_LEADER', message, leader === undefined ? {} : { leader });
}
