import type { Clock } from '@konsul/runtime';
import { formatTable } from '@konsul/runtime/command-line';
import { formatSeconds, type Screen } from './screen.js';

/** How far a process is. */
export interface Progress {
  readonly label: string;
  readonly address: string;
  readonly pid: number;
  /** What it waits for, or `ready`. */
  readonly state: string;
}

/**
 * One line per process while it starts. A terminal shows all of them, drawn anew with every change;
 * elsewhere each change is a line of its own.
 */
export class ProgressBoard {
  readonly #screen: Screen;
  readonly #clock: Clock;
  readonly #startedAtMs: number;
  readonly #rows = new Map<string, Progress & { readonly sinceMs: number }>();
  #drawnCount = 0;

  constructor(screen: Screen, clock: Clock) {
    this.#screen = screen;
    this.#clock = clock;
    this.#startedAtMs = clock.nowMs();
  }

  update(progress: Progress): void {
    if (this.#rows.get(progress.label)?.state === progress.state) return;
    const sinceMs = this.#clock.nowMs() - this.#startedAtMs;
    this.#rows.set(progress.label, { ...progress, sinceMs });
    const lines = this.#lines();
    if (this.#screen.isTerminal) {
      this.#screen.redraw(lines, this.#drawnCount);
      this.#drawnCount = lines.length;
      return;
    }
    const position = [...this.#rows.keys()].indexOf(progress.label);
    this.#screen.line(lines[position]);
  }

  #lines(): string[] {
    const { colors } = this.#screen;
    const rows = [...this.#rows.values()].map(({ label, address, pid, state, sinceMs }) => [
      `  ${label}`,
      address.padEnd('127.0.1.14'.length),
      `pid ${pid}`,
      formatSeconds(sinceMs).padStart('10.0 s'.length),
      state === READY ? colors.green(state) : state,
    ]);
    return formatTable(rows).split('\n');
  }
}

/** The state of a process that waits for nothing any more. */
export const READY = 'ready';
