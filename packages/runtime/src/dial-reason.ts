import { type Endpoint, formatEndpoint } from './core/endpoint.js';

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

/** What a failed system call says in those words; the error's own message where it has none. */
export function systemReason(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return REASONS[systemCode(cause)] ?? text;
}

/** Why a dial failed, for example `dial tcp 10.1.2.3:8300: connect: connection refused`. */
export function dialReason(to: Endpoint, cause: unknown): string {
  const code = systemCode(cause);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `dial tcp: lookup ${to.host}: no such host`;
  }
  return `dial tcp ${formatEndpoint(to)}: ${systemReason(cause)}`;
}

function systemCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
