import type { IpcLimits } from './ipc-limits.js';

interface WaitingRecord {
  /** Of the stream, monitor or query that it belongs to. */
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** Never dropped: its reader would wait for ever. There are as few as there are queries. */
  readonly isKept: boolean;
}

/**
 * Records that wait for a slow reader. Each stream has its own share, so that one that is busy does
 * not crowd out another; what does not fit is dropped and counted.
 */
export class RecordQueue {
  readonly #limits: IpcLimits;
  readonly #counts = new Map<number, number>();
  #records: WaitingRecord[] = [];
  #waitingBytes = 0;
  #droppedCount = 0;

  constructor(limits: IpcLimits) {
    this.#limits = limits;
  }

  /** Records dropped since the last call. */
  takeDroppedCount(): number {
    const count = this.#droppedCount;
    this.#droppedCount = 0;
    return count;
  }

  /** @returns false when the record was dropped. */
  add(record: WaitingRecord): boolean {
    const { seq, bytes, isKept } = record;
    const count = this.#counts.get(seq) ?? 0;
    const isFull = this.#waitingBytes + bytes.length > this.#limits.waitingBytesMax;
    if (!isKept && (isFull || count >= this.#limits.waitingRecordCountMax)) {
      this.#droppedCount += 1;
      return false;
    }
    this.#counts.set(seq, count + 1);
    this.#waitingBytes += bytes.length;
    this.#records.push(record);
    return true;
  }

  /** Everything that waits, in order; nothing waits afterwards. */
  takeAll(): readonly Uint8Array[] {
    const records = this.#records;
    this.#records = [];
    this.#counts.clear();
    this.#waitingBytes = 0;
    return records.map(({ bytes }) => bytes);
  }
}
