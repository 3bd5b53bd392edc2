import type { OptionRule } from '@konsul/runtime';
import type { JoinFailure } from '@konsul/swim';

/**
 * Everything a caller can get wrong, by name.
 *
 * - `INVALID_CONFIG`: an option has a value outside its bounds. Nothing was done; retrying is useless.
 * - `INVALID_ARGUMENT`: an argument of a call is not what it must be. Nothing was done; retrying is useless.
 * - `INVALID_KEY`: a key is not 16, 24 or 32 bytes. Nothing was done.
 * - `NOT_RUNNING`: the member has not been started, has left or has been stopped. Nothing was done.
 * - `ALREADY_STARTED`: a member is started once; create another one.
 * - `INVALID_ADDRESS`: text that is no address, or a name that does not resolve. Nothing was done.
 * - `JOIN_FAILED`: none of the peers agreed; the message says why for each. Retrying is sensible.
 * - `TOO_LARGE`: tags, an event, a query or an answer exceeds its bound. Nothing was done.
 * - `TOO_MANY_QUERIES`: as many queries as allowed are open. Retrying after some have ended is sensible.
 * - `RESERVED_NAME`: a query's name begins with `_serf_`, which belongs to the protocol. Nothing was done.
 * - `UNSUPPORTED`: the protocol version in use does not have what was asked for. Nothing was done.
 * - `QUERY_CLOSED`: the query was answered before, or its deadline has passed. Nothing was sent.
 * - `SNAPSHOT_LOCKED`: another member holds the snapshot file; the message says which process. Nothing was
 *   started.
 * - `SNAPSHOT_UNUSABLE`: the snapshot file is something else, or cannot be read or written. Nothing was
 *   started, and what the file held is still there.
 * - `TIMEOUT`: not spread in time; it may still take effect. Retrying is harmless.
 * - `UNREACHABLE`: a peer was not reached. Retrying is sensible.
 * - `AGENT_CLOSED`: an agent's command port was not reached, or the connection to it ended. What was asked
 *   may have been done.
 * - `AGENT_REFUSED`: an agent answered a command with an error, which is the message.
 * - `INVALID_USAGE`: a command line cannot be understood. Nothing was done.
 * - `INTERNAL_FAULT`: a defect of this package; the member has stopped.
 */
export type SerfErrorCode =
  | 'INVALID_CONFIG'
  | 'INVALID_ARGUMENT'
  | 'INVALID_KEY'
  | 'NOT_RUNNING'
  | 'ALREADY_STARTED'
  | 'INVALID_ADDRESS'
  | 'JOIN_FAILED'
  | 'TOO_LARGE'
  | 'TOO_MANY_QUERIES'
  | 'RESERVED_NAME'
  | 'UNSUPPORTED'
  | 'QUERY_CLOSED'
  | 'SNAPSHOT_LOCKED'
  | 'SNAPSHOT_UNUSABLE'
  | 'TIMEOUT'
  | 'UNREACHABLE'
  | 'AGENT_CLOSED'
  | 'AGENT_REFUSED'
  | 'INVALID_USAGE'
  | 'INTERNAL_FAULT';

/** What an error may bear besides its code and detail. */
export interface SerfErrorOptions extends ErrorOptions {
  readonly joinFailures?: readonly JoinFailure[];
}

/** What this package throws at, or rejects to, its user. Recognise it with {@link isSerfError}. */
export class SerfError extends Error {
  override readonly name = 'SerfError';
  readonly code: SerfErrorCode;

  /** The message without the code. */
  readonly detail: string;
  /** With `JOIN_FAILED`, why each peer did not agree; else empty. */
  readonly joinFailures: readonly JoinFailure[];

  constructor(code: SerfErrorCode, detail: string, options: SerfErrorOptions = {}) {
    super(`[${code}] ${detail}`, options);
    this.code = code;
    this.detail = detail;
    this.joinFailures = options.joinFailures ?? [];
  }
}

/**
 * Whether a value is a {@link SerfError}, of one code where one is given; also one of another copy
 * of this package.
 */
export function isSerfError(value: unknown, code?: SerfErrorCode): value is SerfError {
  if (!(value instanceof Error) || value.name !== 'SerfError') return false;
  return code === undefined || (value as SerfError).code === code;
}

/** What is wrong with an option, as an error. */
export function refuseOption(problem: string): never {
  throw new SerfError('INVALID_CONFIG', problem);
}

/** Checks an argument of a call, for callers whom no compiler has told. @throws SerfError INVALID_ARGUMENT. */
export function checkArgument(name: string, value: unknown, rule: OptionRule): void {
  const problem = rule(value, name);
  if (problem !== undefined) throw new SerfError('INVALID_ARGUMENT', problem);
}
