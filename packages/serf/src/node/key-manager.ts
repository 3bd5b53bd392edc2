import type { KeyOperation } from '../core/input.js';
import { SerfError } from '../errors.js';
import type { KeyManager, KeyResult } from '../serf.js';

const NO_KEY: Uint8Array = new Uint8Array(0);
const KEY_BYTES: readonly number[] = [16, 24, 32];

/** What a key request is to carry. */
export interface KeyRequestOptions {
  readonly operation: KeyOperation;
  readonly key: Uint8Array;
  readonly relayFactor: number;
}

/** The pool's keys, over something that sends requests. */
export function createKeyManager(
  send: (request: KeyRequestOptions) => Promise<KeyResult>,
): KeyManager {
  const change =
    (operation: KeyOperation) =>
    async (
      key: Uint8Array,
      options: { readonly relayFactor?: number } = {},
    ): Promise<KeyResult> => {
      if (!KEY_BYTES.includes(key.length)) {
        throw new SerfError(
          'INVALID_KEY',
          `key must be 16, 24 or 32 bytes long, not ${key.length}`,
        );
      }
      return await send({ operation, key, relayFactor: options.relayFactor ?? 0 });
    };
  return {
    install: change('install'),
    use: change('use'),
    remove: change('remove'),
    list: (options = {}) =>
      send({ operation: 'list', key: NO_KEY, relayFactor: options.relayFactor ?? 0 }),
  };
}
