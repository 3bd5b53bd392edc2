import type { Clock, EventSource, Logger, Metrics, Rng } from '@konsul/runtime';
import type { RaftConfigOptions, ReloadableRaftConfig } from '../config.js';
import type { Role } from '../core/effect.js';
import type { SnapshotMetadata } from '../core/entry.js';
import type { Configuration, ServerAddress } from '../core/membership.js';
import type { MembershipChange } from '../core/membership-change.js';
import type { ProgressState } from '../core/progress.js';
import type { RaftEvents } from '../events.js';
import type { LogStore, SnapshotStore } from '../storage/raft-storage.js';
import type { BackupMetadata, RaftBackup } from './backup.js';
import type { ObserveOptions, RaftObserver } from './observer.js';
import type { RaftTransport } from './raft-transport.js';
import type { StateMachine } from './state-machine.js';

/** What {@link createRaft} is given. */
export interface RaftOptions<Result> {
  /** This server's name. Never one that another server, or this one before it lost its disk, had. */
  readonly id: string;
  /** Where peers reach this server. */
  readonly address: string;
  readonly logStore: LogStore;
  readonly snapshotStore: SnapshotStore;
  readonly stateMachine: StateMachine<Result>;
  readonly transport: RaftTransport;
  /** Anything left out has its default. */
  readonly config?: RaftConfigOptions;
  readonly clock?: Clock;
  readonly rng?: Rng;
  readonly logger?: Logger;
  /**
   * Gets `raft.commitTime` (proposal to result), `raft.leader.lastContact`, `raft.fsm.apply`, and
   * whatever else an operator of Consul knows; the package's README lists them.
   */
  readonly metrics?: Metrics;
}

export interface CallOptions {
  /** Stops waiting; rejects with ABORTED. A proposal that was made may still take effect. */
  readonly signal?: AbortSignal;
}

/**
 * How fresh a read must be.
 *
 * - `linearizable`: reflects everything acknowledged anywhere before the call, whatever clocks do.
 * - `lease`: the same as long as clocks run apart by no more than `leaseClockRatioMax` says; a
 *   leader with a valid lease answers without asking anybody. Elsewhere, or with leases off, it is
 *   `linearizable`. Source: dissertation, section 6.4.1.
 * - `stale`: whatever this server has applied so far.
 */
export type ReadConsistency = 'linearizable' | 'lease' | 'stale';

export interface ReadOptions extends CallOptions {
  /** Default `linearizable`. */
  readonly consistency?: ReadConsistency;
}

export interface ChangeMembershipOptions extends CallOptions {
  /** Refuse unless this is the index of the current configuration (compare and set). */
  readonly expectedConfigurationIndex?: number;
}

/** What a leader knows of one of its followers. */
export interface PeerSummary {
  readonly id: string;
  readonly state: ProgressState;
  readonly matchIndex: number;
  /** Milliseconds since the peer is known to have been with this leader. */
  readonly lastContactMs: number;
}

/** What a node knows of itself and its group. */
export interface RaftNodeStatus {
  readonly id: string;
  readonly isRunning: boolean;
  /** `follower` too when it no longer runs. */
  readonly role: Role;
  readonly term: number;
  /** Who leads and where; undefined until this node knows both. */
  readonly leader: ServerAddress | undefined;
  /** Milliseconds since the leader was heard; 0 on the leader, undefined before the first time. */
  readonly leaderContactMs: number | undefined;
  readonly commitIndex: number;
  readonly appliedIndex: number;
  readonly lastIndex: number;
  readonly snapshotIndex: number;
  readonly configuration: Configuration;
  readonly configurationIndex: number;
  /** Empty unless this node leads. */
  readonly peers: readonly PeerSummary[];
}

/**
 * One server of a Raft group. Calls that only a leader can serve reject with NOT_LEADER elsewhere,
 * and name the leader where it is known.
 */
export interface Raft<Result> extends EventSource<RaftEvents> {
  readonly id: string;
  /**
   * Recovers from disk and takes part. A server without a log waits to be added by a leader, or
   * for `bootstrap`.
   *
   * @throws RaftError any of the `STORAGE_` codes, SNAPSHOT_CORRUPT, STATE_MACHINE_FAILED,
   * TRANSPORT_FAILED (the address is in use), ALREADY_STARTED, STOPPED
   */
  start(): Promise<void>;
  /** Stops for good and closes the stores and the transport. Open calls reject. */
  stop(): Promise<void>;
  /**
   * Founds a group, before or after `start`. Done once in a group's life: on one server that the
   * others are added to, or on several with the very same configuration.
   *
   * @throws RaftError ALREADY_BOOTSTRAPPED, INVALID_CONFIG, STORAGE_FOREIGN (there are snapshots of
   * another log)
   */
  bootstrap(configuration: Configuration): Promise<void>;
  /**
   * Replicates a command and applies it.
   *
   * @param command not empty, and a `Uint8Array`: anything else is REFUSED. Belongs to the node
   * from here on.
   * @returns what the state machine made of it.
   * @throws RaftError NOT_LEADER, OVERLOADED, DROPPED, REFUSED (certainly not applied);
   * OUTCOME_UNKNOWN, ABORTED, STOPPED (may have been, or may yet be)
   */
  propose(command: Uint8Array, options?: CallOptions): Promise<Result>;
  /**
   * Resolves when everything proposed before has been applied here. Leader only.
   *
   * @throws RaftError NOT_LEADER, OVERLOADED, DROPPED, OUTCOME_UNKNOWN, ABORTED, STOPPED; a barrier
   * changes nothing, so that it may be tried again after any of them but STOPPED.
   */
  barrier(options?: CallOptions): Promise<void>;
  /**
   * Resolves when the state machine here reflects every command acknowledged anywhere before the
   * call: what is then read from it is linearizable. Works on followers too.
   *
   * @returns the log index the state machine has reached.
   * @throws RaftError NOT_LEADER (no leader is known), DROPPED (the leader changed, or did not answer
   * within `readTimeoutMs`), OVERLOADED, all of which may be tried again; ABORTED, STOPPED
   */
  readIndex(options?: ReadOptions): Promise<number>;
  /**
   * Calls `query`, which reads the own state machine, once that is as fresh as asked for.
   *
   * @throws RaftError as `readIndex` does; and whatever `query` throws, as it is.
   * @example
   * ```ts
   * async function get(key: string, signal: AbortSignal): Promise<string | undefined> {
   *   for (;;) {
   *     try {
   *       return await raft.read(() => machine.get(key), { signal });
   *     } catch (error) {
   *       // An election is over in well under a second; a read may be tried as often as one likes.
   *       const codes = ['NOT_LEADER', 'DROPPED', 'OVERLOADED'];
   *       if (!isRaftError(error) || !codes.includes(error.code)) throw error;
   *       await setTimeout(50, undefined, { signal });
   *     }
   *   }
   * }
   * ```
   */
  read<Answer>(query: () => Answer | Promise<Answer>, options?: ReadOptions): Promise<Answer>;
  /**
   * Resolves when a quorum has confirmed, after the call, that this node leads.
   *
   * @throws RaftError NOT_LEADER, DROPPED (leadership was lost, or no quorum answered within
   * `readTimeoutMs`), OVERLOADED, ABORTED, STOPPED
   */
  verifyLeader(options?: CallOptions): Promise<void>;
  /** Resolves when some leader is known here, and where it is. */
  waitForLeader(options?: CallOptions): Promise<ServerAddress>;
  /**
   * Changes the membership in one step; several changes of voters go through a joint configuration.
   *
   * @returns the index of the configuration that was committed.
   * @throws RaftError NOT_LEADER, REFUSED, OUTCOME_UNKNOWN
   */
  changeMembership(
    changes: readonly MembershipChange[],
    options?: ChangeMembershipOptions,
  ): Promise<number>;
  addLearner(server: ServerAddress, options?: ChangeMembershipOptions): Promise<number>;
  /**
   * Adds a learner and resolves when it has caught up and votes.
   *
   * @throws RaftError what `changeMembership` throws; and REFUSED with the reason `stays-learner`
   * when the server does not catch up. The change took effect in part then: the server is a
   * learner, until `removeServer` takes it out or another `addVoter` succeeds.
   */
  addVoter(server: ServerAddress, options?: ChangeMembershipOptions): Promise<number>;
  promote(id: string, options?: ChangeMembershipOptions): Promise<number>;
  demote(id: string, options?: ChangeMembershipOptions): Promise<number>;
  removeServer(id: string, options?: ChangeMembershipOptions): Promise<number>;
  /** Hands leadership to `to`, or to whoever is furthest along. Resolves when this node has let go. */
  transferLeadership(to?: string): Promise<void>;
  /**
   * An image of the state machine as it stands here, checked and ready to be kept elsewhere. Call
   * `readIndex` before, where it must reflect everything acknowledged so far.
   */
  backup(): Promise<RaftBackup>;
  /**
   * Puts a backup, of this group or another one, in the place of every server's state, through
   * the log: all servers take it at the same entry, or none does. Other commands are refused with
   * DROPPED meanwhile. Leader only; every member must run a release that knows of it.
   *
   * @throws RaftError NOT_LEADER, REFUSED, DROPPED, SNAPSHOT_CORRUPT (certainly not restored);
   * OUTCOME_UNKNOWN (it may yet be)
   */
  restore(metadata: BackupMetadata, data: AsyncIterable<Uint8Array>): Promise<void>;
  /** Takes a snapshot now, whatever the policy says. */
  takeSnapshot(): Promise<SnapshotMetadata>;
  /**
   * Takes other settings while running: limits, and the policy of snapshots and compaction.
   *
   * @throws RaftError INVALID_CONFIG when one is out of bounds or needs a restart; none is taken then.
   */
  reload(changes: ReloadableRaftConfig): void;
  /** Everything that `on` tells, as a bounded stream with a count of what was dropped. */
  observe(options?: ObserveOptions): RaftObserver;
  /** The membership in force here, committed or not. */
  configuration(): Configuration;
  status(): RaftNodeStatus;
}
