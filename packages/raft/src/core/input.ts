import type { RaftCoreConfig } from './core-config.js';
import type { Entry, SnapshotMetadata } from './entry.js';
import type { MembershipChange } from './membership-change.js';
import type { RaftMessage } from './message.js';

/** A message arrived. A snapshot offer arrives here too, before its bytes are read. */
export interface MessageInput {
  readonly type: 'message';
  readonly message: RaftMessage;
}

/** A deadline may have passed. */
export interface TickInput {
  readonly type: 'tick';
}

/** Commands of users, in order. Answered by one `proposal-outcome`. */
export interface ProposeInput {
  readonly type: 'propose';
  /** The caller's own number for the batch. */
  readonly id: number;
  /** Owned by the core from here on: must not be changed by the caller. */
  readonly commands: readonly Uint8Array[];
  /** What the entries are for; default `command`. */
  readonly kind?: 'command' | 'restore';
}

/** A linearizable read wants an index. Answered by `read-ready` or `read-failed`. */
export interface ReadIndexInput {
  readonly type: 'read-index';
  /** The caller's own number; must not be open already. */
  readonly token: number;
  /** A leader with a lease may answer without asking its followers. Default false. */
  readonly isLeaseEnough?: boolean;
}

/** Changes who belongs to the group. Answered by one `membership-outcome`. */
export interface ChangeMembershipInput {
  readonly type: 'change-membership';
  readonly id: number;
  /** Taken together: more than one change of voters goes through a joint configuration. */
  readonly changes: readonly MembershipChange[];
  /** Refuse unless the current configuration was made by the entry of this index. */
  readonly expectedConfigurationIndex?: number;
}

/** Hands leadership over. Answered by one `transfer-outcome`. */
export interface TransferLeadershipInput {
  readonly type: 'transfer-leadership';
  readonly id: number;
  /** A voter; without it, the one that is furthest along. */
  readonly to?: string;
}

/** A `persist` effect has become durable. They complete in order. */
export interface PersistedInput {
  readonly type: 'persisted';
  readonly sequence: number;
}

/** The state machine has applied everything up to `index`. */
export interface AppliedInput {
  readonly type: 'applied';
  readonly index: number;
}

/** Answers a `load` effect: at least one entry, contiguous, starting where the effect asked. */
export interface LoadedInput {
  readonly type: 'loaded';
  readonly requestId: number;
  readonly entries: readonly Entry[];
}

/**
 * A `load` could not be served because its entries were compacted away meanwhile. Any other
 * failure of the store is fatal to the node and never comes here.
 */
export interface LoadFailedInput {
  readonly type: 'load-failed';
  readonly requestId: number;
}

/** A snapshot of the own state machine is durable; the log before it may go. */
export interface SnapshotTakenInput {
  readonly type: 'snapshot-taken';
  readonly snapshot: SnapshotMetadata;
}

/** More bytes of an offered snapshot came from the leader, which is therefore alive. */
export interface SnapshotProgressInput {
  readonly type: 'snapshot-progress';
  readonly from: string;
  readonly snapshotId: string;
}

/** An offered snapshot is complete, verified and durable in the snapshot store. */
export interface SnapshotReceivedInput {
  readonly type: 'snapshot-received';
  readonly from: string;
  readonly snapshotId: string;
}

/** An offered snapshot could not be received. */
export interface SnapshotReceiveFailedInput {
  readonly type: 'snapshot-receive-failed';
  readonly from: string;
  readonly snapshotId: string;
}

/** The state machine now stands at the snapshot that `install-snapshot` named. */
export interface SnapshotInstalledInput {
  readonly type: 'snapshot-installed';
  readonly snapshotId: string;
}

/** A `send-snapshot` ended: all bytes left, or they did not. */
export interface SnapshotSentInput {
  readonly type: 'snapshot-sent';
  readonly to: string;
  readonly session: number;
  readonly isSent: boolean;
}

/** The transport lost its connection to a peer or dropped messages to it. */
export interface PeerUnreachableInput {
  readonly type: 'peer-unreachable';
  readonly peer: string;
}

/** Other numbers to go by, from now on. */
export interface ConfigureInput {
  readonly type: 'configure';
  readonly config: RaftCoreConfig;
}

/** Everything a {@link RaftCore} reacts to. */
export type RaftInput =
  | MessageInput
  | TickInput
  | ProposeInput
  | ReadIndexInput
  | ChangeMembershipInput
  | TransferLeadershipInput
  | PersistedInput
  | AppliedInput
  | LoadedInput
  | LoadFailedInput
  | SnapshotTakenInput
  | SnapshotProgressInput
  | SnapshotReceivedInput
  | SnapshotReceiveFailedInput
  | SnapshotInstalledInput
  | SnapshotSentInput
  | PeerUnreachableInput
  | ConfigureInput;
