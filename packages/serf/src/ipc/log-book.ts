import type { LogFields, Logger } from '@konsul/runtime';
import type { LogLevel, LogLine } from './log-level.js';

/** Lines that are kept for those who begin to listen later. Source: Serf's agent. */
const LINES_MAX = 512;
/** A longer line is cut: what peers and users wrote may stand in it. */
const LINE_LENGTH_MAX = 8 * 1024;

/** The log of an agent: the last lines, and whoever wants the next ones. */
export class LogBook {
  readonly #wallMs: () => number;
  readonly #lines: LogLine[] = [];
  readonly #listeners = new Set<(line: LogLine) => void>();

  /** @param wallMs - the time for people, in milliseconds since 1970. */
  constructor(wallMs: () => number) {
    this.#wallMs = wallMs;
  }

  /** Adds a line, for example `agent: Serf agent starting`. */
  write(level: LogLevel, message: string): void {
    const text = `${timeText(this.#wallMs())} [${level}] ${message}`.slice(0, LINE_LENGTH_MAX);
    const line = { level, text };
    this.#lines.push(line);
    if (this.#lines.length > LINES_MAX) this.#lines.shift();
    for (const listener of this.#listeners) listener(line);
  }

  /** The last lines, oldest first. */
  recent(): readonly LogLine[] {
    return [...this.#lines];
  }

  /** @returns how to stop listening. */
  listen(listener: (line: LogLine) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The book as a library's logger; `part` stands in front of each message. */
  logger(part: string): Logger {
    const at =
      (level: LogLevel) =>
      (message: string, fields?: LogFields): void =>
        this.write(level, `${part}: ${message}${fieldsText(fields)}`);
    return { debug: at('DEBUG'), info: at('INFO'), warn: at('WARN'), error: at('ERR') };
  }
}

/** `2026/11/20 19:47:03`, local time. */
function timeText(wallMs: number): string {
  const time = new Date(wallMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('/');
  const hours = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
  return `${day} ${hours}`;
}

function fieldsText(fields: LogFields | undefined): string {
  return Object.entries(fields ?? {})
    .map(([name, value]) => ` ${name}=${valueText(value)}`)
    .join('');
}

function valueText(value: unknown): string {
  if (value instanceof Error) return JSON.stringify(value.message);
  return JSON.stringify(value) ?? String(value);
}
