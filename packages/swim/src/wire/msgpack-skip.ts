/** Why reading stopped: more bytes were promised than there are, or they mean nothing here. */
export type MsgpackFailure = 'truncated' | 'malformed';

/** What a head byte says about its value: bytes that follow it, and values inside it. */
interface Extent {
  /** Width of the length or count field, 0 for none. */
  readonly lengthWidth: number;
  /** Bytes after head and length field, beside those that the length field counts. */
  readonly fixedBytes: number;
  /** Values inside, per counted unit; 0 when the length field counts bytes. */
  readonly valuesPerCount: number;
}

function extent(lengthWidth: number, fixedBytes: number, valuesPerCount: number): Extent {
  return { lengthWidth, fixedBytes, valuesPerCount };
}

/** Heads 0xc0 to 0xdf in order; the one undefined is 0xc1, which the specification never uses. */
const EXTENTS: readonly (Extent | undefined)[] = [
  ...[extent(0, 0, 0), undefined, extent(0, 0, 0), extent(0, 0, 0)], // nil, never used, booleans
  ...[extent(1, 0, 0), extent(2, 0, 0), extent(4, 0, 0)], // bin 8, 16, 32
  ...[extent(1, 1, 0), extent(2, 1, 0), extent(4, 1, 0)], // ext 8, 16, 32 and their type byte
  ...[extent(0, 4, 0), extent(0, 8, 0)], // float 32, 64
  ...[extent(0, 1, 0), extent(0, 2, 0), extent(0, 4, 0), extent(0, 8, 0)], // uint 8 to 64
  ...[extent(0, 1, 0), extent(0, 2, 0), extent(0, 4, 0), extent(0, 8, 0)], // int 8 to 64
  ...[extent(0, 2, 0), extent(0, 3, 0), extent(0, 5, 0), extent(0, 9, 0), extent(0, 17, 0)], // fixext
  ...[extent(1, 0, 0), extent(2, 0, 0), extent(4, 0, 0)], // str 8, 16, 32
  ...[extent(2, 0, 1), extent(4, 0, 1)], // array 16, 32
  ...[extent(2, 0, 2), extent(4, 0, 2)], // map 16, 32
];

/**
 * Where the value at `start` ends, whatever it is.
 *
 * @remarks Nested values are counted, not descended into, so depth costs no stack, and the work is
 * bounded by the bytes that are there.
 */
export function skippedValue(bytes: Buffer, start: number, end: number): number | MsgpackFailure {
  let offset = start;
  let pending = 1;
  while (pending > 0) {
    // Each value takes at least one byte: a count beyond the rest can be refused at once.
    if (pending > end - offset) return 'truncated';
    const head = bytes[offset] as number;
    offset += 1;
    pending -= 1;
    if (head < 0x80 || head >= 0xe0) continue;
    if (head < 0x90) pending += (head & 0x0f) * 2;
    else if (head < 0xa0) pending += head & 0x0f;
    else if (head < 0xc0) offset += head & 0x1f;
    else {
      const extentOfHead = EXTENTS[head - 0xc0];
      if (extentOfHead === undefined) return 'malformed';
      const { lengthWidth, fixedBytes, valuesPerCount } = extentOfHead;
      if (lengthWidth + fixedBytes > end - offset) return 'truncated';
      const count = lengthWidth === 0 ? 0 : bytes.readUIntBE(offset, lengthWidth);
      offset += lengthWidth + fixedBytes;
      if (valuesPerCount === 0) offset += count;
      else pending += count * valuesPerCount;
    }
    if (offset > end) return 'truncated';
  }
  return offset;
}
