import type { Entry, SnapshotMetadata } from './entry.js';

/** What every message between servers carries. */
interface Envelope {
  /** The sender's identifier. */
  readonly from: string;
  /** The identifier of the server that is meant; a receiver of another name drops the message. */
  readonly to: string;
  /** The sender's term; in a pre-vote request, and in a granted answer to one, the term asked for. */
  readonly term: number;
}

/**
 * Asks for a vote, or, as a pre-vote, whether a vote would be given.
 *
 * Source: dissertation, sections 3.4, 3.6.1 and 9.6.
 */
export interface VoteRequest extends Envelope {
  readonly type: 'vote-request';
  readonly isPreVote: boolean;
  /** The leader itself asked the sender to campaign, so a live leader is no reason to refuse. */
  readonly isTransfer: boolean;
  /** The index and term of the candidate's last entry. */
  readonly lastIndex: number;
  readonly lastTerm: number;
}

/** Answers a {@link VoteRequest}. */
export interface VoteResponse extends Envelope {
  readonly type: 'vote-response';
  readonly isPreVote: boolean;
  readonly isGranted: boolean;
}

/**
 * Replicates entries that follow (`previousIndex`, `previousTerm`).
 *
 * Source: dissertation, section 3.5; session and round are extensions.
 */
export interface AppendRequest extends Envelope {
  readonly type: 'append-request';
  /** Names the receiver's stay in the leader's configuration; echoed in the answer. */
  readonly session: number;
  /** The leader's current contact round; echoed in the answer. */
  readonly round: number;
  readonly previousIndex: number;
  readonly previousTerm: number;
  readonly commitIndex: number;
  /** Contiguous, starting at `previousIndex + 1`; may be empty. */
  readonly entries: readonly Entry[];
}

/** Answers one or several {@link AppendRequest}s. Acceptance is said only of durable entries. */
export interface AppendResponse extends Envelope {
  readonly type: 'append-response';
  readonly session: number;
  /** The highest round among the requests answered. */
  readonly round: number;
  readonly isAccepted: boolean;
  /**
   * Accepted: the log is durable and equal to the leader's up to here.
   * Refused: the `previousIndex` that did not match.
   */
  readonly index: number;
  /** Refused: the highest index whose term may still agree; accepted: 0. */
  readonly hintIndex: number;
  /** Refused: the receiver's term at `hintIndex`; accepted: 0. */
  readonly hintTerm: number;
}

/** Says that the leader lives. Its answer confirms the leader's authority for one round. */
export interface Heartbeat extends Envelope {
  readonly type: 'heartbeat';
  readonly session: number;
  readonly round: number;
  /** Never above what the receiver is known to hold. */
  readonly commitIndex: number;
}

/** Answers a {@link Heartbeat}. */
export interface HeartbeatResponse extends Envelope {
  readonly type: 'heartbeat-response';
  readonly session: number;
  readonly round: number;
}

/**
 * Offers a snapshot whose bytes follow on a connection of their own. It is the first thing said
 * there; the receiving core answers with a `receive-snapshot` effect when the bytes are wanted.
 *
 * Source: dissertation, section 5.1; one offer with a byte stream instead of chunk calls.
 */
export interface SnapshotOffer extends Envelope {
  readonly type: 'snapshot-offer';
  readonly session: number;
  readonly round: number;
  readonly snapshot: SnapshotMetadata;
}

/** Tells the leader how an offer ended. Travels with the ordinary messages. */
export interface SnapshotResponse extends Envelope {
  readonly type: 'snapshot-response';
  readonly session: number;
  /** Installed, or not needed because the receiver is beyond it; false when it failed. */
  readonly isInstalled: boolean;
  /** Installed: the receiver's log is durable and equal to the leader's up to here; else 0. */
  readonly index: number;
}

/** Tells a follower to campaign at once, without a pre-vote. Source: dissertation, section 3.10. */
export interface TimeoutNow extends Envelope {
  readonly type: 'timeout-now';
}

/** A follower asks for an index at which it may answer a linearizable read. */
export interface ReadIndexRequest extends Envelope {
  readonly type: 'read-index-request';
  /** The asker's own number, of which no life of it uses another's; echoed, never a user's. */
  readonly readId: number;
}

/** Answers a {@link ReadIndexRequest} once a quorum has confirmed the leader. */
export interface ReadIndexResponse extends Envelope {
  readonly type: 'read-index-response';
  readonly readId: number;
  /** False when the receiver does not lead or could not confirm that it does. */
  readonly isConfirmed: boolean;
  readonly index: number;
}

/** Everything that servers say to each other. */
export type RaftMessage =
  | VoteRequest
  | VoteResponse
  | AppendRequest
  | AppendResponse
  | Heartbeat
  | HeartbeatResponse
  | SnapshotOffer
  | SnapshotResponse
  | TimeoutNow
  | ReadIndexRequest
  | ReadIndexResponse;
