import { dialReason, type Endpoint, formatEndpoint, systemReason } from '@konsul/runtime';
import { RpcError, type RpcErrorCode } from '../errors.js';

/** What a dial was doing when it failed. */
export type DialPhase = 'connect' | 'tls' | 'hello';

/** A dial that failed, in words that operators know from Consul. */
export function dialError(to: Endpoint, phase: DialPhase, cause: unknown): RpcError {
  if (phase === 'connect')
    return failed(to, 'DIAL_FAILED', { reason: dialReason(to, cause), cause });
  return failed(to, 'HANDSHAKE_FAILED', { reason: `${phase}: ${systemReason(cause)}`, cause });
}

/** A dial whose time was over. */
export function dialTimeout(to: Endpoint): RpcError {
  return failed(to, 'DIAL_TIMEOUT', { reason: `dial tcp ${formatEndpoint(to)}: i/o timeout` });
}

interface Failure {
  readonly reason: string;
  readonly cause?: unknown;
}

function failed(to: Endpoint, code: RpcErrorCode, failure: Failure): RpcError {
  const { reason, cause } = failure;
  return new RpcError(code, `failed to connect to "${formatEndpoint(to)}": ${reason}`, { cause });
}
