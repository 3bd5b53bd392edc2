import { type MembershipTable, VERSION_BYTES } from './membership-table.js';
import type { NodeStateRecord, VersionVector } from './messages.js';

/** Versions every live member can speak. */
interface CommonRange {
  protocolMin: number;
  protocolMax: number;
  delegateMin: number;
  delegateMax: number;
}

/**
 * Whether two clusters can be one: what each member speaks must lie within what all live ones
 * understand.
 *
 * Source: memberlist's `verifyProtocol`. A member whose versions are not known (too few, or all 0)
 * has no say; one bad entry, in our table or in the peer's, would otherwise close the cluster to
 * everybody (memberlist#180). Such a member is not believed to be alive either.
 *
 * @returns what is wrong, or undefined.
 */
export function findIncompatibility(
  table: MembershipTable,
  remote: readonly NodeStateRecord[],
): string | undefined {
  const known = table.order.filter(hasVersions);
  const told = remote.filter(hasVersions);
  const common: CommonRange = {
    protocolMin: 0,
    protocolMax: 255,
    delegateMin: 0,
    delegateMax: 255,
  };
  for (const node of told) {
    if (node.state === 'alive') narrow(common, node.versions);
  }
  for (const record of known) {
    if (record.state === 'alive') narrow(common, record.versions);
  }
  for (const node of told) {
    const flaw = findFlaw(common, node.versions);
    if (flaw !== undefined) return `remote member ${node.name}: ${flaw}`;
  }
  for (const record of known) {
    const flaw = findFlaw(common, record.versions);
    if (flaw !== undefined) return `local member ${record.name}: ${flaw}`;
  }
  return undefined;
}

function hasVersions({ versions }: { readonly versions: VersionVector }): boolean {
  return versions.length >= VERSION_BYTES && (versions[1] ?? 0) > 0;
}

function narrow(common: CommonRange, versions: VersionVector): void {
  common.protocolMin = Math.max(common.protocolMin, versions[0] ?? 0);
  common.protocolMax = Math.min(common.protocolMax, versions[1] ?? 0);
  common.delegateMin = Math.max(common.delegateMin, versions[3] ?? 0);
  common.delegateMax = Math.min(common.delegateMax, versions[4] ?? 0);
}

function findFlaw(common: CommonRange, versions: VersionVector): string | undefined {
  const protocol = versions[2] ?? 0;
  if (protocol < common.protocolMin || protocol > common.protocolMax) {
    return `protocol ${protocol} is outside ${common.protocolMin} to ${common.protocolMax}`;
  }
  const delegate = versions[5] ?? 0;
  if (delegate < common.delegateMin || delegate > common.delegateMax) {
    return `delegate protocol ${delegate} is outside ${common.delegateMin} to ${common.delegateMax}`;
  }
  return undefined;
}
