import type { Endpoint } from '@konsul/runtime';
import type { MemberEvent } from './core/event.js';
import type { Member } from './core/member.js';

/** What a {@link Swim} tells its listeners, and with which arguments. */
export type SwimEvents = {
  /** A member is new, or back after it was dead or had left. */
  'member-joined': [member: Member];
  /** A member said itself that it goes. */
  'member-left': [member: Member];
  /** A member did not answer, nor object in time. */
  'member-failed': [member: Member];
  /** A member's meta changed. */
  'member-updated': [member: Member];
  /** A member does not answer; it may still object. The second argument is who says so. */
  'member-suspected': [member: Member, from: string];
  /** A suspected member objected in time. */
  'member-recovered': [member: Member];
  /** Two members use one name; the first is believed. */
  'member-conflict': [existing: Member, other: Member];
  /** All changes of one turn of the event loop, in order; for listeners that rebuild a view. */
  'members-changed': [changes: readonly MemberEvent[]];
  /** Bytes another member sent or spread; what was spread may come more than once. */
  'user-message': [payload: Uint8Array, from: Endpoint];
  /** Our own health score changed; 0 is well. */
  'health-changed': [score: number];
  /** The member has stopped because of a defect of this package. */
  fault: [error: unknown];
};
