import type { SerfMember } from './member.js';

/** What may happen to members. */
export type MemberEventType =
  /** New, or back after it had failed or left. */
  | 'member-join'
  /** Gone after it had announced it, or declared gone by an operator. */
  | 'member-leave'
  /** Gone without a word. */
  | 'member-failed'
  /** Other tags, another address or other versions. */
  | 'member-update'
  /** Forgotten, after it had been gone for long enough or on request. */
  | 'member-reap';

/** Something happened to members; one unless events are coalesced. */
export interface MemberEvent {
  readonly type: MemberEventType;
  readonly members: readonly SerfMember[];
}

/** A user event: a name and bytes that reach every member once. */
export interface UserEvent {
  readonly type: 'user-event';
  /** Lamport time. */
  readonly time: number;
  readonly name: string;
  readonly payload: Uint8Array;
  /** Whether a receiver who was slow needs only the latest of this name. */
  readonly canCoalesce: boolean;
}

/** A question that may be answered once. */
export interface QueryEvent {
  readonly type: 'query';
  /** Identifies the query within this member, for the answer. */
  readonly key: number;
  /** Lamport time. */
  readonly time: number;
  readonly name: string;
  readonly payload: Uint8Array;
  /** Name of the member who asks; empty when an old release asks. */
  readonly sourceNode: string;
  /** Answers after this instant are refused; on the core's clock. */
  readonly deadlineMs: number;
}

/** What a pool tells its host. */
export type SerfEvent =
  | MemberEvent
  | UserEvent
  | QueryEvent
  /** Two members use one name; `existing` is believed. */
  | { readonly type: 'name-conflict'; readonly existing: SerfMember; readonly other: SerfMember }
  /** A majority of those who answered knows another member by our name; nothing else was done. */
  | { readonly type: 'name-lost'; readonly responseCount: number; readonly matchCount: number }
  /** This member has left the pool; it may be stopped now. */
  | { readonly type: 'left' };
