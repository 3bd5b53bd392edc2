import { bufferView } from './buffer-view.js';

/**
 * Gathers the bytes of a stream into one piece. What arrives in one piece is not copied; memory
 * follows what has arrived, never what a peer has announced.
 */
export class InputBuffer {
  #buffer: Buffer = Buffer.alloc(0);
  #length = 0;

  get lengthBytes(): number {
    return this.#length;
  }

  /** Everything so far. */
  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  append(bytes: Uint8Array): void {
    const start = this.#length;
    this.#length += bytes.length;
    if (start === 0) {
      this.#buffer = bufferView(bytes);
      return;
    }
    if (this.#length > this.#buffer.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(this.#length, start * 2));
      grown.set(this.#buffer.subarray(0, start));
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, start);
  }

  clear(): void {
    this.#buffer = Buffer.alloc(0);
    this.#length = 0;
  }
}
