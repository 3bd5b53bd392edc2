/** How much a log line matters, from least to most. */
export type LogLevel = 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERR';

export const LOG_LEVELS: readonly LogLevel[] = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERR'];

/** A line of the log. */
export interface LogLine {
  readonly level: LogLevel;
  /** With time and level in front, without a line end. */
  readonly text: string;
}

/** Reads a level in either case; undefined when it is none. */
export function parseLogLevel(text: string): LogLevel | undefined {
  const upper = text.toUpperCase();
  return LOG_LEVELS.find((level) => level === upper);
}

/** Whether a line is to be shown to somebody who wants `levelMin` and above. */
export function isShown(level: LogLevel, levelMin: LogLevel): boolean {
  return LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(levelMin);
}
