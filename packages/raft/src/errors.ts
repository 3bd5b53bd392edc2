import type {
  MembershipRejection,
  ProposalRejection,
  ReadFailure,
  TransferFailure,
} from './core/effect.js';

/**
 * Why something failed.
 *
 * Outcomes of proposals, reads and changes:
 * - `NOT_LEADER`: not taken; try at `leader`, where it is known. Safe to retry.
 * - `OVERLOADED`: not taken; the node has too much under way. Retry later.
 * - `DROPPED`: not taken, for the reason in the message. Safe to retry.
 * - `OUTCOME_UNKNOWN`: taken, but this node will not learn whether it commits. It may have taken
 *   effect or may yet; retrying can make it happen twice.
 * - `ABORTED`: the caller's signal fired. A proposal may still take effect.
 * - `REFUSED`: the change or transfer is not possible now, or what was given is none; the message
 *   says why. Nothing has happened, but for one reason: with `stays-learner` the server that
 *   `addVoter` was given is a member now, without a vote.
 * - `STOPPED`: the node is not running. Never taken, unless it was under way when it stopped.
 *
 * Mistakes of the caller:
 * - `INVALID_CONFIG`: an option is out of bounds; names key, value and bound.
 * - `ALREADY_BOOTSTRAPPED`: the node has a log already.
 * - `ALREADY_STARTED`: `start` was called before.
 * - `TRANSPORT_FAILED`: the transport could not start; the address may be in use.
 *
 * Storage; all but the first two end the node:
 * - `LOG_COMPACTED`: the entries asked for are no longer held.
 * - `SNAPSHOT_NOT_FOUND`: no snapshot of that name is visible.
 * - `SNAPSHOT_CORRUPT`: a snapshot is not what was written.
 * - `STORAGE_FAILED`: a write or flush failed; the store takes nothing more.
 * - `STORAGE_CORRUPT`: what is on disk is damaged in a way a crash cannot explain.
 * - `STORAGE_FOREIGN`: the directory belongs to another node or cluster, or snapshots to another log.
 * - `STORAGE_TOO_NEW`: a newer release wrote it.
 * - `STORAGE_LOCKED`: another process has it open.
 * - `STATE_MACHINE_FAILED`: the state machine threw; its state can no longer be trusted.
 */
export type RaftErrorCode =
  | 'NOT_LEADER'
  | 'OVERLOADED'
  | 'DROPPED'
  | 'OUTCOME_UNKNOWN'
  | 'ABORTED'
  | 'REFUSED'
  | 'STOPPED'
  | 'INVALID_CONFIG'
  | 'ALREADY_BOOTSTRAPPED'
  | 'ALREADY_STARTED'
  | 'TRANSPORT_FAILED'
  | 'LOG_COMPACTED'
  | 'SNAPSHOT_NOT_FOUND'
  | 'SNAPSHOT_CORRUPT'
  | 'STORAGE_FAILED'
  | 'STORAGE_CORRUPT'
  | 'STORAGE_FOREIGN'
  | 'STORAGE_TOO_NEW'
  | 'STORAGE_LOCKED'
  | 'STATE_MACHINE_FAILED';

/** Why a call was refused or dropped, for programs; the message says it for people. */
export type RaftErrorReason =
  | ProposalRejection
  | MembershipRejection
  | TransferFailure
  | ReadFailure
  /**
   * A server that was to be a voter has not caught up: it was added and stays a learner. Take it
   * out with `removeServer`, or try again with `addVoter`.
   */
  | 'stays-learner'
  /** A server that was to be a voter was removed before it had caught up. */
  | 'removed-meanwhile'
  /** Another leader wrote in its place. */
  | 'overwritten'
  /** A backup is being restored. */
  | 'restore-in-progress'
  /** A member runs a release that would not understand it. */
  | 'not-understood-by-all';

/** What a {@link RaftError} may carry besides its message. */
export interface RaftErrorDetails {
  readonly cause?: unknown;
  /** With `NOT_LEADER`: who leads, as far as this node knows. */
  readonly leader?: { readonly id: string; readonly address: string };
  /** With `DROPPED`, `REFUSED` and `OVERLOADED`, where there is one of the closed list. */
  readonly reason?: RaftErrorReason;
}

/** Every error this package raises on purpose. Recognise it by `code`. */
export class RaftError extends Error {
  override readonly name = 'RaftError';
  readonly code: RaftErrorCode;
  /** With `NOT_LEADER`: who leads, as far as this node knows. */
  readonly leader: { readonly id: string; readonly address: string } | undefined;
  /** With `DROPPED`, `REFUSED` and `OVERLOADED`: why. */
  readonly reason: RaftErrorReason | undefined;

  constructor(code: RaftErrorCode, message: string, details: RaftErrorDetails = {}) {
    super(`[${code}] ${message}`, details.cause === undefined ? {} : { cause: details.cause });
    this.code = code;
    this.leader = details.leader;
    this.reason = details.reason;
  }
}

/** Whether a value is a {@link RaftError}, of one code where one is given. */
export function isRaftError(value: unknown, code?: RaftErrorCode): value is RaftError {
  if (!(value instanceof Error) || value.name !== 'RaftError') return false;
  return code === undefined || (value as RaftError).code === code;
}

/** What something that was thrown says. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What is wrong with an option, as an error. */
export function refuseOption(problem: string): never {
  throw new RaftError('INVALID_CONFIG', problem);
}
