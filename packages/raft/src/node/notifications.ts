import type { EventHub } from '@konsul/runtime';
import type { RaftNotification } from '../core/effect.js';
import type { RaftEvents } from '../events.js';

/** Tells listeners of what a core has noticed. */
export function emitNotification(
  events: EventHub<RaftEvents>,
  notification: RaftNotification,
): void {
  switch (notification.type) {
    case 'role-changed':
      events.emit('role-changed', notification);
      return;
    case 'leader-changed':
      events.emit('leader-changed', notification);
      return;
    case 'configuration-changed':
      events.emit('configuration-changed', notification);
      return;
    case 'configuration-committed':
      events.emit('configuration-committed', notification);
      return;
    case 'peer-state-changed':
      events.emit('peer-state-changed', notification);
      return;
    case 'promotion-failed':
      events.emit('promotion-failed', notification);
      return;
    case 'peer-regressed':
      events.emit('peer-regressed', notification);
      return;
    case 'message-rejected':
      events.emit('message-rejected', notification);
      return;
  }
}
