/** What a simulated event must take from its node instead, because it differs from run to run. */
const chance = Math as { random: unknown };
const wallClock = Date as { now: unknown };
const monotonicClock = Object.getPrototypeOf(performance) as { now: unknown };
const globals = globalThis as { Date: DateConstructor };
const timers = globalThis as { setTimeout: unknown; setInterval: unknown; setImmediate: unknown };

/**
 * Makes the machine's own time, timers and chance throw while something runs: a run that uses them
 * does not repeat. What is imported rather than global, such as `node:crypto`, is not seen.
 *
 * Set and released around every event, so it assigns by name, which costs next to nothing.
 */
export class AmbientTrap {
  readonly #random = thrower('Math.random');
  readonly #dateNow = thrower('Date.now');
  /** Dates of a given instant are as good as ever; only the present one is the machine's. */
  readonly #date = new Proxy(Date, {
    apply: thrower('Date()'),
    construct: (target, values: readonly unknown[], newTarget): object =>
      values.length === 0 ? newDate() : (Reflect.construct(target, values, newTarget) as object),
  });
  readonly #now = thrower('performance.now');
  readonly #setTimeout = thrower('setTimeout');
  readonly #setInterval = thrower('setInterval');
  readonly #setImmediate = thrower('setImmediate');

  /** Calls back with the trap set. What was there before is there again afterwards. */
  run(callback: () => void): void {
    const { random } = chance;
    const { now: dateNow } = wallClock;
    const { Date: date } = globals;
    const { now } = monotonicClock;
    const { setTimeout, setInterval, setImmediate } = timers;
    chance.random = this.#random;
    wallClock.now = this.#dateNow;
    globals.Date = this.#date;
    monotonicClock.now = this.#now;
    timers.setTimeout = this.#setTimeout;
    timers.setInterval = this.#setInterval;
    timers.setImmediate = this.#setImmediate;
    try {
      callback();
    } finally {
      chance.random = random;
      wallClock.now = dateNow;
      globals.Date = date;
      monotonicClock.now = now;
      timers.setTimeout = setTimeout;
      timers.setInterval = setInterval;
      timers.setImmediate = setImmediate;
    }
  }
}

const newDate = thrower('new Date()');

function thrower(name: string): () => never {
  return () => {
    throw new Error(`${name} belongs to the machine, not to the simulation; take it from the node`);
  };
}
