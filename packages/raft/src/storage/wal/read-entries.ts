import type { Entry } from '../../core/entry.js';
import { RaftError } from '../../errors.js';
import type { LogRange } from '../raft-storage.js';
import type { EntryLocation, LogIndex } from './log-index.js';
import { readRecord } from './record.js';
import type { SegmentFiles } from './segment-files.js';

/** Frames and dead records between two entries that it is cheaper to read over than around. */
const GAP_BYTES_MAX = 4096;

interface Run {
  readonly sequence: number;
  readonly locations: EntryLocation[];
}

/** Reads a range with as few disk reads as its layout allows. */
export async function readEntries(
  index: LogIndex,
  files: SegmentFiles,
  range: LogRange,
): Promise<readonly Entry[]> {
  requireHeld(index, range.fromIndex);
  const entries: Entry[] = [];
  for (const run of planRuns(index, range)) {
    const segment = files.get(run.sequence);
    const first = run.locations[0];
    const last = run.locations[run.locations.length - 1];
    if (first === undefined || last === undefined) break;
    try {
      if (segment === undefined) throw files.corrupt(run.sequence, 'the segment is not open');
      const length = last.offset + last.sizeBytes - first.offset;
      const bytes = await segment.file.read(first.offset, length);
      for (const location of run.locations) {
        const entry = decodeEntry(bytes, location.offset - first.offset);
        if (entry?.index !== range.fromIndex + entries.length) {
          throw files.corrupt(run.sequence, `the entry at byte ${location.offset} is damaged`);
        }
        entries.push(entry);
      }
    } catch (error) {
      // The segment may have been compacted away during the read.
      requireHeld(index, range.fromIndex);
      throw error;
    }
  }
  return entries;
}

function requireHeld(index: LogIndex, fromIndex: number): void {
  if (fromIndex > index.base.index && fromIndex <= index.lastIndex) return;
  throw new RaftError(
    'LOG_COMPACTED',
    `entry ${fromIndex} is not held; the log has ${index.base.index + 1} to ${index.lastIndex}`,
  );
}

function planRuns(index: LogIndex, range: LogRange): Run[] {
  const runs: Run[] = [];
  let bytes = 0;
  let end = 0;
  for (let at = range.fromIndex; at <= range.toIndex; at += 1) {
    const location = index.locate(at);
    if (location === undefined) break;
    bytes += location.sizeBytes;
    if (bytes > range.bytesMax && at > range.fromIndex) break;
    const run = runs[runs.length - 1];
    const { sequence, offset } = location;
    const gap = offset - end;
    if (run !== undefined && run.sequence === sequence && gap >= 0 && gap <= GAP_BYTES_MAX) {
      run.locations.push(location);
    } else {
      runs.push({ sequence, locations: [location] });
    }
    end = offset + location.sizeBytes;
  }
  return runs;
}

function decodeEntry(bytes: Uint8Array, position: number): Entry | undefined {
  const read = readRecord(bytes, position);
  return read?.record.type === 'entry' ? read.record.entry : undefined;
}
