/** Counts the connections of each source, so that none takes all. */
export class ConnectionCounter {
  readonly #countMax: number;
  readonly #counts = new Map<string, number>();

  /** @param countMax connections of one source. */
  constructor(countMax: number) {
    this.#countMax = countMax;
  }

  /** @returns false where the source has as many as it may; it then counts no further. */
  open(source: string): boolean {
    const count = this.#counts.get(source) ?? 0;
    if (count >= this.#countMax) return false;
    this.#counts.set(source, count + 1);
    return true;
  }

  /** One that was opened is gone. */
  close(source: string): void {
    const count = this.#counts.get(source) ?? 0;
    if (count > 1) this.#counts.set(source, count - 1);
    else this.#counts.delete(source);
  }
}
