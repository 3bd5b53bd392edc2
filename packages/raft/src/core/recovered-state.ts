import type { Entry, HardState, SnapshotMetadata } from './entry.js';
import type { TermRun } from './term-runs.js';

/**
 * What a server finds on its disk when it starts; all of it is durable.
 *
 * A fresh server starts from {@link emptyRecoveredState}.
 */
export interface RecoveredState {
  readonly hardState: HardState;
  /** The newest snapshot, where there is one. The state machine must stand at it. */
  readonly snapshot?: SnapshotMetadata;
  /** The index before the first entry of the log (0 when the log starts at 1), and its term. */
  readonly baseIndex: number;
  readonly baseTerm: number;
  /** The last entry of the log; equal to `baseIndex` when it is empty. */
  readonly lastIndex: number;
  /** The terms of the retained entries, run-length encoded, ascending. */
  readonly terms: readonly TermRun[];
  /** Every retained entry of kind `configuration`, ascending. */
  readonly configurationEntries: readonly Entry[];
  /** What the state machine has applied already; default: the snapshot's index. */
  readonly appliedIndex?: number;
}

/** The state of a server that has never run. */
export const emptyRecoveredState: RecoveredState = {
  hardState: { term: 0, votedFor: undefined, commitIndex: 0 },
  baseIndex: 0,
  baseTerm: 0,
  lastIndex: 0,
  terms: [],
  configurationEntries: [],
};
