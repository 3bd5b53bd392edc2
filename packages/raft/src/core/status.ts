import type { Role } from './effect.js';
import type { Configuration } from './membership.js';
import type { ProgressState } from './progress.js';
import type { RaftState } from './raft-state.js';

/** What a leader knows of one follower. */
export interface PeerStatus {
  readonly id: string;
  readonly state: ProgressState;
  /** The follower's log is durable and equal to the leader's up to here. */
  readonly matchIndex: number;
  readonly nextIndex: number;
  readonly inflightCount: number;
  readonly inflightBytes: number;
  /** The latest instant at which the follower is known to have been with this leader. */
  readonly contactAtMs: number;
}

/** A copy of what a server knows; cheap enough to ask for every second, not for every entry. */
export interface RaftStatus {
  readonly id: string;
  readonly role: Role;
  readonly term: number;
  readonly votedFor: string | undefined;
  readonly leader: string | undefined;
  /** When the leader was last heard; undefined on a leader or before the first time. */
  readonly leaderContactAtMs: number | undefined;
  readonly commitIndex: number;
  readonly appliedIndex: number;
  readonly lastIndex: number;
  readonly lastTerm: number;
  /** The own log is durable up to here. */
  readonly durableIndex: number;
  /** The index before the first retained entry. */
  readonly baseIndex: number;
  readonly snapshotIndex: number;
  readonly configuration: Configuration;
  readonly configurationIndex: number;
  /** Bytes of own proposals that wait for commit; 0 unless leading. */
  readonly uncommittedBytes: number;
  readonly pendingReadCount: number;
  /** Bytes of entries in memory. */
  readonly cachedBytes: number;
  /** Messages that wait for the disk. */
  readonly heldMessageCount: number;
  /** Empty unless leading. */
  readonly peers: readonly PeerStatus[];
}

/** Copies the state for a reader. */
export function describe(state: RaftState): RaftStatus {
  const leader = state.role.type === 'leader' ? state.role : undefined;
  return {
    id: state.id,
    role: state.role.type,
    term: state.term,
    votedFor: state.votedFor,
    leader: state.leader,
    leaderContactAtMs: leader === undefined ? state.leaderContactAtMs : undefined,
    commitIndex: state.commitIndex,
    appliedIndex: state.appliedIndex,
    lastIndex: state.log.lastIndex,
    lastTerm: state.log.lastTerm,
    durableIndex: state.log.durableIndex,
    baseIndex: state.log.baseIndex,
    snapshotIndex: state.snapshot?.index ?? 0,
    configuration: state.configuration,
    configurationIndex: state.configurationIndex,
    uncommittedBytes: leader?.uncommittedBytes ?? 0,
    pendingReadCount: state.pendingReadCount,
    cachedBytes: state.log.windowBytes,
    heldMessageCount: state.outbox.heldCount,
    peers: leader === undefined ? [] : [...leader.progress.values()].map(describePeer),
  };
}

function describePeer(progress: {
  readonly id: string;
  readonly state: ProgressState;
  readonly matchIndex: number;
  readonly nextIndex: number;
  readonly inflight: { readonly count: number; readonly bytes: number };
  readonly contactAtMs: number;
}): PeerStatus {
  const { id, state, matchIndex, nextIndex, inflight, contactAtMs } = progress;
  const inflightCount = inflight.count;
  return {
    id,
    state,
    matchIndex,
    nextIndex,
    inflightCount,
    inflightBytes: inflight.bytes,
    contactAtMs,
  };
}
