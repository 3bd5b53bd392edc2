import type { Endpoint } from '@konsul/runtime';

/** A member's status as Serf reports it. */
export type PoolMemberStatus = 'none' | 'alive' | 'leaving' | 'left' | 'failed';

/** What the server's own rules need to know of a gossip member. */
export interface PoolMember {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly status: PoolMemberStatus;
  readonly tags: Readonly<Record<string, string>>;
}
