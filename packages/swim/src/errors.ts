/**
 * Everything a caller can get wrong, by name.
 *
 * - `INVALID_CONFIG`: an option has a value outside its bounds. Nothing was started; retrying is useless.
 * - `INVALID_KEY`: a gossip key is not 16, 24 or 32 bytes long. The keyring is unchanged.
 * - `KEY_NOT_INSTALLED`: a key was named that the keyring does not hold. The keyring is unchanged.
 * - `KEY_IS_PRIMARY`: the primary key cannot be removed; make another key primary first.
 */
export type SwimErrorCode =
  | 'INVALID_CONFIG'
  | 'INVALID_KEY'
  | 'KEY_NOT_INSTALLED'
  | 'KEY_IS_PRIMARY';

/** What this package throws at, or rejects to, its user. Tell errors apart by `code`. */
export class SwimError extends Error {
  override readonly name = 'SwimError';
  readonly code: SwimErrorCode;

  constructor(code: SwimErrorCode, message: string, options?: ErrorOptions) {
    super(`[${code}] ${message}`, options);
    this.code = code;
  }
}
