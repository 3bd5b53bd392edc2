export interface PacketQueueOptions {
  /** Packets held at one time. */
  readonly countMax: number;
}

/**
 * Packets that wait for a connection. When there are too many the oldest is dropped: of gossip the
 * newest is worth most, and whoever sent the oldest has stopped waiting for its answer.
 */
export class PacketQueue {
  readonly #countMax: number;
  #packets: Uint8Array[] = [];

  constructor(options: PacketQueueOptions) {
    this.#countMax = options.countMax;
  }

  get count(): number {
    return this.#packets.length;
  }

  /** @returns whether an older packet was dropped for it. */
  push(packet: Uint8Array): boolean {
    this.#packets.push(packet);
    if (this.#packets.length <= this.#countMax) return false;
    this.#packets.shift();
    return true;
  }

  shift(): Uint8Array | undefined {
    return this.#packets.shift();
  }

  /** Takes all of them, the oldest first. */
  takeAll(): readonly Uint8Array[] {
    const packets = this.#packets;
    this.#packets = [];
    return packets;
  }
}
