import { formatEndpoint } from '@konsul/runtime';
import { decodeServerTags } from '../gossip/member-tags.js';
import type { PoolMember } from '../gossip/pool-member.js';

/** Which port of a server leads into the pool that is to be filled. */
export type FloodPort = 'wan' | 'rpc';

/**
 * The servers of this datacenter that a wider pool does not know yet, as addresses to join.
 *
 * One join of one server thereby links all of them: each server goes through its LAN members and
 * brings those along that are missing. In wider pools a server is called `name.datacenter`.
 */
export function serversToFlood(
  lanMembers: readonly PoolMember[],
  poolMembers: readonly PoolMember[],
  into: { readonly datacenter: string; readonly port: FloodPort },
): string[] {
  const known = new Set(
    poolMembers.filter(({ status }) => status === 'alive').map(({ name }) => name),
  );
  return lanMembers.flatMap((member) => {
    if (member.status !== 'alive') return [];
    const tags = decodeServerTags(member.tags);
    if (tags === undefined || tags.datacenter !== into.datacenter) return [];
    const name = `${member.name}.${into.datacenter}`;
    const port = into.port === 'wan' ? tags.wanJoinPort : tags.rpcPort;
    if (port === undefined || known.has(name)) return [];
    return [`${name}/${formatEndpoint({ host: member.endpoint.host, port })}`];
  });
}
