import type { LogFields } from '@konsul/runtime';
import type { LogLevel } from '../config/settings.js';

/** One thing that was said. */
export interface LogEntry {
  readonly level: LogLevel;
  /** Milliseconds since 1970. */
  readonly atWallMs: number;
  /** Part of the agent that speaks, for example `agent.server.raft`; empty for none. */
  readonly name: string;
  readonly message: string;
  readonly fields: LogFields;
}

const LEVEL_WORDS: Readonly<Record<LogLevel, string>> = {
  trace: '[TRACE]',
  debug: '[DEBUG]',
  info: '[INFO] ',
  warn: '[WARN] ',
  error: '[ERROR]',
};

/** `2026-11-20T19:47:03.123Z [INFO]  agent: message: key=value`, without a line end. */
export function textLine(entry: LogEntry): string {
  const name = entry.name === '' ? '' : `${entry.name}: `;
  const pairs = Object.entries(entry.fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${fieldText(value)}`)
    .join(' ');
  const tail = pairs === '' ? '' : `: ${pairs}`;
  const time = new Date(entry.atWallMs).toISOString();
  return `${time} ${LEVEL_WORDS[entry.level]} ${name}${oneLine(entry.message)}${tail}`;
}

/** What pino writes for a field, and what text lines show of it. */
export function fieldValue(value: unknown): unknown {
  if (value instanceof Error) return value.message;
  return typeof value === 'bigint' ? value.toString() : value;
}

function fieldText(value: unknown): string {
  const plain = fieldValue(value);
  const text = typeof plain === 'string' ? plain : safeJson(plain);
  return text === '' || /[\s"=]/.test(text) ? JSON.stringify(text) : text;
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // A cycle, or a toJSON that throws: a log line must never be what breaks.
    return '[unprintable]';
  }
}

/** What a peer or user sent must not be able to forge a second line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
