import { crc32 } from '@konsul/runtime';
import { ByteReader } from '../wire/byte-reader.js';
import { ByteWriter } from '../wire/byte-writer.js';
import { readSnapshotMetadata, writeSnapshotMetadata } from '../wire/snapshot-metadata-codec.js';
import type { StoredSnapshot } from './raft-storage.js';
import type { LogIdentity } from './wal/segment-header.js';

/** Bytes of the image in one block; only the last block may hold fewer. */
export const blockDataBytes: number = 64 * 1024;

/** A full block with its checksum. */
export const blockBytes: number = blockDataBytes + 4;

/** No footer is longer: metadata names at most 1024 servers three times over. */
export const footerBytesMax: number = 8 * 1024 * 1024;

const FOOTER_MAGIC = 0x504e534b; // "KSNP" read as little-endian
const FOOTER_END_BYTES = 12;

/** Checksum (4), then the data. */
export function encodeBlock(data: Uint8Array): Uint8Array {
  const writer = new ByteWriter(data.length + 4);
  writer.u32(crc32(data));
  writer.bytes(data);
  return writer.view();
}

export function isSoundBlock(block: Uint8Array): boolean {
  return block.length > 4 && new ByteReader(block).u32() === crc32(block.subarray(4));
}

/** The end of a snapshot file. */
export interface SnapshotFooter {
  readonly metadata: StoredSnapshot;
  /** Whose it is; absent in files of the first release. */
  readonly owner?: LogIdentity;
}

/**
 * Metadata, cluster, node and log; the checksum of all that (4), its length (4), magic (4): read
 * from the end. The first release wrote the metadata alone, and passes over what is behind it.
 */
export function encodeFooter(metadata: StoredSnapshot, owner: LogIdentity): Uint8Array {
  const writer = new ByteWriter();
  writeSnapshotMetadata(writer, metadata);
  writer.text16(owner.clusterId);
  writer.text16(owner.nodeId);
  writer.text16(metadata.logId ?? '');
  const length = writer.length;
  writer.u32(crc32(writer.view()));
  writer.u32(length);
  writer.u32(FOOTER_MAGIC);
  return writer.view();
}

/** What stands at the end of `tail`, or undefined when there is no sound footer. */
export function decodeFooter(tail: Uint8Array): SnapshotFooter | undefined {
  if (tail.length < FOOTER_END_BYTES) return undefined;
  const end = new ByteReader(tail, tail.length - FOOTER_END_BYTES);
  const checksum = end.u32();
  const length = end.u32();
  const start = tail.length - FOOTER_END_BYTES - length;
  if (end.u32() !== FOOTER_MAGIC || start < 0) return undefined;
  const encoded = tail.subarray(start, start + length);
  if (crc32(encoded) !== checksum) return undefined;
  const reader = new ByteReader(encoded);
  const metadata = readSnapshotMetadata(reader);
  if (reader.failed) return undefined;
  if (reader.remaining === 0) return { metadata };
  const owner = { clusterId: reader.text16(), nodeId: reader.text16() };
  const logId = reader.text16();
  if (reader.failed) return undefined;
  return { metadata: logId === '' ? metadata : { ...metadata, logId }, owner };
}
