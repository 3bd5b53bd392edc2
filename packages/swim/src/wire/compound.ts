import { invariant } from '@konsul/runtime/core';
import { MESSAGE_TYPE } from './message-types.js';

/** Parts that one compound message can count. */
export const COMPOUND_PART_COUNT_MAX = 255;

const PART_BYTES_MAX = 0xffff;
const HEADER_BYTES = 2;
const LENGTH_BYTES = 2;

/** The size of these parts in one packet, before envelopes: a lone part travels bare. */
export function compoundBytes(parts: readonly Uint8Array[]): number {
  invariant(
    parts.length >= 1 && parts.length <= COMPOUND_PART_COUNT_MAX,
    `a packet has 1 to ${COMPOUND_PART_COUNT_MAX} parts, not ${parts.length}`,
  );
  const overheadBytes = parts.length === 1 ? 0 : HEADER_BYTES + LENGTH_BYTES * parts.length;
  let totalBytes = overheadBytes;
  for (const part of parts) {
    // An empty part stops members of old releases; the receiver of a long one would misread it.
    invariant(part.length >= 1, 'a part of a packet must not be empty');
    invariant(
      parts.length === 1 || part.length <= PART_BYTES_MAX,
      `a part of a compound has at most ${PART_BYTES_MAX} bytes, not ${part.length}`,
    );
    totalBytes += part.length;
  }
  return totalBytes;
}

/** Writes as many bytes as {@link compoundBytes} said. */
export function writeCompound(target: Buffer, start: number, parts: readonly Uint8Array[]): void {
  let offset = start;
  if (parts.length > 1) {
    target[offset] = MESSAGE_TYPE.compound;
    target[offset + 1] = parts.length;
    offset += HEADER_BYTES;
    for (const part of parts) offset = target.writeUInt16BE(part.length, offset);
  }
  for (const part of parts) {
    target.set(part, offset);
    offset += part.length;
  }
}

/** Where the parts of a received compound lie. */
export interface CompoundReading {
  /** Offsets of the complete leading parts and, as the last element, where they end. */
  readonly offsets: readonly number[];
  /** Parts that were announced but are not, or not wholly, there. */
  readonly missingCount: number;
}

/** Reads the table of a compound whose type byte is at `start`; undefined when that is cut short. */
export function readCompound(
  bytes: Buffer,
  start: number,
  end: number,
): CompoundReading | undefined {
  const lengthsStart = start + HEADER_BYTES;
  if (lengthsStart > end) return undefined;
  const count = bytes[start + 1] as number;
  let offset = lengthsStart + count * LENGTH_BYTES;
  if (offset > end) return undefined;
  const offsets = [offset];
  for (let index = 0; index < count; index += 1) {
    offset += bytes.readUInt16BE(lengthsStart + index * LENGTH_BYTES);
    if (offset > end) return { offsets, missingCount: count - index };
    offsets.push(offset);
  }
  return { offsets, missingCount: 0 };
}
