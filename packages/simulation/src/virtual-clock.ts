import type { Cancel, Clock, Rng } from '@konsul/runtime';
import { ClockView, type ClockViewOptions } from './clock-view.js';
import { EventHeap, type ScheduledEvent } from './event-heap.js';
import { SimulationError } from './simulation-error.js';

export interface VirtualClockOptions {
  /** The first instant, in milliseconds. Default 0. */
  readonly startMs?: number;
  /** What `wallMs` says at the first instant. Default 2020-01-01T00:00:00Z. */
  readonly wallStartMs?: number;
  /**
   * Draws the order of events that are due at the same instant, so that different seeds try
   * different orders. Without it they run in the order in which they were scheduled.
   */
  readonly tieRng?: Rng;
  /** Events that may run at one instant before it counts as a livelock. Default 1,000,000. */
  readonly eventsPerInstantMax?: number;
}

const DEFAULT_WALL_START_MS = Date.UTC(2020, 0, 1);
const DEFAULT_EVENTS_PER_INSTANT_MAX = 1_000_000;

/**
 * Time that moves only when it is told to.
 *
 * At one instant, what was scheduled runs first, in order; then what was deferred, first in first
 * out, as in an event loop that takes in everything that is ready before it ends its turn.
 */
export class VirtualClock implements Clock {
  readonly #heap = new EventHeap();
  readonly #wallOffsetMs: number;
  readonly #tieRng: Rng | undefined;
  readonly #eventsPerInstantMax: number;
  #deferred: (() => void)[] = [];
  #deferredHead = 0;
  #nowMs: number;
  #sequence = 0;
  #eventCount = 0;
  #eventsThisInstant = 0;

  constructor(options: VirtualClockOptions = {}) {
    this.#nowMs = options.startMs ?? 0;
    this.#wallOffsetMs = (options.wallStartMs ?? DEFAULT_WALL_START_MS) - this.#nowMs;
    this.#tieRng = options.tieRng;
    this.#eventsPerInstantMax = options.eventsPerInstantMax ?? DEFAULT_EVENTS_PER_INSTANT_MAX;
  }

  /** Callbacks run so far. */
  get eventCount(): number {
    return this.#eventCount;
  }

  /** Callbacks that wait, deferred ones included. */
  get pendingCount(): number {
    return this.#heap.liveCount + this.#deferred.length - this.#deferredHead;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  wallMs(): number {
    return this.#nowMs + this.#wallOffsetMs;
  }

  /** Instants in the past count as now. */
  schedule(atMs: number, callback: () => void): Cancel {
    if (Number.isNaN(atMs)) throw new SimulationError('OPTION_INVALID', 'atMs is not a number');
    const event: ScheduledEvent = {
      atMs: Math.max(atMs, this.#nowMs),
      tie: this.#tieRng === undefined ? 0 : this.#tieRng.uint32(),
      sequence: this.#sequence,
      callback,
    };
    this.#sequence += 1;
    this.#heap.push(event);
    return () => this.#heap.cancel(event);
  }

  defer(callback: () => void): void {
    this.#deferred.push(callback);
  }

  /** The instant of the next callback, or undefined when nothing waits. */
  nextEventMs(): number | undefined {
    return this.#deferredHead < this.#deferred.length ? this.#nowMs : this.#heap.peek()?.atMs;
  }

  /**
   * Moves to the next callback and runs it.
   *
   * @returns false when nothing waits; time stands still then.
   * @throws SimulationError `LIVELOCK` when too many events ran at one instant.
   */
  runNext(): boolean {
    const event = this.#heap.peek();
    const hasDeferred = this.#deferredHead < this.#deferred.length;
    if (hasDeferred && (event === undefined || event.atMs > this.#nowMs)) {
      this.#run(this.#shiftDeferred());
      return true;
    }
    if (event === undefined) return false;
    this.#heap.pop();
    const { callback } = event;
    event.callback = undefined;
    if (event.atMs > this.#nowMs) {
      this.#nowMs = event.atMs;
      this.#eventsThisInstant = 0;
    }
    if (callback !== undefined) this.#run(callback);
    return true;
  }

  /** Runs everything that is due up to and at `atMs`, and stands at `atMs` afterwards. */
  advanceTo(atMs: number): void {
    for (let nextMs = this.nextEventMs(); nextMs !== undefined; nextMs = this.nextEventMs()) {
      if (nextMs > atMs) break;
      this.runNext();
    }
    this.moveTo(atMs);
  }

  /** Runs everything that is due within the next `durationMs`. */
  advanceBy(durationMs: number): void {
    this.advanceTo(this.#nowMs + durationMs);
  }

  /**
   * Moves time on without running anything; for loops that do something between events.
   *
   * @throws SimulationError `OPTION_INVALID` when a callback is due before `atMs`.
   */
  moveTo(atMs: number): void {
    if (atMs <= this.#nowMs) return;
    const nextMs = this.nextEventMs();
    if (nextMs !== undefined && nextMs < atMs) {
      throw new SimulationError('OPTION_INVALID', `atMs ${atMs} is behind the event at ${nextMs}`);
    }
    this.#nowMs = atMs;
    this.#eventsThisInstant = 0;
  }

  /** The clock of one node: apart from this one by an offset and a rate, and it can be held. */
  view(options: ClockViewOptions = {}): ClockView {
    return new ClockView(this, options);
  }

  #shiftDeferred(): () => void {
    const callback = this.#deferred[this.#deferredHead] as () => void;
    this.#deferredHead += 1;
    if (this.#deferredHead === this.#deferred.length) {
      this.#deferred = [];
      this.#deferredHead = 0;
    }
    return callback;
  }

  #run(callback: () => void): void {
    this.#eventCount += 1;
    this.#eventsThisInstant += 1;
    if (this.#eventsThisInstant > this.#eventsPerInstantMax) {
      const count = this.#eventsPerInstantMax;
      throw new SimulationError('LIVELOCK', `more than ${count} events at ${this.#nowMs} ms`);
    }
    callback();
  }
}
