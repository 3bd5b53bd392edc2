import type { LinkOptions } from '../network-link.js';
import type { SimulationDescription } from './description.js';

/** Where a member stands. */
export interface Place {
  readonly site: string;
  /** Among all members. */
  readonly index: number;
}

const PLAIN: LinkOptions = {};

/**
 * What the way between two hosts is like by their sites and the matrix; undefined when all ways are
 * alike. Members of a matrix stand in its places in turn; a member that shares its place with
 * another one is as far from it as the links between all are.
 */
export function createLinkBetween(
  { matrix, siteLinks }: SimulationDescription,
  placeOf: ReadonlyMap<string, Place>,
): ((from: string, to: string) => LinkOptions) | undefined {
  if (matrix === undefined && siteLinks.length === 0) return undefined;
  const bySites = new Map<string, LinkOptions>();
  for (const { from, to, link } of siteLinks) {
    const key = `${from} ${to}`;
    bySites.set(key, { ...bySites.get(key), ...link });
  }
  const byPlaces = new Map<number, LinkOptions>();
  const placeCount = matrix?.places.length ?? 1;
  return (from, to) => {
    const source = placeOf.get(from);
    const target = placeOf.get(to);
    if (source === undefined || target === undefined) return PLAIN;
    const own = bySites.get(`${source.site} ${target.site}`);
    const row = source.index % placeCount;
    const column = target.index % placeCount;
    const ms = row === column ? undefined : matrix?.oneWayMs[row]?.[column];
    if (ms === undefined) return own ?? PLAIN;
    if (own !== undefined) return { latency: { type: 'fixed', ms }, ...own };
    const key = row * placeCount + column;
    const known = byPlaces.get(key);
    if (known !== undefined) return known;
    const link: LinkOptions = { latency: { type: 'fixed', ms } };
    byPlaces.set(key, link);
    return link;
  };
}
