import type { MembershipRejection, ServerRejection } from './effect.js';
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
  | {
      readonly type: 'rejected';
      readonly reason: MembershipRejection;
      /** The server that the reason is about, where it is about one. */
      readonly server?: string;
    };

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

function isValid({ id, address }: ServerAddress): boolean {
  return isServerText(id) && isServerText(address);
}

function isMember(draft: Draft, id: string): boolean {
  return (find(draft.voters, id) ?? find(draft.learners, id)) !== undefined;
}

/** Why a change is refused, or undefined once the draft has it. */
type Refusal = { readonly reason: ServerRejection; readonly server: string } | undefined;

function addLearner(draft: Draft, learner: LearnerAddress): Refusal {
  if (!isValid(learner)) return { reason: 'invalid-server', server: learner.id };
  if (find(draft.voters, learner.id) !== undefined) {
    return { reason: 'already-voter', server: learner.id };
  }
  draft.learners = [...without(draft.learners, learner.id), learner];
  return undefined;
}

function promote(draft: Draft, id: string): Refusal {
  const learner = find(draft.learners, id);
  if (learner === undefined) {
    const isVoter = find(draft.voters, id) !== undefined;
    return { reason: isVoter ? 'already-voter' : 'unknown-server', server: id };
  }
  draft.learners = without(draft.learners, id);
  draft.voters = [...draft.voters, { id: learner.id, address: learner.address }];
  return undefined;
}

function demote(draft: Draft, id: string): Refusal {
  const voter = find(draft.voters, id);
  if (voter === undefined) {
    return { reason: isMember(draft, id) ? 'not-a-voter' : 'unknown-server', server: id };
  }
  draft.voters = without(draft.voters, id);
  draft.learners = [...draft.learners, voter];
  return undefined;
}

function remove(draft: Draft, id: string): Refusal {
  if (!isMember(draft, id)) return { reason: 'unknown-server', server: id };
  draft.voters = without(draft.voters, id);
  draft.learners = without(draft.learners, id);
  return undefined;
}

function setAddress(draft: Draft, id: string, address: string): Refusal {
  if (!isServerText(address)) return { reason: 'invalid-server', server: id };
  if (!isMember(draft, id)) return { reason: 'unknown-server', server: id };
  const moved = <T extends ServerAddress>(server: T): T =>
    server.id === id ? { ...server, address } : server;
  draft.voters = draft.voters.map(moved);
  draft.learners = draft.learners.map(moved);
  return undefined;
}

function setVoters(draft: Draft, voters: readonly ServerAddress[]): Refusal {
  const ids = new Set<string>();
  for (const voter of voters) {
    if (!isValid(voter)) return { reason: 'invalid-server', server: voter.id };
    if (ids.has(voter.id)) return { reason: 'named-twice', server: voter.id };
    ids.add(voter.id);
  }
  draft.voters = voters.map(({ id, address }) => ({ id, address }));
  draft.learners = draft.learners.filter((learner) => !ids.has(learner.id));
  return undefined;
}

/**
 * Two members at one address would each get what is meant for the other. What the group has
 * already is left alone: an old one may have been founded so.
 */
function findTakenAddress(before: Configuration, draft: Draft): Refusal {
  const members: readonly ServerAddress[] = [...draft.voters, ...draft.learners];
  const known: readonly ServerAddress[] = [...before.voters, ...before.learners];
  for (const { id, address } of members) {
    if (find(known, id)?.address === address) continue;
    const isTaken = members.some((other) => other.id !== id && other.address === address);
    if (isTaken) return { reason: 'address-taken', server: id };
  }
  return undefined;
}

function applyChange(draft: Draft, change: MembershipChange): Refusal {
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
    const refusal = applyChange(draft, change);
    if (refusal !== undefined) return { type: 'rejected', ...refusal };
  }
  if (draft.voters.length === 0) return { type: 'rejected', reason: 'no-voters' };
  if (draft.voters.length + draft.learners.length > serversMax) {
    return { type: 'rejected', reason: 'too-many-servers' };
  }
  const taken = findTakenAddress(configuration, draft);
  if (taken !== undefined) return { type: 'rejected', ...taken };
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
