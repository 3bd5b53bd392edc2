import { isSwimError, type Keyring } from '@konsul/swim';
import type { KeyringAccess, KeyringFailure } from '../core/keyring-access.js';

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
    if (isSwimError(error)) return error.message.replace(/^\[\w+\] /, '');
    throw error;
  }
}
