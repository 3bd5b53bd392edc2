import { isSwimError, type Keyring, type SwimErrorCode } from '@konsul/swim';
import type { KeyringAccess, KeyringFailure } from '../core/keyring-access.js';

/** What peers and their tools are told. Source: Serf with memberlist up to 0.5.3, word for word. */
const FAILURES: ReadonlyMap<SwimErrorCode, KeyringFailure> = new Map([
  ['INVALID_KEY', 'key size must be 16, 24 or 32 bytes'],
  ['KEY_NOT_INSTALLED', 'Requested key is not in the keyring'],
  ['KEY_IS_PRIMARY', 'Removing the primary key is not allowed'],
]);

/** The keyring of the layer below as the core uses it: failures are texts, keys are base64. */
export function adaptKeyring(keyring: Keyring): KeyringAccess {
  return {
    get size(): number {
      return keyring.size;
    },
    install: (key) => failureOf(() => keyring.add(key)),
    use: (key) => failureOf(() => keyring.use(key)),
    remove: (key) => failureOf(() => keyring.remove(key)),
    list: () => keyring.list().map((key) => Buffer.from(key).toString('base64')),
  };
}

function failureOf(change: () => void): KeyringFailure | undefined {
  try {
    change();
    return undefined;
  } catch (error) {
    if (!isSwimError(error)) throw error;
    return FAILURES.get(error.code) ?? error.message;
  }
}
