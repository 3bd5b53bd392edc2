import type { ProtocolCore, Rng } from '@konsul/runtime/core';
import type { FuzzTarget } from './campaign.js';
import { readSession, type SessionStep, writeSession } from './session.js';

/** Words of a session; each counts as an input. */
export const SESSION_STEP_COUNT = 32;
/** Time in which nothing but timers runs takes far fewer. */
const TICK_COUNT_MAX = 5_000;

/** A target that is told a session, one word after the other. */
export function sessionTarget(
  parts: Pick<FuzzTarget, 'name' | 'allocatedBytesMax' | 'outcomes'> & {
    readonly drawStep: (rng: Rng) => SessionStep;
    /** Reads a session; throws when something does not hold. @returns the outcomes it came to. */
    readonly run: (steps: readonly SessionStep[]) => ReadonlySet<string>;
  },
): FuzzTarget {
  const { drawStep, run, ...target } = parts;
  return {
    ...target,
    weight: SESSION_STEP_COUNT,
    draw: (rng) => writeSession(Array.from({ length: SESSION_STEP_COUNT }, () => drawStep(rng))),
    read(input) {
      const outcomes = run(readSession(input));
      return () => [...outcomes];
    },
  };
}

/** A core that is given inputs, and whose time passes from one deadline to the next. */
export class DrivenCore<Input, Effect> {
  readonly #core: ProtocolCore<Input, Effect>;
  readonly #tick: Input;
  readonly #effectCountMax: number;
  readonly #onTurn: (effects: readonly Effect[]) => void;
  #nowMs = 0;

  constructor(options: {
    readonly core: ProtocolCore<Input, Effect>;
    readonly tick: Input;
    /** Most effects of one turn. */
    readonly effectCountMax: number;
    /** Looks at what came of a turn; throws when something does not hold. */
    readonly onTurn: (effects: readonly Effect[]) => void;
  }) {
    this.#core = options.core;
    this.#tick = options.tick;
    this.#effectCountMax = options.effectCountMax;
    this.#onTurn = options.onTurn;
  }

  /** One input and the end of its turn. */
  give(input: Input): void {
    const flushed = (): readonly Effect[] => this.#core.flush?.(this.#nowMs) ?? [];
    const effects = [...this.#core.step(input, this.#nowMs), ...flushed()];
    if (effects.length > this.#effectCountMax) throw new Error(`${effects.length} effects`);
    this.#onTurn(effects);
  }

  /** Lets time pass, with a tick at every deadline. */
  pass(durationMs: number): void {
    const untilMs = this.#nowMs + durationMs;
    for (let count = 0; ; count += 1) {
      const nextMs = this.#core.nextDeadlineMs();
      if (nextMs === undefined || nextMs > untilMs) break;
      if (count > TICK_COUNT_MAX) throw new Error(`${count} ticks in ${durationMs} ms`);
      this.#nowMs = Math.max(this.#nowMs, nextMs);
      this.give(this.#tick);
    }
    this.#nowMs = untilMs;
  }
}
