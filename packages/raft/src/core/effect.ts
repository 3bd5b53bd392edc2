import type { Entry, HardState, SnapshotMetadata } from './entry.js';
import type { Configuration } from './membership.js';
import type { RaftMessage } from './message.js';

/** What a server is at present. `pre-candidate` asks whether it could win before it disturbs anyone. */
export type Role = 'follower' | 'pre-candidate' | 'candidate' | 'leader';

/** Hands a message to the transport, which may lose it. It may leave at once. */
export interface SendEffect {
  readonly type: 'send';
  readonly message: RaftMessage;
}

/**
 * Makes one unit durable, whole or not at all. At most one is open at a time.
 * Answered by `persisted`; an error of the store is final and stops the node.
 */
export interface PersistEffect {
  readonly type: 'persist';
  /** Counts up by one; comes back in `persisted`. */
  readonly sequence: number;
  /** Present when it differs from what was written last. */
  readonly hardState?: HardState;
  /** Replaces everything at and after `entries[0].index`; empty leaves the log as it is. */
  readonly entries: readonly Entry[];
  /**
   * Install: the log is emptied and continues after this snapshot; `entries` then start right
   * behind it. Part of the same unit.
   */
  readonly snapshot?: SnapshotMetadata;
  /** False when only the commit index moved: written, not flushed, and answered all the same. */
  readonly mustSync: boolean;
}

/** Gives committed, locally durable entries to the state machine, in order. Answered by `applied`. */
export interface ApplyEffect {
  readonly type: 'apply';
  /** All kinds; only commands concern the state machine. */
  readonly entries: readonly Entry[];
}

/**
 * Reads entries that are no longer in memory. Answered by `loaded` with at least one of them, or
 * `load-failed` when they have been compacted.
 */
export interface LoadEffect {
  readonly type: 'load';
  readonly requestId: number;
  readonly fromIndex: number;
  /** Inclusive. */
  readonly toIndex: number;
  readonly maxBytes: number;
}

/** Streams a snapshot to a peer: the offer first, then the bytes. Answered by `snapshot-sent`. */
export interface SendSnapshotEffect {
  readonly type: 'send-snapshot';
  readonly offer: Extract<RaftMessage, { type: 'snapshot-offer' }>;
}

/** Takes the bytes that follow an offer. Answered by `snapshot-received` or `-receive-failed`. */
export interface ReceiveSnapshotEffect {
  readonly type: 'receive-snapshot';
  readonly from: string;
  readonly snapshot: SnapshotMetadata;
}

/** Stops receiving: the offer is obsolete. No answer is wanted. */
export interface AbortSnapshotEffect {
  readonly type: 'abort-snapshot';
  readonly from: string;
  readonly snapshotId: string;
}

/**
 * Replaces the state machine by a snapshot that is in the store. The log has been reset durably
 * before. Entries given to `apply` earlier and not yet applied are void. Answered by
 * `snapshot-installed`.
 */
export interface InstallSnapshotEffect {
  readonly type: 'install-snapshot';
  readonly snapshot: SnapshotMetadata;
}

/** Entries up to here are covered by a durable snapshot and wanted by nobody; no answer. */
export interface CompactEffect {
  readonly type: 'compact';
  readonly throughIndex: number;
}

/** These reads may be answered now: the state machine stands at `index` or later. */
export interface ReadReadyEffect {
  readonly type: 'read-ready';
  readonly tokens: readonly number[];
  readonly index: number;
}

/** Why a read got no index. All of them may be tried again. */
export type ReadFailure = 'no-leader' | 'leadership-lost' | 'timed-out' | 'overloaded';

export interface ReadFailedEffect {
  readonly type: 'read-failed';
  readonly tokens: readonly number[];
  readonly reason: ReadFailure;
}

/**
 * Why a proposal was certainly not appended.
 *
 * - `not-leader`: ask `leader`, where it is known.
 * - `overloaded`: the uncommitted tail is full; try later.
 * - `transfer-in-progress`: leadership is being handed over.
 * - `too-large`: the command is above `commandBytesMax`.
 * - `leaving`: this leader is no voter of the latest configuration and takes nothing new.
 */
export type ProposalRejection =
  | 'not-leader'
  | 'overloaded'
  | 'transfer-in-progress'
  | 'too-large'
  | 'leaving';

/**
 * The first `appendedCount` commands of a batch stand in the leader's log at `firstIndex` onward;
 * the others were refused for `reason` and never will. What was appended is committed once an
 * entry of the same index and term is applied, and lost once one of another term is.
 */
export interface ProposalOutcomeEffect {
  readonly type: 'proposal-outcome';
  readonly id: number;
  readonly term: number;
  readonly firstIndex: number;
  readonly appendedCount: number;
  readonly rejectedCount: number;
  /** Present when `rejectedCount` is above zero. */
  readonly reason?: ProposalRejection;
}

/** What about one server does not allow a change. */
export type ServerRejection =
  /** It is no member of the group. */
  | 'unknown-server'
  | 'already-voter'
  /** It is a learner, and has no vote to lose. */
  | 'not-a-voter'
  /** Identifier and address have 1 to 255 characters. */
  | 'invalid-server'
  /** Another member is reached there. */
  | 'address-taken'
  /** The new voters name it more than once. */
  | 'named-twice';

/** Why a membership change was refused. */
export type MembershipRejection =
  | 'not-leader'
  /** Another change, or the leader's first entry, is not committed yet. */
  | 'change-in-progress'
  | 'transfer-in-progress'
  /** `expectedConfigurationIndex` is not the current one. */
  | 'configuration-changed'
  /** No voter would be left. */
  | 'no-voters'
  /** A group has at most 1024 voters and learners. */
  | 'too-many-servers'
  | ServerRejection
  /** Too far behind to be given a vote. */
  | 'not-caught-up'
  /** The new voters could not form a quorum at present. */
  | 'quorum-unreachable'
  | 'overloaded';

/** `appended` means at (term, index); committed when `configuration-committed` says so. */
export interface MembershipOutcomeEffect {
  readonly type: 'membership-outcome';
  readonly id: number;
  readonly outcome:
    | { readonly type: 'appended'; readonly index: number; readonly term: number }
    | { readonly type: 'unchanged' }
    | {
        readonly type: 'rejected';
        readonly reason: MembershipRejection;
        /** The identifier of the server that the reason is about, where it is about one. */
        readonly server?: string;
      };
}

/** Why leadership was not handed over. */
export type TransferFailure =
  | 'not-leader'
  | 'transfer-in-progress'
  | 'target-not-voter'
  | 'target-is-self'
  | 'target-unreachable'
  | 'no-target'
  | 'timed-out';

export interface TransferOutcomeEffect {
  readonly type: 'transfer-outcome';
  readonly id: number;
  /** `stepped-down`: another server has taken a higher term; who leads comes by notification. */
  readonly outcome:
    | { readonly type: 'stepped-down' }
    | { readonly type: 'failed'; readonly reason: TransferFailure };
}

/** Why a role was given up or taken. */
export type RoleChangeReason =
  | 'started'
  | 'election-timeout'
  | 'pre-vote-won'
  | 'pre-vote-lost'
  | 'election-won'
  | 'election-lost'
  | 'higher-term'
  | 'leader-found'
  | 'quorum-lost'
  | 'storage-stalled'
  | 'removed'
  | 'told-to-campaign';

/** Things that happened, for users and operators. Nothing needs to be done. */
export type RaftNotification =
  | {
      readonly type: 'role-changed';
      readonly role: Role;
      readonly term: number;
      readonly reason: RoleChangeReason;
    }
  | { readonly type: 'leader-changed'; readonly leader: string | undefined; readonly term: number }
  /** A configuration took effect here: appended, installed, or rolled back to. */
  | {
      readonly type: 'configuration-changed';
      readonly configuration: Configuration;
      readonly index: number;
    }
  | {
      readonly type: 'configuration-committed';
      readonly configuration: Configuration;
      readonly index: number;
      readonly term: number;
    }
  | {
      readonly type: 'peer-state-changed';
      readonly peer: string;
      readonly state: 'probe' | 'replicate' | 'snapshot';
    }
  /** A learner could not catch up, or did not answer; it stays a learner. */
  | { readonly type: 'promotion-failed'; readonly peer: string; readonly roundCount: number }
  /** A peer that had acknowledged entries no longer has them: it lost its disk. */
  | { readonly type: 'peer-regressed'; readonly peer: string; readonly matchIndex: number }
  /** Something a peer sent was refused and had no effect. */
  | { readonly type: 'message-rejected'; readonly from: string; readonly reason: MessageRejection };

/** Why a message of a peer had no effect beyond being counted. */
export type MessageRejection =
  | 'not-for-us'
  | 'malformed'
  | 'second-leader'
  | 'conflict-below-commit'
  | 'unknown-peer'
  | 'stale-session'
  | 'beyond-log';

export interface NotifyEffect {
  readonly type: 'notify';
  readonly notification: RaftNotification;
}

/** Everything a {@link RaftCore} asks its driver to do. */
export type RaftEffect =
  | SendEffect
  | PersistEffect
  | ApplyEffect
  | LoadEffect
  | SendSnapshotEffect
  | ReceiveSnapshotEffect
  | AbortSnapshotEffect
  | InstallSnapshotEffect
  | CompactEffect
  | ReadReadyEffect
  | ReadFailedEffect
  | ProposalOutcomeEffect
  | MembershipOutcomeEffect
  | TransferOutcomeEffect
  | NotifyEffect;
