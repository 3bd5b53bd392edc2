/** A suspicion never ends sooner than this. Source: Lifeguard IV-B; memberlist's integer rounding. */
export function suspicionTimeoutMinMs(options: {
  readonly multiplier: number;
  readonly memberCount: number;
  readonly probeIntervalMs: number;
}): number {
  const scale = Math.max(1, Math.log10(Math.max(1, options.memberCount)));
  return (options.multiplier * Math.trunc(scale * 1_000) * options.probeIntervalMs) / 1_000;
}

/** Numbers a running suspicion is judged by. */
export interface SuspicionProgress {
  /** Independent accusers after the first. */
  readonly confirmationCount: number;
  /** Accusers after the first that bring the timeout down to its minimum. 1 or more. */
  readonly confirmationCountWanted: number;
  readonly timeoutMinMs: number;
  readonly timeoutMaxMs: number;
  /** Time since the suspicion began. */
  readonly elapsedMs: number;
}

/**
 * Time a suspicion still runs; zero or less when it is over. Each confirmation takes off less than
 * the one before.
 *
 * Source: Lifeguard IV-B. Whole milliseconds, computed in seconds as memberlist does, so that both
 * fire in the same millisecond.
 */
export function remainingSuspicionMs(progress: SuspicionProgress): number {
  const fraction =
    Math.log(progress.confirmationCount + 1) / Math.log(progress.confirmationCountWanted + 1);
  const maxSeconds = progress.timeoutMaxMs / 1_000;
  const minSeconds = progress.timeoutMinMs / 1_000;
  const timeoutMs = Math.floor(1_000 * (maxSeconds - fraction * (maxSeconds - minSeconds)));
  return Math.max(progress.timeoutMinMs, timeoutMs) - progress.elapsedMs;
}

/** How a new suspicion starts. */
export interface SuspicionOptions {
  /** The first accuser. */
  readonly from: string;
  readonly startedAtMs: number;
  readonly timeoutMinMs: number;
  readonly timeoutMaxMs: number;
  /** 0 means that confirmations change nothing and the minimum holds from the start. */
  readonly confirmationCountWanted: number;
}

/** Who accuses one member, and when that is to become a verdict. */
export class Suspicion {
  readonly #options: SuspicionOptions;
  readonly #accusers: Set<string>;

  constructor(options: SuspicionOptions) {
    this.#options = options;
    this.#accusers = new Set([options.from]);
  }

  get startedAtMs(): number {
    return this.#options.startedAtMs;
  }

  get confirmationCount(): number {
    return this.#accusers.size - 1;
  }

  /** Whether fewer members agreed than were hoped for; a sign that we hear badly ourselves. */
  get isPoorlyConfirmed(): boolean {
    return this.confirmationCount < this.#options.confirmationCountWanted;
  }

  /** @returns whether the accuser is new and still wanted, so that the news is worth passing on. */
  confirm(from: string): boolean {
    if (this.confirmationCount >= this.#options.confirmationCountWanted) return false;
    if (this.#accusers.has(from)) return false;
    this.#accusers.add(from);
    return true;
  }

  /** The instant of the verdict, as confirmed so far. */
  expiresAtMs(): number {
    const { startedAtMs, timeoutMinMs, timeoutMaxMs, confirmationCountWanted } = this.#options;
    if (confirmationCountWanted < 1) return startedAtMs + timeoutMinMs;
    const remainingMs = remainingSuspicionMs({
      confirmationCount: this.confirmationCount,
      confirmationCountWanted,
      timeoutMinMs,
      timeoutMaxMs,
      elapsedMs: 0,
    });
    return startedAtMs + remainingMs;
  }
}
