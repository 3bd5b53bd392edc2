import { RaftError } from './errors.js';

/**
 * Refuses what is no `Uint8Array`, however it calls itself. A text has a length too, and would be
 * copied as so many zeros.
 *
 * @param what Begins the message, with its article: `a command`.
 * @throws RaftError REFUSED saying what it is instead.
 */
export function requireBytes(value: unknown, what: string): asserts value is Uint8Array {
  if (isBytes(value)) return;
  throw new RaftError('REFUSED', `${what} must be a Uint8Array; it is ${nameOf(value)}`);
}

/**
 * Refuses what cannot be gone through piece by piece; each piece is looked at when it comes.
 *
 * @throws RaftError REFUSED saying what it is instead.
 */
export function requireChunks(
  value: unknown,
  what: string,
): asserts value is AsyncIterable<unknown> | Iterable<unknown> {
  const isObject = typeof value === 'object' && value !== null;
  if (isObject && (Symbol.asyncIterator in value || Symbol.iterator in value)) return;
  throw new RaftError('REFUSED', `${what} must be chunks of Uint8Array; it is ${nameOf(value)}`);
}

/** Whether a value is a `Uint8Array`, of this realm or another one. */
export function isBytes(value: unknown): value is Uint8Array {
  if (value instanceof Uint8Array) return true;
  return ArrayBuffer.isView(value) && tagOf(value) === 'Uint8Array';
}

/** What a value is, for a message: `a string`, `an Array`, `undefined`. */
export function nameOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  const name = typeof value === 'object' ? tagOf(value) : typeof value;
  return /^[aeio]/i.test(name) ? `an ${name}` : `a ${name}`;
}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
