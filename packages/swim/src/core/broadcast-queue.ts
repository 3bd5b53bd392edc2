import { Audience } from './audience.js';

/** No bound; a small integer, since engines keep those and larger numbers apart. */
const COUNT_UNBOUNDED = 2 ** 24;

/** How often an update is sent in a cluster of this size. Source: SWIM 4.1, lambda log n. */
export function transmitLimit(multiplier: number, memberCount: number): number {
  return multiplier * Math.ceil(Math.log10(memberCount + 1));
}

/** An encoded update that wants to spread. */
export interface Broadcast {
  readonly bytes: Uint8Array;
  /** A newer update of the same name replaces this one. Absent: never replaced. */
  readonly name?: string;
  /** Who told us; need not be told. */
  readonly heardFrom?: object | undefined;
  /** It is sent no more often than this, after those that are to be sent more often. */
  readonly sendCountMax?: number | undefined;
  /** Called once, within a call of the queue, when it was sent often enough or was replaced. */
  readonly onFinished?: () => void;
}

/** What a queue is made from. */
export interface BroadcastQueueOptions {
  /** Factor on the logarithm of the cluster's size; see {@link transmitLimit}. */
  readonly multiplier: number;
  /** Asked at every fetch, since the cluster grows and shrinks. Ourselves included. */
  readonly memberCount: () => number;
  /**
   * In clusters of up to so many members an update is sent at least as often as there are others,
   * so that each of them can be told. Default 0.
   */
  readonly completeCountMax?: number;
}

/** A class, and all it is sorted by in itself, since a busy queue looks at little else. */
class Queued {
  readonly bytes: Uint8Array;
  readonly lengthBytes: number;
  readonly order: number;
  readonly name: string | undefined;
  readonly audience: Audience;
  readonly onFinished: (() => void) | undefined;
  /** How often it was sent, or is held to have been. */
  transmitCount: number;
  /** It is finished here, whatever the limit. */
  readonly transmitCountMax: number;

  constructor(broadcast: Broadcast, order: number, limit: number) {
    const { sendCountMax = COUNT_UNBOUNDED } = broadcast;
    this.bytes = broadcast.bytes;
    this.lengthBytes = broadcast.bytes.length;
    this.order = order;
    this.name = broadcast.name;
    this.audience = new Audience(broadcast.heardFrom);
    this.onFinished = broadcast.onFinished;
    this.transmitCount = Math.max(0, limit - sendCountMax);
    this.transmitCountMax = this.transmitCount + sendCountMax;
  }
}

/**
 * Updates that wait to be sent along, each a limited number of times. Those sent least go first,
 * and of these the longest, and of these the newest; one that does not fit lets shorter ones pass.
 * A receiver that is named gets nothing that it has been told or has told us.
 *
 * Source: SWIM 4.1; order and selection as memberlist's `TransmitLimitedQueue`. Receivers are an
 * extension: drawn at random for every sending, some member is soon drawn by nobody.
 */
export class BroadcastQueue {
  readonly #options: BroadcastQueueOptions;
  /** By number of transmissions; each tier sorted by length, then age. */
  readonly #tiers: Queued[][] = [];
  readonly #named = new Map<string, Queued>();
  #orderNext = 0;
  #count = 0;
  #byteCount = 0;

  constructor(options: BroadcastQueueOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#count;
  }

  /** Bytes of all updates that wait. */
  get byteCount(): number {
    return this.#byteCount;
  }

  queue(broadcast: Broadcast): void {
    const replaced = broadcast.name === undefined ? undefined : this.#named.get(broadcast.name);
    if (replaced !== undefined) this.#finish(replaced);
    const queued = new Queued(broadcast, this.#orderNext, this.#transmitLimit());
    this.#orderNext += 1;
    this.#insert(queued);
    if (queued.name !== undefined) this.#named.set(queued.name, queued);
  }

  /** Whether an update of this name waits. */
  has(name: string): boolean {
    return this.#named.has(name);
  }

  /** Somebody has said what the update of this name says. */
  hear(name: string, from: object): void {
    this.#named.get(name)?.audience.hear(from);
  }

  /** Whether the update whose turn it is would be new to the receiver. */
  isNextFor(receiver: object): boolean {
    const next = this.#next();
    return next !== undefined && !next.audience.has(receiver);
  }

  /**
   * The update whose turn it is has been to everybody. Tells them again, as long as it was not sent
   * often enough; if everybody has said it to us there is no more to do.
   *
   * @returns whether the update is finished.
   */
  startOver(): boolean {
    const next = this.#next();
    if (next === undefined || next.audience.startOver()) return false;
    this.#finish(next);
    return true;
  }

  /**
   * Updates for one packet, whose lengths plus `overheadBytes` each stay within `limitBytes`.
   * None comes twice in one packet, and none that the receiver is known to have.
   */
  take(overheadBytes: number, limitBytes: number, receiver?: object): Uint8Array[] {
    if (this.#count === 0) return [];
    const taken = this.#select(overheadBytes, limitBytes, receiver);
    if (taken.length === 0) return [];
    const limit = this.#transmitLimit();
    const finished: Queued[] = [];
    for (const queued of taken) {
      if (receiver !== undefined) queued.audience.tell(receiver);
      queued.transmitCount += 1;
      if (queued.transmitCount >= Math.min(limit, queued.transmitCountMax)) finished.push(queued);
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

  #next(): Queued | undefined {
    for (const tier of this.#tiers) if (tier.length > 0) return tier[0];
    return undefined;
  }

  #transmitLimit(): number {
    const { multiplier, memberCount, completeCountMax = 0 } = this.#options;
    const count = memberCount();
    const limit = transmitLimit(multiplier, count);
    return count <= completeCountMax ? Math.max(limit, count - 1) : limit;
  }

  /** Removes those that fit, tier by tier. */
  #select(overheadBytes: number, limitBytes: number, receiver: object | undefined): Queued[] {
    const taken: Queued[] = [];
    let roomBytes = limitBytes - overheadBytes;
    for (const tier of this.#tiers) {
      let index = 0;
      while (roomBytes > 0) {
        index = firstThatFits(tier, roomBytes, index);
        const queued = tier[index];
        if (queued === undefined) break;
        if (receiver !== undefined && queued.audience.has(receiver)) {
          index += 1;
          continue;
        }
        tier.splice(index, 1);
        this.#count -= 1;
        this.#byteCount -= queued.lengthBytes;
        taken.push(queued);
        roomBytes -= queued.lengthBytes + overheadBytes;
      }
    }
    return taken;
  }

  #insert(queued: Queued): void {
    while (this.#tiers.length <= queued.transmitCount) this.#tiers.push([]);
    const tier = this.#tiers[queued.transmitCount];
    tier?.splice(position(tier, queued), 0, queued);
    this.#count += 1;
    this.#byteCount += queued.lengthBytes;
  }

  #finish(queued: Queued): void {
    const tier = this.#tiers[queued.transmitCount] ?? [];
    tier.splice(position(tier, queued), 1);
    this.#count -= 1;
    this.#byteCount -= queued.lengthBytes;
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
  if (next === undefined || next.lengthBytes <= roomBytes) return from;
  let low = from + 1;
  let high = tier.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tier[middle] as Queued).lengthBytes > roomBytes) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where this element stands, or belongs: behind all longer ones, and all newer ones as long. */
function position(tier: readonly Queued[], wanted: Queued): number {
  const wantedBytes = wanted.lengthBytes;
  let low = 0;
  let high = tier.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const queued = tier[middle] as Queued;
    const longerBytes = queued.lengthBytes - wantedBytes;
    const isAhead = longerBytes === 0 ? queued.order > wanted.order : longerBytes > 0;
    if (isAhead) low = middle + 1;
    else high = middle;
  }
  return low;
}
