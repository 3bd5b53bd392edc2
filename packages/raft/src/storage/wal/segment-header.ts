import { crc32, type OptionRule, option } from '@konsul/runtime';
import { ByteReader } from '../../wire/byte-reader.js';
import { ByteWriter } from '../../wire/byte-writer.js';

/** Who a log belongs to. Both are at most 200 bytes of UTF-8. */
export interface LogIdentity {
  readonly clusterId: string;
  readonly nodeId: string;
}

/** The first bytes of a segment file; durable before the file gets its name. */
export interface SegmentHeader extends LogIdentity {
  /** Counts up by one from segment to segment. */
  readonly sequence: number;
  /** Random; every frame repeats it, so that bytes of another file are never taken for ours. */
  readonly tag: number;
  /** Names this life of the log; absent in segments of the first release. */
  readonly logId?: string;
}

/** Bytes a header occupies; frames start behind it. */
export const segmentHeaderBytes = 512;

/** The format this code writes, and the newest it can read. */
export const segmentFormatVersion = 1;

const MAGIC = 0x4c41574b; // "KWAL" read as little-endian
const IDENTITY_BYTES_MAX = 200;
const textLength = (text: string): number => new TextEncoder().encode(text).length;

/** Whether a name fits into a header. */
export function isIdentityText(text: string): boolean {
  return text.length > 0 && textLength(text) <= IDENTITY_BYTES_MAX;
}

/** A name as an option. */
export const identityText: OptionRule = option.rule(
  `a text of 1 to ${IDENTITY_BYTES_MAX} bytes`,
  (value) => typeof value === 'string' && isIdentityText(value),
);

export function encodeSegmentHeader(header: SegmentHeader): Uint8Array {
  const writer = new ByteWriter(segmentHeaderBytes);
  writer.u32(MAGIC);
  writer.u16(segmentFormatVersion);
  writer.u16(segmentHeaderBytes);
  writer.u32(0);
  writer.u32(header.tag);
  writer.u64(header.sequence);
  writer.text16(header.clusterId);
  writer.text16(header.nodeId);
  writer.text16(header.logId ?? '');
  writer.zeros(segmentHeaderBytes - writer.length);
  writer.patchU32(8, crc32(writer.view(12)));
  return writer.view();
}

/** A header, or why there is none. */
export type SegmentHeaderResult =
  | { readonly type: 'header'; readonly header: SegmentHeader }
  | { readonly type: 'too-new'; readonly version: number }
  | { readonly type: 'damaged' };

export function decodeSegmentHeader(bytes: Uint8Array): SegmentHeaderResult {
  const reader = new ByteReader(bytes.subarray(0, segmentHeaderBytes));
  if (bytes.length < segmentHeaderBytes || reader.u32() !== MAGIC) return { type: 'damaged' };
  const version = reader.u16();
  if (version > segmentFormatVersion) return { type: 'too-new', version };
  if (reader.u16() !== segmentHeaderBytes) return { type: 'damaged' };
  if (reader.u32() !== crc32(bytes.subarray(12, segmentHeaderBytes))) return { type: 'damaged' };
  const tag = reader.u32();
  const sequence = reader.u64();
  const clusterId = reader.text16();
  const nodeId = reader.text16();
  // Where the first release has zeros, this reads an empty text.
  const logId = reader.text16();
  if (reader.failed || version === 0) return { type: 'damaged' };
  return {
    type: 'header',
    header: { sequence, tag, clusterId, nodeId, ...(logId !== '' && { logId }) },
  };
}
