import type { Configuration, ServerAddress } from './membership.js';

/** Servers that one list of a configuration may name. */
export const serversMax = 1_024;

/** Longest identifier and address, in UTF-16 units; in UTF-8 they then fit the disk format. */
export const textLengthMax = 255;

/** Whether a text can be an identifier or an address. */
export function isServerText(text: string): boolean {
  return text.length > 0 && text.length <= textLengthMax;
}

/**
 * Why a group cannot be founded on a configuration, or undefined when it can.
 *
 * Source: Extension.
 */
export function foundingDefect(configuration: Configuration): string | undefined {
  const { voters, votersOutgoing, learners } = configuration;
  if (voters.length === 0) return 'voters is empty; a group needs at least one';
  if (votersOutgoing.length > 0) return 'votersOutgoing must be empty';
  const servers: readonly ServerAddress[] = [...voters, ...learners];
  if (servers.length > serversMax) {
    return `voters and learners are ${servers.length} servers; ${serversMax} is the most`;
  }
  const ids = new Set<string>();
  const addresses = new Map<string, string>();
  for (const { id, address } of servers) {
    if (!isServerText(id) || !isServerText(address)) {
      return `server ${JSON.stringify(id)}: id and address must have 1 to ${textLengthMax} characters`;
    }
    if (ids.has(id)) return `server ${JSON.stringify(id)} is named twice`;
    ids.add(id);
    const other = addresses.get(address);
    if (other !== undefined) {
      return `servers ${JSON.stringify(other)} and ${JSON.stringify(id)} have one address, ${address}`;
    }
    addresses.set(address, id);
  }
  return undefined;
}
