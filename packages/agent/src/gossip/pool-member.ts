import type { SerfMember } from '@konsul/serf';

/** What the agent's rules need to know of a gossip member. */
export type PoolMember = Pick<SerfMember, 'name' | 'endpoint' | 'status' | 'tags'>;

/** A member's status as gossip reports it. */
export type PoolMemberStatus = PoolMember['status'];
