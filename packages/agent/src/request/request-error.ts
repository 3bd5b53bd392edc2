/**
 * Why a request was not answered.
 *
 * - `INVALID`: the request contradicts itself or a bound; mend it.
 * - `DENIED`: the caller's token does not allow it.
 * - `NOT_FOUND`: the thing it names does not exist.
 * - `TOO_LARGE`: its body is above the limit.
 * - `RATE_LIMITED`: refused for load before anything was done; retry later, perhaps elsewhere.
 * - `NO_LEADER`, `NOT_READY`: the datacenter cannot answer now; retry. For a write nothing happened.
 * - `NO_SERVERS`: this agent knows no server; retry.
 * - `NO_PATH_TO_DATACENTER`, `DATACENTER_UNREACHABLE`: see the router; nothing was sent.
 * - `UNKNOWN_OUTCOME`: the connection or the leadership was lost under way; a write may have happened.
 * - `CANCELLED`: the caller gave up.
 * - `INTERNAL`: everything else.
 */
export type RequestErrorCode =
  | 'INVALID'
  | 'DENIED'
  | 'NOT_FOUND'
  | 'TOO_LARGE'
  | 'RATE_LIMITED'
  | 'NO_LEADER'
  | 'NOT_READY'
  | 'NO_SERVERS'
  | 'NO_PATH_TO_DATACENTER'
  | 'DATACENTER_UNREACHABLE'
  | 'UNKNOWN_OUTCOME'
  | 'CANCELLED'
  | 'INTERNAL';

/**
 * A failed request. `detail` is the text that Consul's clients match on; a hop adds its prefix to it.
 */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly code: RequestErrorCode;
  readonly detail: string;

  constructor(code: RequestErrorCode, detail: string, options?: { readonly cause?: unknown }) {
    super(`[${code}] ${detail}`, options);
    this.code = code;
    this.detail = detail;
  }
}
