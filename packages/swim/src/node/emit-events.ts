import { type EventHub, unreachable } from '@konsul/runtime';
import type { MemberEvent, SwimEvent } from '../core/event.js';
import type { SwimEvents } from '../events.js';

/** Tells listeners what happened in one turn: each event, then all changes of members together. */
export function emitEvents(hub: EventHub<SwimEvents>, events: readonly SwimEvent[]): void {
  const changes: MemberEvent[] = [];
  for (const event of events) {
    switch (event.type) {
      case 'member-conflict':
        hub.emit(event.type, event.existing, event.other);
        break;
      case 'user-message':
        hub.emit(event.type, event.payload, event.from);
        break;
      case 'health-changed':
        hub.emit(event.type, event.score);
        break;
      default:
        changes.push(event);
        emitChange(hub, event);
    }
  }
  if (changes.length > 0) hub.emit('members-changed', changes);
}

function emitChange(hub: EventHub<SwimEvents>, event: MemberEvent): void {
  switch (event.type) {
    case 'member-suspected':
      hub.emit(event.type, event.member, event.from);
      break;
    case 'member-joined':
    case 'member-left':
    case 'member-failed':
    case 'member-updated':
    case 'member-recovered':
      hub.emit(event.type, event.member);
      break;
    default:
      unreachable(event);
  }
}
