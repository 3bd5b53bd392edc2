import { formatEndpoint } from '@konsul/runtime';
import { decodeServerTags } from '../gossip/member-tags.js';
import type { PoolMember } from '../gossip/pool-member.js';

/** A server to found the cluster with. */
export interface FoundingServer {
  readonly id: string;
  readonly address: string;
}

export type BootstrapDecision =
  | { readonly type: 'wait'; readonly knownCount: number }
  | { readonly type: 'found'; readonly servers: readonly FoundingServer[] }
  /** Members disagree on how the cluster starts; nobody may start it. */
  | { readonly type: 'refuse'; readonly reason: string };

/**
 * Whether the servers that know each other by gossip may found a cluster.
 *
 * Every server applies this to the same members and so writes the same first configuration. A
 * server that was told another number, or to found alone, stops everybody: two configurations
 * must never come to be.
 */
export function decideBootstrap(
  members: readonly PoolMember[],
  expected: { readonly datacenter: string; readonly count: number },
): BootstrapDecision {
  const founders: FoundingServer[] = [];
  for (const member of members) {
    if (member.status === 'left') continue;
    const tags = decodeServerTags(member.tags);
    if (tags === undefined || tags.datacenter !== expected.datacenter || tags.isNonVoter) continue;
    if (tags.isBootstrap) {
      return {
        type: 'refuse',
        reason: `member ${member.name} is in bootstrap mode, expect disabled`,
      };
    }
    if (tags.expectCount !== 0 && tags.expectCount !== expected.count) {
      return {
        type: 'refuse',
        reason: `member ${member.name} expects ${tags.expectCount} servers, not ${expected.count}`,
      };
    }
    const address = formatEndpoint({ host: member.endpoint.host, port: tags.rpcPort });
    founders.push({ id: tags.id, address });
  }
  if (founders.length < expected.count) return { type: 'wait', knownCount: founders.length };
  founders.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { type: 'found', servers: founders };
}
