import type { Disk } from '@konsul/runtime';
import { endOfData, findFrame, frameHeaderBytes, readFrame } from './frame.js';
import { LogIndex } from './log-index.js';
import { readRecord } from './record.js';
import { replayFrame } from './recovery.js';
import { decodeSegmentHeader, type SegmentHeader, segmentHeaderBytes } from './segment-header.js';

/** A place in a log's files. */
export interface LogPlace {
  readonly sequence: number;
  readonly offset: number;
}

/** What one segment file holds. */
export interface SegmentSurvey {
  readonly sequence: number;
  /** Undefined when it cannot be read. */
  readonly header: SegmentHeader | undefined;
  readonly sizeBytes: number;
  readonly frameCount: number;
  /** Where each sound frame starts, and where the last one ends. */
  readonly boundaries: readonly number[];
}

/** One thing that is wrong, and where. */
export interface LogFinding extends LogPlace {
  /** `torn` is the trace of a crash, which opening the log cuts; everything else is damage. */
  readonly type: 'torn' | 'damaged';
  readonly text: string;
  /** Where the unsound bytes end. */
  readonly end: number;
  /** The first entry of a torn batch, where its record can still be read. */
  readonly firstIndex?: number;
}

/** A log as its files are, whether or not a node could open it. */
export interface LogSurvey {
  readonly segments: readonly SegmentSurvey[];
  readonly findings: readonly LogFinding[];
  /** What a reader has who goes through the frames up to the first finding. */
  readonly index: LogIndex;
}

const SEGMENT_NAME = /^(\d{10})\.wal$/;

interface Walk {
  readonly index: LogIndex;
  readonly segments: SegmentSurvey[];
  readonly findings: LogFinding[];
  checksum: number | undefined;
}

/**
 * Reads every file of a log directory without changing anything and without stopping at damage.
 *
 * @param until Frames from here on are taken as not there.
 */
export async function surveyLog(
  disk: Disk,
  directory: string,
  until: LogPlace = { sequence: Number.POSITIVE_INFINITY, offset: 0 },
): Promise<LogSurvey> {
  const walk: Walk = { index: new LogIndex(), segments: [], findings: [], checksum: undefined };
  for (const name of await disk.list(directory)) {
    const sequence = Number(SEGMENT_NAME.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(sequence) || sequence > until.sequence) continue;
    const bytes = await disk.readFile(`${directory}/${name}`);
    const end = sequence === until.sequence ? until.offset : bytes.length;
    surveySegment(walk, sequence, bytes.subarray(0, Math.min(end, bytes.length)));
  }
  const { segments, index } = walk;
  const findings = settle(walk);
  const isDamaged = findings.some(({ type }) => type === 'damaged');
  if (!isDamaged && segments.length > 0) checkEnd(index, segments, findings);
  return { segments, findings, index };
}

function surveySegment(walk: Walk, sequence: number, bytes: Uint8Array): void {
  const { index, segments, findings } = walk;
  const place = { sequence, offset: 0, end: bytes.length };
  const damaged = (text: string, at: Partial<LogFinding> = {}): void => {
    findings.push({ ...place, ...at, type: 'damaged', text });
  };
  const before = segments.at(-1);
  if (before !== undefined && before.sequence + 1 !== sequence) {
    damaged(`segment ${before.sequence + 1} is missing`);
  }
  const decoded = decodeSegmentHeader(bytes);
  const header = decoded.type === 'header' ? decoded.header : undefined;
  const boundaries: number[] = [segmentHeaderBytes];
  const survey = { sequence, header, sizeBytes: bytes.length, boundaries };
  if (header === undefined || header.sequence !== sequence) {
    segments.push({ ...survey, frameCount: 0 });
    damaged(decoded.type === 'too-new' ? `format ${decoded.version} is newer` : 'the header');
    return;
  }
  walk.checksum ??= sequence === 1 ? 0 : undefined;
  let end = segmentHeaderBytes;
  for (;;) {
    const frame = readFrame(bytes, end, header.tag);
    if (frame === undefined) break;
    const isChained = walk.checksum === undefined || frame.previousChecksum === walk.checksum;
    if (!isChained) damaged('a batch does not follow the one before it', { offset: end });
    if (findings.length === 0) {
      if (boundaries.length === 1) index.beginSegment(sequence);
      const isTaken = replayFrame(index, bytes, frame);
      if (!isTaken) damaged('a batch contradicts the ones before it', { offset: end });
    }
    ({ end } = frame);
    walk.checksum = frame.checksum;
    boundaries.push(end);
  }
  segments.push({ ...survey, frameCount: boundaries.length - 1 });
  findTear(walk, { sequence, bytes, offset: end, tag: header.tag });
}

function findTear(
  { findings }: Walk,
  at: { sequence: number; bytes: Uint8Array; offset: number; tag: number },
): void {
  const { sequence, bytes, offset, tag } = at;
  const beyond = findFrame(bytes, offset, tag);
  const end = endOfData(bytes, offset);
  if (beyond !== undefined) {
    const text = `unsound bytes, with sound batches behind them from byte ${beyond}`;
    findings.push({ type: 'damaged', sequence, offset, end: beyond, text });
  } else if (end > offset) {
    const text = 'the last batch is torn; nobody was told that it was durable';
    const firstIndex = firstIndexIn(bytes, offset);
    findings.push({
      type: 'torn',
      sequence,
      offset,
      end,
      text,
      ...(firstIndex !== undefined && { firstIndex }),
    });
  }
}

function firstIndexIn(bytes: Uint8Array, offset: number): number | undefined {
  let position = offset + frameHeaderBytes;
  for (;;) {
    const read = readRecord(bytes, position);
    if (read === undefined) return undefined;
    if (read.record.type === 'entry') return read.record.entry.index;
    position = read.end;
  }
}

/** A tear with sound batches in a later segment is no trace of a crash. */
function settle({ findings, segments }: Walk): LogFinding[] {
  const lastSequence = segments.filter(({ frameCount }) => frameCount > 0).at(-1)?.sequence ?? 0;
  return findings.map((finding) => {
    if (finding.type === 'damaged' || finding.sequence >= lastSequence) return finding;
    return { ...finding, type: 'damaged', text: 'unsound bytes, with later segments behind them' };
  });
}

function checkEnd(
  index: LogIndex,
  segments: readonly SegmentSurvey[],
  findings: LogFinding[],
): void {
  const last = segments.filter(({ frameCount }) => frameCount > 0).at(-1) ?? segments.at(-1);
  const place = { sequence: last?.sequence ?? 0, offset: last?.boundaries.at(-1) ?? 0 };
  const add = (text: string): void => {
    findings.push({ ...place, type: 'damaged', end: place.offset, text });
  };
  const { commitIndex } = index.hardState;
  if (!index.isContiguous) add(index.gap);
  else if (commitIndex > index.lastIndex) {
    add(`entry ${commitIndex} was committed, and the log ends at ${index.lastIndex}`);
  }
}
