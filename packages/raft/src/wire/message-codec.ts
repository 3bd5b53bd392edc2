import type { Entry } from '../core/entry.js';
import type { RaftMessage } from '../core/message.js';
import { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { entryKindCode, entryKindOf } from './entry-kind-codec.js';
import { readSnapshotMetadata, writeSnapshotMetadata } from './snapshot-metadata-codec.js';

/** The version of the message format this code speaks. */
export const messageFormatVersion = 1;

/** Why bytes were not taken for a message. `unknown-kind` is a newer peer's and harmless. */
export type DecodeRejection = 'malformed' | 'unknown-version' | 'unknown-kind' | 'other-group';

export type DecodeResult =
  | { readonly type: 'message'; readonly message: RaftMessage }
  | { readonly type: 'rejected'; readonly reason: DecodeRejection };

const KIND: Record<RaftMessage['type'], number> = {
  'vote-request': 1,
  'vote-response': 2,
  'append-request': 3,
  'append-response': 4,
  heartbeat: 5,
  'heartbeat-response': 6,
  'snapshot-offer': 7,
  'snapshot-response': 8,
  'timeout-now': 9,
  'read-index-request': 10,
  'read-index-response': 11,
};
const TYPE_OF_KIND = new Map(
  Object.entries(KIND).map(([type, kind]) => [kind, type as RaftMessage['type']]),
);
/** Kind, term, length: what an entry costs besides its data. */
const ENTRY_HEADER_BYTES = 13;

/**
 * Appends a message: version (1), kind (1), group (4), sender and receiver (text), term (8), then
 * the fields of its kind. Little-endian. Indexes of entries follow from the first one's.
 */
export function encodeMessage(writer: ByteWriter, message: RaftMessage, group: number): void {
  writer.u8(messageFormatVersion);
  writer.u8(KIND[message.type]);
  writer.u32(group);
  writer.text16(message.from);
  writer.text16(message.to);
  writer.u64(message.term);
  writeFields(writer, message);
}

function writeFields(writer: ByteWriter, message: RaftMessage): void {
  switch (message.type) {
    case 'vote-request':
      writer.u8((message.isPreVote ? 1 : 0) | (message.isTransfer ? 2 : 0));
      writer.u64(message.lastIndex);
      writer.u64(message.lastTerm);
      return;
    case 'vote-response':
      writer.u8((message.isPreVote ? 1 : 0) | (message.isGranted ? 2 : 0));
      return;
    case 'append-request':
      writeSession(writer, message);
      writer.u64(message.previousIndex);
      writer.u64(message.previousTerm);
      writer.u64(message.commitIndex);
      writeEntries(writer, message.entries);
      return;
    case 'append-response':
      writeSession(writer, message);
      writer.u8(message.isAccepted ? 1 : 0);
      writer.u64(message.index);
      writer.u64(message.hintIndex);
      writer.u64(message.hintTerm);
      return;
    case 'heartbeat':
      writeSession(writer, message);
      writer.u64(message.commitIndex);
      return;
    case 'heartbeat-response':
      writeSession(writer, message);
      return;
    case 'snapshot-offer':
      writeSession(writer, message);
      writeSnapshotMetadata(writer, message.snapshot);
      return;
    case 'snapshot-response':
      writer.u64(message.session);
      writer.u8(message.isInstalled ? 1 : 0);
      writer.u64(message.index);
      return;
    case 'timeout-now':
      return;
    case 'read-index-request':
      writer.u64(message.readId);
      return;
    case 'read-index-response':
      writer.u64(message.readId);
      writer.u8(message.isConfirmed ? 1 : 0);
      writer.u64(message.index);
      return;
  }
}

function writeSession(writer: ByteWriter, message: { session: number; round: number }): void {
  writer.u64(message.session);
  writer.u64(message.round);
}

function writeEntries(writer: ByteWriter, entries: readonly Entry[]): void {
  writer.u32(entries.length);
  for (const entry of entries) {
    writer.u8(entryKindCode(entry.kind));
    writer.u64(entry.term);
    writer.bytes32(entry.data);
  }
}

/** The group that a message says it belongs to; undefined when it is too short to say. */
export function groupOf(bytes: Uint8Array): number | undefined {
  const reader = new ByteReader(bytes, 2);
  const group = reader.u32();
  return reader.failed ? undefined : group;
}

/**
 * Reads one message. Payloads of entries are views of `bytes`, so those must not be written to
 * again, and whoever passes a small piece of a large buffer should copy it first.
 */
export function decodeMessage(bytes: Uint8Array, group: number): DecodeResult {
  const reader = new ByteReader(bytes);
  if (reader.u8() !== messageFormatVersion) return rejected('unknown-version');
  const type = TYPE_OF_KIND.get(reader.u8());
  if (type === undefined) return rejected('unknown-kind');
  if (reader.u32() !== group) return rejected('other-group');
  const from = reader.text16();
  const to = reader.text16();
  const message = readFields(reader, type, { from, to, term: reader.u64() });
  // Bytes behind the known fields belong to a newer sender and are ignored.
  return reader.failed ? rejected('malformed') : { type: 'message', message };
}

function rejected(reason: DecodeRejection): DecodeResult {
  return { type: 'rejected', reason };
}

interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly term: number;
}

function readFields(
  reader: ByteReader,
  type: RaftMessage['type'],
  envelope: Envelope,
): RaftMessage {
  switch (type) {
    case 'vote-request': {
      const flags = reader.u8();
      const isPreVote = (flags & 1) !== 0;
      const isTransfer = (flags & 2) !== 0;
      const lastIndex = reader.u64();
      return { type, ...envelope, isPreVote, isTransfer, lastIndex, lastTerm: reader.u64() };
    }
    case 'vote-response': {
      const flags = reader.u8();
      return { type, ...envelope, isPreVote: (flags & 1) !== 0, isGranted: (flags & 2) !== 0 };
    }
    case 'append-request':
    case 'append-response':
      return readAppend(reader, type, envelope);
    case 'heartbeat':
      return { type, ...envelope, ...readSession(reader), commitIndex: reader.u64() };
    case 'heartbeat-response':
      return { type, ...envelope, ...readSession(reader) };
    case 'snapshot-offer':
      return { type, ...envelope, ...readSession(reader), snapshot: readSnapshotMetadata(reader) };
    case 'snapshot-response': {
      const session = reader.u64();
      const isInstalled = reader.u8() !== 0;
      return { type, ...envelope, session, isInstalled, index: reader.u64() };
    }
    case 'timeout-now':
      return { type, ...envelope };
    case 'read-index-request':
      return { type, ...envelope, readId: reader.u64() };
    case 'read-index-response': {
      const readId = reader.u64();
      const isConfirmed = reader.u8() !== 0;
      return { type, ...envelope, readId, isConfirmed, index: reader.u64() };
    }
  }
}

function readAppend(
  reader: ByteReader,
  type: 'append-request' | 'append-response',
  envelope: Envelope,
): RaftMessage {
  const { session, round } = readSession(reader);
  if (type === 'append-response') {
    const isAccepted = reader.u8() !== 0;
    const index = reader.u64();
    const hintIndex = reader.u64();
    const hintTerm = reader.u64();
    return { type, ...envelope, session, round, isAccepted, index, hintIndex, hintTerm };
  }
  const previousIndex = reader.u64();
  const previousTerm = reader.u64();
  const commitIndex = reader.u64();
  const entries = readEntries(reader, previousIndex);
  return { type, ...envelope, session, round, previousIndex, previousTerm, commitIndex, entries };
}

function readSession(reader: ByteReader): { session: number; round: number } {
  return { session: reader.u64(), round: reader.u64() };
}

function readEntries(reader: ByteReader, previousIndex: number): Entry[] {
  const count = reader.u32();
  const entries: Entry[] = [];
  const isPlausible =
    count * ENTRY_HEADER_BYTES <= reader.remaining && Number.isSafeInteger(previousIndex + count);
  if (!isPlausible) reader.fail();
  for (let at = 1; at <= count && !reader.failed; at += 1) {
    const kind = entryKindOf(reader.u8());
    if (kind === undefined) reader.fail();
    const term = reader.u64();
    const data = reader.bytes32();
    entries.push({ index: previousIndex + at, term, kind: kind ?? 'command', data });
  }
  return entries;
}
