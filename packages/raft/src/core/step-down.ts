import type { RoleChangeReason } from './effect.js';
import { isIncomingVoter } from './membership.js';
import type { Progress } from './progress.js';
import type { RaftState } from './raft-state.js';
import type { LeaderRole } from './roles.js';
import { becomeFollower } from './transitions.js';

/** The voter that is furthest along and has been heard of lately, other than the leader. */
export function bestSuccessor(state: RaftState, leader: LeaderRole): Progress | undefined {
  let best: Progress | undefined;
  for (const progress of leader.progress.values()) {
    if (!isIncomingVoter(state.configuration, progress.id) || !isInContact(state, progress))
      continue;
    if (best === undefined || progress.matchIndex > best.matchIndex) best = progress;
  }
  return best;
}

/** The follower has answered within the time a leader may go unheard. */
export function isInContact(state: RaftState, progress: Progress): boolean {
  return state.nowMs - progress.contactAtMs < state.config.checkQuorumTimeoutMs;
}

/** Tells a follower to campaign at once. Source: dissertation, section 3.10. */
export function sendTimeoutNow(state: RaftState, to: string): void {
  state.outbox.sendNow({ type: 'timeout-now', from: state.id, to, term: state.term });
}

/**
 * Stops leading although no higher term is known, and invites the best follower to take over, so
 * that the group is not without a leader for a whole election timeout.
 *
 * Source: dissertation, section 4.2.2 (a leader that removed itself); the stalled disk is an
 * extension.
 */
export function stepDown(state: RaftState, leader: LeaderRole, reason: RoleChangeReason): void {
  const successor = bestSuccessor(state, leader);
  if (successor !== undefined) sendTimeoutNow(state, successor.id);
  becomeFollower(state, { term: state.term, leader: undefined, reason });
}
