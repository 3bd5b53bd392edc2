import { Buffer } from 'node:buffer';
import type { Rng } from '../core/rng.js';

const KEY_BYTES = 32;
const WORD_BYTES = 4;

/**
 * A new key of 32 bytes in base64, as `keygen` commands print it.
 *
 * @param rng - of the system: a seeded one makes a key that can be guessed.
 */
export function randomKey(rng: Rng): string {
  const key = Buffer.alloc(KEY_BYTES);
  for (let at = 0; at < KEY_BYTES; at += WORD_BYTES) key.writeUInt32LE(rng.uint32(), at);
  return key.toString('base64');
}
