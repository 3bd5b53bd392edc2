import type { Fault } from '../fault-plan.js';

/** Names of the members of each site. */
export type SiteMembers = Map<string, string[]>;

/** Faults of members in place of faults of sites. */
export function expandFault(fault: Fault, sites: SiteMembers): readonly Fault[] {
  const members = (word: string): readonly string[] => sites.get(word) ?? [word];
  switch (fault.type) {
    case 'partition':
      return [{ ...fault, groups: fault.groups.map((group) => group.flatMap(members)) }];
    case 'cut':
      return fault.pairs.map(([left, right]) => ({
        type: 'partition',
        groups: [members(left), members(right)],
      }));
    case 'block':
      return [{ ...fault, from: fault.from.flatMap(members), to: fault.to.flatMap(members) }];
    case 'links':
      return expandLinks(fault, members);
    default:
      return members(fault.node).map((node) => ({ ...fault, node }));
  }
}

function expandLinks(
  fault: Extract<Fault, { readonly type: 'links' }>,
  members: (word: string) => readonly string[],
): readonly Fault[] {
  const side = (names: string | readonly string[]): readonly string[] =>
    [names].flat().flatMap(members);
  return [
    {
      type: 'links',
      link: fault.link,
      ...(fault.from === undefined ? {} : { from: side(fault.from) }),
      ...(fault.to === undefined ? {} : { to: side(fault.to) }),
    },
  ];
}
