import type { Fault } from '../fault-plan.js';
import type { Span } from '../report/spans.js';
import { memberNames, type SimulationDescription } from './description.js';

/** What a description makes happen, to be marked in pictures over seconds. */
export function happeningSpans(description: SimulationDescription): Span[] {
  const { groups, actions, faults } = description;
  const siteSizes = new Map<string, number>();
  for (const [index, names] of memberNames(groups).entries()) {
    const site = groups[index]?.site ?? '';
    siteSizes.set(site, (siteSizes.get(site) ?? 0) + names.length);
  }
  const joins = groups
    .filter(({ joinAtMs }) => joinAtMs > 0)
    .map(({ site, count, joinAtMs, joinWithinMs }) => ({
      from: joinAtMs / 1000,
      to: (joinAtMs + joinWithinMs) / 1000,
      label: `join ${count} ${site}`,
    }));
  const acts = actions.map(({ type, atMs, who }) => ({
    from: atMs / 1000,
    to: atMs / 1000,
    label: `${type} ${who.reduce((sum, word) => sum + (siteSizes.get(word) ?? 1), 0)}`,
  }));
  const mishaps = faults.map(({ atMs, durationMs, fault }) => ({
    from: atMs / 1000,
    to: (atMs + durationMs) / 1000,
    label: faultLabel(fault),
  }));
  return merged([...joins, ...acts, ...mishaps]);
}

/** The same thing at the same time, to several members, is one mark. */
function merged(spans: readonly Span[]): Span[] {
  const counts = new Map<string, { span: Span; count: number }>();
  for (const span of spans) {
    const key = `${span.from} ${span.to} ${span.label}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { span, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].map(({ span, count }) =>
    count === 1 ? span : { ...span, label: `${span.label} ×${count}` },
  );
}

function faultLabel(fault: Fault): string {
  if (fault.type !== 'links') return fault.type;
  const { lossRatio } = fault.link;
  return lossRatio === undefined ? 'slow links' : `${Math.round(100 * lossRatio)} % loss`;
}
