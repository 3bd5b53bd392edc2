import type { Endpoint } from '@konsul/runtime/core';
import type { MemberEvent } from './event.js';
import type { Member } from './member.js';

/**
 * What a layer above adds to the protocol, for example Serf. Every method is optional, synchronous
 * and called inside a call of the core: it must not throw and must not call the core. What it wants
 * done, it keeps until that call has returned.
 *
 * @remarks Event effects come after all of a call's delegate calls; a layer that must see changes
 * in order with messages takes them here.
 */
export interface SwimDelegate {
  /** A member joined, left, failed, was updated, suspected or recovered. */
  onMemberEvent?(event: MemberEvent): void;
  /** A user message came. The bytes belong to the delegate. */
  onUserMessage?(payload: Uint8Array, from: Endpoint): void;
  /** Whether {@link takeBroadcasts} has anything to give; keeps gossip rounds going. */
  hasBroadcasts?(): boolean;
  /**
   * User messages to send along, whose lengths plus `overheadBytes` each stay within `limitBytes`.
   * After queueing something new, send the core the input `broadcasts-queued`. `receiver` stands for
   * the member they go to, if it is known; see {@link BroadcastQueue.take}.
   */
  takeBroadcasts?(
    overheadBytes: number,
    limitBytes: number,
    receiver?: object,
  ): readonly Uint8Array[];
  /** State to send with a push/pull. */
  localState?(isJoin: boolean): Uint8Array;
  /** State that came with a push/pull; never empty. */
  mergeRemoteState?(bytes: Uint8Array, isJoin: boolean): void;
  /** @returns why this cluster must not be joined, or undefined to go on. */
  vetoMerge?(members: readonly Member[]): string | undefined;
  /** @returns why this member must not be let in or believed, or undefined to go on. */
  vetoAlive?(member: Member): string | undefined;
  /** Bytes to send with every ack of a ping. */
  ackPayload?(): Uint8Array;
  /** A direct ping was answered in time. */
  onPingComplete?(member: Member, rttMs: number, payload: Uint8Array): void;
  /** Two members use one name. */
  onConflict?(existing: Member, other: Member): void;
}
