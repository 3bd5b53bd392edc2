import { mayCampaign, startPreVote } from '../campaign.js';
import { advanceCommit, driveMembership } from '../commit.js';
import { beginHeartbeatRound, sendCommitNotices } from '../heartbeats.js';
import { promoteLearners } from '../promotion.js';
import { quorumValue } from '../quorum.js';
import type { RaftState } from '../raft-state.js';
import { expireReads } from '../reads.js';
import type { LeaderRole } from '../roles.js';
import { expireSnapshots } from '../snapshot-offers.js';
import { stepDown } from '../step-down.js';
import { expireTransfer, pursueTransfer } from '../transfer.js';
import { becomeFollower } from '../transitions.js';

/** Time has passed. */
export function onTick(state: RaftState): void {
  expireReads(state);
  if (state.role.type === 'leader') onLeaderTick(state, state.role);
  else if (state.nowMs >= state.electionDeadlineMs) onElectionTimeout(state);
}

/** Source: dissertation, section 3.4; the pre-vote is section 9.6. */
function onElectionTimeout(state: RaftState): void {
  if (!mayCampaign(state)) {
    state.redrawElectionTimer();
    return;
  }
  // A process that was asleep has mail to read before it may say that the leader is silent.
  const lateMs = state.nowMs - state.electionDeadlineMs;
  if (lateMs > state.config.heartbeatIntervalMs && !state.isElectionPutOff) {
    state.electionDeadlineMs = state.nowMs + state.config.heartbeatIntervalMs;
    state.isElectionPutOff = true;
    return;
  }
  startPreVote(state, 'election-timeout');
}

function onLeaderTick(state: RaftState, leader: LeaderRole): void {
  if (state.isStorageStalled) {
    stepDown(state, leader, 'storage-stalled');
    return;
  }
  if (isQuorumLost(state, leader)) {
    becomeFollower(state, { term: state.term, leader: undefined, reason: 'quorum-lost' });
    return;
  }
  const noticeDueAtMs = leader.commitNoticeDueAtMs;
  if (noticeDueAtMs !== undefined && noticeDueAtMs <= state.nowMs) sendCommitNotices(state, leader);
  expireTransfer(state, leader);
  if (leader.heartbeatDueAtMs > state.nowMs) return;
  expireSnapshots(state, leader);
  beginHeartbeatRound(state, leader);
  pursueTransfer(state, leader);
  advanceCommit(state);
  if (state.role !== leader) return;
  driveMembership(state, leader);
  if (state.role === leader) promoteLearners(state, leader);
}

/** Source: dissertation, section 6.2 (a leader steps down when it cannot reach a majority). */
function isQuorumLost(state: RaftState, leader: LeaderRole): boolean {
  const contactAtMs = quorumValue(state.configuration, (id) =>
    id === state.id ? state.nowMs : (leader.progress.get(id)?.contactAtMs ?? 0),
  );
  return state.nowMs - contactAtMs >= state.config.checkQuorumTimeoutMs;
}
