import type { DiskFile } from '@konsul/runtime';
import type { RepairReport } from '../raft-storage.js';
import { endOfData, type Frame, findFrame, readFrame } from './frame.js';
import type { LogIndex } from './log-index.js';
import { readRecord } from './record.js';
import type { Segment, SegmentFiles } from './segment-files.js';
import { segmentHeaderBytes } from './segment-header.js';

/** Where the next frame goes, and what it must be chained to. */
export interface WritePosition {
  readonly segment: Segment;
  readonly offset: number;
  readonly checksum: number;
}

export interface Recovery {
  /** Undefined when there is no segment yet. */
  readonly active: WritePosition | undefined;
  /** A segment behind the active one that was made ahead of time. */
  readonly prepared: Segment | undefined;
  readonly repair: RepairReport | undefined;
}

interface SegmentScan {
  readonly segment: Segment;
  readonly bytes: Uint8Array;
  /** Where the last sound frame begins, and where it ends. */
  readonly start: number;
  readonly end: number;
  readonly frameCount: number;
  readonly checksum: number;
}

const ZEROS_BYTES = 1024 * 1024;

/**
 * Replays every frame of every segment into `index`, makes sure of the last one and cuts a torn
 * batch behind it.
 *
 * Frames are flushed one at a time, so only the very last one can be torn. Unsound bytes with a
 * sound frame behind them are therefore damage, and so is a broken chain of checksums.
 *
 * @throws RaftError STORAGE_CORRUPT
 */
export async function recoverLog(files: SegmentFiles, index: LogIndex): Promise<Recovery> {
  let active: SegmentScan | undefined;
  let prepared: Segment | undefined;
  let torn: SegmentScan | undefined;
  let checksum: number | undefined;
  for (const segment of await files.openAll()) {
    checksum ??= segment.header.sequence === 1 ? 0 : undefined;
    const scan = await scanSegment(files, segment, { index, checksum });
    if (scan.frameCount > 0 || active === undefined) {
      if (torn !== undefined) {
        throw files.corrupt(torn.segment.header.sequence, `damaged at byte ${torn.end}`);
      }
      if (scan.frameCount === 0) index.beginSegment(segment.header.sequence);
      active = scan;
      prepared = undefined;
    } else {
      prepared = segment;
    }
    if (scan.frameCount > 0) checksum = scan.checksum;
    if (endOfData(scan.bytes, scan.end) > scan.end) torn ??= scan;
  }
  checkResult(files, index, active);
  if (active !== undefined) await keepLastFrame(active);
  const repair = torn === undefined ? undefined : await cutTornTail(files, torn);
  return { active: active && writePosition(active, checksum ?? 0), prepared, repair };
}

function writePosition(scan: SegmentScan, checksum: number): WritePosition {
  return { segment: scan.segment, offset: scan.end, checksum };
}

async function scanSegment(
  files: SegmentFiles,
  segment: Segment,
  replay: { readonly index: LogIndex; readonly checksum: number | undefined },
): Promise<SegmentScan> {
  const { sequence, tag } = segment.header;
  const bytes = await segment.file.read(0, await segment.file.size());
  let start = segmentHeaderBytes;
  let end = start;
  let frameCount = 0;
  let checksum = replay.checksum;
  for (;;) {
    const frame = readFrame(bytes, end, tag);
    if (frame === undefined) break;
    if (checksum !== undefined && frame.previousChecksum !== checksum) {
      throw files.corrupt(sequence, `the batch at byte ${end} does not follow the one before it`);
    }
    if (frameCount === 0) replay.index.beginSegment(sequence);
    if (!replayFrame(replay.index, bytes, frame)) {
      throw files.corrupt(sequence, `the batch at byte ${end} contradicts the ones before it`);
    }
    start = end;
    ({ end, checksum } = frame);
    frameCount += 1;
  }
  const beyond = findFrame(bytes, end, tag);
  if (beyond !== undefined) {
    throw files.corrupt(sequence, `damaged at byte ${end}, with sound batches from byte ${beyond}`);
  }
  return { segment, bytes, start, end, frameCount, checksum: checksum ?? 0 };
}

/** Takes the records of a frame. @returns false when they cannot follow what came before. */
export function replayFrame(index: LogIndex, bytes: Uint8Array, frame: Frame): boolean {
  let position = frame.recordsStart;
  for (let count = 0; count < frame.recordCount; count += 1) {
    const read = readRecord(bytes, position);
    if (read === undefined || read.end > frame.recordsEnd) return false;
    // Configurations stay in memory: a view would keep the whole segment alive with them.
    const record =
      read.record.type === 'entry' && read.record.entry.kind === 'configuration'
        ? {
            ...read.record,
            entry: { ...read.record.entry, data: new Uint8Array(read.record.entry.data) },
          }
        : read.record;
    if (!index.replay(record, position, read.end - position)) return false;
    position = read.end;
  }
  return position === frame.recordsEnd;
}

function checkResult(files: SegmentFiles, index: LogIndex, active: SegmentScan | undefined): void {
  if (active === undefined) return;
  const { sequence } = active.segment.header;
  if (!index.isContiguous) throw files.corrupt(sequence, index.gap);
  const { commitIndex } = index.hardState;
  if (commitIndex > index.lastIndex) {
    throw files.corrupt(
      sequence,
      `committed entries are missing: ${commitIndex} was committed, the log ends at ${index.lastIndex}`,
    );
  }
}

/**
 * A process that was killed, or whose flush failed, leaves a frame that can be read and is not
 * durable; a log that has said what it holds must not lose it. After a failed flush another one
 * does nothing, so the frame is written again (Rebello and others, ATC 2020).
 */
async function keepLastFrame({ segment, bytes, start, end }: SegmentScan): Promise<void> {
  await segment.file.write(start, bytes.subarray(start, end));
  await segment.file.sync();
}

async function cutTornTail(files: SegmentFiles, scan: SegmentScan): Promise<RepairReport> {
  const { header, file } = scan.segment;
  const end = endOfData(scan.bytes, scan.end);
  const cut = scan.bytes.subarray(scan.end, end);
  const keptAt = await files.keepAside(header.sequence, scan.end, cut);
  await zeroFill(file, scan.end, end);
  await file.sync();
  return { cutBytes: cut.length, keptAt };
}

async function zeroFill(file: DiskFile, from: number, to: number): Promise<void> {
  const zeros = new Uint8Array(Math.min(ZEROS_BYTES, to - from));
  for (let position = from; position < to; position += zeros.length) {
    await file.write(position, zeros.subarray(0, to - position));
  }
}
