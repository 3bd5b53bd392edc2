import type { OptionRule } from '@konsul/runtime';
import type { JoinFailure } from './core/effect.js';

/**
 * Everything a caller can get wrong, by name.
 *
 * - `INVALID_CONFIG`: an option has a value outside its bounds. Nothing was started; retrying is useless.
 * - `INVALID_ARGUMENT`: an argument of a call is not what it must be. Nothing was done; retrying is useless.
 * - `INVALID_KEY`: a gossip key is not 16, 24 or 32 bytes long. The keyring is unchanged.
 * - `KEY_NOT_INSTALLED`: a key was named that the keyring does not hold. The keyring is unchanged.
 * - `KEY_IS_PRIMARY`: the primary key cannot be removed; make another key primary first.
 * - `NOT_RUNNING`: the member has not been started, has been stopped, or has left. Nothing was done.
 * - `ALREADY_STARTED`: a member is started once; create another one.
 * - `INVALID_ADDRESS`: text that is no address, or a name that does not resolve. Nothing was done.
 * - `UNKNOWN_MEMBER`: no member of that name is known. Nothing was done.
 * - `JOIN_FAILED`: none of the peers agreed; the message says why for each. Retrying is sensible.
 * - `TIMEOUT`: not finished in time; it may still take effect. Retrying is sensible.
 * - `UNREACHABLE`: the peer was not reached, or ended the conversation. Retrying is sensible.
 * - `TOO_LARGE`: what was given exceeds a bound of the protocol. Nothing was done.
 * - `INTERNAL_FAULT`: a defect of this package; the member has stopped.
 */
export type SwimErrorCode =
  | 'INVALID_CONFIG'
  | 'INVALID_ARGUMENT'
  | 'INVALID_KEY'
  | 'KEY_NOT_INSTALLED'
  | 'KEY_IS_PRIMARY'
  | 'NOT_RUNNING'
  | 'ALREADY_STARTED'
  | 'INVALID_ADDRESS'
  | 'UNKNOWN_MEMBER'
  | 'JOIN_FAILED'
  | 'TIMEOUT'
  | 'UNREACHABLE'
  | 'TOO_LARGE'
  | 'INTERNAL_FAULT';

/** What an error may bear besides its code and detail. */
export interface SwimErrorOptions extends ErrorOptions {
  readonly joinFailures?: readonly JoinFailure[];
}

/** What this package throws at, or rejects to, its user. Recognise it with {@link isSwimError}. */
export class SwimError extends Error {
  override readonly name = 'SwimError';
  readonly code: SwimErrorCode;

  /** The message without the code. */
  readonly detail: string;
  /** With `JOIN_FAILED`, why each peer did not agree; else empty. */
  readonly joinFailures: readonly JoinFailure[];

  constructor(code: SwimErrorCode, detail: string, options: SwimErrorOptions = {}) {
    super(`[${code}] ${detail}`, options);
    this.code = code;
    this.detail = detail;
    this.joinFailures = options.joinFailures ?? [];
  }
}

/**
 * Whether a value is a {@link SwimError}, of one code where one is given; also one of another copy
 * of this package.
 */
export function isSwimError(value: unknown, code?: SwimErrorCode): value is SwimError {
  if (!(value instanceof Error) || value.name !== 'SwimError') return false;
  return code === undefined || (value as SwimError).code === code;
}

/** What is wrong with an option, as an error. */
export function refuseOption(problem: string): never {
  throw new SwimError('INVALID_CONFIG', problem);
}

/** Checks an argument of a call, for callers whom no compiler has told. @throws SwimError INVALID_ARGUMENT. */
export function checkArgument(name: string, value: unknown, rule: OptionRule): void {
  const problem = rule(value, name);
  if (problem !== undefined) throw new SwimError('INVALID_ARGUMENT', problem);
}
