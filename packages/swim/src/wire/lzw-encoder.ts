import { CLEAR_CODE, CODE_COUNT_MAX, END_CODE, FIRST_WIDTH_BITS } from './lzw-codes.js';

const SLOT_COUNT = 1 << 13;
const SLOT_MASK = SLOT_COUNT - 1;
/** A slot holds a 20-bit key below a 12-bit generation; generation 0 marks a slot never used. */
const KEY_BITS = 20;
const GENERATION_MAX = 2 ** 12 - 1;
const KEPT_BYTES_MAX = 64 * 1024;

/**
 * Compresses as Go's compress/lzw does with least significant bits first and literals of 8 bits;
 * the output is the same, byte for byte.
 *
 * @remarks One table serves for ever: clearing it is counting up a generation, not writing over
 * it, so a small packet costs only its own bytes. About 50 KB each.
 *
 * Source: Welch, "A Technique for High-Performance Data Compression", 1984; widths and the clear
 * code as in GIF89a, appendix F.
 */
export class LzwEncoder {
  readonly #keys = new Int32Array(SLOT_COUNT);
  readonly #codes = new Uint16Array(SLOT_COUNT);
  #generation = 0;
  #output: Uint8Array = new Uint8Array(4096);
  #outputBytes = 0;
  #outputBytesMax = 0;
  #bits = 0;
  #bitCount = 0;

  /**
   * @returns a view that holds until the next call, or undefined when the output would exceed
   * `outputBytesMax`.
   */
  encode(input: Uint8Array, outputBytesMax: number): Uint8Array | undefined {
    this.#outputBytes = 0;
    this.#outputBytesMax = outputBytesMax;
    this.#bits = 0;
    this.#bitCount = 0;
    if (this.#output.length > KEPT_BYTES_MAX) this.#output = new Uint8Array(4096);
    this.#emit(CLEAR_CODE, FIRST_WIDTH_BITS);
    if (input.length === 0) {
      this.#emit(END_CODE, FIRST_WIDTH_BITS);
    } else if (!this.#encodeStrings(input)) {
      return undefined;
    }
    if (this.#bitCount > 0) this.#emit(0, 8 - this.#bitCount);
    return this.#outputBytes > outputBytesMax
      ? undefined
      : this.#output.subarray(0, this.#outputBytes);
  }

  #encodeStrings(input: Uint8Array): boolean {
    let generation = this.#nextGeneration();
    let lastCode = END_CODE;
    let width = FIRST_WIDTH_BITS;
    let code = input[0] as number;
    for (let index = 1; index < input.length; index += 1) {
      const literal = input[index] as number;
      const key = (generation << KEY_BITS) | (code << 8) | literal;
      let slot = ((code << 4) ^ literal ^ (code >>> 7)) & SLOT_MASK;
      while (this.#keys[slot] !== key && this.#isUsed(slot, generation)) {
        slot = (slot + 1) & SLOT_MASK;
      }
      if (this.#keys[slot] === key) {
        code = this.#codes[slot] as number;
        continue;
      }
      this.#emit(code, width);
      if (this.#outputBytes > this.#outputBytesMax) return false;
      code = literal;
      lastCode += 1;
      if (lastCode === 1 << width) width += 1;
      if (lastCode === CODE_COUNT_MAX - 1) {
        this.#emit(CLEAR_CODE, width);
        generation = this.#nextGeneration();
        lastCode = END_CODE;
        width = FIRST_WIDTH_BITS;
      } else {
        this.#keys[slot] = key;
        this.#codes[slot] = lastCode;
      }
    }
    this.#finish(code, lastCode, width);
    return true;
  }

  /** The last string's code is followed by the end code, whose width counts one more table entry. */
  #finish(code: number, lastCode: number, width: number): void {
    this.#emit(code, width);
    const next = lastCode + 1;
    const grown = next === 1 << width ? width + 1 : width;
    if (next === CODE_COUNT_MAX - 1) {
      this.#emit(CLEAR_CODE, grown);
      this.#emit(END_CODE, FIRST_WIDTH_BITS);
    } else {
      this.#emit(END_CODE, grown);
    }
  }

  #isUsed(slot: number, generation: number): boolean {
    return (this.#keys[slot] as number) >>> KEY_BITS === generation;
  }

  #nextGeneration(): number {
    if (this.#generation === GENERATION_MAX) {
      this.#keys.fill(0);
      this.#generation = 0;
    }
    this.#generation += 1;
    return this.#generation;
  }

  #emit(code: number, width: number): void {
    this.#bits |= code << this.#bitCount;
    this.#bitCount += width;
    while (this.#bitCount >= 8) {
      if (this.#outputBytes === this.#output.length) this.#grow();
      this.#output[this.#outputBytes] = this.#bits & 0xff;
      this.#outputBytes += 1;
      this.#bits >>>= 8;
      this.#bitCount -= 8;
    }
  }

  #grow(): void {
    const grown = new Uint8Array(this.#output.length * 2);
    grown.set(this.#output);
    this.#output = grown;
  }
}
