import type { MessageRejection } from '../effect.js';
import type { AppendResponse, HeartbeatResponse, SnapshotResponse } from '../message.js';
import type { Progress } from '../progress.js';
import type { RaftState } from '../raft-state.js';
import { confirmRounds } from '../reads.js';
import type { LeaderRole } from '../roles.js';
import { becomeFollower } from '../transitions.js';

/** A leader and the follower that has answered it. */
export interface Contact {
  readonly leader: LeaderRole;
  readonly progress: Progress;
}

/**
 * Finds what an answer is about: the present leadership and the sender's present stay in the
 * configuration. Anything else is dropped; a higher term ends the leadership.
 *
 * Source: dissertation, section 3.3; sessions are an extension.
 */
export function findContact(
  state: RaftState,
  response: AppendResponse | HeartbeatResponse | SnapshotResponse,
): Contact | undefined {
  if (response.term > state.term) {
    becomeFollower(state, { term: response.term, leader: undefined, reason: 'higher-term' });
    return undefined;
  }
  const leader = state.role;
  if (response.term < state.term || leader.type !== 'leader') return undefined;
  const progress = leader.progress.get(response.from);
  if (progress === undefined) return drop(state, response.from, 'unknown-peer');
  if (progress.session !== response.session) return drop(state, response.from, 'stale-session');
  return { leader, progress };
}

function drop(state: RaftState, from: string, reason: MessageRejection): undefined {
  state.outbox.notify({ type: 'message-rejected', from, reason });
}

/**
 * Notes that a follower has answered a contact round: it was with this leader when the round was
 * sent, at the earliest when the round began.
 *
 * @returns false when there was no such round.
 */
export function noteContact(state: RaftState, contact: Contact, round: number): boolean {
  const { leader, progress } = contact;
  if (round > leader.rounds.current) {
    drop(state, progress.id, 'malformed');
    return false;
  }
  const startedAtMs = leader.rounds.startedAtMs(round);
  if (startedAtMs !== undefined) {
    progress.contactAtMs = Math.max(progress.contactAtMs, startedAtMs);
  }
  if (round <= progress.answeredRound) return true;
  progress.answeredRound = round;
  confirmRounds(state, leader);
  return true;
}
