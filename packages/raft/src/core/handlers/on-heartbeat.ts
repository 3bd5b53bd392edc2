import { commitTo } from '../commit.js';
import type { Heartbeat } from '../message.js';
import type { RaftState } from '../raft-state.js';
import { followLeader } from './follow-leader.js';

/**
 * Notes that the leader lives and what it has committed. A leader of an earlier term is answered
 * too, so that it learns of its end.
 *
 * Source: dissertation, sections 3.4 and 6.4.
 */
export function onHeartbeat(state: RaftState, heartbeat: Heartbeat): void {
  if (followLeader(state, heartbeat)) {
    commitTo(state, Math.min(heartbeat.commitIndex, state.matchedIndex));
  }
  state.outbox.sendAfter(state.outbox.hardStatePosition, {
    type: 'heartbeat-response',
    from: state.id,
    to: heartbeat.from,
    term: state.term,
    session: heartbeat.session,
    round: heartbeat.round,
  });
}
