import type { Entry, HardState, SnapshotMetadata } from '../core/entry.js';
import type { RecoveredState } from '../core/recovered-state.js';

/** A position in the log: an index and the term of the entry there. */
export interface LogPosition {
  readonly index: number;
  readonly term: number;
}

/** What was cut off the end of a log when it was opened after a crash. */
export interface RepairReport {
  /** Bytes of the batch that was being written; nobody had been told that it was durable. */
  readonly cutBytes: number;
  /** Where a copy of them was kept, for a person to look at. */
  readonly keptAt: string;
}

/** Everything a node must know of its log before it may take part. */
export interface LogState
  extends Pick<
    RecoveredState,
    'hardState' | 'baseIndex' | 'baseTerm' | 'lastIndex' | 'terms' | 'configurationEntries'
  > {
  /** Present when the end of the log was torn and has been cut. */
  readonly repair?: RepairReport;
  /**
   * Names this life of the log: random when the log was empty, and durable from then on. Snapshots
   * are kept with it, so that those of an earlier log are told apart. Stores that have none leave
   * it out.
   */
  readonly logId?: string;
}

/** One durable unit: all of it survives a crash or none of it does. */
export interface LogBatch {
  /** Replaces the term, vote and commit index. */
  readonly hardState?: HardState | undefined;
  /** Consecutive; they replace everything from the first one's index on. */
  readonly entries: readonly Entry[];
  /** Empties the log, which begins anew behind this position; taken before `entries`. */
  readonly reset?: LogPosition | undefined;
  /** False when losing the batch in a crash would be harmless (only the commit index moved). */
  readonly mustSync: boolean;
}

/** A part of a log. Both ends belong to it. */
export interface LogRange {
  readonly fromIndex: number;
  readonly toIndex: number;
  /** Stop before the payloads exceed this many bytes; the first entry is always given. */
  readonly bytesMax: number;
}

/**
 * The durable log of one server: entries and hard state in one order, because a term or a vote
 * must never become durable after an entry that depends on it.
 *
 * Rules every implementation keeps. `logStoreContract` of `@konsul/raft/testing` checks them; for
 * crashes (1, 2), failed writes (3) and damage (5) it needs the hooks of `LogStoreMedium`.
 *
 * 1. `append` resolves only when the batch would survive a crash, and calls complete in order.
 *    A batch whose `mustSync` is false may resolve earlier and may be lost, but only as a suffix.
 * 2. A batch is atomic, with the truncation its first entry implies and with `reset`.
 * 3. Any failed write or flush is final. The store refuses everything from then on with
 *    STORAGE_FAILED: a flush that is tried again may report success for pages that are lost.
 * 4. Indexes are contiguous. Only a prefix (`compact`) or a suffix (`append`) ever goes away; a
 *    batch that would leave a gap, or begins with what was compacted, is refused whole.
 * 5. A damaged log is never opened by skipping what is damaged. Only the last batch may be torn,
 *    since nobody was told that it was durable; it is cut and reported.
 * 6. Payloads given by `read` are not changed afterwards by the store, nor those given to `append`
 *    by its caller: either side may keep them.
 * 7. Whoever has a log open keeps other stores out; one that is closed takes nothing more.
 *
 * Source: Ongaro, "Consensus: Bridging Theory and Practice", sections 3.8 and 5.1; Extension.
 */
export interface LogStore {
  /**
   * Takes possession and recovers. Called once, before anything else.
   *
   * @throws RaftError STORAGE_LOCKED, STORAGE_CORRUPT, STORAGE_FOREIGN, STORAGE_TOO_NEW
   */
  open(): Promise<LogState>;
  /**
   * Makes a batch durable.
   *
   * @throws RaftError STORAGE_FAILED, for ever after the first time.
   */
  append(batch: LogBatch): Promise<void>;
  /**
   * Reads entries, at least one.
   *
   * @throws RaftError LOG_COMPACTED when `fromIndex` is no longer held, STORAGE_CORRUPT when what
   * was read is not what was written.
   */
  read(range: LogRange): Promise<readonly Entry[]>;
  /** Gives up entries up to and including `throughIndex`, which a durable snapshot covers. */
  compact(throughIndex: number): Promise<void>;
  /**
   * Makes what was accepted durable, settles every call and lets go of the files. What is called
   * afterwards rejects with STORAGE_FAILED.
   */
  close(): Promise<void>;
}

/** Where the bytes of a snapshot go while it is taken or received. */
export interface SnapshotSink {
  /** Bytes already held from an earlier attempt at the same snapshot; the writer goes on there. */
  readonly offsetBytes: number;
  /** Adds bytes. Wait for each call before the next. They may be reused once it resolved. */
  write(bytes: Uint8Array): Promise<void>;
  /** Makes the snapshot durable and visible in `list`. */
  commit(): Promise<SnapshotMetadata>;
  /** Stops without making it visible. What was written is kept when `resumable`. */
  abort(options?: { readonly resumable?: boolean }): Promise<void>;
}

/** A snapshot as a store lists it. */
export interface StoredSnapshot extends SnapshotMetadata {
  /** The log beside which it was taken or received; see {@link LogState}. */
  readonly logId?: string;
}

/** What is known of a snapshot before its bytes are: all but the size. */
export type SnapshotDescription = Omit<StoredSnapshot, 'sizeBytes'>;

/** An opened snapshot. */
export interface SnapshotReader {
  readonly metadata: SnapshotMetadata;
  /** The bytes from the offset asked for; throws RaftError SNAPSHOT_CORRUPT when they are damaged. */
  readonly data: AsyncIterable<Uint8Array>;
}

/**
 * Durable snapshots of the state machine.
 *
 * 1. A snapshot is visible only when all of it is durable and verified; a crash before leaves
 *    at most an invisible remainder that a later attempt may continue.
 * 2. Reading checks what was written and never gives damaged bytes.
 * 3. A reader that is open goes on while `prune` removes its snapshot.
 *
 * Source: Ongaro, section 5.1; Extension (resumable transfer).
 */
export interface SnapshotStore {
  /** Begins a snapshot, or goes on with an interrupted one of the same `id`. */
  create(description: SnapshotDescription): Promise<SnapshotSink>;
  /**
   * Visible snapshots, newest first, each with all that its description had.
   *
   * @throws RaftError STORAGE_FOREIGN when one belongs to another node or cluster.
   */
  list(): Promise<readonly StoredSnapshot[]>;
  /**
   * Opens a visible snapshot for reading from `offsetBytes` on (default 0).
   *
   * @throws RaftError SNAPSHOT_NOT_FOUND, SNAPSHOT_CORRUPT, STORAGE_FOREIGN
   */
  open(id: string, offsetBytes?: number): Promise<SnapshotReader>;
  /** Removes these visible snapshots, and remainders that nobody is writing. */
  prune(supersededIds: ReadonlySet<string>): Promise<void>;
}
