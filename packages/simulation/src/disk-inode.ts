import { type Rng, randomBelow } from '@konsul/runtime';
import { happens } from './network-link.js';

/** A change of a file's content. */
export type ContentChange =
  | { readonly type: 'write'; readonly position: number; readonly bytes: Uint8Array }
  | { readonly type: 'truncate'; readonly sizeBytes: number };

/** Disks write whole sectors, in any order; only the last one may be torn within. */
const SECTOR_BYTES = 512;

/** Bytes with a size of their own, so that growing is rare. */
class GrowingBytes {
  #bytes = new Uint8Array(0);
  #sizeBytes = 0;

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  read(position: number, lengthBytes: number): Uint8Array {
    return this.#bytes.slice(position, Math.min(this.#sizeBytes, position + lengthBytes));
  }

  apply(change: ContentChange): void {
    if (change.type === 'truncate') this.#resize(change.sizeBytes);
    else this.#write(change.position, change.bytes);
  }

  flipBit(bit: number): void {
    const index = bit >> 3;
    this.#bytes[index] = (this.#bytes[index] ?? 0) ^ (1 << (bit & 7));
  }

  #write(position: number, bytes: Uint8Array): void {
    const endBytes = position + bytes.length;
    if (endBytes > this.#sizeBytes) this.#resize(endBytes);
    this.#bytes.set(bytes, position);
  }

  #resize(sizeBytes: number): void {
    if (sizeBytes < this.#sizeBytes) this.#bytes.fill(0, sizeBytes, this.#sizeBytes);
    if (sizeBytes > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(sizeBytes, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, this.#sizeBytes));
      this.#bytes = grown;
    }
    this.#sizeBytes = sizeBytes;
  }
}

/** The content of one file: what its readers see, and what a crash would leave. */
export class DiskInode {
  #seen = new GrowingBytes();
  #durable = new GrowingBytes();
  #pending: ContentChange[] = [];
  /** Those of `#pending` that are durable although something before them is not. */
  readonly #durableAhead = new WeakSet<ContentChange>();

  get sizeBytes(): number {
    return this.#seen.sizeBytes;
  }

  read(position: number, lengthBytes: number): Uint8Array {
    return this.#seen.read(position, lengthBytes);
  }

  /** @returns the write, for `beginSyncOf`. */
  write(position: number, bytes: Uint8Array): ContentChange {
    return this.#change({ type: 'write', position, bytes: new Uint8Array(bytes) });
  }

  truncate(sizeBytes: number): void {
    this.#change({ type: 'truncate', sizeBytes });
  }

  /** Notes what is to become durable. @returns the function that makes it so. */
  beginSync(): () => void {
    const last = this.#pending.at(-1);
    return () => {
      const count = last === undefined ? 0 : this.#pending.indexOf(last) + 1;
      for (const change of this.#pending.splice(0, count)) this.#durable.apply(change);
    };
  }

  /**
   * Notes that one write is to become durable, and none of those before it. @returns the function
   * that makes it so.
   */
  beginSyncOf(change: ContentChange): () => void {
    return () => {
      const at = this.#pending.indexOf(change);
      if (at < 0) return;
      this.#durableAhead.add(change);
      // Over the same bytes, whatever was written later stays on top.
      for (const one of this.#pending.slice(at)) {
        if (this.#durableAhead.has(one)) this.#durable.apply(one);
      }
      const kept = this.#pending.findIndex((one) => !this.#durableAhead.has(one));
      this.#pending.splice(0, kept < 0 ? this.#pending.length : kept);
    };
  }

  /** A failed sync: what was pending is forgotten, and no later sync will bring it to the disk. */
  loseUnsynced(): void {
    this.#pending = [];
  }

  /** Leaves what a power failure leaves: of what was not synced all, none, or torn parts. */
  crash(rng: Rng): void {
    const pending = this.#pending;
    this.#pending = [];
    const keepRatio = [0, 1, 0.5][randomBelow(rng, 3)] ?? 0;
    for (const change of pending) {
      if (this.#durableAhead.has(change)) {
        this.#durable.apply(change);
      } else if (change.type === 'truncate') {
        if (happens(keepRatio, rng)) this.#durable.apply(change);
      } else if (keepRatio === 1) {
        this.#durable.apply(change);
      } else if (keepRatio > 0) {
        this.#keepSomeSectors(change.position, change.bytes, rng);
      }
    }
    this.#seen = new GrowingBytes();
    const bytes = this.#durable.read(0, this.#durable.sizeBytes);
    this.#seen.apply({ type: 'write', position: 0, bytes });
  }

  /** One flipped bit, as age does it: no sync notices. False when the file is empty. */
  rot(rng: Rng): boolean {
    const sizeBytes = Math.min(this.#durable.sizeBytes, this.#seen.sizeBytes);
    if (sizeBytes === 0) return false;
    const bit = randomBelow(rng, sizeBytes * 8);
    this.#durable.flipBit(bit);
    this.#seen.flipBit(bit);
    return true;
  }

  #change(change: ContentChange): ContentChange {
    this.#seen.apply(change);
    this.#pending.push(change);
    return change;
  }

  #keepSomeSectors(position: number, bytes: Uint8Array, rng: Rng): void {
    let start = 0;
    while (start < bytes.length) {
      const toBoundary = SECTOR_BYTES - ((position + start) % SECTOR_BYTES);
      const end = Math.min(bytes.length, start + toBoundary);
      const isLast = end === bytes.length;
      if (happens(0.5, rng)) {
        const keptEnd = isLast ? start + 1 + randomBelow(rng, end - start) : end;
        const kept = bytes.subarray(start, keptEnd);
        this.#durable.apply({ type: 'write', position: position + start, bytes: kept });
      }
      start = end;
    }
  }
}
