/**
 * - `INVALID_CONFIG`: a setting is out of its bounds. Nothing was started.
 * - `NO_PATH_TO_DATACENTER`: no area knows a server of that datacenter. Nothing was sent; retrying
 *   helps only after the datacenter has joined.
 * - `DATACENTER_UNREACHABLE`: servers are known, but none answered the last check. Nothing was
 *   sent; retrying later is right.
 */
export type RouterErrorCode = 'INVALID_CONFIG' | 'NO_PATH_TO_DATACENTER' | 'DATACENTER_UNREACHABLE';

/** What the router cannot do, and why. Recognise it with {@link isRouterError}. */
export class RouterError extends Error {
  override readonly name = 'RouterError';
  readonly code: RouterErrorCode;

  constructor(code: RouterErrorCode, message: string, options?: ErrorOptions) {
    super(`[${code}] ${message}`, options);
    this.code = code;
  }
}

/**
 * Whether a value is a {@link RouterError}, of one code where one is given; also one of another
 * copy of this package.
 */
export function isRouterError(value: unknown, code?: RouterErrorCode): value is RouterError {
  if (!(value instanceof Error) || value.name !== 'RouterError') return false;
  return code === undefined || (value as RouterError).code === code;
}

/** What is wrong with an option, as an error. */
export function refuseOption(problem: string): never {
  throw new RouterError('INVALID_CONFIG', problem);
}
