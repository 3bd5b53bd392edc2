import type { ForwardFailure } from '@konsul/federation-router';
import { isRpcError, methodError, type RpcError } from '@konsul/rpc';
import { RequestError, type RequestErrorCode } from './request-error.js';

const HOP_PREFIX = 'rpc error making call: ';

/** Codes that say that nothing was begun, so that even a write may be tried again. */
const NOT_BEGUN: ReadonlySet<RequestErrorCode> = new Set<RequestErrorCode>([
  'NO_LEADER',
  'NOT_READY',
  'NO_SERVERS',
  'RATE_LIMITED',
  'NO_PATH_TO_DATACENTER',
  'DATACENTER_UNREACHABLE',
]);

const CODES: ReadonlySet<string> = new Set<RequestErrorCode>([
  ...NOT_BEGUN,
  'INVALID',
  'DENIED',
  'NOT_FOUND',
  'TOO_LARGE',
  'UNKNOWN_OUTCOME',
  'CANCELLED',
  'INTERNAL',
]);

/** A failure of ours as it travels to the agent that asked. */
export function toMethodError(error: unknown): RpcError {
  if (!(error instanceof RequestError)) return methodError('INTERNAL', messageOf(error));
  return methodError(error.code, error.detail, { isNotRun: NOT_BEGUN.has(error.code) });
}

/** A failed call to another agent, as a failure of the request. */
export function fromRpcError(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  if (!isRpcError(error)) return new RequestError('INTERNAL', messageOf(error), { cause: error });
  if (error.remote !== undefined) {
    const { code, message } = error.remote;
    const detail = message.startsWith(HOP_PREFIX) ? message : HOP_PREFIX + message;
    return new RequestError(isRequestErrorCode(code) ? code : 'INTERNAL', detail, { cause: error });
  }
  if (error.code === 'CANCELLED')
    return new RequestError('CANCELLED', error.detail, { cause: error });
  const code = error.mayHaveRun ? 'UNKNOWN_OUTCOME' : 'INTERNAL';
  return new RequestError(code, HOP_PREFIX + error.detail, { cause: error });
}

/** What a failed call means for trying again. */
export function forwardFailureOf(error: unknown): ForwardFailure {
  if (error instanceof RequestError) {
    return error.code === 'NO_LEADER' || error.code === 'NOT_READY' ? 'no-leader' : 'other';
  }
  if (!isRpcError(error)) return 'other';
  switch (error.remote?.code) {
    case undefined:
      break;
    case 'NO_LEADER':
    case 'NOT_READY':
      return 'no-leader';
    case 'RATE_LIMITED':
      return 'leader-rate-limited';
    default:
      return 'other';
  }
  switch (error.code) {
    case 'DIAL_FAILED':
    case 'DIAL_TIMEOUT':
      return 'not-sent';
    case 'CONNECTION_CLOSED':
      return error.mayHaveRun ? 'connection-lost' : 'not-sent';
    default:
      return 'other';
  }
}

function isRequestErrorCode(code: string): code is RequestErrorCode {
  return CODES.has(code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
