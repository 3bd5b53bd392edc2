import type { Clock, LogFields, Logger } from '@konsul/runtime';

const INTERVAL_MS = 60_000;
/** Subjects that are remembered; whoever makes up more of them is logged less exactly, not more. */
const SUBJECT_COUNT_MAX = 256;

/** Warns of what may happen a thousand times a second. */
export interface OccasionalLog {
  /** Logs at once, and then for one minute not again; what was left out is counted in the next line. */
  warn(subject: string, message: string, fields?: LogFields): void;
}

interface Subject {
  quietUntilMs: number;
  omittedCount: number;
}

/** Makes a log that tells each subject at most once a minute. */
export function createOccasionalLog(parts: {
  readonly logger: Logger;
  readonly clock: Clock;
}): OccasionalLog {
  const { logger, clock } = parts;
  const subjects = new Map<string, Subject>();
  return {
    warn(subject, message, fields = {}) {
      const nowMs = clock.nowMs();
      const known = subjects.get(subject);
      if (known !== undefined && nowMs < known.quietUntilMs) {
        known.omittedCount += 1;
        return;
      }
      const omittedCount = known?.omittedCount ?? 0;
      subjects.delete(subject);
      if (subjects.size >= SUBJECT_COUNT_MAX && !makeRoom(subjects, nowMs)) return;
      subjects.set(subject, { quietUntilMs: nowMs + INTERVAL_MS, omittedCount: 0 });
      logger.warn(message, omittedCount === 0 ? fields : { ...fields, omittedCount });
    },
  };
}

/** Forgets the subject that was told longest ago, unless that was within the interval. */
function makeRoom(subjects: Map<string, Subject>, nowMs: number): boolean {
  for (const [name, { quietUntilMs }] of subjects) {
    return nowMs >= quietUntilMs && subjects.delete(name);
  }
  return true;
}
