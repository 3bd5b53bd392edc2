import type { SnapshotMetadata } from './entry.js';
import type { Progress } from './progress.js';
import type { RoundClock } from './round-clock.js';

/** Follows a leader, or waits for one. */
export interface FollowerRole {
  readonly type: 'follower';
  /** Who leads the current term, as far as known. */
  leader: string | undefined;
}

/** Asks whether it could win, without disturbing anyone. Source: dissertation, section 9.6. */
export interface PreCandidateRole {
  readonly type: 'pre-candidate';
  readonly votes: Map<string, boolean>;
}

/** Campaigns in the current term. */
export interface CandidateRole {
  readonly type: 'candidate';
  readonly votes: Map<string, boolean>;
  readonly isTransfer: boolean;
}

/** Reads that wait until a quorum has answered `round`. */
export interface ReadBatch {
  readonly round: number;
  readonly index: number;
  readonly deadlineMs: number;
  /** Reads of this server's own users. */
  readonly tokens: readonly number[];
  /** Reads that followers asked for. */
  readonly remote: readonly RemoteRead[];
}

export interface RemoteRead {
  readonly from: string;
  readonly readId: number;
}

/** Leadership is being handed over. */
export interface LeadershipTransfer {
  /** The caller's number; undefined when the core itself wants it. */
  readonly id: number;
  readonly target: string;
  readonly deadlineMs: number;
  /** The target was told, at least once. */
  isTold: boolean;
}

/** Bytes of proposals that wait for commit. */
export interface UncommittedBatch {
  readonly lastIndex: number;
  readonly bytes: number;
}

/** Leads the current term. */
export interface LeaderRole {
  readonly type: 'leader';
  readonly progress: Map<string, Progress>;
  /** The index of the first entry of this leadership. */
  readonly termStartIndex: number;
  /** Contact rounds; begins anew with every leadership and never takes a caller's number. */
  readonly rounds: RoundClock;
  heartbeatDueAtMs: number;
  /** When idle followers are told of a commit; undefined when nothing is owed. */
  commitNoticeDueAtMs: number | undefined;
  /** Reads that no round covers yet. */
  waitingTokens: number[];
  waitingRemote: RemoteRead[];
  waitingSinceMs: number;
  /** Reads whose round is under way, oldest first. */
  readBatches: ReadBatch[];
  transfer: LeadershipTransfer | undefined;
  /** Somebody was told to campaign in this term; that cannot be called back. */
  hasInvitedSuccessor: boolean;
  uncommitted: UncommittedBatch[];
  uncommittedBytes: number;
}

/** What a server is at present, with what only matters while it is that. */
export type RoleState = FollowerRole | PreCandidateRole | CandidateRole | LeaderRole;

/** Reads a follower has sent to its leader. */
export interface ForwardedRead {
  readonly tokens: readonly number[];
  readonly deadlineMs: number;
}

/** Confirmed reads that wait for the state machine. */
export interface ConfirmedRead {
  readonly index: number;
  /** A leader applies what it confirms sooner or later; a follower may never hear of it. */
  readonly deadlineMs: number;
  readonly tokens: readonly number[];
}

/** A snapshot on its way in. */
export interface IncomingSnapshot {
  readonly from: string;
  readonly session: number;
  readonly term: number;
  readonly snapshot: SnapshotMetadata;
  /**
   * `receiving`: bytes are coming. `persisting`: the log reset is being written. `restoring`: the
   * state machine is being replaced.
   */
  stage: 'receiving' | 'persisting' | 'restoring';
}

/** An open `load`. */
export type OpenLoad =
  | { readonly type: 'apply'; readonly fromIndex: number; readonly toIndex: number }
  | {
      readonly type: 'replicate';
      readonly peer: string;
      readonly session: number;
      readonly fromIndex: number;
      readonly toIndex: number;
    };
