import type { AppendRequest, Heartbeat, SnapshotOffer } from '../message.js';
import type { RaftState } from '../raft-state.js';
import { becomeFollower } from '../transitions.js';

/**
 * Acknowledges the sender as leader of its term, known or not in the own configuration, and notes
 * that it lives.
 *
 * @returns false when its term is over or the server itself leads that term.
 *
 * Source: dissertation, sections 3.4 and 4.1.
 */
export function followLeader(
  state: RaftState,
  message: AppendRequest | Heartbeat | SnapshotOffer,
): boolean {
  if (message.term < state.term) return false;
  if (message.term === state.term && state.role.type === 'leader') {
    state.outbox.notify({ type: 'message-rejected', from: message.from, reason: 'second-leader' });
    return false;
  }
  becomeFollower(state, { term: message.term, leader: message.from, reason: 'leader-found' });
  state.leaderContactAtMs = state.nowMs;
  state.resetElectionTimer();
  return true;
}
