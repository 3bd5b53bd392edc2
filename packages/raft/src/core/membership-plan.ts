import type { MembershipRejection } from './effect.js';
import {
  type Configuration,
  isIncomingVoter,
  type LearnerAddress,
  type ServerAddress,
} from './membership.js';
import { isServerText, serversMax } from './membership-bounds.js';
import type { MembershipChange } from './membership-change.js';

/** What a list of changes makes of a configuration. */
export type MembershipPlan =
  | {
      readonly type: 'planned';
      readonly configuration: Configuration;
      readonly newVoters: string[];
    }
  | { readonly type: 'unchanged' }
  | { readonly type: 'rejected'; readonly reason: MembershipRejection };

interface Draft {
  voters: ServerAddress[];
  learners: LearnerAddress[];
}

function without<T extends ServerAddress>(servers: readonly T[], id: string): T[] {
  return servers.filter((server) => server.id !== id);
}

function find<T extends ServerAddress>(servers: readonly T[], id: string): T | undefined {
  return servers.find((server) => server.id === id);
}

function addLearner(draft: Draft, learner: LearnerAddress): boolean {
  if (!isServerText(learner.id) || !isServerText(learner.address)) return false;
  if (find(draft.voters, learner.id) !== undefined) return false;
  draft.learners = [...without(draft.learners, learner.id), learner];
  return true;
}

function promote(draft: Draft, id: string): boolean {
  const learner = find(draft.learners, id);
  if (learner === undefined) return false;
  draft.learners = without(draft.learners, id);
  draft.voters = [...draft.voters, { id: learner.id, address: learner.address }];
  return true;
}

function demote(draft: Draft, id: string): boolean {
  const voter = find(draft.voters, id);
  if (voter === undefined) return false;
  draft.voters = without(draft.voters, id);
  draft.learners = [...draft.learners, voter];
  return true;
}

function remove(draft: Draft, id: string): boolean {
  const isMember = find(draft.voters, id) ?? find(draft.learners, id);
  if (isMember === undefined) return false;
  draft.voters = without(draft.voters, id);
  draft.learners = without(draft.learners, id);
  return true;
}

function setAddress(draft: Draft, id: string, address: string): boolean {
  if (!isServerText(address)) return false;
  if ((find(draft.voters, id) ?? find(draft.learners, id)) === undefined) return false;
  const moved = <T extends ServerAddress>(server: T): T =>
    server.id === id ? { ...server, address } : server;
  draft.voters = draft.voters.map(moved);
  draft.learners = draft.learners.map(moved);
  return true;
}

function setVoters(draft: Draft, voters: readonly ServerAddress[]): boolean {
  const ids = new Set(voters.map((voter) => voter.id));
  if (ids.size !== voters.length) return false;
  if (!voters.every((voter) => isServerText(voter.id) && isServerText(voter.address))) return false;
  draft.voters = voters.map(({ id, address }) => ({ id, address }));
  draft.learners = draft.learners.filter((learner) => !ids.has(learner.id));
  return true;
}

function applyChange(draft: Draft, change: MembershipChange): boolean {
  switch (change.type) {
    case 'add-learner':
      return addLearner(draft, { id: change.id, address: change.address });
    case 'add-voter':
      return addLearner(draft, {
        id: change.id,
        address: change.address,
        promotion: 'automatic',
      });
    case 'promote':
      return promote(draft, change.id);
    case 'demote':
      return demote(draft, change.id);
    case 'remove':
      return remove(draft, change.id);
    case 'set-address':
      return setAddress(draft, change.id, change.address);
    case 'set-voters':
      return setVoters(draft, change.voters);
  }
}

function sameServers(a: readonly LearnerAddress[], b: readonly LearnerAddress[]): boolean {
  return (
    a.length === b.length &&
    a.every((server) => {
      const other = find(b, server.id);
      return other?.address === server.address && other.promotion === server.promotion;
    })
  );
}

/**
 * Works out the configuration that the changes lead to, taken together. A change of at most one
 * voter is made in one step; more go through a joint configuration.
 *
 * @param configuration - The current one, which is not joint.
 *
 * Source: dissertation, sections 4.1 (one server at a time) and 4.3 (arbitrary changes).
 */
export function planMembership(
  configuration: Configuration,
  changes: readonly MembershipChange[],
): MembershipPlan {
  const draft: Draft = {
    voters: [...configuration.voters],
    learners: [...configuration.learners],
  };
  for (const change of changes) {
    if (!applyChange(draft, change)) return { type: 'rejected', reason: 'wrong-member-state' };
  }
  if (draft.voters.length === 0) return { type: 'rejected', reason: 'no-voters' };
  if (draft.voters.length + draft.learners.length > serversMax) {
    return { type: 'rejected', reason: 'too-many-servers' };
  }
  const isSame =
    sameServers(draft.voters, configuration.voters) &&
    sameServers(draft.learners, configuration.learners);
  if (isSame) return { type: 'unchanged' };

  const newVoters = draft.voters
    .filter((voter) => !isIncomingVoter(configuration, voter.id))
    .map((voter) => voter.id);
  const lostCount = configuration.voters.filter(
    (voter) => find(draft.voters, voter.id) === undefined,
  ).length;
  const isSimple = newVoters.length + lostCount <= 1;
  return {
    type: 'planned',
    newVoters,
    configuration: {
      voters: draft.voters,
      votersOutgoing: isSimple ? [] : configuration.voters,
      learners: draft.learners,
    },
  };
}
