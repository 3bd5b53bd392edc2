import { isMembershipSettled } from '../commit.js';
import type { MembershipOutcomeEffect, MembershipRejection } from '../effect.js';
import type { ChangeMembershipInput } from '../input.js';
import { appendConfiguration } from '../leader-log.js';
import { type Configuration, isJoint } from '../membership.js';
import { planMembership } from '../membership-plan.js';
import { quorumValue } from '../quorum.js';
import type { RaftState } from '../raft-state.js';
import type { LeaderRole } from '../roles.js';
import { isInContact } from '../step-down.js';

/**
 * Appends a new configuration, if one may follow now.
 *
 * Source: dissertation, chapter 4, with the correction of 2015 that a leader must have committed an
 * entry of its own term first.
 */
export function onChangeMembership(state: RaftState, input: ChangeMembershipInput): void {
  const leader = state.role;
  if (leader.type !== 'leader') {
    reject(state, input, 'not-leader');
    return;
  }
  const obstacle = findObstacle(state, leader, input);
  if (obstacle !== undefined) {
    reject(state, input, obstacle);
    return;
  }
  const plan = planMembership(state.configuration, input.changes);
  if (plan.type === 'rejected') {
    answer(state, input, plan);
    return;
  }
  if (plan.type === 'unchanged') {
    retryPromotions(leader, input);
    answer(state, input, { type: 'unchanged' });
    return;
  }
  for (const id of plan.newVoters) {
    if (!mayVote(state, leader, id)) {
      answer(state, input, { type: 'rejected', reason: 'not-caught-up', server: id });
      return;
    }
  }
  if (!isQuorumReachable(state, leader, plan.configuration)) {
    reject(state, input, 'quorum-unreachable');
    return;
  }
  appendConfiguration(state, leader, plan.configuration);
  answer(state, input, { type: 'appended', index: state.log.lastIndex, term: state.term });
}

/** Asking again for what could not be done gives the learner another chance. */
function retryPromotions(leader: LeaderRole, input: ChangeMembershipInput): void {
  for (const change of input.changes) {
    if (change.type !== 'add-voter') continue;
    const progress = leader.progress.get(change.id);
    if (progress !== undefined) progress.promotion = undefined;
  }
}

function findObstacle(
  state: RaftState,
  leader: LeaderRole,
  input: ChangeMembershipInput,
): MembershipRejection | undefined {
  const expected = input.expectedConfigurationIndex;
  if (expected !== undefined && expected !== state.configurationIndex) {
    return 'configuration-changed';
  }
  if (leader.transfer !== undefined) return 'transfer-in-progress';
  const isSettled = isMembershipSettled(state, leader) && !isJoint(state.configuration);
  return isSettled ? undefined : 'change-in-progress';
}

/** A server gets a vote only when it can use it: as a learner that has nearly everything. */
function mayVote(state: RaftState, leader: LeaderRole, id: string): boolean {
  const progress = leader.progress.get(id);
  if (progress?.state !== 'replicate' || !isInContact(state, progress)) return false;
  return state.log.lastIndex - progress.matchIndex <= state.config.catchUpLagEntriesMax;
}

function isQuorumReachable(
  state: RaftState,
  leader: LeaderRole,
  configuration: Configuration,
): boolean {
  const reachable = quorumValue(configuration, (id) => {
    if (id === state.id) return 1;
    const progress = leader.progress.get(id);
    return progress !== undefined && isInContact(state, progress) ? 1 : 0;
  });
  return reachable === 1;
}

function reject(state: RaftState, input: ChangeMembershipInput, reason: MembershipRejection): void {
  answer(state, input, { type: 'rejected', reason });
}

function answer(
  state: RaftState,
  input: ChangeMembershipInput,
  outcome: MembershipOutcomeEffect['outcome'],
): void {
  state.outbox.emit({ type: 'membership-outcome', id: input.id, outcome });
}
