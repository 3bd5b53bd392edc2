interface Round {
  readonly number: number;
  readonly startedAtMs: number;
}

/** Rounds nobody answers are forgotten beyond this many; their late answers no longer count. */
const roundsMax = 4_096;

/**
 * Numbers a leader's contact rounds and remembers when each began. A follower that answers round
 * `n` was with the leader no earlier than when `n` began, however late its answer arrives.
 *
 * Source: dissertation, section 6.4 (reads) and 6.2 (deposed leaders); the numbering is an
 * extension.
 */
export class RoundClock {
  #rounds: Round[] = [];
  #number = 0;

  /** The round under way. */
  get current(): number {
    return this.#number;
  }

  /** Begins the next round. */
  begin(nowMs: number): number {
    this.#number += 1;
    this.#rounds.push({ number: this.#number, startedAtMs: nowMs });
    if (this.#rounds.length > roundsMax) this.#rounds.splice(0, roundsMax / 2);
    return this.#number;
  }

  /** When a round began; undefined when it is unknown or forgotten. */
  startedAtMs(round: number): number | undefined {
    const first = this.#rounds[0];
    return first === undefined ? undefined : this.#rounds[round - first.number]?.startedAtMs;
  }
}
