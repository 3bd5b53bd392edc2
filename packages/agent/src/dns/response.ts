import type { DnsQuery } from './query.js';
import type { DnsRecord } from './record.js';

/** How a question was answered. Source: RFC 1035 section 4.1.1. */
export const RCODE = {
  noError: 0,
  formatError: 1,
  serverFailure: 2,
  nameError: 3,
  notImplemented: 4,
  refused: 5,
  /** The version of EDNS is not known. Source: RFC 6891. */
  badVersion: 16,
} as const;

/** One of {@link RCODE}. */
export type Rcode = (typeof RCODE)[keyof typeof RCODE];

/** An answer before it is cut to size and written. */
export interface DnsResponse {
  readonly query: DnsQuery;
  readonly rcode: Rcode;
  readonly isAuthoritative: boolean;
  readonly isRecursionAvailable: boolean;
  readonly answers: readonly DnsRecord[];
  readonly authorities: readonly DnsRecord[];
  readonly additionals: readonly DnsRecord[];
  /** The answer depends on who asks, so that caches must keep it per client network. */
  readonly dependsOnClient: boolean;
}

/** An answer without records. */
export function emptyResponse(query: DnsQuery, rcode: Rcode): DnsResponse {
  return {
    query,
    rcode,
    isAuthoritative: false,
    isRecursionAvailable: false,
    answers: [],
    authorities: [],
    additionals: [],
    dependsOnClient: false,
  };
}
