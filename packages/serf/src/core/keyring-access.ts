/** Why a key was not installed, used or removed, in words for an operator. */
export type KeyringFailure = string;

/** What a core may do with the keys of an encrypted pool. */
export interface KeyringAccess {
  /** Keys held; 0 means that nothing is encrypted. */
  readonly size: number;
  install(key: Uint8Array): KeyringFailure | undefined;
  use(key: Uint8Array): KeyringFailure | undefined;
  remove(key: Uint8Array): KeyringFailure | undefined;
  /** All keys in base64, the primary first. */
  list(): readonly string[];
}
