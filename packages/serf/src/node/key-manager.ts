import { checkOptions } from '@konsul/runtime';
import type { KeyOperation } from '../core/input.js';
import { refuseOption, SerfError } from '../errors.js';
import { KEY_OPTION_RULES, SERF_ARGUMENT_RULES } from '../option-rules.js';
import type { KeyManager, KeyOptions, KeyResult } from '../serf.js';

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
    async (key: Uint8Array, options: KeyOptions = {}): Promise<KeyResult> => {
      checkKey(key);
      checkOptions(options, KEY_OPTION_RULES, refuseOption);
      return await send({ operation, key, relayFactor: options.relayFactor ?? 0 });
    };
  return {
    install: change('install'),
    use: change('use'),
    remove: change('remove'),
    list: async (options = {}) => {
      checkOptions(options, KEY_OPTION_RULES, refuseOption);
      return await send({ operation: 'list', key: NO_KEY, relayFactor: options.relayFactor ?? 0 });
    },
  };
}

/** A key that is none is a secret all the same: the message does not show it. */
function checkKey(key: Uint8Array): void {
  if (SERF_ARGUMENT_RULES.key(key, 'key') !== undefined) {
    throw new SerfError('INVALID_KEY', `key must be a Uint8Array, not of type ${typeof key}`);
  }
  if (!KEY_BYTES.includes(key.length)) {
    throw new SerfError('INVALID_KEY', `key must be 16, 24 or 32 bytes long, not ${key.length}`);
  }
}
