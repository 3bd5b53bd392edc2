import { SerfError } from '../../errors.js';
import type { AgentEvent } from '../../ipc/agent-event.js';
import { type EventFilter, matchesFilter, parseEventFilters } from '../../ipc/event-filter.js';

/** A script, and the events it is run for. */
export interface EventScript {
  readonly filter: EventFilter;
  readonly script: string;
}

/**
 * Reads `script`, or `filter,filter=script`.
 *
 * @throws SerfError INVALID_CONFIG when a filter is none.
 */
export function parseEventScript(text: string): readonly EventScript[] {
  const split = text.indexOf('=');
  const filters = parseEventFilters(split === -1 ? '' : text.slice(0, split));
  const script = text.slice(split + 1);
  if (filters !== undefined && script !== '') return filters.map((filter) => ({ filter, script }));
  const wanted = '[filter=]script with filters *, member-join, user:NAME and the like';
  throw new SerfError(
    'INVALID_CONFIG',
    `-event-handler must be ${wanted}; it is ${JSON.stringify(text)}`,
  );
}

/** Whether a script is to be run for an event. */
export function isFor({ filter }: EventScript, event: AgentEvent): boolean {
  return matchesFilter(filter, event);
}
