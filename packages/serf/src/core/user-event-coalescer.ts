import type { UserEvent } from './event.js';

/**
 * Keeps of a burst of user events only the newest of each name, by Lamport time.
 *
 * Source: Serf's user event coalescer.
 */
export class UserEventCoalescer {
  readonly #newest = new Map<string, UserEvent[]>();

  add(event: UserEvent): void {
    const known = this.#newest.get(event.name);
    const knownTime = known?.[0]?.time ?? 0;
    if (known === undefined || event.time > knownTime) this.#newest.set(event.name, [event]);
    else if (event.time === knownTime) known.push(event);
  }

  /** Ends the burst. */
  flush(): readonly UserEvent[] {
    const events = [...this.#newest.values()].flat();
    this.#newest.clear();
    return events;
  }
}
