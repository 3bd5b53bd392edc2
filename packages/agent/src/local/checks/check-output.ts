const CONTINUATION_BITS = 0x80;

/** The beginning of a text, with a word on what was cut off where it is longer than `bytesMax`. */
export function headOf(text: string, bytesMax: number): string {
  const bytes = new TextEncoder().encode(text);
  // Also text that is not well formed comes back as what the catalogue will make of it.
  if (bytes.length <= bytesMax) return new TextDecoder().decode(bytes);
  let end = bytesMax;
  while (end > 0 && isContinuation(bytes[end])) end -= 1;
  const head = new TextDecoder().decode(bytes.subarray(0, end));
  return `${head} ... (captured ${bytesMax} of ${bytes.length} bytes)`;
}

/** Keeps the last bytes of an output of any length. */
export class OutputTail {
  readonly #bytesMax: number;
  #chunks: Uint8Array[] = [];
  #heldBytes = 0;
  #totalBytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** Of everything that was added, kept or not. */
  get totalBytes(): number {
    return this.#totalBytes;
  }

  add(chunk: Uint8Array): void {
    this.#totalBytes += chunk.length;
    this.#chunks.push(chunk);
    this.#heldBytes += chunk.length;
    if (this.#heldBytes > 2 * this.#bytesMax) this.#compact();
  }

  text(): string {
    this.#compact();
    const tail = this.#chunks[0] ?? new Uint8Array(0);
    let start = 0;
    while (tail.length < this.#totalBytes && isContinuation(tail[start])) start += 1;
    return new TextDecoder().decode(tail.subarray(start));
  }

  #compact(): void {
    const joined = new Uint8Array(this.#heldBytes);
    let at = 0;
    for (const chunk of this.#chunks) {
      joined.set(chunk, at);
      at += chunk.length;
    }
    const tail = joined.slice(Math.max(0, joined.length - this.#bytesMax));
    this.#chunks = [tail];
    this.#heldBytes = tail.length;
  }
}

/** Whether a byte goes on with a character that began before it. */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === CONTINUATION_BITS;
}
