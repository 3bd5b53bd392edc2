import { isMalformed } from '../wire/codec.js';
import { type SnapshotRecord, snapshotRecordCodec } from '../wire/snapshot-records.js';
import { tableKey } from './byte-string.js';
import { concatenate, snapshotFormatVersion } from './snapshot.js';
import { SnapshotHash } from './snapshot-hash.js';
import { emptyState, type State, type TableIndexes, type TableName } from './state.js';
import { StateTransaction } from './state-transaction.js';

/** Why a snapshot was not taken; the reader is of no further use. */
export interface SnapshotFailure {
  readonly type: 'failure';
  /**
   * - `FORMAT`: of a format or with records that this release does not read.
   * - `RECORD_TOO_LARGE`: a record is above the bound; nothing was allocated for it.
   * - `MALFORMED`: a record is unreadable or out of place.
   * - `DAMAGED`: the hash or the number of records differs.
   * - `INCOMPLETE`: the bytes end before the trailer.
   */
  readonly code: 'FORMAT' | 'RECORD_TOO_LARGE' | 'MALFORMED' | 'DAMAGED' | 'INCOMPLETE';
  readonly message: string;
}

/** Options of a {@link SnapshotReader}. */
export interface SnapshotReaderOptions {
  /** The longest record that is accepted. Default 16 MiB. */
  readonly recordBytesMax?: number;
}

/** Builds a state from the chunks of a snapshot, however they are cut. */
export class SnapshotReader {
  readonly #recordBytesMax: number;
  readonly #transaction: StateTransaction = new StateTransaction(emptyState(), 0);
  readonly #hash: SnapshotHash = new SnapshotHash();
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  /** How many bytes the next frame takes, as far as that is known. */
  #wantedBytes = 4;
  #recordCount = 0;
  #tableIndexes: TableIndexes | undefined;
  #isComplete = false;
  #failure: SnapshotFailure | undefined;

  constructor(options: SnapshotReaderOptions = {}) {
    this.#recordBytesMax = options.recordBytesMax ?? 16 * 1024 * 1024;
  }

  /** Takes the next bytes. @returns the failure that ended the reading, now or before. */
  push(chunk: Uint8Array): SnapshotFailure | undefined {
    if (this.#failure !== undefined) return this.#failure;
    // A copy, because the chunk is its owner's to use again.
    this.#pending.push(chunk.slice());
    this.#pendingBytes += chunk.length;
    // A record that comes in many chunks is put together once, when all of it is there.
    if (this.#pendingBytes < this.#wantedBytes) return undefined;
    const bytes = concatenate(this.#pending, this.#pendingBytes);
    const rest = bytes.subarray(this.#takeFrames(bytes));
    this.#pending = [rest];
    this.#pendingBytes = rest.length;
    return this.#failure;
  }

  /** Ends the reading. */
  finish(): State | SnapshotFailure {
    if (this.#failure !== undefined) return this.#failure;
    if (!this.#isComplete || this.#tableIndexes === undefined || this.#pendingBytes > 0) {
      return this.#fail('INCOMPLETE', `snapshot ends after ${this.#recordCount} records`);
    }
    return { trees: this.#transaction.commit().state.trees, tableIndexes: this.#tableIndexes };
  }

  #fail(code: SnapshotFailure['code'], message: string): SnapshotFailure {
    this.#failure = { type: 'failure', code, message };
    return this.#failure;
  }

  /** Takes the whole frames at the front. @returns how many bytes they were. */
  #takeFrames(bytes: Uint8Array): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    while (this.#failure === undefined) {
      const left = bytes.length - at;
      const recordBytes = left < 4 ? 0 : view.getUint32(at, true);
      if (recordBytes > this.#recordBytesMax) {
        const bound = this.#recordBytesMax;
        this.#fail('RECORD_TOO_LARGE', `record of ${recordBytes} bytes is above ${bound}`);
        break;
      }
      this.#wantedBytes = 4 + recordBytes;
      if (left < this.#wantedBytes) break;
      this.#takeFrame(bytes.subarray(at, at + this.#wantedBytes));
      at += this.#wantedBytes;
    }
    return at;
  }

  #takeFrame(framed: Uint8Array): void {
    const record = snapshotRecordCodec.decode(framed.subarray(4));
    if (isMalformed(record)) {
      this.#fail('MALFORMED', `record ${this.#recordCount}: ${record.reason}`);
    } else if (this.#isComplete) {
      this.#fail('MALFORMED', 'a record follows the trailer');
    } else if ((record.type === 'header') !== (this.#recordCount === 0)) {
      this.#fail('FORMAT', 'the header is missing or not in its place');
    } else if (record.type === 'trailer') {
      this.#checkTrailer(record);
    } else {
      this.#hash.update(framed);
      this.#recordCount += 1;
      this.#takeRecord(record);
    }
  }

  #checkTrailer(trailer: Extract<SnapshotRecord, { type: 'trailer' }>): void {
    const { hashLow, hashHigh } = this.#hash.halves();
    this.#isComplete = true;
    if (trailer.recordCount !== this.#recordCount) {
      this.#fail('DAMAGED', `${this.#recordCount} records of ${trailer.recordCount}`);
    } else if (trailer.hashLow !== hashLow || trailer.hashHigh !== hashHigh) {
      this.#fail('DAMAGED', 'the hash differs');
    }
  }

  #takeRecord(record: Exclude<SnapshotRecord, { type: 'trailer' }>): void {
    const transaction = this.#transaction;
    switch (record.type) {
      case 'header':
        this.#takeHeader(record);
        return;
      case 'node': {
        const { node, id } = record.value;
        transaction.tree('nodes').put(tableKey(node), record.value);
        if (id !== '') transaction.tree('nodeNames').put(tableKey(id), node);
        return;
      }
      case 'service': {
        const { node, service, id } = record.value;
        transaction.tree('services').put(tableKey(node, id), record.value);
        transaction.tree('serviceInstances').put(tableKey(service, node, id), record.value);
        return;
      }
      case 'service-index':
        transaction.tree('serviceIndexes').put(tableKey(record.service), record.index);
        return;
      case 'check': {
        const { node, checkId, serviceName, status } = record.value;
        transaction.tree('checks').put(tableKey(node, checkId), record.value);
        transaction.tree('serviceChecks').put(tableKey(serviceName, node, checkId), record.value);
        transaction.tree('statusChecks').put(tableKey(status, node, checkId), record.value);
        return;
      }
      case 'kv':
        transaction.tree('kv').put(record.value.key, record.value);
        return;
      case 'tombstone':
        transaction.tree('tombstones').put(record.key, record.index);
        return;
      case 'area': {
        const { id, peerDatacenter } = record.value;
        transaction.tree('areas').put(tableKey(id), record.value);
        transaction.tree('areaPeers').put(tableKey(peerDatacenter), id);
        return;
      }
      case 'coordinate': {
        const { node, segment } = record.value;
        transaction.tree('coordinates').put(tableKey(node, segment), record.value);
      }
    }
  }

  #takeHeader(header: Extract<SnapshotRecord, { type: 'header' }>): void {
    if (header.formatVersion !== snapshotFormatVersion) {
      const known = `this release reads ${snapshotFormatVersion}`;
      this.#fail('FORMAT', `snapshot is of format ${header.formatVersion}; ${known}`);
      return;
    }
    const indexes: Record<string, number> = { ...emptyState().tableIndexes };
    for (const [table, index] of Object.entries(header.tableIndexes)) {
      if (Object.hasOwn(indexes, table)) indexes[table] = index;
      else this.#fail('FORMAT', `table "${table}" is not known to this release`);
    }
    this.#tableIndexes = indexes as Record<TableName, number>;
  }
}
