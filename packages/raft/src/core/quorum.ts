import type { Configuration, ServerAddress } from './membership.js';

/** What is known of an election among the voters of a configuration. */
export type VoteResult = 'won' | 'lost' | 'pending';

/** How many of `count` voters decide. */
export function majorityOf(count: number): number {
  return Math.floor(count / 2) + 1;
}

/** The highest value that a majority of these voters has reached. */
function majorityValue(
  voters: readonly ServerAddress[],
  reachedBy: (id: string) => number,
): number {
  const values: number[] = [];
  for (const voter of voters) values.push(reachedBy(voter.id));
  values.sort((a, b) => a - b);
  return values[values.length - majorityOf(values.length)] ?? 0;
}

/**
 * The highest value that a quorum of the configuration has reached: an index for commits, a round
 * for reads, an instant for contact. Both majorities count while the configuration is joint.
 *
 * @returns 0 when there are no voters.
 *
 * Source: dissertation, sections 3.6.2 and 4.3.
 */
export function quorumValue(
  configuration: Configuration,
  reachedBy: (id: string) => number,
): number {
  const incoming = majorityValue(configuration.voters, reachedBy);
  if (configuration.votersOutgoing.length === 0) return incoming;
  return Math.min(incoming, majorityValue(configuration.votersOutgoing, reachedBy));
}

function majorityVote(
  voters: readonly ServerAddress[],
  votes: ReadonlyMap<string, boolean>,
): VoteResult {
  let grantedCount = 0;
  let refusedCount = 0;
  for (const voter of voters) {
    const vote = votes.get(voter.id);
    if (vote === true) grantedCount += 1;
    else if (vote === false) refusedCount += 1;
  }
  const needed = majorityOf(voters.length);
  if (grantedCount >= needed) return 'won';
  return voters.length - refusedCount >= needed ? 'pending' : 'lost';
}

/**
 * How an election stands. Votes of servers that are no voters of the configuration are ignored.
 *
 * Source: dissertation, sections 3.4 and 4.3.
 */
export function voteResult(
  configuration: Configuration,
  votes: ReadonlyMap<string, boolean>,
): VoteResult {
  const incoming = majorityVote(configuration.voters, votes);
  if (configuration.votersOutgoing.length === 0) return incoming;
  const outgoing = majorityVote(configuration.votersOutgoing, votes);
  if (incoming === 'lost' || outgoing === 'lost') return 'lost';
  return incoming === 'won' && outgoing === 'won' ? 'won' : 'pending';
}
