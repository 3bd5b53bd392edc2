/** Why no whole value can be taken: more must come, or nothing that comes can help. */
export type WindowState = 'incomplete' | 'malformed' | 'too-large';

const INITIAL_BYTES = 1024;
/** A buffer that one large value has grown beyond this is given back when it is empty. */
const KEPT_BYTES_MAX = 64 * 1024;

/** What follows the heads 0xc0 to 0xdf: width of a length field, further bytes, values per count. */
const EXTENTS: readonly (readonly [number, number, number] | undefined)[] = [
  ...[[0, 0, 0] as const, undefined, [0, 0, 0] as const, [0, 0, 0] as const],
  ...([1, 2, 4] as const).map((width) => [width, 0, 0] as const),
  ...([1, 2, 4] as const).map((width) => [width, 1, 0] as const),
  ...([4, 8, 1, 2, 4, 8, 1, 2, 4, 8] as const).map((bytes) => [0, bytes, 0] as const),
  ...([2, 3, 5, 9, 17] as const).map((bytes) => [0, bytes, 0] as const),
  ...([1, 2, 4] as const).map((width) => [width, 0, 0] as const),
  ...([2, 4] as const).map((width) => [width, 0, 1] as const),
  ...([2, 4] as const).map((width) => [width, 0, 2] as const),
];

/**
 * Takes whole MessagePack values out of a stream of bytes, however it was cut. Each byte is looked at
 * once, nesting takes no stack, and a value that says it is larger than allowed is refused before
 * its bytes are waited for.
 *
 * Source: MessagePack specification.
 */
export class ValueWindow {
  #bytes: Uint8Array = new Uint8Array(INITIAL_BYTES);
  #start = 0;
  #end = 0;
  /** How far the value at `start` has been looked at, and how many values it still lacks. */
  #scanned = 0;
  #lacking = 1;

  /** Bytes that wait to be taken. */
  get bufferedBytes(): number {
    return this.#end - this.#start;
  }

  push(chunk: Uint8Array): void {
    const waiting = this.#bytes.subarray(this.#start, this.#end);
    const wanted = waiting.length + chunk.length;
    const isTooLarge = wanted <= KEPT_BYTES_MAX && this.#bytes.length > KEPT_BYTES_MAX;
    if (wanted > this.#bytes.length || isTooLarge) {
      const room = Math.max(wanted, isTooLarge ? INITIAL_BYTES : this.#bytes.length * 2);
      const other = new Uint8Array(room);
      other.set(waiting);
      this.#bytes = other;
    } else if (this.#start > 0) {
      this.#bytes.copyWithin(0, this.#start, this.#end);
    }
    this.#scanned -= this.#start;
    this.#start = 0;
    this.#bytes.set(chunk, waiting.length);
    this.#end = wanted;
  }

  /** The next whole value; the bytes are valid until the next `push`. */
  take(bytesMax: number): Uint8Array | WindowState {
    while (this.#lacking > 0) {
      const problem = this.#scanOne(bytesMax);
      if (problem !== undefined) return problem;
    }
    const value = this.#bytes.subarray(this.#start, this.#scanned);
    this.#start = this.#scanned;
    this.#lacking = 1;
    return value;
  }

  #scanOne(bytesMax: number): WindowState | undefined {
    const at = this.#scanned;
    if (at >= this.#end) return 'incomplete';
    const head = this.#bytes[at] as number;
    const extent = extentOf(head);
    if (extent === undefined) return 'malformed';
    const [lengthWidth, fixedBytes, valuesPerCount] = extent;
    if (at + 1 + lengthWidth > this.#end) return 'incomplete';
    const count = lengthWidth === 0 ? fixedCount(head) : this.#numberAt(at + 1, lengthWidth);
    const size = 1 + lengthWidth + fixedBytes + (valuesPerCount === 0 ? count : 0);
    const lacking = this.#lacking - 1 + count * valuesPerCount;
    // Whatever is still lacking takes at least one byte each.
    if (at + size - this.#start + lacking > bytesMax) return 'too-large';
    if (at + size > this.#end) return 'incomplete';
    this.#scanned = at + size;
    this.#lacking = lacking;
    return undefined;
  }

  #numberAt(start: number, width: number): number {
    let value = 0;
    for (let index = start; index < start + width; index += 1) {
      value = value * 256 + (this.#bytes[index] as number);
    }
    return value;
  }
}

function extentOf(head: number): readonly [number, number, number] | undefined {
  if (head < 0x80 || head >= 0xe0) return [0, 0, 0];
  if (head < 0x90) return [0, 0, 2];
  if (head < 0xa0) return [0, 0, 1];
  if (head < 0xc0) return [0, 0, 0];
  return EXTENTS[head - 0xc0];
}

/** The count that some heads carry in themselves. */
function fixedCount(head: number): number {
  if (head < 0x80 || head >= 0xc0) return 0;
  return head < 0xa0 ? head & 0x0f : head & 0x1f;
}
