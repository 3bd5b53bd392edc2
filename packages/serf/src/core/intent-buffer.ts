/** An intent about a member that is not known yet. */
export interface BufferedIntent {
  readonly kind: 'join' | 'leave';
  readonly time: number;
  readonly receivedAtMs: number;
}

/** At most this many names are held; beyond it the oldest goes. A bound on what peers can make us keep. */
const INTENT_COUNT_MAX = 4096;
/** Nobody has a longer name, which takes 255 bytes at most. */
const NAME_LENGTH_MAX = 255;

/**
 * Join and leave intents may arrive before the member they speak of. The newest of each member is
 * kept for a while.
 */
export class IntentBuffer {
  readonly #intents = new Map<string, BufferedIntent>();

  get size(): number {
    return this.#intents.size;
  }

  /** @returns whether it was newer than what was there, and is kept. */
  put(node: string, intent: BufferedIntent): boolean {
    if (node.length > NAME_LENGTH_MAX) return false;
    const known = this.#intents.get(node);
    if (known !== undefined && intent.time <= known.time) return false;
    this.#intents.delete(node);
    this.#intents.set(node, intent);
    if (this.#intents.size > INTENT_COUNT_MAX) {
      const [oldest] = this.#intents.keys();
      if (oldest !== undefined) this.#intents.delete(oldest);
    }
    return true;
  }

  get(node: string): BufferedIntent | undefined {
    return this.#intents.get(node);
  }

  /** Drops what was received before an instant. */
  expire(beforeMs: number): void {
    for (const [node, intent] of this.#intents) {
      if (intent.receivedAtMs < beforeMs) this.#intents.delete(node);
    }
  }
}
