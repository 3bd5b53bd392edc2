import { stat } from 'node:fs/promises';
import type { Logger } from '@konsul/runtime';
import { isTornStart, type RecoveredState, replaySnapshot } from '../core/snapshot-replay.js';
import { SerfError } from '../errors.js';
import type { SnapshotFile } from './snapshot-file.js';

/** What is to be recovered, and how. */
export interface SnapshotRecovery {
  readonly file: SnapshotFile;
  readonly path: string;
  /** Whether the path is one of this machine's, and not of a disk that the host brought. */
  readonly isOfMachine: boolean;
  readonly isRejoinAfterLeave: boolean;
  readonly logger: Logger;
}

/**
 * Opens a snapshot and reads it. A snapshot is soon written anew, so whatever else stands at its path,
 * perhaps by a slip of the operator, is refused and not touched.
 *
 * @throws SerfError SNAPSHOT_LOCKED, SNAPSHOT_UNUSABLE.
 */
export async function recoverSnapshot(options: SnapshotRecovery): Promise<RecoveredState> {
  const { file, path, isOfMachine, isRejoinAfterLeave, logger } = options;
  if (isOfMachine) await requireRegular(path);
  const text = await file.open();
  const recovered = replaySnapshot(text, { isRejoinAfterLeave });
  const { knownLineCount, unknownLineCount } = recovered;
  if (knownLineCount === 0 && text.trim() !== '' && !isTornStart(text)) {
    const advice = 'name another path, or move it away';
    throw unusable(path, `holds nothing that a snapshot holds, and was left as it is; ${advice}`);
  }
  if (unknownLineCount > 0) {
    logger.warn('snapshot has lines that are not understood', { path, unknownLineCount });
  }
  // Writing behind must not be the first to find out that nothing can be written here.
  file.replace(text);
  await file.requireWritten();
  return recovered;
}

/** A device such as /dev/null would be replaced by a file, for everybody on this machine. */
async function requireRegular(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || found.isFile()) return;
  throw unusable(path, `is ${found.isDirectory() ? 'a directory' : 'no regular file'}`);
}

function unusable(path: string, what: string): SerfError {
  return new SerfError('SNAPSHOT_UNUSABLE', `snapshot ${path} ${what}`);
}
