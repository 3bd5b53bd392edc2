import type { Cancel, Clock } from './clock.js';
import type { ProtocolCore } from './core/protocol-core.js';

export interface DriverOptions<Input, Effect> {
  readonly core: ProtocolCore<Input, Effect>;
  readonly clock: Clock;
  /** The input that says a deadline has passed. */
  readonly tick: Input;
  /** Does one thing in the world. Must not call the core; must not block. */
  readonly execute: (effect: Effect) => void;
  /** Called after each drain, when the effects of a turn are all executed. */
  readonly afterTurn?: () => void;
  /** The core or an effect threw: our own defect. The driver has stopped before it is called. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Runs one core: gathers the inputs of a turn, steps the core through them, executes the effects
 * in order, and keeps one timer armed for the core's next deadline.
 *
 * @remarks After a stall of the process, inputs that were waiting are handled before the tick that
 * has become due, so that a node which slept does not judge its peers by its own absence.
 */
export class Driver<Input, Effect> {
  readonly #options: DriverOptions<Input, Effect>;
  #queue: Input[] = [];
  #isDrainScheduled = false;
  #isDraining = false;
  #isStopped = false;
  #armedForMs: number | undefined;
  #cancelTimer: Cancel | undefined;

  constructor(options: DriverOptions<Input, Effect>) {
    this.#options = options;
    this.#arm();
  }

  /** Queues an input; it is handled when this turn of the event loop ends. */
  input(input: Input): void {
    if (this.#isStopped) return;
    this.#queue.push(input);
    this.#scheduleDrain();
  }

  /**
   * Handles what is queued now instead of at the turn's end, for a caller who must see the outcome.
   * Harmless while effects are being executed: the drain under way then goes on.
   */
  settle(): void {
    if (!this.#isDraining) this.#drain();
  }

  /** Drops queued inputs and never calls the core again. */
  stop(): void {
    this.#isStopped = true;
    this.#queue = [];
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  #scheduleDrain(): void {
    if (this.#isDrainScheduled) return;
    this.#isDrainScheduled = true;
    this.#options.clock.defer(() => {
      this.#isDrainScheduled = false;
      this.#drain();
    });
  }

  #drain(): void {
    if (this.#isStopped) return;
    this.#isDraining = true;
    try {
      this.#runTurn();
      if (!this.#isStopped) this.#arm();
    } catch (error) {
      this.stop();
      this.#options.onFault(error);
    } finally {
      this.#isDraining = false;
    }
  }

  #runTurn(): void {
    const { core, clock, tick, afterTurn } = this.#options;
    const nowMs = clock.nowMs();
    const inputs = this.#queue;
    this.#queue = [];
    for (const input of inputs) {
      this.#execute(core.step(input, nowMs));
      // An effect may stop the driver; the core is left alone from then on.
      if (this.#isStopped) return;
    }
    const deadlineMs = core.nextDeadlineMs();
    if (deadlineMs !== undefined && deadlineMs <= nowMs) this.#execute(core.step(tick, nowMs));
    if (this.#isStopped) return;
    if (core.flush !== undefined) this.#execute(core.flush(nowMs));
    if (!this.#isStopped) afterTurn?.();
  }

  #execute(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (this.#isStopped) return;
      this.#options.execute(effect);
    }
  }

  #arm(): void {
    const deadlineMs = this.#options.core.nextDeadlineMs();
    if (deadlineMs === this.#armedForMs && this.#cancelTimer !== undefined) return;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#armedForMs = deadlineMs;
    if (deadlineMs === undefined) return;
    this.#cancelTimer = this.#options.clock.schedule(deadlineMs, () => {
      this.#cancelTimer = undefined;
      this.#scheduleDrain();
    });
  }
}
