/** A server of a group: a name that is never reused, and where it can be reached at present. */
export interface ServerAddress {
  /** Unique for the life of the group. A server that lost its data returns under a new one. */
  readonly id: string;
  /** Opaque to the core; for the TCP transport `host:port`. May change over time. */
  readonly address: string;
}

/** A server that receives the log and does not vote. */
export interface LearnerAddress extends ServerAddress {
  /** `automatic` asks whoever leads to make this learner a voter once it has caught up. */
  readonly promotion?: 'automatic';
}

/**
 * Who belongs to the group. Takes effect as soon as it stands in a server's log.
 *
 * While `votersOutgoing` is not empty the configuration is joint: every decision needs a majority
 * of `voters` and a majority of `votersOutgoing`.
 *
 * Source: dissertation, sections 4.1 to 4.3.
 */
export interface Configuration {
  readonly voters: readonly ServerAddress[];
  /** The old voters of a joint configuration; empty otherwise. */
  readonly votersOutgoing: readonly ServerAddress[];
  /** May name a server of `votersOutgoing` too: one that becomes a learner when the joint ends. */
  readonly learners: readonly LearnerAddress[];
}

/** The membership of a server that has not been told of any group yet. */
export const emptyConfiguration: Configuration = { voters: [], votersOutgoing: [], learners: [] };

/** True while every decision needs two majorities. */
export function isJoint(configuration: Configuration): boolean {
  return configuration.votersOutgoing.length > 0;
}

function includes(servers: readonly ServerAddress[], id: string): boolean {
  return servers.some((server) => server.id === id);
}

/** True when the server votes, in either half of a joint configuration. */
export function isVoter(configuration: Configuration, id: string): boolean {
  return includes(configuration.voters, id) || includes(configuration.votersOutgoing, id);
}

/** True when the server will vote once the configuration is no longer joint. */
export function isIncomingVoter(configuration: Configuration, id: string): boolean {
  return includes(configuration.voters, id);
}

/** Every voter once: both halves of a joint configuration. */
export function allVoters(configuration: Configuration): readonly ServerAddress[] {
  if (!isJoint(configuration)) return configuration.voters;
  const outgoing = configuration.votersOutgoing.filter(
    (server) => !includes(configuration.voters, server.id),
  );
  return [...configuration.voters, ...outgoing];
}

/** Every server that receives the log, once. */
export function allMembers(configuration: Configuration): readonly LearnerAddress[] {
  const voters = allVoters(configuration);
  const learners = configuration.learners.filter((server) => !includes(voters, server.id));
  return [...voters, ...learners];
}

/** What a joint configuration becomes. Source: dissertation, section 4.3. */
export function leaveJoint(configuration: Configuration): Configuration {
  return { ...configuration, votersOutgoing: [] };
}
