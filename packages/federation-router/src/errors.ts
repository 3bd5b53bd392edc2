/**
 * - `INVALID_CONFIG`: a setting is out of its bounds. Nothing was started.
 * - `NO_PATH_TO_DATACENTER`: no area knows a server of that datacenter. Nothing was sent; retrying
 *   helps only after the datacenter has joined.
 * - `DATACENTER_UNREACHABLE`: servers are known, but none answered the last check. Nothing was
 *   sent; retrying later is right.
 * - `NO_SERVERS`: this node knows no server of its own datacenter. Nothing was sent; retry later.
 */
export type RouterErrorCode =
  | 'INVALID_CONFIG'
  | 'NO_PATH_TO_DATACENTER'
  | 'DATACENTER_UNREACHABLE'
  | 'NO_SERVERS';

/** What the router cannot do, and why. */
export class RouterError extends Error {
  override readonly name = 'RouterError';
  readonly code: RouterErrorCode;

  constructor(code: RouterErrorCode, message: string) {
    super(`[${code}] ${message}`);
    this.code = code;
  }
}
