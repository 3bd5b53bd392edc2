import type { EventSlot, StoredEvent } from './messages.js';

interface Slot {
  readonly time: number;
  readonly events: StoredEvent[];
}

/** What became of an event that was offered. */
export type EventAdmission = 'new' | 'duplicate' | 'too-old' | 'before-start' | 'slot-full';

/** Events kept at one instant; a bound on what peers can make us keep and pass on. */
const SLOT_EVENT_COUNT_MAX = 256;

/**
 * The recent events, one slot per instant, so that each is delivered once.
 *
 * Source: Serf. Two different events at one instant are both kept; whether they may be coalesced is
 * no part of their identity; an event whose slot holds another instant takes the slot over.
 */
export class EventBuffer {
  readonly #slots: (Slot | undefined)[];
  #timeMin: number;

  /** `slotCount` is at least 1; `timeMin` is the first instant that is delivered. */
  constructor(slotCount: number, timeMin = 0) {
    this.#slots = new Array<Slot | undefined>(slotCount).fill(undefined);
    this.#timeMin = timeMin;
  }

  /** Ignores everything before an instant from now on; never goes back. */
  raiseTimeMin(time: number): void {
    this.#timeMin = Math.max(this.#timeMin, time);
  }

  admit(time: number, event: StoredEvent, currentTime: number): EventAdmission {
    const slotCount = this.#slots.length;
    if (time < this.#timeMin) return 'before-start';
    if (currentTime > slotCount && time < currentTime - slotCount) return 'too-old';
    const index = time % slotCount;
    const slot = this.#slots[index];
    if (slot?.time !== time) {
      this.#slots[index] = { time, events: [event] };
      return 'new';
    }
    if (slot.events.some((known) => isSameEvent(known, event))) return 'duplicate';
    if (slot.events.length >= SLOT_EVENT_COUNT_MAX) return 'slot-full';
    slot.events.push(event);
    return 'new';
  }

  /** The whole ring, as push/pull carries it. */
  snapshot(): readonly (EventSlot | undefined)[] {
    return this.#slots;
  }
}

function isSameEvent(a: StoredEvent, b: StoredEvent): boolean {
  return (
    a.name === b.name &&
    a.payload.length === b.payload.length &&
    a.payload.every((byte, index) => byte === b.payload[index])
  );
}
