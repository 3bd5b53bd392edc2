import type { LogLevel } from '../config/settings.js';

/** A finished line and how severe it is. */
export interface BufferedLine {
  readonly level: LogLevel;
  /** Without a line end. */
  readonly text: string;
  /** The same as JSON, without a line end; made when asked for. */
  readonly json: () => string;
}

/** Least severe first. */
const LEVELS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error'];

/** Whether a line is at least as severe as asked for. */
export function isAtLeast(level: LogLevel, least: LogLevel): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least);
}

/** Lines kept when nothing else is said; what a new monitor sees first. */
const DEFAULT_LINE_COUNT_MAX = 512;

/** The last lines, and whoever wants to hear the next ones. */
export class LogBuffer {
  readonly #lineCountMax: number;
  readonly #lines: BufferedLine[] = [];
  readonly #listeners = new Set<(line: BufferedLine) => void>();
  /** Where the oldest line is once the buffer is full. */
  #start = 0;

  constructor(lineCountMax: number = DEFAULT_LINE_COUNT_MAX) {
    this.#lineCountMax = lineCountMax;
  }

  /** Whether anybody listens; lines less severe than the log's own level are made only then. */
  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  push(line: BufferedLine): void {
    if (this.#lines.length < this.#lineCountMax) {
      this.#lines.push(line);
    } else {
      this.#lines[this.#start] = line;
      this.#start = (this.#start + 1) % this.#lineCountMax;
    }
    for (const listener of this.#listeners) listener(line);
  }

  /** Tells listeners about a line that is too little severe to be kept. */
  announce(line: BufferedLine): void {
    for (const listener of this.#listeners) listener(line);
  }

  /** The last lines, oldest first. */
  recent(): readonly BufferedLine[] {
    return [...this.#lines.slice(this.#start), ...this.#lines.slice(0, this.#start)];
  }

  /** Calls back for each line from now on. A listener must not throw. @returns its end. */
  subscribe(listener: (line: BufferedLine) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
