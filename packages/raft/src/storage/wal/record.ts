import { crc32 } from '@konsul/runtime';
import type { Entry, HardState } from '../../core/entry.js';
import { ByteReader } from '../../wire/byte-reader.js';
import type { ByteWriter } from '../../wire/byte-writer.js';
import { entryKindCode, entryKindOf } from '../../wire/entry-kind-codec.js';
import type { LogPosition } from '../raft-storage.js';

/** One thing that a frame says. A frame is taken as a whole, its records in order. */
export type LogRecord =
  | { readonly type: 'entry'; readonly entry: Entry }
  | { readonly type: 'hard-state'; readonly hardState: HardState }
  /** Entries from `fromIndex` on are void. */
  | { readonly type: 'truncate'; readonly fromIndex: number }
  /** Entries up to this position are given up. */
  | { readonly type: 'base'; readonly base: LogPosition }
  /** All entries are given up and the log goes on behind this position. */
  | { readonly type: 'reset'; readonly base: LogPosition };

/**
 * Layout of a record, little-endian, padded with zeros to a multiple of 8:
 * crc (4, over what follows), payload length (4), index (8), term (8), kind (1), detail (1),
 * zeros (6), payload. `detail` is the entry's kind, or whether a vote is present.
 */
export const recordHeaderBytes = 32;

/** Bytes an entry with that much data occupies in a segment. */
export function entryRecordBytes(dataBytes: number): number {
  return Math.ceil((recordHeaderBytes + dataBytes) / 8) * 8;
}

const KIND = { entry: 1, 'hard-state': 2, truncate: 3, base: 4, reset: 5 } as const;
const NOTHING = new Uint8Array(0);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface RecordFields {
  readonly kind: number;
  readonly detail: number;
  readonly index: number;
  readonly term: number;
  readonly payload: Uint8Array;
}

export function writeEntryRecord(writer: ByteWriter, entry: Entry): void {
  const { index, term, data } = entry;
  const detail = entryKindCode(entry.kind);
  writeRecord(writer, { kind: KIND.entry, detail, index, term, payload: data });
}

export function writeHardStateRecord(writer: ByteWriter, hardState: HardState): void {
  const { term, votedFor, commitIndex } = hardState;
  writeRecord(writer, {
    kind: KIND['hard-state'],
    detail: votedFor === undefined ? 0 : 1,
    index: commitIndex,
    term,
    payload: votedFor === undefined ? NOTHING : encoder.encode(votedFor),
  });
}

export function writeTruncateRecord(writer: ByteWriter, fromIndex: number): void {
  const kind = KIND.truncate;
  writeRecord(writer, { kind, detail: 0, index: fromIndex, term: 0, payload: NOTHING });
}

export function writePositionRecord(
  writer: ByteWriter,
  type: 'base' | 'reset',
  { index, term }: LogPosition,
): void {
  writeRecord(writer, { kind: KIND[type], detail: 0, index, term, payload: NOTHING });
}

function writeRecord(writer: ByteWriter, fields: RecordFields): void {
  const start = writer.length;
  writer.u32(0);
  writer.u32(fields.payload.length);
  writer.u64(fields.index);
  writer.u64(fields.term);
  writer.u8(fields.kind);
  writer.u8(fields.detail);
  writer.u16(0);
  writer.u32(0);
  writer.bytes(fields.payload);
  writer.patchU32(start, crc32(writer.view(start + 4)));
  writer.align(8);
}

/** A record and where it ends (padding included), or undefined when there is no sound one. */
export function readRecord(
  bytes: Uint8Array,
  position: number,
): { readonly record: LogRecord; readonly end: number } | undefined {
  const reader = new ByteReader(bytes, position);
  const crc = reader.u32();
  const length = reader.u32();
  const index = reader.u64();
  const term = reader.u64();
  const kind = reader.u8();
  const detail = reader.u8();
  reader.bytes(6);
  const payload = reader.bytes(length);
  const end = position + entryRecordBytes(length);
  if (reader.failed || end > bytes.length) return undefined;
  if (crc32(bytes.subarray(position + 4, reader.position)) !== crc) return undefined;
  const record = toRecord({ kind, detail, index, term, payload });
  return record === undefined ? undefined : { record, end };
}

function toRecord(fields: RecordFields): LogRecord | undefined {
  const { kind, detail, index, term, payload } = fields;
  switch (kind) {
    case KIND.entry: {
      const entryKind = entryKindOf(detail);
      if (entryKind === undefined) return undefined;
      return { type: 'entry', entry: { index, term, kind: entryKind, data: payload } };
    }
    case KIND['hard-state']: {
      const votedFor = detail === 0 ? undefined : decoder.decode(payload);
      return { type: 'hard-state', hardState: { term, votedFor, commitIndex: index } };
    }
    case KIND.truncate:
      return { type: 'truncate', fromIndex: index };
    case KIND.base:
      return { type: 'base', base: { index, term } };
    case KIND.reset:
      return { type: 'reset', base: { index, term } };
    default:
      return undefined;
  }
}
