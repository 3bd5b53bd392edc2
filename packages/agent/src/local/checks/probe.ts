import type { CheckStatus } from '../../state/domain.js';

/** What looking at a subject once has found. */
export interface ProbeResult {
  readonly status: CheckStatus;
  readonly output: string;
}

/**
 * Looks at a subject once. A rejection counts as critical, with its message as output.
 *
 * @param signal aborts when the time for it is up; the promise must then settle in this turn. A
 * result it still resolves with counts; a rejection is told as having timed out.
 */
export type Probe = (signal: AbortSignal) => Promise<ProbeResult>;

/** Something that keeps a check's status up to date while it runs. */
export interface CheckRunner {
  start(): void;
  stop(): void;
}

/** Where a check's results go. */
export type ReportResult = (result: ProbeResult) => void;
