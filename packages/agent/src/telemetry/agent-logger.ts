import type { Clock, LogFields, Logger } from '@konsul/runtime';
import pino from 'pino';
import type { LogLevel } from '../config/settings.js';
import { isAtLeast, LogBuffer } from './log-buffer.js';
import { fieldValue, type LogEntry, textLine } from './log-line.js';

/** Where log lines go, and which. */
export interface AgentLoggerOptions {
  readonly clock: Clock;
  /** Least severe level that is written. */
  readonly level: LogLevel;
  /** JSON lines instead of text. */
  readonly isJson: boolean;
  /** Takes whole lines, line end included; standard output, a file, or both. */
  readonly write: (line: string) => void;
  /** Keeps the last lines for monitors. Default: a buffer of its own. */
  readonly buffer?: LogBuffer;
}

/** A logger that knows its name and can make others below it. */
export interface AgentLogger extends Logger {
  trace(message: string, fields?: LogFields): void;
  /** A logger for a part: `agent` gives `agent.server`. */
  named(name: string): AgentLogger;
  readonly buffer: LogBuffer;
}

interface Sink {
  readonly options: AgentLoggerOptions;
  readonly buffer: LogBuffer;
  readonly json: (entry: LogEntry) => string;
}

/** The agent's log: text as Consul writes it, or JSON by pino. */
export function createAgentLogger(options: AgentLoggerOptions): AgentLogger {
  const buffer = options.buffer ?? new LogBuffer();
  return namedLogger({ options, buffer, json: jsonLines() }, 'agent');
}

function namedLogger(sink: Sink, name: string): AgentLogger {
  const at =
    (level: LogLevel) =>
    (message: string, fields: LogFields = {}): void =>
      log(sink, { level, name, message, fields });
  return {
    trace: at('trace'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    named: (part) => namedLogger(sink, `${name}.${part}`),
    buffer: sink.buffer,
  };
}

interface Said {
  readonly level: LogLevel;
  readonly name: string;
  readonly message: string;
  readonly fields: LogFields;
}

function log(sink: Sink, { level, name, message, fields }: Said): void {
  const isWritten = isAtLeast(level, sink.options.level);
  // The usual case of a debug line that nobody wants costs two comparisons.
  if (!isWritten && !sink.buffer.hasListeners) return;
  const atWallMs = sink.options.clock.wallMs();
  const entry = { level, atWallMs, name, message, fields };
  // JSON is made only for those who ask for it.
  const json = (): string => sink.json(entry);
  const line = { level, text: textLine(entry), json };
  if (!isWritten) {
    sink.buffer.announce(line);
    return;
  }
  sink.options.write(`${sink.options.isJson ? json() : line.text}\n`);
  sink.buffer.push(line);
}

/** One pino writing into a variable, so that a line can go to several readers. */
function jsonLines(): Sink['json'] {
  let written = '';
  let atWallMs = 0;
  const writer = pino(
    {
      level: 'trace',
      base: null,
      messageKey: '@message',
      timestamp: () => `,"@timestamp":"${new Date(atWallMs).toISOString()}"`,
      formatters: { level: (label) => ({ '@level': label }) },
    },
    {
      write: (line: string) => {
        written = line;
      },
    },
  );
  return (entry) => {
    const values = Object.entries(entry.fields).map(([key, value]) => [key, fieldValue(value)]);
    atWallMs = entry.atWallMs;
    writer[entry.level]({ '@module': entry.name, ...Object.fromEntries(values) }, entry.message);
    return written.trimEnd();
  };
}
