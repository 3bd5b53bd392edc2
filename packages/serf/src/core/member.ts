import type { Endpoint } from '@konsul/runtime/core';
import type { AddressBytes, VersionRange } from '@konsul/swim/core';
import type { Tags } from './messages.js';

/**
 * What is known of a member's presence. `leaving` has announced its departure, `left` has gone
 * after announcing it, `failed` went without a word.
 */
export type SerfMemberStatus = 'alive' | 'leaving' | 'left' | 'failed';

/** A member as it was known to be at one instant. Never changes; do not write to its bytes. */
export interface SerfMember {
  readonly name: string;
  /** Where it receives gossip; carries the name, for transports that route by it. */
  readonly endpoint: Endpoint;
  /** The host of `endpoint` as announced: 4 or 16 bytes. */
  readonly addressBytes: AddressBytes;
  readonly tags: Tags;
  readonly status: SerfMemberStatus;
  /** Lamport time of the last join or leave intent about it; 0 before the first. */
  readonly statusTime: number;
  /** Versions of the gossip protocol below (memberlist's). */
  readonly gossipVersions: VersionRange;
  /** Versions of this protocol (Serf's). */
  readonly serfVersions: VersionRange;
}
