import type { PlannedFault } from '../fault-plan.js';
import type { LinkOptions } from '../network-link.js';
import type { LatencyMatrix } from './latency-matrix.js';

/** Members that are alike: of one place, and joining together. */
export interface MemberGroup {
  /** Members are named after it: `east-0`, `east-1`, ... */
  readonly site: string;
  readonly count: number;
  /** When the first of them joins. */
  readonly joinAtMs: number;
  /** Over how long they join, evenly; 0 is all at once. */
  readonly joinWithinMs: number;
}

/** How links between two sites differ from the others. */
export interface SiteLink {
  readonly from: string;
  readonly to: string;
  readonly link: LinkOptions;
}

/** Something that happens once. `who` are names of members or of sites. */
export interface SimulationAction {
  readonly type: 'kill' | 'leave';
  readonly atMs: number;
  readonly who: readonly string[];
}

/** A run as it is described in a file: who is there, what joins them, and what goes wrong. */
export interface SimulationDescription {
  readonly title: string;
  readonly seed: number;
  readonly durationMs: number;
  readonly groups: readonly MemberGroup[];
  readonly link: LinkOptions;
  readonly siteLinks: readonly SiteLink[];
  readonly matrix: LatencyMatrix | undefined;
  readonly actions: readonly SimulationAction[];
  /** Faults may name sites in place of members. */
  readonly faults: readonly PlannedFault[];
  /** What the protocol is given, as text. */
  readonly options: Readonly<Record<string, string>>;
}

/** Names of all members of a group; members of one site are numbered on over its groups. */
export function memberNames(groups: readonly MemberGroup[]): string[][] {
  const counts = new Map<string, number>();
  return groups.map(({ site, count }) => {
    const first = counts.get(site) ?? 0;
    counts.set(site, first + count);
    return Array.from({ length: count }, (_, index) => `${site}-${first + index}`);
  });
}

/** When each member joins, in the order of joining within its group. */
export function joinTimes(groups: readonly MemberGroup[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const [index, names] of memberNames(groups).entries()) {
    const { joinAtMs = 0, joinWithinMs = 0 } = groups[index] ?? {};
    names.forEach((name, ordinal) => {
      times.set(name, joinAtMs + (joinWithinMs * ordinal) / names.length);
    });
  }
  return times;
}

/** A description with another number of members, in the same proportions; each group keeps one. */
export function withMemberCount(
  description: SimulationDescription,
  memberCount: number,
): SimulationDescription {
  const total = description.groups.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  const groups = description.groups.map((group) => {
    const first = Math.round((before * memberCount) / total);
    before += group.count;
    const end = Math.round((before * memberCount) / total);
    return { ...group, count: Math.max(1, end - first) };
  });
  return { ...description, groups };
}
