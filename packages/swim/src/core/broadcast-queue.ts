/** How often an update is sent in a cluster of this size. Source: SWIM 4.1, lambda log n. */
export function transmitLimit(multiplier: number, memberCount: number): number {
  return multiplier * Math.ceil(Math.log10(memberCount + 1));
}

/** An encoded update that wants to spread. */
export interface Broadcast {
  readonly bytes: Uint8Array;
  /** A newer update of the same name replaces this one. Absent: never replaced. */
  readonly name?: string;
  /** Called once, within a call of the queue, when it was sent often enough or was replaced. */
  readonly onFinished?: () => void;
}

interface Queued extends Broadcast {
  readonly order: number;
  transmitCount: number;
}

/**
 * Updates that wait to be sent along, each a limited number of times. Those sent least go first,
 * and of these the longest, and of these the newest; one that does not fit lets shorter ones pass.
 *
 * Source: SWIM 4.1; order and selection as memberlist's `TransmitLimitedQueue`.
 */
export class BroadcastQueue {
  readonly #multiplier: number;
  readonly #memberCount: () => number;
  /** By number of transmissions; each tier sorted by length, then age. */
  readonly #tiers: Queued[][] = [];
  readonly #named = new Map<string, Queued>();
  #orderNext = 0;
  #count = 0;

  /** `memberCount` is asked at every fetch, since the cluster grows and shrinks. */
  constructor(options: { multiplier: number; memberCount: () => number }) {
    this.#multiplier = options.multiplier;
    this.#memberCount = options.memberCount;
  }

  get count(): number {
    return this.#count;
  }

  queue(broadcast: Broadcast): void {
    const replaced = broadcast.name === undefined ? undefined : this.#named.get(broadcast.name);
    if (replaced !== undefined) this.#finish(replaced);
    const queued: Queued = { ...broadcast, order: this.#orderNext, transmitCount: 0 };
    this.#orderNext += 1;
    this.#insert(queued);
    if (queued.name !== undefined) this.#named.set(queued.name, queued);
  }

  /**
   * Updates for one packet, whose lengths plus `overheadBytes` each stay within `limitBytes`.
   * None comes twice in one packet.
   */
  take(overheadBytes: number, limitBytes: number): Uint8Array[] {
    if (this.#count === 0) return [];
    const taken = this.#select(overheadBytes, limitBytes);
    if (taken.length === 0) return [];
    const limit = transmitLimit(this.#multiplier, this.#memberCount());
    const finished: Queued[] = [];
    for (const queued of taken) {
      queued.transmitCount += 1;
      if (queued.transmitCount >= limit) finished.push(queued);
      else this.#insert(queued);
    }
    for (const queued of finished) this.#forget(queued);
    return taken.map((queued) => queued.bytes);
  }

  /** Drops the most transmitted, shortest and oldest until no more than `countMax` remain. */
  prune(countMax: number): void {
    while (this.#count > countMax) {
      const tier = this.#tiers.at(-1);
      const last = tier?.at(-1);
      if (last === undefined) this.#tiers.pop();
      else this.#finish(last);
    }
  }

  /** Removes those that fit, tier by tier. */
  #select(overheadBytes: number, limitBytes: number): Queued[] {
    const taken: Queued[] = [];
    let roomBytes = limitBytes - overheadBytes;
    for (const tier of this.#tiers) {
      let index = 0;
      while (roomBytes > 0) {
        index = firstThatFits(tier, roomBytes, index);
        const queued = tier[index];
        if (queued === undefined) break;
        tier.splice(index, 1);
        this.#count -= 1;
        taken.push(queued);
        roomBytes -= queued.bytes.length + overheadBytes;
      }
    }
    return taken;
  }

  #insert(queued: Queued): void {
    while (this.#tiers.length <= queued.transmitCount) this.#tiers.push([]);
    const tier = this.#tiers[queued.transmitCount];
    tier?.splice(position(tier, queued), 0, queued);
    this.#count += 1;
  }

  #finish(queued: Queued): void {
    const tier = this.#tiers[queued.transmitCount] ?? [];
    tier.splice(position(tier, queued), 1);
    this.#count -= 1;
    this.#forget(queued);
  }

  #forget(queued: Queued): void {
    if (queued.name !== undefined && this.#named.get(queued.name) === queued) {
      this.#named.delete(queued.name);
    }
    queued.onFinished?.();
  }
}

/** Index of the first element from `from` on that is no longer than `roomBytes`. */
function firstThatFits(tier: readonly Queued[], roomBytes: number, from: number): number {
  // Updates are of much the same length, so the next one nearly always fits.
  const next = tier[from];
  if (next === undefined || next.bytes.length <= roomBytes) return from;
  let low = from + 1;
  let high = tier.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tier[middle] as Queued).bytes.length > roomBytes) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where this element stands, or belongs: behind all longer ones, and all newer ones as long. */
function position(tier: readonly Queued[], wanted: Queued): number {
  const wantedBytes = wanted.bytes.length;
  let low = 0;
  let high = tier.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const queued = tier[middle] as Queued;
    const longerBytes = queued.bytes.length - wantedBytes;
    const isAhead = longerBytes === 0 ? queued.order > wanted.order : longerBytes > 0;
    if (isAhead) low = middle + 1;
    else high = middle;
  }
  return low;
}
