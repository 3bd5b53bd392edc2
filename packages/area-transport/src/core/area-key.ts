/**
 * Names a network area on the wire. An area is a pair of datacenters; each side knows it by an id
 * of its own, so the pair is what both have in common. The order of the two does not matter.
 *
 * Source: Consul's network areas, where an area is created on each side separately.
 */
export function areaKey(datacenter: string, peerDatacenter: string): string {
  return [datacenter, peerDatacenter].sort().join('|');
}

/**
 * The datacenter of an area's member, which is named `node.datacenter`.
 *
 * @returns undefined when the name ends with none of the two.
 */
export function datacenterOfMember(
  name: string | undefined,
  datacenters: readonly string[],
): string | undefined {
  return datacenters.find((datacenter) => name?.endsWith(`.${datacenter}`) === true);
}
