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
    const slot = slotOf(bytes, start, length);
    const cached = this.#slots[slot];
    if (cached?.length === length && startsAt(bytes, start, cached)) return cached;
    const copy = new Uint8Array(length);
    for (let index = 0; index < length; index += 1) copy[index] = bytes[start + index] as number;
    this.#slots[slot] = copy;
    return copy;
  }
}

function slotOf(bytes: Uint8Array, start: number, length: number): number {
  let hash = length;
  const end = start + length;
  let offset = start;
  for (; offset + 1 < end; offset += 2) {
    const pair = ((bytes[offset] as number) << 8) | (bytes[offset + 1] as number);
    hash = (Math.imul(hash, 0x01000193) + pair) | 0;
  }
  if (offset < end) hash = (Math.imul(hash, 0x01000193) + (bytes[offset] as number)) | 0;
  hash ^= hash >>> 15;
  return (hash ^ (hash >>> 7)) & (SLOT_COUNT - 1);
}

function startsAt(bytes: Uint8Array, start: number, part: Uint8Array): boolean {
  for (let index = 0; index < part.length; index += 1) {
    if (bytes[start + index] !== part[index]) return false;
  }
  return true;
}
