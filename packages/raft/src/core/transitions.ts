import { invariant } from '@konsul/runtime/core';
import type { RoleChangeReason } from './effect.js';
import { alignProgress, appendAsLeader } from './leader-log.js';
import type { RaftState } from './raft-state.js';
import { failForwardedReads, failLeaderReads } from './reads.js';
import type { LeaderRole, RoleState } from './roles.js';
import { RoundClock } from './round-clock.js';

const noPayload = new Uint8Array(0);

/** The only place where the role changes. */
function enterRole(state: RaftState, role: RoleState, reason: RoleChangeReason): void {
  const earlier = state.role;
  if (earlier.type === 'leader') abandonLeadership(state, earlier);
  state.role = role;
  if (role.type !== earlier.type) {
    if (role.type === 'follower') state.redrawElectionTimer();
    state.outbox.notify({ type: 'role-changed', role: role.type, term: state.term, reason });
  }
  announceLeader(state);
}

/** Says who leads, where that is not what was said last; the same one in a new term is news. */
function announceLeader(state: RaftState): void {
  const { leader, term, announcedLeader: last } = state;
  if (leader === last.leader && (leader === undefined || term === last.term)) return;
  state.announcedLeader = { leader, term };
  failForwardedReads(state);
  state.outbox.notify({ type: 'leader-changed', leader, term });
}

function abandonLeadership(state: RaftState, leader: LeaderRole): void {
  failLeaderReads(state, leader);
  for (const [id, load] of state.loads) if (load.type === 'replicate') state.loads.delete(id);
  const transfer = leader.transfer;
  if (transfer === undefined) return;
  state.outbox.emit({
    type: 'transfer-outcome',
    id: transfer.id,
    outcome: transfer.isTold
      ? { type: 'stepped-down' }
      : { type: 'failed', reason: 'target-unreachable' },
  });
}

/** The only place where the term changes. */
function enterTerm(state: RaftState, term: number, votedFor: string | undefined): void {
  invariant(term > state.term, `term ${term} after ${state.term}`);
  state.term = term;
  state.votedFor = votedFor;
  state.matchedIndex = 0;
  state.outbox.noteHardStateChanged(term);
  failForwardedReads(state);
  // A leader of an earlier term leads nothing now; the same server may be found again.
  if (state.role.type === 'follower') state.role.leader = undefined;
}

/** Gives this server's vote of the current term away. */
export function castVote(state: RaftState, candidate: string): void {
  if (state.votedFor === candidate) return;
  invariant(state.votedFor === undefined, `second vote in term ${state.term}`);
  state.votedFor = candidate;
  state.outbox.noteHardStateChanged(state.term);
}

/**
 * Follows `leader` in `term`, or waits for one when it is not known.
 *
 * Source: dissertation, section 3.3 (a higher term) and 3.4 (another leader's append).
 */
export function becomeFollower(
  state: RaftState,
  next: { term: number; leader: string | undefined; reason: RoleChangeReason },
): void {
  if (next.term === state.term && state.role.type === 'follower') {
    if (next.leader === undefined || next.leader === state.role.leader) return;
  }
  const isNewTerm = next.term > state.term;
  const wasLeader = state.role.type === 'leader';
  // The leader's unfinished business ends in the term in which it led.
  if (isNewTerm && wasLeader)
    enterRole(state, { type: 'follower', leader: undefined }, next.reason);
  if (isNewTerm) enterTerm(state, next.term, undefined);
  enterRole(state, { type: 'follower', leader: next.leader }, next.reason);
}

/** Asks whether an election could be won. Source: dissertation, section 9.6. */
export function becomePreCandidate(state: RaftState, reason: RoleChangeReason): void {
  enterRole(state, { type: 'pre-candidate', votes: new Map() }, reason);
  state.redrawElectionTimer();
}

/**
 * Begins an election in the next term. A server votes for itself only where it is a voter, and
 * counts that vote only once it is durable.
 *
 * Source: dissertation, sections 3.4 and 4.2.2.
 */
export function becomeCandidate(
  state: RaftState,
  start: { isTransfer: boolean; reason: RoleChangeReason },
): void {
  enterTerm(state, state.term + 1, state.isSelfVoter ? state.id : undefined);
  const { isTransfer, reason } = start;
  enterRole(state, { type: 'candidate', votes: new Map(), isTransfer }, reason);
  state.redrawElectionTimer();
}

/** Leads the current term, beginning with an entry of its own. Source: section 6.4. */
export function becomeLeader(state: RaftState): void {
  const leader: LeaderRole = {
    type: 'leader',
    progress: new Map(),
    termStartIndex: state.log.lastIndex + 1,
    rounds: new RoundClock(),
    heartbeatDueAtMs: state.nowMs + state.config.heartbeatIntervalMs,
    commitNoticeDueAtMs: undefined,
    waitingTokens: [],
    waitingRemote: [],
    waitingSinceMs: state.nowMs,
    readBatches: [],
    transfer: undefined,
    hasInvitedSuccessor: false,
    uncommitted: [],
    uncommittedBytes: 0,
  };
  leader.rounds.begin(state.nowMs);
  enterRole(state, leader, 'election-won');
  appendAsLeader(state, 'no-op', [noPayload]);
  alignProgress(state, leader);
}
