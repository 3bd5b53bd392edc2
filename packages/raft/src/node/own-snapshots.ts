import { isRaftError, RaftError, reasonOf } from '../errors.js';
import type { LogState, SnapshotStore, StoredSnapshot } from '../storage/raft-storage.js';

/**
 * The snapshots beside a log, newest first, once it is certain that they belong to it. A snapshot
 * of an earlier life of the same server has indexes and terms that the new log reaches too, and
 * would be taken for its own then: acknowledged entries would be lost.
 *
 * A snapshot that was received just before a crash may stand beside an empty log; it was kept with
 * the name of that log.
 *
 * @throws RaftError STORAGE_FOREIGN when one was kept beside another log, or the log is empty and
 * nothing says that they belong together; what `list` throws, where that is no
 * RaftError as STORAGE_FAILED.
 *
 * Source: Extension.
 */
export async function ownSnapshots(
  log: LogState,
  store: Pick<SnapshotStore, 'list'>,
): Promise<readonly StoredSnapshot[]> {
  const listed = await store.list().catch(unreadable);
  const isBlank = log.lastIndex === 0 && log.hardState.term === 0;
  for (const { id, index, logId } of listed) {
    const isKnown = logId !== undefined && log.logId !== undefined;
    if (isKnown ? logId === log.logId : !isBlank) continue;
    const holds = isBlank ? 'the log is empty' : `the log holds up to ${log.lastIndex}`;
    throw new RaftError(
      'STORAGE_FOREIGN',
      `${holds}, and snapshot ${id} of index ${index} was not kept beside it: one of the two ` +
        'directories was lost or replaced. Bring back the log that belongs to the snapshots; or ' +
        'empty both directories, and let the server join its group under a new id. If no other ' +
        'server has the state, keep the snapshots: a new group can be given one with restore()',
    );
  }
  return listed;
}

function unreadable(cause: unknown): never {
  if (isRaftError(cause)) throw cause;
  const message = `the snapshots cannot be listed: ${reasonOf(cause)}`;
  throw new RaftError('STORAGE_FAILED', message, { cause });
}
