import { decodeServerTags } from '../gossip/member-tags.js';
import type { PoolMember } from '../gossip/pool-member.js';

/** The check by which gossip speaks in the catalogue. */
export const SERF_HEALTH_CHECK_ID = 'serfHealth';
export const SERF_HEALTH_NAME = 'Serf Health Status';
export const SERF_ALIVE_OUTPUT = 'Agent alive and reachable';
export const SERF_FAILED_OUTPUT = 'Agent not live or unreachable';

/** What the catalogue now says of one node, as far as gossip is concerned. */
export interface CatalogView {
  readonly id: string;
  readonly address: string;
  readonly serfStatus: 'passing' | 'critical' | undefined;
  /** The server service as registered; undefined for none. */
  readonly serverPort: number | undefined;
}

export type CatalogAction =
  /** Register the node, its passing check and, for a server, its service. */
  | {
      readonly type: 'register-alive';
      readonly member: PoolMember;
      readonly serverPort: number | undefined;
    }
  /** Keep the node, turn its check critical. */
  | { readonly type: 'register-failed'; readonly member: PoolMember }
  /** Remove the node with everything on it. */
  | { readonly type: 'deregister'; readonly node: string };

/**
 * What the catalogue must be told about one member; undefined when it already says so.
 *
 * Gossip feeds the catalogue, never the other way round. A leader never removes itself.
 */
export function catalogActionFor(
  member: PoolMember,
  current: CatalogView | undefined,
  leaderName: string,
): CatalogAction | undefined {
  switch (member.status) {
    case 'alive':
    case 'leaving': {
      const serverPort = decodeServerTags(member.tags)?.rpcPort;
      const isLevel =
        current !== undefined &&
        current.serfStatus === 'passing' &&
        current.address === member.endpoint.host &&
        current.id === (member.tags['id'] ?? '') &&
        current.serverPort === serverPort;
      return isLevel ? undefined : { type: 'register-alive', member, serverPort };
    }
    case 'failed':
      // A member that failed before it was ever registered is nobody the catalogue knows.
      if (current === undefined || current.serfStatus === 'critical') return undefined;
      return { type: 'register-failed', member };
    case 'left':
      if (current === undefined || member.name === leaderName) return undefined;
      return { type: 'deregister', node: member.name };
  }
}

/**
 * Nodes that gossip once registered and no longer knows at all: reaped while nobody led.
 * Nodes without the gossip check belong to somebody else and are left alone.
 */
export function reapedNodes(
  catalogNodes: readonly { readonly node: string; readonly hasSerfCheck: boolean }[],
  members: readonly PoolMember[],
  leaderName: string,
): string[] {
  const known = new Set(members.map(({ name }) => name));
  return catalogNodes
    .filter(({ node, hasSerfCheck }) => hasSerfCheck && node !== leaderName && !known.has(node))
    .map(({ node }) => node);
}
