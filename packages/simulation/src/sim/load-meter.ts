import type { NetworkEvent } from '../network-options.js';

/** Messages and bytes of one kind. */
export interface Load {
  messageCount: number;
  byteCount: number;
}

/** What was sent between two instants, by type; bytes on streams are of type `stream`. */
export interface LoadSample {
  readonly atMs: number;
  readonly byType: ReadonlyMap<string, Load>;
}

/** Counts what members send, by type, in samples. */
export class LoadMeter {
  readonly total: Map<string, Load> = new Map();
  readonly samples: LoadSample[] = [];
  readonly #messageType: (bytes: Uint8Array) => string;
  #current = new Map<string, Load>();

  constructor(messageType: (bytes: Uint8Array) => string) {
    this.#messageType = messageType;
  }

  observe({ type, bytes }: NetworkEvent): void {
    if (bytes === undefined) return;
    if (type === 'datagram-sent') this.#add(this.#messageType(bytes), bytes.length);
    else if (type === 'stream-delivered') this.#add('stream', bytes.length);
  }

  /** Ends a sample. */
  sample(atMs: number): void {
    for (const [type, load] of this.#current) add(this.total, type, load);
    this.samples.push({ atMs, byType: this.#current });
    this.#current = new Map();
  }

  #add(type: string, byteCount: number): void {
    const load = this.#current.get(type);
    if (load === undefined) this.#current.set(type, { messageCount: 1, byteCount });
    else {
      load.messageCount += 1;
      load.byteCount += byteCount;
    }
  }
}

function add(total: Map<string, Load>, type: string, load: Load): void {
  const sum = total.get(type) ?? { messageCount: 0, byteCount: 0 };
  sum.messageCount += load.messageCount;
  sum.byteCount += load.byteCount;
  total.set(type, sum);
}
