import { decodeServerTags, segmentEndpoint } from './member-tags.js';
import type { PoolMember } from './pool-member.js';

/**
 * Why a member does not belong into the LAN pool of a datacenter and segment; undefined when it does.
 * Texts are Consul's: operators and their scripts look for them.
 */
export function lanObjection(
  member: PoolMember,
  pool: { readonly datacenter: string; readonly segment: string },
): string | undefined {
  const datacenter = member.tags['dc'];
  if (datacenter !== pool.datacenter) {
    return `Member '${member.name}' part of wrong datacenter '${datacenter ?? ''}'`;
  }
  const segment = member.tags['segment'] ?? '';
  if (segment === pool.segment) return undefined;
  const objection = `Member '${member.name}' part of wrong segment '${segment}' (expected '${pool.segment}')`;
  if (decodeServerTags(member.tags) === undefined) return objection;
  // Servers are in the pools of the segments that they bridge under their own, default one.
  const listener = segmentEndpoint(member.tags, pool.segment);
  if (listener === undefined) return `${objection}: this server does not bridge it`;
  const isOther = listener.port > 0 && listener.port !== member.endpoint.port;
  return isOther ? `${objection}: its port here is ${listener.port}` : undefined;
}

/** Why members that join at once do not get along; undefined when they do. */
export function idObjection(
  members: readonly PoolMember[],
  own: { readonly name: string; readonly id: string },
): string | undefined {
  const nameById = new Map([[own.id, own.name]]);
  for (const { name, tags, status } of members) {
    const id = tags['id'] ?? '';
    if (id === '' || status === 'left' || status === 'failed') continue;
    const holder = nameById.get(id);
    if (holder !== undefined && holder !== name) {
      return `Member '${name}' has conflicting node ID '${id}' with member '${holder}'`;
    }
    nameById.set(id, name);
  }
  return undefined;
}

/** Why a member does not belong into a pool of servers; undefined when it does. */
export function serverPoolObjection(
  member: PoolMember,
  datacenters: ReadonlySet<string> | undefined,
): string | undefined {
  const tags = decodeServerTags(member.tags);
  if (tags === undefined) return `Member '${member.name}' is not a server`;
  if (datacenters !== undefined && !datacenters.has(tags.datacenter)) {
    return `Member '${member.name}' part of wrong datacenter '${tags.datacenter}'`;
  }
  return undefined;
}
