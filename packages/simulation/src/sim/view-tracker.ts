import { type Rng, seededRng } from '@konsul/runtime';
import type { MemberChange, SimulatedMember } from '../simulated-protocol.js';
import { SimulationError } from '../simulation-error.js';

/** What the views of all members are like at one instant. */
export interface ViewSample {
  readonly atMs: number;
  /** Members whose process runs. */
  readonly runningCount: number;
  /** Those of them that have not said farewell. */
  readonly presentCount: number;
  /**
   * Those of the present that have begun within the last 5 s and see nobody else yet. Only the views
   * of the other present members count in what follows.
   */
  readonly joiningCount: number;
  /** Members that the smallest, the average and the largest view holds. */
  readonly seenMin: number;
  readonly seenMean: number;
  readonly seenMax: number;
  /** Share of them that have the most common view. */
  readonly agreeingRatio: number;
  readonly distinctViewCount: number;
  /** Share of them whose view is exactly those who are present. */
  readonly correctRatio: number;
}

/** How long a member may take to meet somebody before its lonely view counts. */
const JOINING_MS = 5_000;

/** Two lanes, so that chance equality of two views does not happen in any run. */
interface Digest {
  low: number;
  high: number;
}

interface View extends Digest {
  /** Ids of the members in it. */
  readonly seen: Set<number>;
  readonly startedAtMs: number;
  isRunning: boolean;
}

/**
 * Follows what every member believes, change by change: comparing all views at one instant costs a
 * pass over the members, not over their views.
 *
 * Source: hashing of sets by exclusive or, as in Zobrist's tables for positions of chess.
 */
export class ViewTracker {
  readonly #rng: Rng = seededRng(1);
  readonly #names: string[] = [];
  readonly #idOf = new Map<string, number>();
  readonly #digests: Digest[] = [];
  readonly #views: View[] = [];
  /** Who should be seen: running, and not gone by its own wish. */
  readonly #truth: Digest & { readonly seen: Set<number> } = { low: 0, high: 0, seen: new Set() };

  /** The process of a member begins, with a view of itself alone. */
  start(name: string, atMs: number): void {
    const id = this.#id(name);
    const view: View = { low: 0, high: 0, seen: new Set(), startedAtMs: atMs, isRunning: true };
    this.#views[id] = view;
    this.#flip(this.#truth, id, true);
  }

  /** The process of a member is gone. */
  stop(name: string): void {
    const id = this.#id(name);
    const view = this.#views[id];
    if (view !== undefined) view.isRunning = false;
    this.#flip(this.#truth, id, false);
  }

  /** A member has said farewell: it need not be seen any more. */
  leave(name: string): void {
    this.#flip(this.#truth, this.#id(name), false);
  }

  isRunning(name: string): boolean {
    return this.#views[this.#id(name)]?.isRunning === true;
  }

  /** Whether a member should be seen by others. */
  isExpected(name: string): boolean {
    return this.#truth.seen.has(this.#id(name));
  }

  change(observer: string, { type, member }: MemberChange): void {
    const view = this.#views[this.#id(observer)];
    if (view === undefined || type === 'suspected' || type === 'recovered') return;
    this.#flip(view, this.#id(member), type === 'joined');
  }

  sample(atMs: number): ViewSample {
    const counts = new Map<number, number>();
    let [runningCount, presentCount, joiningCount, seenSum, correctCount] = [0, 0, 0, 0, 0];
    let [seenMin, seenMax] = [Number.MAX_VALUE, 0];
    for (const [id, view] of this.#views.entries()) {
      if (view?.isRunning !== true) continue;
      runningCount += 1;
      // Whoever said farewell is told nothing any more: its view grows old by rights.
      if (!this.#truth.seen.has(id)) continue;
      const { size } = view.seen;
      presentCount += 1;
      if (size <= 1 && this.#truth.seen.size > 1 && atMs - view.startedAtMs < JOINING_MS) {
        joiningCount += 1;
        continue;
      }
      seenSum += size;
      seenMin = Math.min(seenMin, size);
      seenMax = Math.max(seenMax, size);
      if (isSameView(view, this.#truth)) correctCount += 1;
      const key = view.high * 2 ** 21 + (view.low >>> 11);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const shared = Math.max(1, presentCount - joiningCount);
    return {
      atMs,
      runningCount,
      presentCount,
      joiningCount,
      seenMin: presentCount === joiningCount ? 0 : seenMin,
      seenMean: seenSum / shared,
      seenMax,
      agreeingRatio: Math.max(0, ...counts.values()) / shared,
      distinctViewCount: counts.size,
      correctRatio: correctCount / shared,
    };
  }

  /**
   * Compares what a member told with what it says when asked.
   *
   * @throws SimulationError `PROTOCOL_VIEWS`.
   */
  verify(observer: string, member: SimulatedMember): void {
    const told = this.#views[this.#id(observer)]?.seen ?? new Set<number>();
    const asked = new Set(member.members().map((name) => this.#id(name)));
    const differing = [...new Set([...told, ...asked])].find(
      (id) => told.has(id) !== asked.has(id),
    );
    if (differing === undefined) return;
    const name = this.#names[differing];
    const how = told.has(differing) ? 'told of it, but does not list it' : 'lists it untold';
    throw new SimulationError('PROTOCOL_VIEWS', `${observer} and ${name}: ${how}`);
  }

  #flip(digest: Digest & { readonly seen: Set<number> }, id: number, isIn: boolean): void {
    if (digest.seen.has(id) === isIn) return;
    if (isIn) digest.seen.add(id);
    else digest.seen.delete(id);
    const own = this.#digests[id] as Digest;
    digest.low = (digest.low ^ own.low) >>> 0;
    digest.high = (digest.high ^ own.high) >>> 0;
  }

  #id(name: string): number {
    const known = this.#idOf.get(name);
    if (known !== undefined) return known;
    const id = this.#names.length;
    this.#names.push(name);
    this.#idOf.set(name, id);
    this.#digests.push({ low: this.#rng.uint32(), high: this.#rng.uint32() });
    return id;
  }
}

function isSameView(left: Digest, right: Digest): boolean {
  return left.low === right.low && left.high === right.high;
}
