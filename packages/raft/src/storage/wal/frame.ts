import { crc32 } from '@konsul/runtime';
import { ByteReader } from '../../wire/byte-reader.js';
import type { ByteWriter } from '../../wire/byte-writer.js';

/**
 * A frame is one batch, the unit that is durable or not. Layout, little-endian:
 * magic (4), frame length (4), segment tag (4), checksum of the frame before it (4), record
 * count (4), zeros (4), records, zeros (4), checksum of everything before (4).
 *
 * The chain of checksums makes a missing or foreign frame visible; the tag keeps payloads that
 * happen to look like frames from being taken for frames.
 */
export interface Frame {
  /** Where the first record starts, in the bytes given. */
  readonly recordsStart: number;
  readonly recordsEnd: number;
  readonly recordCount: number;
  readonly previousChecksum: number;
  readonly checksum: number;
  /** Where the next frame starts. */
  readonly end: number;
}

const MAGIC = 0x4d52464b; // "KFRM" read as little-endian
const TRAILER_BYTES = 8;

/** The first record of a frame stands behind these. */
export const frameHeaderBytes = 24;

/** Frames start at multiples of this. */
export const frameAlignment = 8;

/** Begins a frame in an empty writer. */
export function beginFrame(writer: ByteWriter, tag: number, previousChecksum: number): void {
  writer.u32(MAGIC);
  writer.u32(0);
  writer.u32(tag);
  writer.u32(previousChecksum);
  writer.zeros(8);
}

/** Ends the frame that the writer holds. @returns its checksum. */
export function endFrame(writer: ByteWriter, recordCount: number): number {
  writer.u32(0);
  const length = writer.length + 4;
  writer.patchU32(4, length);
  writer.patchU32(16, recordCount);
  const checksum = crc32(writer.view());
  writer.u32(checksum);
  return checksum;
}

/** The sound frame at a position, or undefined. */
export function readFrame(bytes: Uint8Array, position: number, tag: number): Frame | undefined {
  const reader = new ByteReader(bytes, position);
  if (reader.u32() !== MAGIC) return undefined;
  const length = reader.u32();
  if (reader.u32() !== tag) return undefined;
  const previousChecksum = reader.u32();
  const recordCount = reader.u32();
  const end = position + length;
  const isPlausible = length >= frameHeaderBytes + TRAILER_BYTES && length % frameAlignment === 0;
  if (reader.failed || !isPlausible || end > bytes.length) return undefined;
  const checksum = new ByteReader(bytes, end - 4).u32();
  if (crc32(bytes.subarray(position, end - 4)) !== checksum) return undefined;
  const recordsStart = position + frameHeaderBytes;
  const recordsEnd = end - TRAILER_BYTES;
  return { recordsStart, recordsEnd, recordCount, previousChecksum, checksum, end };
}

/** The first sound frame at or behind a position, wherever it starts. */
export function findFrame(bytes: Uint8Array, from: number, tag: number): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const first = Math.ceil(from / frameAlignment) * frameAlignment;
  for (
    let position = first;
    position + frameHeaderBytes <= bytes.length;
    position += frameAlignment
  ) {
    if (view.getUint32(position, true) !== MAGIC) continue;
    if (readFrame(bytes, position, tag) !== undefined) return position;
  }
  return undefined;
}

/** Where the last byte that is not zero ends; `from` when all from there on are zero. */
export function endOfData(bytes: Uint8Array, from: number): number {
  let end = bytes.length;
  while (end > from && bytes[end - 1] === 0) end -= 1;
  return end;
}
