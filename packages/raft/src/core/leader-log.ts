import { encodeConfiguration } from './configuration-codec.js';
import type { IndexedConfiguration } from './configuration-stack.js';
import type { Entry, EntryKind } from './entry.js';
import { allMembers, type Configuration } from './membership.js';
import { Progress } from './progress.js';
import type { RaftState } from './raft-state.js';
import type { LeaderRole } from './roles.js';

/** Appends entries of the current term to the leader's own log; they go out when the turn ends. */
export function appendAsLeader(
  state: RaftState,
  kind: EntryKind,
  payloads: readonly Uint8Array[],
): void {
  const entries: Entry[] = [];
  let index = state.log.lastIndex;
  for (const data of payloads) {
    index += 1;
    entries.push({ index, term: state.term, kind, data });
  }
  state.log.append(entries);
  state.outbox.noteEntriesChanged();
}

/** Appends a configuration, which is in force at once. Source: dissertation, section 4.1. */
export function appendConfiguration(
  state: RaftState,
  leader: LeaderRole,
  configuration: Configuration,
): void {
  appendAsLeader(state, 'configuration', [encodeConfiguration(configuration)]);
  adoptConfiguration(state, { index: state.log.lastIndex, configuration });
  alignProgress(state, leader);
}

/** Puts a configuration in force that has just entered the log. */
export function adoptConfiguration(state: RaftState, adopted: IndexedConfiguration): void {
  state.configurations.push(adopted);
  notifyConfiguration(state);
}

/** Tells users which configuration is in force. */
export function notifyConfiguration(state: RaftState): void {
  const { index, configuration } = state.configurations.latest;
  state.outbox.notify({ type: 'configuration-changed', configuration, index });
}

/**
 * Makes the leader talk to exactly the members of the configuration in force. A member that was
 * away and came back gets a new session, so that answers from before are not mistaken for new.
 */
export function alignProgress(state: RaftState, leader: LeaderRole): void {
  const memberIds = new Set<string>();
  for (const member of allMembers(state.configuration)) {
    if (member.id === state.id) continue;
    memberIds.add(member.id);
    if (leader.progress.has(member.id)) continue;
    const progress = new Progress({
      id: member.id,
      session: state.plantedBug === 'session-not-renewed' ? 1 : state.log.lastIndex,
      nextIndex: state.log.lastIndex,
      contactAtMs: state.nowMs,
    });
    leader.progress.set(member.id, progress);
  }
  for (const id of leader.progress.keys()) if (!memberIds.has(id)) leader.progress.delete(id);
}
