import { type Endpoint, formatEndpoint } from '@konsul/runtime';
import { RpcError, type RpcErrorCode } from '../errors.js';

/** The words in which Go programs, and so the tools around Consul, report failed system calls. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'connect: permission denied',
  EADDRNOTAVAIL: 'connect: cannot assign requested address',
  ECONNREFUSED: 'connect: connection refused',
  ECONNRESET: 'read: connection reset by peer',
  EHOSTUNREACH: 'connect: no route to host',
  ENETUNREACH: 'connect: network is unreachable',
  EPIPE: 'write: broken pipe',
  ETIMEDOUT: 'i/o timeout',
};

/** What a dial was doing when it failed. */
export type DialPhase = 'connect' | 'tls' | 'hello';

/** A dial that failed, in words that operators know from Consul. */
export function dialError(to: Endpoint, phase: DialPhase, cause: unknown): RpcError {
  const address = formatEndpoint(to);
  const code = systemCode(cause);
  const text = cause instanceof Error ? cause.message : String(cause);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return failed(to, 'DIAL_FAILED', {
      reason: `dial tcp: lookup ${to.host}: no such host`,
      cause,
    });
  const reason = REASONS[code] ?? text;
  if (phase === 'connect')
    return failed(to, 'DIAL_FAILED', { reason: `dial tcp ${address}: ${reason}`, cause });
  return failed(to, 'HANDSHAKE_FAILED', { reason: `${phase}: ${reason}`, cause });
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

function systemCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
