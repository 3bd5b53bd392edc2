import { quorumValue } from './quorum.js';
import type { RaftState } from './raft-state.js';

/**
 * Until when nobody else can have been elected: a quorum was with this leader when the last round
 * it answered began, and gives no vote for the shortest election timeout from then on. Clocks may
 * run apart by `leaseClockRatioMax`, so that much less of the timeout is counted on.
 *
 * A leader that has invited somebody to campaign has no lease any more: the invitation overrules
 * the protection, and may arrive however late.
 *
 * @returns an instant of the own clock; undefined when leases are off or this server has none.
 *
 * Source: dissertation, section 6.4.1.
 */
export function leaseEndMs(state: RaftState): number | undefined {
  const leader = state.role;
  const { leaseClockRatioMax, electionTimeoutMinMs } = state.config;
  if (leader.type !== 'leader' || leaseClockRatioMax === 0 || !state.isSelfVoter) return undefined;
  if (state.commitIndex < leader.termStartIndex) return undefined;
  const isHandedOver = leader.transfer !== undefined || leader.hasInvitedSuccessor;
  if (isHandedOver && state.plantedBug !== 'lease-kept-over-transfer') return undefined;
  const heldSinceMs = quorumValue(state.configuration, (id) => {
    if (id === state.id) return state.nowMs;
    const round = leader.progress.get(id)?.answeredRound ?? 0;
    return leader.rounds.startedAtMs(round) ?? Number.NEGATIVE_INFINITY;
  });
  const endMs = heldSinceMs + electionTimeoutMinMs / leaseClockRatioMax;
  return endMs > state.nowMs ? endMs : undefined;
}
