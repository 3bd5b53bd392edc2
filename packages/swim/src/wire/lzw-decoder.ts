import type { RejectReason } from '../core/codec.js';
import {
  CLEAR_CODE,
  CODE_COUNT_MAX,
  END_CODE,
  FIRST_WIDTH_BITS,
  LITERAL_COUNT,
  WIDTH_BITS_MAX,
} from './lzw-codes.js';

const SCRATCH_BYTES = 8 * 1024;

/** Expanded bytes of the caller's own, or why there are none. */
export type LzwDecoding =
  | { readonly type: 'bytes'; readonly bytes: Buffer }
  | {
      readonly type: 'reject';
      readonly reason: Extract<RejectReason, 'bad-compression' | 'too-large'>;
    };

const BAD: LzwDecoding = { type: 'reject', reason: 'bad-compression' };
const TOO_LARGE: LzwDecoding = { type: 'reject', reason: 'too-large' };

/**
 * Expands what {@link LzwEncoder} or any other encoder of that format has written, also one that
 * goes on at 12 bits with a full table.
 *
 * @remarks A table entry is a previous string and the byte that came after it, and those stand side
 * by side in the output already: an entry is therefore a place in the output, nothing is built.
 */
export class LzwDecoder {
  readonly #starts = new Uint32Array(CODE_COUNT_MAX);
  readonly #lengths = new Uint16Array(CODE_COUNT_MAX);
  readonly #scratch: Buffer = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  #output: Buffer = this.#scratch;
  #outputBytes = 0;

  /** Memory is taken as the output grows, at most `outputBytesMax`. Bytes after the end are ignored. */
  decode(input: Uint8Array, outputBytesMax: number): LzwDecoding {
    this.#output = this.#scratch;
    this.#outputBytes = 0;
    const refusal = this.#decodeCodes(input, outputBytesMax);
    const output = this.#output;
    this.#output = this.#scratch;
    if (refusal !== undefined) return refusal;
    const bytes = output.subarray(0, this.#outputBytes);
    return { type: 'bytes', bytes: output === this.#scratch ? Buffer.from(bytes) : bytes };
  }

  #decodeCodes(input: Uint8Array, outputBytesMax: number): LzwDecoding | undefined {
    let bits = 0;
    let bitCount = 0;
    let offset = 0;
    let width = FIRST_WIDTH_BITS;
    let nextCode = END_CODE + 1;
    // Where the previous string stands; none directly after a clear code.
    let lastStart = 0;
    let lastLength = 0;
    for (;;) {
      while (bitCount < width) {
        if (offset === input.length) return BAD;
        bits |= (input[offset] as number) << bitCount;
        offset += 1;
        bitCount += 8;
      }
      const code = bits & ((1 << width) - 1);
      bits >>>= width;
      bitCount -= width;
      if (code === END_CODE) return undefined;
      if (code === CLEAR_CODE) {
        width = FIRST_WIDTH_BITS;
        nextCode = END_CODE + 1;
        lastLength = 0;
        continue;
      }
      if (lastLength > 0 && nextCode < CODE_COUNT_MAX) {
        // Its last byte is the first one of what this code stands for, written below.
        this.#starts[nextCode] = lastStart;
        this.#lengths[nextCode] = lastLength + 1;
        nextCode += 1;
      }
      if (code >= nextCode) return BAD;
      const length = code < LITERAL_COUNT ? 1 : (this.#lengths[code] as number);
      const start = this.#outputBytes;
      if (start + length > outputBytesMax) return TOO_LARGE;
      if (start + length > this.#output.length) this.#grow(start + length, outputBytesMax);
      this.#append(code, length);
      lastStart = start;
      lastLength = length;
      // The width counts the entry that the next code will make.
      if (nextCode === 1 << width && width < WIDTH_BITS_MAX) width += 1;
    }
  }

  #append(code: number, length: number): void {
    const output = this.#output;
    let to = this.#outputBytes;
    this.#outputBytes = to + length;
    if (code < LITERAL_COUNT) {
      output[to] = code;
      return;
    }
    // Byte by byte and forward: a string may run into the place it is written to.
    let from = this.#starts[code] as number;
    for (const end = to + length; to < end; to += 1, from += 1) {
      output[to] = output[from] as number;
    }
  }

  #grow(bytesMin: number, bytesMax: number): void {
    const bytes = Math.min(bytesMax, Math.max(bytesMin, this.#output.length * 2));
    const grown = Buffer.allocUnsafeSlow(bytes);
    grown.set(this.#output.subarray(0, this.#outputBytes));
    this.#output = grown;
  }
}
