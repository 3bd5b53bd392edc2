import { decodeServerTags } from './member-tags.js';
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
  // Servers are in every segment's pool under their own, default one.
  if (segment !== pool.segment && decodeServerTags(member.tags) === undefined) {
    return `Member '${member.name}' part of wrong segment '${segment}' (expected '${pool.segment}')`;
  }
  return undefined;
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
