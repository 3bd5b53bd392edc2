import { appendConfiguration } from './leader-log.js';
import { isJoint, leaveJoint } from './membership.js';
import { quorumValue } from './quorum.js';
import type { RaftState } from './raft-state.js';
import type { LeaderRole } from './roles.js';
import { stepDown } from './step-down.js';

/**
 * Commits what a quorum holds durably, provided that it ends in an entry of the current term:
 * earlier entries are committed with it and never by counting.
 *
 * Source: dissertation, sections 3.6.2 and 10.2.1 (the leader counts itself when its own disk is
 * done, and not before).
 */
export function advanceCommit(state: RaftState): void {
  const leader = state.role;
  if (leader.type !== 'leader') return;
  const isAlone = state.configuration.voters.length === 1;
  const isSelfCountedEarly =
    state.plantedBug === 'self-counted-before-durable' ||
    (state.plantedBug === 'apply-before-durable' && isAlone);
  const ownIndex = isSelfCountedEarly ? state.log.lastIndex : state.log.durableIndex;
  const configuration =
    state.plantedBug === 'single-quorum-in-joint'
      ? leaveJoint(state.configuration)
      : state.configuration;
  const index = quorumValue(configuration, (id) =>
    id === state.id ? ownIndex : (leader.progress.get(id)?.matchIndex ?? 0),
  );
  if (index <= state.commitIndex) return;
  const isOwnTerm = state.log.termAt(index) === state.term;
  if (isOwnTerm || state.plantedBug === 'old-term-commit') commitTo(state, index);
}

/** Moves the commit index forward. */
export function commitTo(state: RaftState, index: number): void {
  if (index <= state.commitIndex) return;
  const earlier = state.commitIndex;
  state.commitIndex = index;
  for (const made of state.configurations.between(earlier, index)) {
    const term = state.log.termAt(made.index) ?? 0;
    state.outbox.notify({ type: 'configuration-committed', ...made, term });
  }
  if (state.role.type !== 'leader') return;
  releaseUncommitted(state.role, index);
  state.role.commitNoticeDueAtMs ??= state.nowMs + state.config.commitNoticeDelayMs;
  driveMembership(state, state.role);
}

function releaseUncommitted(leader: LeaderRole, index: number): void {
  for (;;) {
    const batch = leader.uncommitted[0];
    if (batch === undefined || batch.lastIndex > index) return;
    leader.uncommitted.shift();
    leader.uncommittedBytes -= batch.bytes;
  }
}

/** A change may follow only once the previous one and an entry of the own term are committed. */
export function isMembershipSettled(state: RaftState, leader: LeaderRole): boolean {
  const isOwnCommitted =
    state.commitIndex >= leader.termStartIndex || state.plantedBug === 'change-before-own-commit';
  return state.configurationIndex <= state.commitIndex && isOwnCommitted;
}

/**
 * Takes the next step that the committed configuration asks of whoever leads: leave a joint
 * configuration, or leave the lead when it is no longer a voter.
 *
 * Source: dissertation, sections 4.2.2 and 4.3. Read from the log alone, so that a leader elected
 * in between goes on where the last one stopped.
 */
export function driveMembership(state: RaftState, leader: LeaderRole): void {
  if (!isMembershipSettled(state, leader)) return;
  if (isJoint(state.configuration)) {
    const isOther = state.configurationIndex < leader.termStartIndex;
    if (isOther && state.plantedBug === 'leave-joint-by-starter-only') return;
    appendConfiguration(state, leader, leaveJoint(state.configuration));
    return;
  }
  if (!state.isSelfVoter) stepDown(state, leader, 'removed');
}
