import { type Rng, seededRng } from '@konsul/runtime';
import type { ClusterChange } from '../cluster/cluster.js';

/** What views were like over a run. */
export interface ViewLog {
  /** Different sizes of views that any member had. */
  readonly distinctSizeCount: number;
  /** Different views that a member had, on average and at most. */
  readonly viewsPerMemberMean: number;
  readonly viewsPerMemberMax: number;
  /** When the views of all watched members were last not equal; NaN when they are not at the end. */
  readonly lastUnequalAtMs: number;
  /** Shares of watched members that have the most common view, over time. */
  readonly agreement: readonly (readonly [atMs: number, ratio: number])[];
  /** Members that the views of watched members hold at the end, fewest and most. */
  readonly finalSizes: readonly [number, number];
}

/** Follows the views of all members by their changes, from an instant on. */
export class ViewWatch {
  readonly #rng: Rng = seededRng(7);
  readonly #digests: number[];
  readonly #views: { digest: number; size: number; distinct: Set<number> }[];
  readonly #sizes = new Set<number>();
  readonly #agreement: [number, number][] = [];
  readonly #isWatched: (index: number) => boolean;
  #lastUnequalAtMs = 0;
  #isEqual = true;

  /** @param isWatched leaves out members that are in trouble themselves. */
  constructor(memberCount: number, isWatched: (index: number) => boolean) {
    this.#isWatched = isWatched;
    this.#digests = Array.from({ length: memberCount }, () => this.#rng.uint32());
    this.#views = this.#digests.map(() => ({ digest: 0, size: 0, distinct: new Set() }));
  }

  change({ type, observer, member, atMs }: ClusterChange): void {
    if (type === 'suspected' || type === 'recovered') return;
    const view = this.#views[observer];
    if (view === undefined) return;
    view.digest = (view.digest ^ (this.#digests[member] ?? 0)) >>> 0;
    view.size += type === 'joined' ? 1 : -1;
    if (!this.#isWatched(observer)) return;
    view.distinct.add(view.digest);
    this.#sizes.add(view.size);
    // Between two samples, views may have been unequal for a moment.
    this.#lastUnequalAtMs = Math.max(this.#lastUnequalAtMs, atMs);
  }

  /** Forgets what was before: what follows is what is reported. */
  reset(): void {
    this.#sizes.clear();
    for (const { distinct, digest } of this.#views) {
      distinct.clear();
      distinct.add(digest);
    }
    this.#agreement.length = 0;
  }

  sample(atMs: number): void {
    const counts = new Map<number, number>();
    let watchedCount = 0;
    for (const [index, { digest }] of this.#views.entries()) {
      if (!this.#isWatched(index)) continue;
      watchedCount += 1;
      counts.set(digest, (counts.get(digest) ?? 0) + 1);
    }
    this.#isEqual = counts.size <= 1;
    if (!this.#isEqual) this.#lastUnequalAtMs = atMs;
    this.#agreement.push([atMs, Math.max(0, ...counts.values()) / Math.max(1, watchedCount)]);
  }

  log(): ViewLog {
    const watched = this.#views.filter((_, index) => this.#isWatched(index));
    const counts = watched.map(({ distinct }) => distinct.size);
    const sizes = watched.map(({ size }) => size);
    return {
      distinctSizeCount: this.#sizes.size,
      viewsPerMemberMean: counts.reduce((sum, count) => sum + count, 0) / counts.length,
      viewsPerMemberMax: Math.max(...counts),
      lastUnequalAtMs: this.#isEqual ? this.#lastUnequalAtMs : Number.NaN,
      agreement: this.#agreement,
      finalSizes: [Math.min(...sizes), Math.max(...sizes)],
    };
  }
}
