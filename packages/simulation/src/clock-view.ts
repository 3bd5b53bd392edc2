import type { Cancel, Clock } from '@konsul/runtime';
import { requireWithin } from './simulation-error.js';

export interface ClockViewOptions {
  /** How fast this clock runs against the virtual one, 0.01 to 100. Default 1. */
  readonly rate?: number;
  /** What this clock is ahead at the instant it is made, in milliseconds. Default 0. */
  readonly offsetMs?: number;
  /** What the wall clock is ahead besides, in milliseconds. Default 0. */
  readonly wallOffsetMs?: number;
}

interface ViewTimer {
  readonly atMs: number;
  readonly callback: () => void;
  cancel: Cancel;
}

/** What became due while the clock was held. */
interface HeldCallbacks {
  readonly timers: (() => void)[];
  readonly deferred: (() => void)[];
}

const RATE_BOUNDS = [0.01, 100] as const;

/**
 * The clock of one node. Its monotonic time runs at its own rate and never goes back; its wall
 * time may jump. It can be held, as a stopped process is, and ended, as a killed one is.
 */
export class ClockView implements Clock {
  readonly #base: Clock;
  readonly #timers = new Set<ViewTimer>();
  #held: HeldCallbacks | undefined;
  #hasEnded = false;
  #rate: number;
  #anchorBaseMs: number;
  #anchorMs: number;
  #floorMs = Number.NEGATIVE_INFINITY;
  #wallOffsetMs: number;

  constructor(base: Clock, options: ClockViewOptions = {}) {
    this.#base = base;
    this.#rate = options.rate ?? 1;
    requireWithin('rate', this.#rate, RATE_BOUNDS);
    this.#anchorBaseMs = base.nowMs();
    this.#anchorMs = this.#anchorBaseMs + (options.offsetMs ?? 0);
    this.#wallOffsetMs = options.wallOffsetMs ?? 0;
  }

  nowMs(): number {
    const elapsedMs = this.#base.nowMs() - this.#anchorBaseMs;
    return Math.max(this.#floorMs, this.#anchorMs + elapsedMs * this.#rate);
  }

  wallMs(): number {
    const aheadMs = this.nowMs() - this.#base.nowMs();
    return this.#base.wallMs() + aheadMs + this.#wallOffsetMs;
  }

  schedule(atMs: number, callback: () => void): Cancel {
    if (this.#hasEnded) return () => undefined;
    const timer: ViewTimer = { atMs, callback, cancel: () => undefined };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => {
      if (this.#timers.delete(timer)) timer.cancel();
    };
  }

  defer(callback: () => void): void {
    if (this.#hasEnded) return;
    this.#base.defer(() => this.#call(callback));
  }

  /** Changes the rate from now on; waiting timers move with it. */
  setRate(rate: number): void {
    requireWithin('rate', rate, RATE_BOUNDS);
    this.#anchorMs = this.nowMs();
    this.#anchorBaseMs = this.#base.nowMs();
    this.#rate = rate;
    for (const timer of this.#timers) {
      timer.cancel();
      this.#arm(timer);
    }
  }

  /** Moves the wall clock, forward or back. */
  jumpWall(byMs: number): void {
    this.#wallOffsetMs += byMs;
  }

  /** Holds all callbacks; time goes on. Harmless when already held. */
  hold(): void {
    this.#held ??= { timers: [], deferred: [] };
  }

  /** Runs, at this instant, what became due while held: timers first, then what was deferred. */
  release(): void {
    const held = this.#held;
    if (held === undefined) return;
    this.#held = undefined;
    const nowMs = this.#base.nowMs();
    for (const callback of held.timers) this.#base.schedule(nowMs, callback);
    for (const callback of held.deferred) this.#base.defer(() => this.#call(callback));
  }

  /** Drops everything that waits; nothing is called any more. */
  end(): void {
    this.#hasEnded = true;
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
    this.#held = undefined;
  }

  #arm(timer: ViewTimer): void {
    const baseMs = this.#anchorBaseMs + (timer.atMs - this.#anchorMs) / this.#rate;
    timer.cancel = this.#base.schedule(baseMs, () => this.#fire(timer));
  }

  #fire(timer: ViewTimer): void {
    if (this.#hasEnded || !this.#timers.has(timer)) return;
    if (this.#held !== undefined) {
      this.#held.timers.push(() => this.#fire(timer));
      return;
    }
    this.#timers.delete(timer);
    // Rounding may leave this clock a hair before the instant; a timer is never early.
    this.#floorMs = Math.max(this.#floorMs, timer.atMs);
    timer.callback();
  }

  #call(callback: () => void): void {
    if (this.#hasEnded) return;
    if (this.#held === undefined) callback();
    else this.#held.deferred.push(callback);
  }
}
