/** Counts connections per address, so that one source cannot take all of them. */
export class SourceLimits {
  readonly #countMax: number;
  readonly #counts = new Map<string, number>();

  /** @param countMax - connections of one source. */
  constructor(countMax: number) {
    this.#countMax = countMax;
  }

  /** Takes a place for one connection. @returns false when the source has as many as it may. */
  take(address: string): boolean {
    const count = this.#counts.get(address) ?? 0;
    if (count >= this.#countMax) return false;
    this.#counts.set(address, count + 1);
    return true;
  }

  /** Gives a place back. */
  release(address: string): void {
    const count = this.#counts.get(address) ?? 0;
    if (count <= 1) this.#counts.delete(address);
    else this.#counts.set(address, count - 1);
  }
}

/** An address as an IPv4 socket reports it, also where a dual-stack one does. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
