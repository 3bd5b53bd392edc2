import { describeJoinFailures } from '@konsul/swim';
import type { SerfFailureReason, SerfOutcome } from '../core/effect.js';
import { SerfError, type SerfErrorCode } from '../errors.js';

/** How a command ended well. */
export type SerfSuccess = Exclude<SerfOutcome, { readonly type: 'failed' | 'join-failed' }>;

const ERROR_CODES: Readonly<Record<SerfFailureReason, SerfErrorCode>> = {
  'not-started': 'NOT_RUNNING',
  left: 'NOT_RUNNING',
  timeout: 'TIMEOUT',
  refused: 'UNREACHABLE',
  unreachable: 'UNREACHABLE',
  rejected: 'UNREACHABLE',
  'too-large': 'TOO_LARGE',
  'query-closed': 'QUERY_CLOSED',
  'too-many-queries': 'TOO_MANY_QUERIES',
  unsupported: 'UNSUPPORTED',
  'reserved-name': 'RESERVED_NAME',
};

/** What the user is told of an outcome: itself, or the error that its promise rejects with. */
export function commandResult(outcome: SerfOutcome): SerfSuccess | SerfError {
  if (outcome.type === 'failed') {
    return new SerfError(ERROR_CODES[outcome.reason], outcome.detail);
  }
  if (outcome.type === 'join-failed') {
    const { failures: joinFailures } = outcome;
    return new SerfError('JOIN_FAILED', describeJoinFailures(joinFailures), { joinFailures });
  }
  return outcome;
}
