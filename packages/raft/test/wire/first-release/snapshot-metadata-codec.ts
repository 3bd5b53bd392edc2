// Kept as the first release had it, so that a test can speak with it.
import { decodeConfiguration, encodeConfiguration } from '../../../src/core/configuration-codec.js';
import type { SnapshotMetadata } from '../../../src/core/entry.js';
import { emptyConfiguration } from '../../../src/core/membership.js';
import type { ByteReader } from '../../../src/wire/byte-reader.js';
import type { ByteWriter } from '../../../src/wire/byte-writer.js';

/** Index, term, configuration index, size (8 each), id, configuration. */
export function writeSnapshotMetadata(writer: ByteWriter, metadata: SnapshotMetadata): void {
  writer.u64(metadata.index);
  writer.u64(metadata.term);
  writer.u64(metadata.configurationIndex);
  writer.u64(metadata.sizeBytes);
  writer.text16(metadata.id);
  writer.bytes32(encodeConfiguration(metadata.configuration));
}

/** Reads what {@link writeSnapshotMetadata} wrote; marks the reader failed when it is not that. */
export function readSnapshotMetadata(reader: ByteReader): SnapshotMetadata {
  const index = reader.u64();
  const term = reader.u64();
  const configurationIndex = reader.u64();
  const sizeBytes = reader.u64();
  const id = reader.text16();
  const configuration = decodeConfiguration(reader.bytes32());
  if (configuration === undefined) reader.fail();
  return {
    index,
    term,
    configuration: configuration ?? emptyConfiguration,
    configurationIndex,
    sizeBytes,
    id,
  };
}
