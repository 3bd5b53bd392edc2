import type { Logger } from '@konsul/runtime';
import type { SnapshotMetadata } from '../core/entry.js';
import type { RecoveredState } from '../core/recovered-state.js';
import type { TermRun } from '../core/term-runs.js';
import { isRaftError, RaftError } from '../errors.js';
import type { LogState, SnapshotStore } from '../storage/raft-storage.js';
import { ownSnapshots } from './own-snapshots.js';
import type { StateMachine } from './state-machine.js';

export interface RecoverNodeOptions {
  readonly log: LogState;
  readonly snapshotStore: SnapshotStore;
  readonly stateMachine: Pick<StateMachine<unknown>, 'restore' | 'lastApplied'>;
  readonly logger: Logger;
}

/**
 * Brings the state machine to the newest snapshot that the log continues, and says what the core
 * starts from.
 *
 * @throws RaftError STORAGE_CORRUPT when no snapshot that is needed is sound, STORAGE_FOREIGN when
 * they are those of another log, STATE_MACHINE_FAILED
 */
export async function recoverNode(options: RecoverNodeOptions): Promise<RecoveredState> {
  const { log, logger } = options;
  const { repair, logId, ...recovered } = log;
  if (repair !== undefined)
    logger.warn('the end of the log was torn and has been cut', { ...repair });
  const snapshots = await ownSnapshots(log, options.snapshotStore);
  const appliedIndex = await durableIndex(options);
  const damage: string[] = [];
  for (const { logId: _, ...metadata } of snapshots) {
    // One that was received but not installed before a crash: the leader will offer it again.
    if (termAt(log, metadata.index) !== metadata.term) continue;
    // The state machine stands in the log already; there is nothing to bring back.
    if (appliedIndex > 0 && appliedIndex >= log.baseIndex) {
      return { ...recovered, snapshot: metadata, appliedIndex };
    }
    const damaged = await restore(options, metadata);
    if (damaged === undefined) return { ...recovered, snapshot: metadata };
    damage.push(damaged);
  }
  if (log.baseIndex > 0) {
    throw unrecoverable(
      `the log begins at ${log.baseIndex + 1}, and no sound snapshot reaches that far${told(damage)}`,
    );
  }
  // The state machine has seen a part of a damaged image and cannot be emptied again.
  if (damage.length > 0) throw unrecoverable(`no snapshot is sound${told(damage)}`);
  return appliedIndex === 0 ? recovered : { ...recovered, appliedIndex };
}

/** How far a state machine with a disk of its own has come; 0 for any other. */
async function durableIndex({ log, stateMachine }: RecoverNodeOptions): Promise<number> {
  const index = await callStateMachine(async () => (await stateMachine.lastApplied?.()) ?? 0);
  if (index <= log.lastIndex) return index;
  throw unrecoverable(`the state machine has applied ${index}, the log ends at ${log.lastIndex}`);
}

async function callStateMachine<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isRaftError(error, 'SNAPSHOT_CORRUPT')) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new RaftError('STATE_MACHINE_FAILED', reason, { cause: error });
  }
}

function unrecoverable(problem: string): RaftError {
  const advice =
    'Remove this server from the group, empty its directories and add it again under a new id; if ' +
    'it is the only one left, keep a copy of them and restore() a backup into a new group';
  return new RaftError('STORAGE_CORRUPT', `${problem}. ${advice}`);
}

function told(damage: readonly string[]): string {
  return damage.length === 0 ? '' : `: ${damage.join('; ')}`;
}

/** @returns what is damaged, or undefined when the state machine stands at the snapshot. */
async function restore(
  options: RecoverNodeOptions,
  metadata: SnapshotMetadata,
): Promise<string | undefined> {
  try {
    const { data } = await options.snapshotStore.open(metadata.id);
    await callStateMachine(() => options.stateMachine.restore(metadata, data));
    return undefined;
  } catch (error) {
    if (isRaftError(error, 'SNAPSHOT_CORRUPT')) {
      options.logger.error('a snapshot is damaged; an older one is tried', { error });
      return error.message.replace('[SNAPSHOT_CORRUPT] ', '');
    }
    throw error;
  }
}

/** The term of an entry that the log holds or stands on; undefined elsewhere. */
function termAt(log: LogState, index: number): number | undefined {
  if (index === log.baseIndex) return log.baseTerm;
  if (index < log.baseIndex || index > log.lastIndex) return undefined;
  let term: number | undefined;
  for (const run of log.terms as readonly TermRun[]) if (run.firstIndex <= index) term = run.term;
  return term;
}
