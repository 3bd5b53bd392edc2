/** What became of a query that was offered. */
export type QueryAdmission = 'new' | 'duplicate' | 'too-old' | 'before-start' | 'slot-full';

/** Queries told apart at one instant; a bound on what peers can make us keep. */
const SLOT_QUERY_COUNT_MAX = 256;

/** Identities of the recent queries, one slot per instant, so that each is handled once. */
export class QueryBuffer {
  readonly #slots: ({ readonly time: number; readonly ids: Set<number> } | undefined)[];
  #timeMin: number;

  constructor(slotCount: number, timeMin = 0) {
    this.#slots = new Array<undefined>(slotCount).fill(undefined);
    this.#timeMin = timeMin;
  }

  /** Ignores everything before an instant from now on; never goes back. */
  raiseTimeMin(time: number): void {
    this.#timeMin = Math.max(this.#timeMin, time);
  }

  admit(time: number, id: number, currentTime: number): QueryAdmission {
    const slotCount = this.#slots.length;
    if (time < this.#timeMin) return 'before-start';
    if (currentTime > slotCount && time < currentTime - slotCount) return 'too-old';
    const index = time % slotCount;
    const slot = this.#slots[index];
    if (slot?.time !== time) {
      this.#slots[index] = { time, ids: new Set([id]) };
      return 'new';
    }
    if (slot.ids.has(id)) return 'duplicate';
    if (slot.ids.size >= SLOT_QUERY_COUNT_MAX) return 'slot-full';
    slot.ids.add(id);
    return 'new';
  }
}
