import type { MemberEvent, UserEvent } from './core/event.js';
import type { SerfMember } from './core/member.js';
import type { IncomingQuery } from './incoming-query.js';

/** What a `Serf` tells its listeners, and with which arguments. Lists hold one member unless events are coalesced. */
export type SerfEvents = {
  /** Members are new, or back after they had failed or left; this one included. */
  'member-join': [members: readonly SerfMember[]];
  /** Members have gone in order, or were declared gone by `forceLeave`. */
  'member-leave': [members: readonly SerfMember[]];
  /** Members have gone without a word. */
  'member-failed': [members: readonly SerfMember[]];
  /** Members changed their tags, address or versions. */
  'member-update': [members: readonly SerfMember[]];
  /** Members were forgotten. */
  'member-reap': [members: readonly SerfMember[]];
  /** All of the above of one turn of the event loop, in order; for listeners that rebuild a view. */
  'members-changed': [changes: readonly MemberEvent[]];
  /** Somebody, perhaps this member, told everybody something. */
  'user-event': [event: UserEvent];
  /** Somebody, perhaps this member, asks everybody something. */
  query: [query: IncomingQuery];
  /** Two members use one name; the first is believed. */
  'name-conflict': [existing: SerfMember, other: SerfMember];
  /**
   * Most of those who answered know another member by this member's name. The member stops now, unless
   * `onNameLost` is `report`.
   */
  'name-lost': [responseCount: number, matchCount: number];
  /** This member has left the pool. */
  left: [];
  /** The member has stopped because of a defect of this package. */
  fault: [error: unknown];
};
