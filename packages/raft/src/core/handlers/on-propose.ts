import type { ProposalRejection } from '../effect.js';
import { entryOverheadBytes } from '../entry.js';
import type { ProposeInput } from '../input.js';
import { appendAsLeader } from '../leader-log.js';
import type { RaftState } from '../raft-state.js';
import type { LeaderRole } from '../roles.js';

/**
 * Appends commands to the leader's log. They leave, with everything else of this turn, in one
 * write and one append per follower.
 *
 * Source: dissertation, sections 3.5 and 10.2.2 (batching); the bounds are extensions.
 */
export function onPropose(state: RaftState, input: ProposeInput): void {
  const leader = state.role;
  if (leader.type !== 'leader') {
    answer(state, input, 0, 'not-leader');
    return;
  }
  if (leader.transfer !== undefined) {
    answer(state, input, 0, 'transfer-in-progress');
    return;
  }
  if (!state.isSelfVoter) {
    answer(state, input, 0, 'leaving');
    return;
  }
  const { count, bytes, reason } = admit(state, leader, input.commands);
  if (count > 0) {
    const isWhole = count === input.commands.length;
    const admitted = isWhole ? input.commands : input.commands.slice(0, count);
    appendAsLeader(state, input.kind ?? 'command', admitted);
    leader.uncommitted.push({ lastIndex: state.log.lastIndex, bytes });
    leader.uncommittedBytes += bytes;
  }
  answer(state, input, count, reason);
}

/** How many of the commands fit; the first always does while nothing waits for commit. */
function admit(
  state: RaftState,
  leader: LeaderRole,
  commands: readonly Uint8Array[],
): { count: number; bytes: number; reason?: ProposalRejection } {
  const { uncommittedBytesMax, commandBytesMax } = state.config;
  let count = 0;
  let bytes = 0;
  for (const command of commands) {
    if (command.length > commandBytesMax) return { count, bytes, reason: 'too-large' };
    const cost = command.length + entryOverheadBytes;
    const total = leader.uncommittedBytes + bytes + cost;
    if (total > uncommittedBytesMax && total > cost) return { count, bytes, reason: 'overloaded' };
    bytes += cost;
    count += 1;
  }
  return { count, bytes };
}

function answer(
  state: RaftState,
  input: ProposeInput,
  appendedCount: number,
  reason: ProposalRejection | undefined,
): void {
  state.outbox.emit({
    type: 'proposal-outcome',
    id: input.id,
    term: state.term,
    firstIndex: state.log.lastIndex - appendedCount + 1,
    appendedCount,
    rejectedCount: input.commands.length - appendedCount,
    ...(reason === undefined ? {} : { reason }),
  });
}
