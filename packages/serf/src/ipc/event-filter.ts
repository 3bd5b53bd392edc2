import { type AgentEvent, kindOf } from './agent-event.js';

/** Which events are wanted. */
export interface EventFilter {
  /** `*`, or an event's kind. */
  readonly kind: string;
  /** Only user events or queries of this name; empty for all. */
  readonly name: string;
}

const KINDS: ReadonlySet<string> = new Set([
  'member-join',
  'member-leave',
  'member-failed',
  'member-update',
  'member-reap',
  'user',
  'query',
  '*',
]);

/**
 * Reads a comma-separated list of `*`, kinds, `user:NAME` and `query:NAME`; an empty text wants
 * everything.
 *
 * @returns undefined when something in it is none of these.
 */
export function parseEventFilters(text: string): readonly EventFilter[] | undefined {
  const filters: EventFilter[] = [];
  for (const part of (text === '' ? '*' : text).split(',')) {
    const named = /^(user|query):([\s\S]*)$/.exec(part);
    const kind = named?.[1] ?? part;
    if (!KINDS.has(kind)) return undefined;
    filters.push({ kind, name: named?.[2] ?? '' });
  }
  return filters;
}

/** Whether an event is wanted. */
export function matchesFilter({ kind, name }: EventFilter, event: AgentEvent): boolean {
  if (kind === '*') return true;
  if (kind !== kindOf(event)) return false;
  if (name === '') return true;
  if (event.type === 'user-event') return event.name === name;
  return event.type !== 'query' || event.query.name === name;
}
