/**
 * What a server understands beyond the first release.
 *
 * - `many-groups`: one connection carries the messages of any number of groups.
 * - `restore-entries`: the log may hold the pieces of a backup.
 */
export type RaftCapability = 'many-groups' | 'restore-entries';

/** The messages a server can read and write, and what else it understands. */
export interface PeerProtocol {
  readonly versionMin: number;
  readonly versionMax: number;
  readonly capabilities: ReadonlySet<RaftCapability>;
}

/** The oldest and the newest format of messages that this release speaks. */
export const protocolVersionMin = 1;
export const protocolVersionMax = 1;

/** Bits are never given to another capability. */
const bits: Readonly<Record<RaftCapability, number>> = { 'many-groups': 1, 'restore-entries': 2 };

/** What this release speaks. */
export const ownProtocol: PeerProtocol = {
  versionMin: protocolVersionMin,
  versionMax: protocolVersionMax,
  capabilities: new Set(Object.keys(bits) as RaftCapability[]),
};

/** What a server speaks that does not say: the first release did not. */
export const firstProtocol: PeerProtocol = {
  versionMin: 1,
  versionMax: 1,
  capabilities: new Set(),
};

/** Whether two servers have a format in common. */
export function isCompatible(a: PeerProtocol, b: PeerProtocol): boolean {
  return a.versionMin <= b.versionMax && b.versionMin <= a.versionMax;
}

export function encodeCapabilities(capabilities: ReadonlySet<RaftCapability>): number {
  let mask = 0;
  for (const capability of capabilities) mask |= bits[capability];
  return mask;
}

/** Bits of a newer release are passed over. */
export function decodeCapabilities(mask: number): ReadonlySet<RaftCapability> {
  const known = Object.entries(bits) as [RaftCapability, number][];
  return new Set(known.filter(([, bit]) => (mask & bit) !== 0).map(([capability]) => capability));
}
