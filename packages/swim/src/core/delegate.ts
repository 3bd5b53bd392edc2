import type { Endpoint } from '@konsul/runtime/core';
import type { BroadcastQueue } from './broadcast-queue.js';
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
  /**
   * Queues of user messages to send along, the first to be served first. Gossip goes on while any
   * of them holds something. After queueing something new, send the core the input
   * `broadcasts-queued`.
   */
  readonly broadcastQueues?: readonly BroadcastQueue[];
  /** A member joined, left, failed, was updated, suspected or recovered. */
  onMemberEvent?(event: MemberEvent): void;
  /**
   * A user message came. The bytes belong to the delegate. `sender` stands for the member at that
   * address, if it is known; see {@link Broadcast.heardFrom}.
   */
  onUserMessage?(payload: Uint8Array, from: Endpoint, sender?: object): void;
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
