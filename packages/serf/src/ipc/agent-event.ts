import type { MemberEvent, UserEvent } from '../core/event.js';
import type { IncomingQuery } from '../incoming-query.js';

/** What an agent's streams and scripts are told. */
export type AgentEvent =
  | MemberEvent
  | UserEvent
  | { readonly type: 'query'; readonly query: IncomingQuery };

/** An event's kind as filters, scripts and streams name it. */
export function kindOf(event: AgentEvent): string {
  return event.type === 'user-event' ? 'user' : event.type;
}

/** An event as log lines name it. */
export function titleOf(event: AgentEvent): string {
  if (event.type === 'user-event') return `user-event: ${event.name}`;
  return event.type === 'query' ? `query: ${event.query.name}` : event.type;
}
