import type { AddressBytes, VersionVector, WireMemberState } from './messages.js';

/** What is believed of a member. */
export type MemberState = WireMemberState;

/** A member as it was believed to be at one instant. Never changes; do not write to its bytes. */
export interface Member {
  readonly name: string;
  /** As the member announced it: 4 or 16 bytes. */
  readonly address: AddressBytes;
  /** `address` in text form. */
  readonly host: string;
  /** For datagrams and streams alike. */
  readonly port: number;
  /** Bytes of the layer above, at most {@link META_BYTES_MAX}. */
  readonly meta: Uint8Array;
  readonly state: MemberState;
  /** The member's own counter: what it says with a higher one replaces what it said before. */
  readonly incarnation: number;
  /** Six bytes. */
  readonly versions: VersionVector;
  /** When `state` was entered, on the core's clock. */
  readonly stateChangedAtMs: number;
}

/** Whether a member in this state counts as present. */
export function isLive(state: MemberState): boolean {
  return state === 'alive' || state === 'suspect';
}
