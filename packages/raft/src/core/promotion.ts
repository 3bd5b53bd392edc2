import { isMembershipSettled } from './commit.js';
import { appendConfiguration } from './leader-log.js';
import { planMembership } from './membership-plan.js';
import type { Progress } from './progress.js';
import type { RaftState } from './raft-state.js';
import type { LeaderRole } from './roles.js';
import { isInContact } from './step-down.js';

/**
 * Makes voters of learners that asked for it and have caught up: the entries of a round, copied in
 * less than an election timeout, show that the new voter will not hold up commits for long.
 *
 * Source: dissertation, section 4.2.1.
 */
export function promoteLearners(state: RaftState, leader: LeaderRole): void {
  for (const learner of state.configuration.learners) {
    if (learner.promotion !== 'automatic') continue;
    const progress = leader.progress.get(learner.id);
    if (progress === undefined || progress.promotion?.hasFailed === true) continue;
    if (!hasCaughtUp(state, progress)) continue;
    if (!isMembershipSettled(state, leader) || leader.transfer !== undefined) continue;
    const plan = planMembership(state.configuration, [{ type: 'promote', id: learner.id }]);
    if (plan.type !== 'planned') continue;
    appendConfiguration(state, leader, plan.configuration);
    return;
  }
}

function hasCaughtUp(state: RaftState, progress: Progress): boolean {
  const { nowMs, log, config } = state;
  progress.promotion ??= {
    count: 1,
    targetIndex: log.lastIndex,
    startedAtMs: nowMs,
    hasFailed: false,
  };
  const rounds = progress.promotion;
  if (progress.state !== 'replicate' || progress.matchIndex < rounds.targetIndex) {
    // A round that ends late is not the last word; a learner that is silent for all of them is.
    const patienceMs = config.promotionRoundsMax * config.electionTimeoutMaxMs;
    const isSilent = !isInContact(state, progress) && nowMs - rounds.startedAtMs > patienceMs;
    if (isSilent) failPromotion(state, progress);
    return false;
  }
  if (nowMs - rounds.startedAtMs < config.electionTimeoutMinMs) return true;
  if (rounds.count >= config.promotionRoundsMax) {
    failPromotion(state, progress);
    return false;
  }
  rounds.count += 1;
  rounds.targetIndex = log.lastIndex;
  rounds.startedAtMs = nowMs;
  return rounds.targetIndex <= progress.matchIndex;
}

function failPromotion(state: RaftState, progress: Progress): void {
  const rounds = progress.promotion;
  if (rounds === undefined) return;
  rounds.hasFailed = true;
  const { id: peer } = progress;
  state.outbox.notify({ type: 'promotion-failed', peer, roundCount: rounds.count });
}
