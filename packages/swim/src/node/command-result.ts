import { formatEndpoint } from '@konsul/runtime';
import type { JoinFailure, SwimFailureReason, SwimOutcome } from '../core/effect.js';
import { SwimError, type SwimErrorCode } from '../errors.js';

/** How a command ended well. */
export type SwimSuccess = Exclude<SwimOutcome, { readonly type: 'failed' | 'join-failed' }>;

const ERROR_CODES: Readonly<Record<SwimFailureReason, SwimErrorCode>> = {
  'not-started': 'NOT_RUNNING',
  left: 'NOT_RUNNING',
  timeout: 'TIMEOUT',
  refused: 'UNREACHABLE',
  unreachable: 'UNREACHABLE',
  rejected: 'UNREACHABLE',
  'too-large': 'TOO_LARGE',
};

/** What the user is told of an outcome: itself, or the error that its promise rejects with. */
export function commandResult(outcome: SwimOutcome): SwimSuccess | SwimError {
  if (outcome.type === 'failed') {
    return new SwimError(ERROR_CODES[outcome.reason], outcome.detail);
  }
  if (outcome.type === 'join-failed') {
    const { failures: joinFailures } = outcome;
    return new SwimError('JOIN_FAILED', describeJoinFailures(joinFailures), { joinFailures });
  }
  return outcome;
}

/** Says for each peer why it was not joined. */
export function describeJoinFailures(failures: readonly JoinFailure[]): string {
  if (failures.length === 0) return 'no peer was named';
  const parts = failures.map(({ peer, detail }) => `${formatEndpoint(peer)}: ${detail}`);
  return `no peer agreed: ${parts.join('; ')}`;
}
