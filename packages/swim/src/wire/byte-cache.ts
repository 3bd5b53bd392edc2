const CACHED_BYTES_MAX = 16;
const SLOT_COUNT = 256;

/**
 * Hands out the same bytes again for addresses and version vectors, which recur in nearly every
 * message: a hit costs no allocation, and members share what they have in common.
 *
 * @remarks Direct-mapped, 256 slots of at most 16 bytes. What it gives must never be written to.
 */
export class ByteCache {
  readonly #slots: (Uint8Array | undefined)[] = new Array<Uint8Array | undefined>(SLOT_COUNT);

  /** @returns bytes that do not keep the input alive. */
  read(bytes: Uint8Array, start: number, length: number): Uint8Array {
    if (length > CACHED_BYTES_MAX) return Uint8Array.from(bytes.subarray(start, start + length));
    let hash = length;
    for (let index = 0; index < length; index += 1) {
      hash = (Math.imul(hash, 31) + (bytes[start + index] as number)) | 0;
    }
    const slot = (hash ^ (hash >>> 8)) & (SLOT_COUNT - 1);
    const cached = this.#slots[slot];
    if (cached?.length === length && startsAt(bytes, start, cached)) return cached;
    const copy = new Uint8Array(length);
    for (let index = 0; index < length; index += 1) copy[index] = bytes[start + index] as number;
    this.#slots[slot] = copy;
    return copy;
  }
}

function startsAt(bytes: Uint8Array, start: number, part: Uint8Array): boolean {
  for (let index = 0; index < part.length; index += 1) {
    if (bytes[start + index] !== part[index]) return false;
  }
  return true;
}
