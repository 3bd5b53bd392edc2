import { crc32 } from '@konsul/runtime';
import { requireBytes, requireChunks } from '../bytes.js';
import type { SnapshotMetadata } from '../core/entry.js';
import { isRaftError, RaftError } from '../errors.js';
import type { SnapshotStore } from '../storage/raft-storage.js';
import type { Proposals } from './proposals.js';
import { encodeRestorePiece } from './restore-piece.js';
import { backupBytesMax, type StagingOutcome } from './restore-staging.js';

/** What is kept beside the bytes of a backup; `restore` checks them against it. */
export interface BackupMetadata {
  /** Where in the log of its group the backup was taken. */
  readonly index: number;
  readonly term: number;
  readonly sizeBytes: number;
  /** CRC-32 of the bytes. */
  readonly checksum: number;
}

/** An image of the state machine, to be kept somewhere else. */
export interface RaftBackup {
  readonly metadata: BackupMetadata;
  readonly data: AsyncIterable<Uint8Array>;
}

const PIECE_BYTES_MAX = 256 * 1024;
/** Pieces on their way at a time. */
const PIECES_OPEN_MAX = 8;

/** Opens a snapshot as a backup, having read it once to its end. */
export async function openBackup(
  store: SnapshotStore,
  { id, index, term, sizeBytes }: SnapshotMetadata,
): Promise<RaftBackup> {
  let checksum = 0;
  const checked = await store.open(id);
  for await (const chunk of checked.data) checksum = crc32(chunk, checksum);
  const { data } = await store.open(id);
  return { metadata: { index, term, sizeBytes, checksum }, data };
}

/**
 * Sends a backup through the log, piece by piece. Nothing of it takes effect before the end has
 * been committed, and that is proposed only once all bytes have come and are the right ones.
 */
export async function sendBackup(
  proposals: Proposals<StagingOutcome>,
  metadata: BackupMetadata,
  options: { data: AsyncIterable<Uint8Array>; commandBytesMax: number },
): Promise<void> {
  requireChunks(options.data, 'the data of a backup');
  const { sizeBytes, checksum } = metadata;
  const isKnown = Number.isSafeInteger(sizeBytes) && Number.isSafeInteger(checksum);
  if (!isKnown || sizeBytes < 0 || checksum < 0 || checksum >= 2 ** 32) {
    throw new RaftError('INVALID_CONFIG', 'the metadata of the backup is none');
  }
  if (sizeBytes > backupBytesMax) {
    throw new RaftError(
      'REFUSED',
      `the backup has ${sizeBytes} bytes; ${backupBytesMax} is the most`,
    );
  }
  try {
    await propose(proposals, { type: 'begin', sizeBytes, checksum });
    await sendData(proposals, metadata, options);
  } catch (error) {
    void propose(proposals, { type: 'abort' }).catch(() => undefined);
    throw withoutEffect(error);
  }
  const outcome = await propose(proposals, { type: 'end' });
  if (outcome?.type === 'complete') return;
  throw new RaftError('DROPPED', 'the restore was ended by another one or by a new leader');
}

async function sendData(
  proposals: Proposals<StagingOutcome>,
  { sizeBytes, checksum }: BackupMetadata,
  { data, commandBytesMax }: { data: AsyncIterable<Uint8Array>; commandBytesMax: number },
): Promise<void> {
  const pieceBytes = Math.max(1, Math.min(PIECE_BYTES_MAX, commandBytesMax - 1));
  let sentBytes = 0;
  let sentChecksum = 0;
  let open: Promise<unknown>[] = [];
  for await (const chunk of data) {
    requireBytes(chunk, 'a chunk of a backup');
    sentBytes += chunk.length;
    if (sentBytes > sizeBytes) break;
    sentChecksum = crc32(chunk, sentChecksum);
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const bytes = chunk.slice(at, at + pieceBytes);
      open.push(propose(proposals, { type: 'data', bytes }));
      if (open.length < PIECES_OPEN_MAX) continue;
      await Promise.all(open);
      open = [];
    }
  }
  await Promise.all(open);
  if (sentBytes === sizeBytes && sentChecksum === checksum) return;
  throw new RaftError('SNAPSHOT_CORRUPT', 'the bytes of the backup are not those of its metadata');
}

function propose(
  proposals: Proposals<StagingOutcome>,
  piece: Parameters<typeof encodeRestorePiece>[0],
): Promise<StagingOutcome | undefined> {
  return proposals.propose(encodeRestorePiece(piece), undefined);
}

/** Before its end has been proposed, a backup cannot have had an effect, and never will. */
function withoutEffect(error: unknown): unknown {
  if (!isRaftError(error, 'OUTCOME_UNKNOWN')) return error;
  return new RaftError('DROPPED', 'leadership was lost before the restore had come to its end', {
    cause: error,
  });
}
