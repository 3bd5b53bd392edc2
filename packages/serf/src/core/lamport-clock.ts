/** Instants up to this are believed of anybody; no pool counts so far in its life. */
const TIME_MAX = 2 ** 52;
/** Beyond it, an instant may lie this far ahead of ours. */
const LEAP_MAX = 2 ** 20;

/**
 * Logical time. Three of them run in a node: for membership, for events and for queries.
 *
 * Source: Lamport, "Time, Clocks, and the Ordering of Events in a Distributed System"; the rules of
 * advance are Serf's.
 */
export class LamportClock {
  #time: number;

  /** Begins at 1: what was incremented once at start-up. */
  constructor(time = 1) {
    this.#time = time;
  }

  get time(): number {
    return this.#time;
  }

  increment(): number {
    this.#time += 1;
    return this.#time;
  }

  /**
   * After hearing of an instant, ours lies behind it.
   *
   * @returns false, and nothing changed, for an instant so far ahead that nobody can have counted to
   * it. Extension: whoever names one such would otherwise drive all clocks to where numbers end, and
   * with them everything that is stamped.
   */
  witness(time: number): boolean {
    if (time > Math.max(this.#time, TIME_MAX) + LEAP_MAX) return false;
    if (time >= this.#time) this.#time = time + 1;
    return true;
  }
}
