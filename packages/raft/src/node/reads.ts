import type { ReadFailure } from '../core/effect.js';
import type { RaftInput } from '../core/input.js';
import type { ServerAddress } from '../core/membership.js';
import { RaftError } from '../errors.js';
import { type Call, openCall } from './call.js';
import { notLeader } from './proposals.js';

/** Reads that wait for an index. Those of one kind and turn share a token, and so a round. */
export class Reads {
  readonly #input: (input: RaftInput) => void;
  readonly #leader: () => ServerAddress | undefined;
  readonly #waiting = new Map<number, Call<number>[]>();
  #lastToken = 0;
  /** Batches that may still grow: those that want a round, and those content with a lease. */
  #open = new Map<boolean, Call<number>[]>();

  constructor(input: (input: RaftInput) => void, leader: () => ServerAddress | undefined) {
    this.#input = input;
    this.#leader = leader;
  }

  /** @param isLeaseEnough whether a leader may answer by its lease, where it has one. */
  read(signal: AbortSignal | undefined, isLeaseEnough = false): Promise<number> {
    const call = openCall<number>(signal);
    const batch = this.#open.get(isLeaseEnough) ?? this.#openBatch(isLeaseEnough);
    batch.push(call);
    return call.promise;
  }

  #openBatch(isLeaseEnough: boolean): Call<number>[] {
    const batch: Call<number>[] = [];
    this.#lastToken += 1;
    this.#open.set(isLeaseEnough, batch);
    this.#waiting.set(this.#lastToken, batch);
    this.#input({ type: 'read-index', token: this.#lastToken, isLeaseEnough });
    return batch;
  }

  /** The core has taken the inputs of a turn: a later call must not join an earlier round. */
  endTurn(): void {
    this.#open.clear();
  }

  onReady(tokens: readonly number[], index: number): void {
    for (const call of this.#take(tokens)) call.resolve(index);
  }

  onFailed(tokens: readonly number[], reason: ReadFailure): void {
    const error = readError(reason, this.#leader());
    for (const call of this.#take(tokens)) call.reject(error);
  }

  failAll(error: RaftError): void {
    for (const call of this.#take([...this.#waiting.keys()])) call.reject(error);
    this.#open.clear();
  }

  #take(tokens: readonly number[]): Call<number>[] {
    const calls: Call<number>[] = [];
    for (const token of tokens) {
      const waiting = this.#waiting.get(token);
      this.#waiting.delete(token);
      if (waiting === undefined) continue;
      for (const [kind, batch] of this.#open) if (batch === waiting) this.#open.delete(kind);
      calls.push(...waiting);
    }
    return calls;
  }
}

function readError(reason: ReadFailure, leader: ServerAddress | undefined): RaftError {
  switch (reason) {
    case 'no-leader':
      return notLeader(undefined);
    case 'leadership-lost':
      return new RaftError('DROPPED', 'leadership changed during the read', {
        reason,
        ...(leader && { leader }),
      });
    case 'timed-out':
      return new RaftError(
        'DROPPED',
        'the leader was not confirmed, or its log not reached, in time',
        { reason },
      );
    case 'overloaded':
      return new RaftError('OVERLOADED', 'too many reads wait for confirmation', { reason });
  }
}
