/** What became of something that was offered. */
export type Admission = 'new' | 'duplicate' | 'too-old' | 'before-start' | 'slot-full';

/** What a ring needs to know of the things it holds. */
export interface RecentRingOptions<Item> {
  /** Instants remembered; at least 1. */
  readonly slotCount: number;
  readonly isSame: (a: Item, b: Item) => boolean;
  /** What a thing takes of its slot. */
  readonly sizeOf: (item: Item) => number;
  /** What the things of one instant may take together; a bound on what peers can make us keep. */
  readonly slotSizeMax: number;
}

/** Things that share one instant. */
export interface RecentSlot<Item> {
  readonly time: number;
  readonly items: readonly Item[];
}

interface FillingSlot<Item> {
  readonly time: number;
  readonly items: Item[];
  size: number;
}

/**
 * The recent events or queries, one slot per instant, so that each is handled once.
 *
 * Source: Serf. Different things at one instant are all kept; one whose slot holds another instant
 * takes the slot over, be that instant older or newer.
 */
export class RecentRing<Item> {
  readonly #options: RecentRingOptions<Item>;
  readonly #slots: (FillingSlot<Item> | undefined)[];
  #timeMin = 0;

  constructor(options: RecentRingOptions<Item>) {
    this.#options = options;
    this.#slots = new Array<undefined>(options.slotCount).fill(undefined);
  }

  /** Ignores everything before an instant from now on; never goes back. */
  raiseTimeMin(time: number): void {
    this.#timeMin = Math.max(this.#timeMin, time);
  }

  admit(time: number, item: Item, currentTime: number): Admission {
    const { isSame, sizeOf, slotSizeMax } = this.#options;
    const slotCount = this.#slots.length;
    if (time < this.#timeMin) return 'before-start';
    if (currentTime > slotCount && time < currentTime - slotCount) return 'too-old';
    const index = time % slotCount;
    const known = this.#slots[index];
    const slot = known?.time === time ? known : { time, items: [], size: 0 };
    if (slot.items.some((other) => isSame(other, item))) return 'duplicate';
    const size = slot.size + sizeOf(item);
    if (size > slotSizeMax) return 'slot-full';
    slot.items.push(item);
    slot.size = size;
    this.#slots[index] = slot;
    return 'new';
  }

  /** The whole ring; undefined where a slot is unused. */
  slots(): readonly (RecentSlot<Item> | undefined)[] {
    return this.#slots;
  }
}
