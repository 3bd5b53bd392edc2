/**
 * - `INVALID_CONFIG`: an option is out of bounds or the two datacenters of an area are one. Raised
 *   by factories; nothing was done.
 * - `NOT_LISTENING`: the port listener that the transport shares is not listening. Listen first.
 */
export type AreaTransportErrorCode = 'INVALID_CONFIG' | 'NOT_LISTENING';

/**
 * Every error that this package itself raises; dialling rejects with the errors of `rpc`. Recognise
 * it with {@link isAreaTransportError}.
 */
export class AreaTransportError extends Error {
  override readonly name = 'AreaTransportError';
  readonly code: AreaTransportErrorCode;

  constructor(code: AreaTransportErrorCode, message: string, options?: ErrorOptions) {
    super(`[${code}] ${message}`, options);
    this.code = code;
  }
}

/**
 * Whether a value is an {@link AreaTransportError}, of one code where one is given; also one of
 * another copy of this package.
 */
export function isAreaTransportError(
  value: unknown,
  code?: AreaTransportErrorCode,
): value is AreaTransportError {
  if (!(value instanceof Error) || value.name !== 'AreaTransportError') return false;
  return code === undefined || (value as AreaTransportError).code === code;
}

/** What is wrong with an option, as an error. */
export function refuseOption(problem: string): never {
  throw new AreaTransportError('INVALID_CONFIG', problem);
}
