import { mayCampaign, startElection } from '../campaign.js';
import type { TransferLeadershipInput } from '../input.js';
import type { TimeoutNow } from '../message.js';
import type { RaftState } from '../raft-state.js';
import { failTransfer, startTransfer } from '../transfer.js';
import { becomeFollower } from '../transitions.js';

/** A user wants another server to lead. */
export function onTransferLeadership(state: RaftState, input: TransferLeadershipInput): void {
  const leader = state.role;
  if (leader.type !== 'leader') {
    failTransfer(state, input.id, 'not-leader');
    return;
  }
  startTransfer(state, leader, { id: input.id, to: input.to });
}

/**
 * The leader wants this server to lead: it campaigns at once, without a pre-vote, and says in whose
 * name, so that others do not protect the leader from it.
 *
 * Source: dissertation, section 3.10.
 */
export function onTimeoutNow(state: RaftState, message: TimeoutNow): void {
  if (message.term < state.term) return;
  if (message.term > state.term) {
    becomeFollower(state, { term: message.term, leader: undefined, reason: 'higher-term' });
  }
  if (state.role.type !== 'follower' || !state.isSelfVoter || !mayCampaign(state)) return;
  startElection(state, { isTransfer: true, reason: 'told-to-campaign' });
}
