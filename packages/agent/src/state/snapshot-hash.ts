/**
 * A running hash of 64 bits over the bytes of a snapshot: tells apart what replicas hold and shows
 * damage. Not for use against an adversary; that is the transport's duty.
 *
 * Source: FNV-1a (Fowler, Noll, Vo), 32 bits, and a second lane with another prime and offset.
 */
export class SnapshotHash {
  #low = 0x811c9dc5;
  #high = 0x9747b28c;

  /** Takes further bytes. */
  update(bytes: Uint8Array): void {
    let low = this.#low;
    let high = this.#high;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      low = Math.imul(low ^ byte, 0x01000193);
      high = Math.imul((high ^ byte) + (low >>> 15), 0x85ebca6b);
    }
    this.#low = low;
    this.#high = high;
  }

  /** The halves of the hash so far, each an unsigned 32-bit number. */
  halves(): { readonly hashLow: number; readonly hashHigh: number } {
    return { hashLow: this.#low >>> 0, hashHigh: this.#high >>> 0 };
  }
}
