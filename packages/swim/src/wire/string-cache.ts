import { isUtf8 } from 'node:buffer';

const CACHED_BYTES_MAX = 48;
const SLOT_COUNT = 512;

/**
 * Turns UTF-8 bytes into strings and hands out the same string for bytes it has seen before: node
 * names and keys come again in nearly every message, and a hit costs no allocation and no call into
 * native code.
 *
 * @remarks Direct-mapped, 512 slots of at most 48 bytes, ASCII only; what does not fit is decoded.
 * Bytes made to collide cost a peer's own messages their hits and nothing else.
 */
export class StringCache {
  readonly #slots: string[] = new Array<string>(SLOT_COUNT).fill('');

  /** @returns undefined when the bytes are not UTF-8. */
  read(bytes: Buffer, start: number, end: number): string | undefined {
    const length = end - start;
    if (length > CACHED_BYTES_MAX) return decodeUtf8(bytes, start, end);
    let hash = length;
    let bits = 0;
    for (let offset = start; offset < end; offset += 1) {
      const byte = bytes[offset] as number;
      hash = (Math.imul(hash, 31) + byte) | 0;
      bits |= byte;
    }
    if (bits > 0x7f) return decodeUtf8(bytes, start, end);
    const slot = (hash ^ (hash >>> 9)) & (SLOT_COUNT - 1);
    const cached = this.#slots[slot] as string;
    if (isSameText(cached, bytes, start, length)) return cached;
    const text = bytes.toString('latin1', start, end);
    this.#slots[slot] = text;
    return text;
  }
}

function isSameText(text: string, bytes: Buffer, start: number, length: number): boolean {
  if (text.length !== length) return false;
  for (let index = 0; index < length; index += 1) {
    if (text.charCodeAt(index) !== bytes[start + index]) return false;
  }
  return true;
}

function decodeUtf8(bytes: Buffer, start: number, end: number): string | undefined {
  if (!isUtf8(bytes.subarray(start, end))) return undefined;
  return bytes.toString('utf8', start, end);
}
