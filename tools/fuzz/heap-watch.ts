import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const GROWTH_BYTES_MAX = 64 * 1024 * 1024;

/** Notices what is kept from input to input, as opposed to what one input asks for. */
export class HeapWatch {
  readonly #collect: () => void;
  readonly #baseBytes: number;

  constructor() {
    setFlagsFromString('--expose-gc');
    this.#collect = runInNewContext('gc') as () => void;
    this.#collect();
    this.#baseBytes = heldBytes();
  }

  /** Garbage is no growth: it is collected before the verdict. @throws Error above 64 MiB. */
  check(): void {
    if (heldBytes() - this.#baseBytes <= GROWTH_BYTES_MAX) return;
    this.#collect();
    const growthBytes = heldBytes() - this.#baseBytes;
    if (growthBytes > GROWTH_BYTES_MAX) throw new Error(`${growthBytes} bytes are kept`);
  }
}

function heldBytes(): number {
  const { used_heap_size: heapBytes, external_memory: externalBytes } = getHeapStatistics();
  return heapBytes + externalBytes;
}
