import type { Endpoint } from '@konsul/runtime/core';
import type { Member } from './member.js';

/** A change in what is believed of one member. */
export type MemberEvent =
  /** New, or back after it was dead or had left. */
  | { readonly type: 'member-joined'; readonly member: Member }
  /** It said itself that it goes. */
  | { readonly type: 'member-left'; readonly member: Member }
  /** It did not answer, nor object in time. */
  | { readonly type: 'member-failed'; readonly member: Member }
  /** Its meta changed. */
  | { readonly type: 'member-updated'; readonly member: Member }
  /** It does not answer; it may still object. Extension: memberlist keeps this to itself. */
  | { readonly type: 'member-suspected'; readonly member: Member; readonly from: string }
  /** It objected in time. Extension: memberlist keeps this to itself. */
  | { readonly type: 'member-recovered'; readonly member: Member };

/** What a member tells its host. */
export type SwimEvent =
  | MemberEvent
  /** Two members use one name; `existing` is believed, `other` is not. */
  | { readonly type: 'member-conflict'; readonly existing: Member; readonly other: Member }
  /** Bytes of the layer above; `from` is the sender as the transport saw it. */
  | { readonly type: 'user-message'; readonly payload: Uint8Array; readonly from: Endpoint }
  /** Our own health score changed; 0 is well. */
  | { readonly type: 'health-changed'; readonly score: number };
