/** Hashes text as it comes; two different 32-bit lanes, so that chance collisions do not happen. */
const FNV_PRIME = 0x01000193;
const SECOND_PRIME = 0x85ebca6b;
const LINE_END = 10;

export interface TraceOptions {
  /** Lines that are kept for reading; older ones only count for the hash. Default 10,000. */
  readonly linesMax?: number;
}

/**
 * What has happened in a run, as lines of text. Two runs are the same if their hashes are.
 *
 * Source: the hash is FNV-1a (Fowler, Noll, Vo) in one lane and a variant of it in the other.
 */
export class Trace {
  readonly #linesMax: number;
  #lines: string[] = [];
  #firstIndex = 0;
  #lineCount = 0;
  #low = 0x811c9dc5;
  #high = 0x9747b28c;

  constructor(options: TraceOptions = {}) {
    this.#linesMax = options.linesMax ?? 10_000;
  }

  /** Lines recorded so far, forgotten ones included. */
  get lineCount(): number {
    return this.#lineCount;
  }

  add(line: string): void {
    this.#lineCount += 1;
    for (let index = 0; index < line.length; index += 1) this.#mix(line.charCodeAt(index));
    this.#mix(LINE_END);
    this.#lines.push(line);
    if (this.#lines.length - this.#firstIndex > this.#linesMax) this.#firstIndex += 1;
    if (this.#firstIndex > this.#linesMax) {
      this.#lines = this.#lines.slice(this.#firstIndex);
      this.#firstIndex = 0;
    }
  }

  /** The last lines, oldest first; by default all that are kept. */
  lines(countMax: number = this.#linesMax): string[] {
    return this.#lines.slice(Math.max(this.#firstIndex, this.#lines.length - countMax));
  }

  /** 16 hexadecimal digits over every line so far. */
  hash(): string {
    const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
    return hex(this.#high) + hex(this.#low);
  }

  #mix(code: number): void {
    this.#low = Math.imul(this.#low ^ code, FNV_PRIME);
    this.#high = Math.imul(this.#high ^ code, SECOND_PRIME);
    this.#high ^= this.#high >>> 15;
  }
}

/** A 32-bit FNV-1a hash of text or bytes. */
export function checksum(data: string | Uint8Array): number {
  let hash = 0x811c9dc5;
  if (typeof data === 'string') {
    for (let index = 0; index < data.length; index += 1) {
      hash = Math.imul(hash ^ data.charCodeAt(index), FNV_PRIME);
    }
  } else {
    for (const byte of data) hash = Math.imul(hash ^ byte, FNV_PRIME);
  }
  return hash >>> 0;
}
