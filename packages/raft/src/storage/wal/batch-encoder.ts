import { invariant } from '@konsul/runtime/core';
import type { Entry, HardState } from '../../core/entry.js';
import { ByteWriter } from '../../wire/byte-writer.js';
import type { LogBatch, LogPosition } from '../raft-storage.js';
import { beginFrame, endFrame } from './frame.js';
import type { LogIndex } from './log-index.js';
import {
  entryRecordBytes,
  type LogRecord,
  recordHeaderBytes,
  writeEntryRecord,
  writeHardStateRecord,
  writePositionRecord,
  writeTruncateRecord,
} from './record.js';

/** What one frame is to hold: the batches that came together, and a compaction mark. */
export interface FrameContent {
  readonly batches: readonly LogBatch[];
  readonly hardState: HardState | undefined;
  readonly base: LogPosition | undefined;
}

/** An encoded frame and how to replay it once it is durable. */
export interface EncodedFrame {
  /** Valid until the next call. */
  readonly bytes: Uint8Array;
  readonly checksum: number;
  readonly replay: (index: LogIndex, frameOffset: number) => void;
}

export interface FramePlace {
  readonly tag: number;
  readonly previousChecksum: number;
  /** The first frame of a segment repeats base and hard state, so that older ones may go. */
  readonly isFirst: boolean;
}

const KEPT_BUFFER_BYTES_MAX = 4 * 1024 * 1024;

/** Turns batches into frames, in one buffer that is used again and again. */
export class BatchEncoder {
  readonly #writer = new ByteWriter(64 * 1024);
  #records: LogRecord[] = [];
  #offsets: number[] = [];

  encode(content: FrameContent, place: FramePlace, index: LogIndex): EncodedFrame {
    this.#writer.reset(KEPT_BUFFER_BYTES_MAX);
    this.#records = [];
    this.#offsets = [];
    beginFrame(this.#writer, place.tag, place.previousChecksum);
    if (place.isFirst) {
      this.#position('base', index.base);
      this.#hardState(index.hardState, index.lastIndex);
    }
    let lastIndex = index.lastIndex;
    for (const batch of content.batches) lastIndex = this.#batch(batch, index, lastIndex);
    if (content.hardState !== undefined) this.#hardState(content.hardState, lastIndex);
    if (content.base !== undefined) this.#position('base', content.base);
    const records = this.#records;
    const offsets = this.#offsets;
    const checksum = endFrame(this.#writer, records.length);
    return {
      bytes: this.#writer.view(),
      checksum,
      replay: (into, frameOffset) => {
        let at = 0;
        for (const record of records) {
          const isTaken = into.replay(record, frameOffset + (offsets[at] ?? 0), sizeOf(record));
          invariant(isTaken, 'a batch that was written does not fit the log');
          at += 1;
        }
      },
    };
  }

  #batch(batch: LogBatch, index: LogIndex, lastIndexBefore: number): number {
    let lastIndex = lastIndexBefore;
    if (batch.reset !== undefined) {
      this.#position('reset', batch.reset);
      lastIndex = batch.reset.index;
    }
    const first = batch.entries[0];
    if (first === undefined) return lastIndex;
    const baseIndex = batch.reset?.index ?? index.base.index;
    invariant(
      first.index > baseIndex && first.index <= lastIndex + 1,
      `entries from ${first.index} cannot follow a log from ${baseIndex + 1} to ${lastIndex}`,
    );
    if (first.index <= lastIndex) {
      this.#note({ type: 'truncate', fromIndex: first.index });
      writeTruncateRecord(this.#writer, first.index);
    }
    lastIndex = first.index - 1;
    for (const entry of batch.entries) {
      if (entry.index !== lastIndex + 1) {
        invariant(false, `entry ${entry.index} follows ${lastIndex}`);
      }
      this.#entry(entry);
      lastIndex = entry.index;
    }
    return lastIndex;
  }

  #entry(entry: Entry): void {
    this.#note({ type: 'entry', entry });
    writeEntryRecord(this.#writer, entry);
  }

  #hardState(hardState: HardState, lastIndex: number): void {
    // A commit index beyond the log would read as lost entries; it is learned again in any case.
    const commitIndex = Math.min(hardState.commitIndex, lastIndex);
    const record: LogRecord = { type: 'hard-state', hardState: { ...hardState, commitIndex } };
    this.#note(record);
    writeHardStateRecord(this.#writer, record.hardState);
  }

  #position(type: 'base' | 'reset', base: LogPosition): void {
    this.#note({ type, base });
    writePositionRecord(this.#writer, type, base);
  }

  /** Remembers a record that begins at the writer's end. */
  #note(record: LogRecord): void {
    this.#records.push(record);
    this.#offsets.push(this.#writer.length);
  }
}

function sizeOf(record: LogRecord): number {
  return record.type === 'entry' ? entryRecordBytes(record.entry.data.length) : recordHeaderBytes;
}
