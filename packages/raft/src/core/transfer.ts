import type { TransferFailure } from './effect.js';
import { isIncomingVoter } from './membership.js';
import type { RaftState } from './raft-state.js';
import type { LeaderRole } from './roles.js';
import { bestSuccessor, isInContact, sendTimeoutNow } from './step-down.js';

/** Answers a transfer that will not happen. */
export function failTransfer(state: RaftState, id: number, reason: TransferFailure): void {
  state.outbox.emit({ type: 'transfer-outcome', id, outcome: { type: 'failed', reason } });
}

/**
 * Begins to hand leadership over: no new proposals, the target is brought up to date, then told to
 * campaign.
 *
 * Source: dissertation, section 3.10.
 */
export function startTransfer(
  state: RaftState,
  leader: LeaderRole,
  wish: { id: number; to: string | undefined },
): void {
  if (leader.transfer !== undefined) {
    failTransfer(state, wish.id, 'transfer-in-progress');
    return;
  }
  const target = wish.to ?? bestSuccessor(state, leader)?.id;
  if (target === undefined) {
    failTransfer(state, wish.id, 'no-target');
    return;
  }
  if (target === state.id) {
    failTransfer(state, wish.id, 'target-is-self');
    return;
  }
  const progress = leader.progress.get(target);
  if (progress === undefined || !isIncomingVoter(state.configuration, target)) {
    failTransfer(state, wish.id, 'target-not-voter');
    return;
  }
  const lag = state.log.lastIndex - progress.matchIndex;
  const isFarBehind = lag > state.config.catchUpLagEntriesMax || progress.state === 'snapshot';
  if (isFarBehind || !isInContact(state, progress)) {
    failTransfer(state, wish.id, 'target-unreachable');
    return;
  }
  leader.transfer = {
    id: wish.id,
    target,
    deadlineMs: state.nowMs + state.config.transferTimeoutMs,
    isTold: false,
  };
  pursueTransfer(state, leader);
}

/** Tells the target to campaign once it holds everything; again with every heartbeat round. */
export function pursueTransfer(state: RaftState, leader: LeaderRole): void {
  const transfer = leader.transfer;
  if (transfer === undefined) return;
  const progress = leader.progress.get(transfer.target);
  if (progress === undefined || !isIncomingVoter(state.configuration, transfer.target)) {
    leader.transfer = undefined;
    failTransfer(state, transfer.id, 'target-not-voter');
    return;
  }
  if (progress.matchIndex < state.log.lastIndex) return;
  transfer.isTold = true;
  leader.hasInvitedSuccessor = true;
  sendTimeoutNow(state, transfer.target);
}

/** Calls a transfer off that takes too long; proposals are taken again. */
export function expireTransfer(state: RaftState, leader: LeaderRole): void {
  const transfer = leader.transfer;
  if (transfer === undefined || transfer.deadlineMs > state.nowMs) return;
  leader.transfer = undefined;
  failTransfer(state, transfer.id, 'timed-out');
}
