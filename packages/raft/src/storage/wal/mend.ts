import { type Disk, writeFileAtomically } from '@konsul/runtime';
import { RaftError } from '../../errors.js';
import { type LogPlace, type LogSurvey, surveyLog } from './survey.js';

/** What cutting a log at a place takes away. */
export interface CutPlan {
  readonly at: LogPlace;
  readonly cutBytes: number;
  /** Whole segment files that go. */
  readonly removedSequences: readonly number[];
  readonly before: LogSurvey;
  readonly after: LogSurvey;
}

/**
 * Works out what a cut takes away; changes nothing.
 *
 * @throws RaftError REFUSED when the place is none where a batch begins or ends.
 */
export async function planCut(disk: Disk, directory: string, at: LogPlace): Promise<CutPlan> {
  const before = await surveyLog(disk, directory);
  const segment = before.segments.find(({ sequence }) => sequence === at.sequence);
  if (segment === undefined) {
    throw new RaftError('REFUSED', `there is no segment ${at.sequence}`);
  }
  if (!segment.boundaries.includes(at.offset)) {
    const near = segment.boundaries.filter((offset) => offset <= at.offset).at(-1);
    throw new RaftError(
      'REFUSED',
      `byte ${at.offset} of segment ${at.sequence} is no end of a batch; the nearest before it ` +
        `is ${near ?? segment.boundaries[0]}`,
    );
  }
  const later = before.segments.filter(({ sequence }) => sequence > at.sequence);
  const cutBytes = segment.sizeBytes - at.offset;
  return {
    at,
    cutBytes: later.reduce((total, { sizeBytes }) => total + sizeBytes, cutBytes),
    removedSequences: later.map(({ sequence }) => sequence),
    before,
    after: await surveyLog(disk, directory, at),
  };
}

/**
 * Cuts a log, keeping copies of what is cut beside it. The directory must not be in use.
 *
 * @returns where the copies are.
 */
export async function applyCut(disk: Disk, directory: string, plan: CutPlan): Promise<string[]> {
  const lock = await disk.lock(`${directory}/LOCK`);
  try {
    const kept: string[] = [];
    // Newest first, so that an interrupted cut leaves no hole.
    for (const sequence of [...plan.removedSequences].reverse()) {
      const name = nameOf(sequence);
      const copy = `${sequence}-0.torn`;
      await writeFileAtomically(disk, directory, copy, await disk.readFile(`${directory}/${name}`));
      await disk.remove(`${directory}/${name}`);
      await disk.syncDirectory(directory);
      kept.push(`${directory}/${copy}`);
    }
    const { sequence, offset } = plan.at;
    const bytes = await disk.readFile(`${directory}/${nameOf(sequence)}`);
    const copy = `${sequence}-${offset}.torn`;
    await writeFileAtomically(disk, directory, copy, bytes.subarray(offset));
    kept.push(`${directory}/${copy}`);
    const file = await disk.open(`${directory}/${nameOf(sequence)}`);
    try {
      await file.write(offset, new Uint8Array(bytes.length - offset));
      await file.sync();
    } finally {
      await file.close();
    }
    return kept;
  } finally {
    await lock.release();
  }
}

function nameOf(sequence: number): string {
  return `${String(sequence).padStart(10, '0')}.wal`;
}
