import { isUtf8 } from 'node:buffer';

const CACHED_BYTES_MAX = 48;
const SLOT_COUNT = 512;

/**
 * Turns UTF-8 bytes into strings and hands out the same string for bytes it has seen before: node
 * names and keys come again in nearly every message, and a hit costs no allocation and no call into
 * native code.
 *
 * @remarks Direct-mapped, 512 slots of at most 48 bytes, ASCII only; what does not fit is decoded.
 * Bytes made to collide cost a peer's own messages their hits and nothing else. The bytes are kept
 * beside the strings, about 25 KB in all, since bytes compare faster with bytes.
 */
export class StringCache {
  readonly #texts: string[] = new Array<string>(SLOT_COUNT).fill('');
  readonly #bytes: Uint8Array = new Uint8Array(SLOT_COUNT * CACHED_BYTES_MAX);

  /** @returns undefined when the bytes are not UTF-8. */
  read(bytes: Buffer, start: number, end: number): string | undefined {
    const length = end - start;
    if (length > CACHED_BYTES_MAX) return decodeUtf8(bytes, start, end);
    const slot = slotOf(bytes, start, end);
    const cached = this.#texts[slot] as string;
    if (cached.length === length && this.#holds(slot, bytes, { start, end })) return cached;
    if (!isAscii(bytes, start, end)) return decodeUtf8(bytes, start, end);
    const text = bytes.toString('latin1', start, end);
    this.#texts[slot] = text;
    this.#bytes.set(bytes.subarray(start, end), slot * CACHED_BYTES_MAX);
    return text;
  }

  #holds(slot: number, bytes: Buffer, { start, end }: Span): boolean {
    const own = this.#bytes;
    let ownOffset = slot * CACHED_BYTES_MAX;
    for (let offset = start; offset < end; offset += 1) {
      if (bytes[offset] !== own[ownOffset]) return false;
      ownOffset += 1;
    }
    return true;
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Two bytes at a time, as one multiplication waits for the other. */
function slotOf(bytes: Buffer, start: number, end: number): number {
  let hash = end - start;
  let offset = start;
  for (; offset + 1 < end; offset += 2) {
    const pair = ((bytes[offset] as number) << 8) | (bytes[offset + 1] as number);
    hash = (Math.imul(hash, 0x01000193) + pair) | 0;
  }
  if (offset < end) hash = (Math.imul(hash, 0x01000193) + (bytes[offset] as number)) | 0;
  hash ^= hash >>> 15;
  return (hash ^ (hash >>> 7)) & (SLOT_COUNT - 1);
}

function isAscii(bytes: Buffer, start: number, end: number): boolean {
  for (let offset = start; offset < end; offset += 1) {
    if ((bytes[offset] as number) > 0x7f) return false;
  }
  return true;
}

function decodeUtf8(bytes: Buffer, start: number, end: number): string | undefined {
  if (!isUtf8(bytes.subarray(start, end))) return undefined;
  return bytes.toString('utf8', start, end);
}
