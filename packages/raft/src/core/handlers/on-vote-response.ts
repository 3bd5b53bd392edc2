import { countVotes } from '../campaign.js';
import type { VoteResponse } from '../message.js';
import type { RaftState } from '../raft-state.js';
import { becomeFollower } from '../transitions.js';

/**
 * Counts an answer, if it is one to the present candidacy.
 *
 * Source: dissertation, sections 3.4 and 9.6.
 */
export function onVoteResponse(state: RaftState, response: VoteResponse): void {
  const isPreVoteGrant = response.isPreVote && response.isGranted;
  if (response.term > state.term && !isPreVoteGrant) {
    becomeFollower(state, {
      term: response.term,
      leader: undefined,
      reason: 'higher-term',
    });
    return;
  }
  const role = state.role;
  if (response.isPreVote) {
    if (role.type !== 'pre-candidate') return;
    const isForThis = response.isGranted ? response.term === state.term + 1 : true;
    if (!isForThis) return;
  } else if (role.type !== 'candidate' || response.term !== state.term) return;
  role.votes.set(response.from, response.isGranted);
  countVotes(state);
}
