import { createSystemRng, type Rng, randomBelow } from '@konsul/runtime';
import { decodeConfiguration, encodeConfiguration } from '../core/configuration-codec.js';
import type { Entry, SnapshotMetadata } from '../core/entry.js';
import { type Configuration, emptyConfiguration, isVoter } from '../core/membership.js';
import { foundingDefect } from '../core/membership-bounds.js';
import type { TermRun } from '../core/term-runs.js';
import { RaftError } from '../errors.js';
import type { LogState, LogStore, SnapshotStore } from '../storage/raft-storage.js';
import { ownSnapshots } from './own-snapshots.js';

/** Options of {@link recoverCluster}. The node whose stores these are must not be running. */
export interface RecoverClusterOptions {
  /** This server's name; must be a voter of both the old configuration and the new one. */
  readonly id: string;
  readonly logStore: LogStore;
  readonly snapshotStore: SnapshotStore;
  /** The membership from now on; best this server alone, to which others are added once it leads. */
  readonly configuration: Configuration;
  /** Only look and report. Default false. */
  readonly isDryRun?: boolean;
  readonly rng?: Rng;
}

/** What was found, and what was (or would be) made of it. */
export interface ClusterRecovery {
  readonly previousConfiguration: Configuration;
  readonly configuration: Configuration;
  /** Compare these over all survivors: recover the one with the highest term, then index. */
  readonly lastTerm: number;
  readonly lastIndex: number;
  /** Up to here the log was known to be committed. */
  readonly commitIndex: number;
  /** Entries behind that; perhaps nobody was told of them, and they count as committed now. */
  readonly uncertainCount: number;
  /** Where the new configuration was written; undefined after a dry run. */
  readonly configurationIndex: number | undefined;
}

/** Terms skipped at most, so that two servers recovered apart never write the same term. */
const termSkipMax = 2 ** 20;

/**
 * Gives a group a new membership after the loss of its quorum, from the log of one survivor and
 * without anybody's consent. What the lost servers had acknowledged and this one never heard of is
 * lost. Do it on one server only, the most complete one, with the node stopped; start it, and add
 * the others. Those that still have their data may keep their names; they follow the new leader,
 * or stop at an entry they know to be committed and it does not have.
 *
 * @throws RaftError INVALID_CONFIG when the configuration is none or this server not a voter of it;
 * REFUSED when there is no log, or this server did not vote in the group; STORAGE_CORRUPT when the
 * log or the snapshot it needs is damaged; STORAGE_FOREIGN when they do not belong together;
 * STORAGE_LOCKED while the node runs. Nothing is changed in any of these cases.
 *
 * Source: Extension.
 */
export async function recoverCluster(options: RecoverClusterOptions): Promise<ClusterRecovery> {
  const { id, configuration, logStore, snapshotStore } = options;
  const defect = foundingDefect(configuration);
  if (defect !== undefined) throw new RaftError('INVALID_CONFIG', defect);
  if (!isVoter(configuration, id)) {
    throw new RaftError('INVALID_CONFIG', `${id} is no voter of the new configuration`);
  }
  const log = await logStore.open();
  try {
    const snapshot = await soundSnapshot(log, snapshotStore);
    const recovery = examine(options, log, snapshot);
    if (options.isDryRun === true) return recovery;
    const skipped = randomBelow(options.rng ?? createSystemRng(), termSkipMax);
    const term = Math.max(log.hardState.term, recovery.lastTerm) + 1 + skipped;
    const index = log.lastIndex + 1;
    const data = encodeConfiguration(configuration);
    const entry: Entry = { index, term, kind: 'configuration', data };
    const hardState = { ...log.hardState, term, votedFor: undefined };
    await logStore.append({ hardState, entries: [entry], mustSync: true });
    return { ...recovery, configurationIndex: index };
  } finally {
    await logStore.close();
  }
}

function examine(
  { id, configuration }: RecoverClusterOptions,
  log: LogState,
  snapshot: SnapshotMetadata | undefined,
): ClusterRecovery {
  if (log.lastIndex === 0) throw new RaftError('REFUSED', `${id} has no log to recover from`);
  const latest = log.configurationEntries.at(-1);
  const decoded = latest === undefined ? undefined : decodeConfiguration(latest.data);
  const previousConfiguration = decoded ?? snapshot?.configuration ?? emptyConfiguration;
  if (!isVoter(previousConfiguration, id)) {
    const known = previousConfiguration.voters.map((voter) => voter.id).join(', ');
    throw new RaftError('REFUSED', `${id} was no voter of the group; those are ${known}`);
  }
  const commitIndex = Math.max(log.hardState.commitIndex, log.baseIndex, snapshot?.index ?? 0);
  return {
    previousConfiguration,
    configuration,
    lastTerm: lastTermOf(log),
    lastIndex: log.lastIndex,
    commitIndex,
    uncertainCount: log.lastIndex - commitIndex,
    configurationIndex: undefined,
  };
}

function lastTermOf(log: LogState): number {
  const last: TermRun | undefined = log.terms.at(-1);
  return last?.term ?? log.baseTerm;
}

/** The newest snapshot that the log continues, read to its end; needed when the log is cut. */
async function soundSnapshot(
  log: LogState,
  store: SnapshotStore,
): Promise<SnapshotMetadata | undefined> {
  for (const metadata of await ownSnapshots(log, store)) {
    if (metadata.index < log.baseIndex || metadata.index > log.lastIndex) continue;
    const { data } = await store.open(metadata.id);
    try {
      let readBytes = 0;
      for await (const chunk of data) readBytes += chunk.length;
      if (readBytes === metadata.sizeBytes) return metadata;
    } catch {
      // A damaged one; the next may do.
    }
  }
  if (log.baseIndex === 0) return undefined;
  throw new RaftError(
    'STORAGE_CORRUPT',
    `the log begins at ${log.baseIndex + 1}, and no sound snapshot reaches that far`,
  );
}
