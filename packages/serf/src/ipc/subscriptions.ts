import type { AgentEvent } from './agent-event.js';
import { type EventFilter, matchesFilter, parseEventFilters } from './event-filter.js';
import { isShown, type LogLevel, type LogLine, parseLogLevel } from './log-level.js';

/** What one client wants to be told: any number of event streams, and the log once. */
export class Subscriptions {
  readonly #streamCountMax: number;
  readonly #streams = new Map<number, readonly EventFilter[]>();
  #monitor: { readonly seq: number; readonly levelMin: LogLevel } | undefined;

  constructor(streamCountMax: number) {
    this.#streamCountMax = streamCountMax;
  }

  /** @returns why there is no such stream now, or undefined. */
  openStream(seq: number, filter: string): string | undefined {
    const filters = parseEventFilters(filter);
    if (filters === undefined) return 'Invalid event filter';
    if (this.#streams.has(seq)) return 'Stream with given sequence exists';
    if (this.#streams.size >= this.#streamCountMax) {
      return `No more than ${this.#streamCountMax} streams are allowed`;
    }
    this.#streams.set(seq, filters);
    return undefined;
  }

  /** @returns why there is no monitor of this level now, or undefined. */
  openMonitor(seq: number, logLevel: string): string | undefined {
    const levelMin = parseLogLevel(logLevel);
    if (levelMin === undefined) return `Unknown log level: ${logLevel.toUpperCase()}`;
    if (this.#monitor !== undefined) return 'Monitor already exists';
    this.#monitor = { seq, levelMin };
    return undefined;
  }

  /** Ends the stream and the monitor of this number, if there are any. */
  stop(seq: number): void {
    if (this.#monitor?.seq === seq) this.#monitor = undefined;
    this.#streams.delete(seq);
  }

  /** Numbers of the streams that want an event. */
  streamsFor(event: AgentEvent): readonly number[] {
    const wanting = [...this.#streams].filter(([, filters]) =>
      filters.some((filter) => matchesFilter(filter, event)),
    );
    return wanting.map(([seq]) => seq);
  }

  /** The number of the monitor if it wants a line. */
  monitorFor({ level }: LogLine): number | undefined {
    const monitor = this.#monitor;
    return monitor !== undefined && isShown(level, monitor.levelMin) ? monitor.seq : undefined;
  }
}
