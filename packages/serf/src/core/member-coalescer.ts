import type { MemberEvent, MemberEventType } from './event.js';
import type { SerfMember } from './member.js';

interface Latest {
  readonly type: MemberEventType;
  readonly member: SerfMember;
}

/**
 * Makes one event per type of a burst of member events: only the last of each member counts, and
 * that only when it differs from what was delivered of the member before.
 *
 * Source: Serf's member coalescer.
 */
export class MemberCoalescer {
  readonly #latest = new Map<string, Latest>();
  readonly #delivered = new Map<string, MemberEventType>();

  add(event: MemberEvent): void {
    for (const member of event.members) this.#latest.set(member.name, { type: event.type, member });
  }

  /** Ends the burst. */
  flush(): readonly MemberEvent[] {
    const byType = new Map<MemberEventType, SerfMember[]>();
    for (const [name, { type, member }] of this.#latest) {
      if (this.#delivered.get(name) === type && type !== 'member-update') continue;
      // Nothing is known of a forgotten member, so nothing is remembered of it here either.
      if (type === 'member-reap') this.#delivered.delete(name);
      else this.#delivered.set(name, type);
      const members = byType.get(type) ?? [];
      members.push(member);
      byType.set(type, members);
    }
    this.#latest.clear();
    return [...byType].map(([type, members]) => ({ type, members }));
  }
}
