import picocolors from 'picocolors';

/** Colours by name, each off when there is nobody to see them. */
export type Colors = ReturnType<typeof picocolors.createColors>;

export interface ScreenOptions {
  readonly write: (text: string) => void;
  /** Whether lines can be drawn over. */
  readonly isTerminal: boolean;
  /** Absent: as the terminal and the environment (`NO_COLOR`) say. */
  readonly hasColors?: boolean;
}

/** Where the demo is seen. */
export class Screen {
  readonly colors: Colors;
  readonly isTerminal: boolean;
  readonly #write: (text: string) => void;
  #isMuted = false;

  constructor({ write, isTerminal, hasColors }: ScreenOptions) {
    this.#write = write;
    this.isTerminal = isTerminal;
    this.colors = picocolors.createColors(hasColors ?? (isTerminal && picocolors.isColorSupported));
  }

  /** Prints a line. */
  line(text = ''): void {
    if (!this.#isMuted) this.#write(`${text}\n`);
  }

  /** Prints lines over the last `coveredCount` ones; only on a terminal. */
  redraw(lines: readonly string[], coveredCount: number): void {
    if (this.#isMuted) return;
    const up = coveredCount === 0 ? '' : `\u001b[${coveredCount}A`;
    this.#write(`${up}${lines.map((line) => `\u001b[2K${line}\n`).join('')}`);
  }

  /** Prints nothing of `work`, which was given up but has not ended yet. */
  mute(): void {
    this.#isMuted = true;
  }

  unmute(): void {
    this.#isMuted = false;
  }
}

/** `1.3 s` */
export function formatSeconds(durationMs: number, digits = 1): string {
  return `${(durationMs / 1000).toFixed(digits)} s`;
}

/** Cuts a line that nobody reads to its end, and says how long it was. */
export function abridge(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  return `${text.slice(0, lengthMax)}... (${text.length} characters)`;
}
