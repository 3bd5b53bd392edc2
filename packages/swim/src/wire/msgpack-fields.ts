import { encodedKey } from './field-keys.js';

/**
 * The fields of one message: names as they stand on the wire, in the order in which the structure
 * declares them (a peer may send a structure as an array in that order). Made once per message
 * type, kept in a constant.
 */
export class MsgpackFields<Name extends string> {
  readonly declared: readonly Name[];
  /** In ascending order, in which peers write them. */
  readonly sorted: readonly Name[];
  /** The names in that order, each as its whole key of one header byte and the text. */
  readonly sortedKeys: readonly Uint8Array[];

  /** @param declared - names of at most 31 ASCII characters. */
  constructor(declared: readonly Name[]) {
    this.declared = declared;
    this.sorted = [...declared].sort();
    this.sortedKeys = this.sorted.map(encodedKey);
  }

  /** The field whose name stands at `start`, or undefined when there is none. */
  find(bytes: Uint8Array, start: number, length: number): Name | undefined {
    const span = { start, length };
    for (const [index, key] of this.sortedKeys.entries()) {
      if (isKey(key, bytes, span)) return this.sorted[index];
    }
    return undefined;
  }
}

interface KeySpan {
  readonly start: number;
  readonly length: number;
}

function isKey(key: Uint8Array, bytes: Uint8Array, { start, length }: KeySpan): boolean {
  if (length !== key.length - 1) return false;
  for (let index = 0; index < length; index += 1) {
    if (bytes[start + index] !== key[index + 1]) return false;
  }
  return true;
}
