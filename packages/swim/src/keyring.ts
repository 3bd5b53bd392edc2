import { option } from '@konsul/runtime';
import { SwimError } from './errors.js';
import { type CipherKey, createCipherKey } from './wire/encryption.js';

/**
 * The keys of an encrypted cluster. The first is the primary: messages are sealed with it; every
 * key is tried, in order, to open what comes in. A cluster changes its key without a gap by adding
 * the new key everywhere, then using it everywhere, then removing the old one.
 *
 * Changes take effect with the next packet.
 *
 * @example
 * ```ts
 * const keyring = new Keyring([currentKey]);
 * keyring.add(nextKey);
 * keyring.use(nextKey);
 * keyring.remove(currentKey);
 * ```
 */
export class Keyring {
  #keys: readonly CipherKey[] = [];

  /**
   * @param keys - each of 16, 24 or 32 bytes (AES-128, 192 or 256), the primary first; copied.
   * @throws SwimError INVALID_KEY.
   */
  constructor(keys: readonly Uint8Array[] = []) {
    for (const key of keys) this.add(key);
  }

  get size(): number {
    return this.#keys.length;
  }

  /** The keys, primary first, as copies. */
  list(): readonly Uint8Array[] {
    return this.#keys.map((key) => Uint8Array.from(key.bytes));
  }

  /** The keys in the form in which the wire uses them, primary first. */
  cipherKeys(): readonly CipherKey[] {
    return this.#keys;
  }

  /**
   * Installs a key; the first one becomes the primary. Installing it again changes nothing.
   *
   * @throws SwimError INVALID_KEY when it is not 16, 24 or 32 bytes long.
   */
  add(key: Uint8Array): void {
    requireBytes(key);
    const cipherKey = createCipherKey(key);
    if (cipherKey === undefined) {
      throw new SwimError('INVALID_KEY', `key must be 16, 24 or 32 bytes long, not ${key.length}`);
    }
    if (this.#indexOf(key) === -1) this.#keys = [...this.#keys, cipherKey];
  }

  /**
   * Makes an installed key the primary.
   *
   * @throws SwimError KEY_NOT_INSTALLED, INVALID_KEY for what is no bytes.
   */
  use(key: Uint8Array): void {
    const index = this.#indexOf(key);
    const primary = this.#keys[index];
    if (primary === undefined) {
      throw new SwimError('KEY_NOT_INSTALLED', 'requested key is not in the keyring');
    }
    this.#keys = [primary, ...this.#keys.filter((other) => other !== primary)];
  }

  /**
   * Forgets a key. Removing one that is not installed changes nothing.
   *
   * @throws SwimError KEY_IS_PRIMARY, INVALID_KEY for what is no bytes.
   */
  remove(key: Uint8Array): void {
    const index = this.#indexOf(key);
    if (index === 0) {
      throw new SwimError('KEY_IS_PRIMARY', 'removing the primary key is not allowed');
    }
    this.#keys = this.#keys.filter((_, other) => other !== index);
  }

  #indexOf(key: Uint8Array): number {
    requireBytes(key);
    return this.#keys.findIndex((installed) => Buffer.from(installed.bytes).equals(key));
  }
}

/** A key that is none is a secret all the same: the message does not show it. */
function requireBytes(key: unknown): void {
  if (option.bytes(key, 'key') === undefined) return;
  throw new SwimError('INVALID_KEY', `key must be a Uint8Array, not of type ${typeof key}`);
}
