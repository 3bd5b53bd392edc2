import { type EventHub, unreachable } from '@konsul/runtime';
import type { MemberEvent, QueryEvent, SerfEvent } from '../core/event.js';
import type { SerfEvents } from '../events.js';
import type { IncomingQuery } from '../incoming-query.js';

/** Tells listeners what happened in one turn: each event, then all changes of members together. */
export function emitEvents(
  hub: EventHub<SerfEvents>,
  events: readonly SerfEvent[],
  openQuery: (event: QueryEvent) => IncomingQuery,
): void {
  const changes: MemberEvent[] = [];
  for (const event of events) {
    switch (event.type) {
      case 'user-event':
        hub.emit('user-event', event);
        break;
      case 'query':
        hub.emit('query', openQuery(event));
        break;
      case 'name-conflict':
        hub.emit('name-conflict', event.existing, event.other);
        break;
      case 'name-lost':
        hub.emit('name-lost', event.responseCount, event.matchCount);
        break;
      case 'left':
        hub.emit('left');
        break;
      case 'member-join':
      case 'member-leave':
      case 'member-failed':
      case 'member-update':
      case 'member-reap':
        changes.push(event);
        hub.emit(event.type, event.members);
        break;
      default:
        unreachable(event);
    }
  }
  if (changes.length > 0) hub.emit('members-changed', changes);
}
