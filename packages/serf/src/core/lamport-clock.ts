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

  /** After hearing of an instant, ours lies behind it. */
  witness(time: number): void {
    if (time >= this.#time) this.#time = time + 1;
  }
}
