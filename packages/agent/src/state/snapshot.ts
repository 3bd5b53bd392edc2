import { type SnapshotRecord, snapshotRecordCodec } from '../wire/snapshot-records.js';
import { fromByteString } from './byte-string.js';
import { SnapshotHash } from './snapshot-hash.js';
import type { State } from './state.js';

/** The format that this release writes, and the only one it reads. */
export const snapshotFormatVersion = 1;

/** Options of {@link encodeSnapshot}. */
export interface EncodeSnapshotOptions {
  /** How large a chunk becomes before it is handed out. Default 65536. One record may exceed it. */
  readonly chunkBytes?: number;
}

/**
 * The bytes of a state, chunk by chunk: each record a message behind its length as four
 * little-endian bytes. The state is immutable, so the caller may take its time between chunks.
 */
export function* encodeSnapshot(
  state: State,
  options: EncodeSnapshotOptions = {},
): Generator<Uint8Array, void, undefined> {
  const chunkBytes = options.chunkBytes ?? 65_536;
  const hash = new SnapshotHash();
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let recordCount = 0;
  for (const record of recordsOf(state)) {
    const framed = frame(record);
    hash.update(framed);
    recordCount += 1;
    parts.push(framed);
    bytes += framed.length;
    if (bytes < chunkBytes) continue;
    yield concatenate(parts, bytes);
    parts = [];
    bytes = 0;
  }
  const trailer = frame({ type: 'trailer', recordCount, ...hash.halves() });
  yield concatenate([...parts, trailer], bytes + trailer.length);
}

/** The hash of a state: equal for replicas that hold the same. Reads everything. */
export function hashState(state: State): string {
  const hash = new SnapshotHash();
  for (const record of recordsOf(state)) hash.update(frame(record));
  const { hashLow, hashHigh } = hash.halves();
  return [hashHigh, hashLow].map((half) => half.toString(16).padStart(8, '0')).join('');
}

/** Objects that others are looked up by come first. */
function* recordsOf({ trees, tableIndexes }: State): Generator<SnapshotRecord> {
  yield { type: 'header', formatVersion: snapshotFormatVersion, tableIndexes };
  for (const { value } of trees.nodes.entries()) yield { type: 'node', value };
  for (const { value } of trees.services.entries()) yield { type: 'service', value };
  for (const { key, value } of trees.serviceIndexes.entries()) {
    // Without the NUL that ends the key's only part.
    yield { type: 'service-index', service: fromByteString(key.slice(0, -1)), index: value };
  }
  for (const { value } of trees.checks.entries()) yield { type: 'check', value };
  for (const { value } of trees.kv.entries()) yield { type: 'kv', value };
  for (const { key, value } of trees.tombstones.entries()) {
    yield { type: 'tombstone', key, index: value };
  }
  for (const { value } of trees.areas.entries()) yield { type: 'area', value };
  for (const { value } of trees.coordinates.entries()) yield { type: 'coordinate', value };
}

function frame(record: SnapshotRecord): Uint8Array {
  const body = snapshotRecordCodec.encode(record);
  const framed = new Uint8Array(4 + body.length);
  new DataView(framed.buffer).setUint32(0, body.length, true);
  framed.set(body, 4);
  return framed;
}

/** One array of several, which are `bytes` long together. */
export function concatenate(parts: readonly Uint8Array[], bytes: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const joined = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
