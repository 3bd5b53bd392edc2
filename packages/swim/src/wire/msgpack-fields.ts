/**
 * The fields of one message: names as they stand on the wire, in the order in which the structure
 * declares them (a peer may send a structure as an array in that order). Made once per message
 * type, kept in a constant.
 */
export class MsgpackFields<Name extends string> {
  readonly declared: readonly Name[];
  readonly #sorted: readonly { readonly name: Name; readonly bytes: Uint8Array }[];

  constructor(declared: readonly Name[]) {
    this.declared = declared;
    this.#sorted = [...declared]
      .sort()
      .map((name) => ({ name, bytes: Uint8Array.from(Buffer.from(name)) }));
  }

  /**
   * The field whose name stands at `start`, or undefined when there is none.
   *
   * @param expected - the position at which to look first: peers write fields in ascending order,
   * so the first look nearly always hits.
   */
  find(key: MsgpackKeySpan, expected: number): Name | undefined {
    const likely = this.#sorted[expected];
    if (likely !== undefined && isSame(key, likely.bytes)) return likely.name;
    for (const field of this.#sorted) {
      if (isSame(key, field.bytes)) return field.name;
    }
    return undefined;
  }
}

/** Where a key stands. */
export interface MsgpackKeySpan {
  bytes: Uint8Array;
  start: number;
  length: number;
}

function isSame(key: MsgpackKeySpan, name: Uint8Array): boolean {
  if (key.length !== name.length) return false;
  for (let index = 0; index < name.length; index += 1) {
    if (key.bytes[key.start + index] !== name[index]) return false;
  }
  return true;
}
