/**
 * - `INVALID_CONFIG`: an option is out of bounds or the two datacenters of an area are one. Raised
 *   by factories; nothing was done.
 * - `NOT_LISTENING`: the port listener that the transport shares is not listening. Listen first.
 */
export type AreaTransportErrorCode = 'INVALID_CONFIG' | 'NOT_LISTENING';

/** Every error that this package itself raises; dialling rejects with the errors of `rpc`. */
export class AreaTransportError extends Error {
  override readonly name = 'AreaTransportError';
  readonly code: AreaTransportErrorCode;

  constructor(code: AreaTransportErrorCode, detail: string) {
    super(`[${code}] ${detail}`);
    this.code = code;
  }
}
