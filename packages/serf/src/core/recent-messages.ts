import type { StoredEvent } from './messages.js';
import { RecentRing } from './recent-ring.js';

/** Queries told apart at one instant. */
const QUERIES_PER_INSTANT_MAX = 256;
/** Bytes of the events of one instant: seven of the largest that Serf allows. */
const EVENT_BYTES_PER_INSTANT_MAX = 64 * 1_024;
/** What an event takes at least, its objects included; so there are at most 256 at one instant. */
const EVENT_BYTES_MIN = 256;

/** The recent user events; whether one may be coalesced is no part of its identity. */
export function createEventRing(slotCount: number): RecentRing<StoredEvent> {
  return new RecentRing<StoredEvent>({
    slotCount,
    isSame: isSameEvent,
    // A character of a name may take two bytes of memory.
    sizeOf: ({ name, payload }) => Math.max(EVENT_BYTES_MIN, 2 * name.length + payload.length),
    slotSizeMax: EVENT_BYTES_PER_INSTANT_MAX,
  });
}

/** The identities of recent queries. */
export function createQueryRing(slotCount: number): RecentRing<number> {
  return new RecentRing<number>({
    slotCount,
    isSame: (a, b) => a === b,
    sizeOf: () => 1,
    slotSizeMax: QUERIES_PER_INSTANT_MAX,
  });
}

function isSameEvent(a: StoredEvent, b: StoredEvent): boolean {
  return (
    a.name === b.name &&
    a.payload.length === b.payload.length &&
    a.payload.every((byte, index) => byte === b.payload[index])
  );
}
