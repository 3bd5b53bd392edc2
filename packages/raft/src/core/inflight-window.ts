interface InflightAppend {
  readonly lastIndex: number;
  readonly bytes: number;
}

/**
 * The appends that a follower has not answered, bounded by count and by bytes.
 *
 * Source: Extension (sliding window, dissertation section 10.2.1 on pipelining).
 */
export class InflightWindow {
  #appends: InflightAppend[] = [];
  #bytes = 0;

  get count(): number {
    return this.#appends.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(lastIndex: number, bytes: number): void {
    this.#appends.push({ lastIndex, bytes });
    this.#bytes += bytes;
  }

  /** Everything up to `index` has been answered. */
  releaseThrough(index: number): void {
    let count = 0;
    for (const append of this.#appends) {
      if (append.lastIndex > index) break;
      this.#bytes -= append.bytes;
      count += 1;
    }
    if (count > 0) this.#appends.splice(0, count);
  }

  clear(): void {
    this.#appends = [];
    this.#bytes = 0;
  }
}
