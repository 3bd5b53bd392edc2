import { describe, expect, it } from 'vitest';
import type { Clock } from './clock.js';
import type { ProtocolCore } from './core/protocol-core.js';
import { Driver } from './driver.js';

/** A clock that is moved by hand, with one queue of timers and one of deferred callbacks. */
function createFakeClock() {
  let nowMs = 0;
  let timers: { atMs: number; callback: () => void }[] = [];
  let deferred: (() => void)[] = [];
  const clock: Clock = {
    nowMs: () => nowMs,
    wallMs: () => nowMs,
    schedule(atMs, callback) {
      const timer = { atMs, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    defer: (callback) => void deferred.push(callback),
  };
  const endTurn = (): void => {
    const callbacks = deferred;
    deferred = [];
    for (const callback of callbacks) callback();
  };
  return {
    clock,
    endTurn,
    armedMs: () => timers.map(({ atMs }) => atMs),
    deferredCount: () => deferred.length,
    advanceTo(atMs: number): void {
      nowMs = atMs;
      const due = timers.filter((timer) => timer.atMs <= atMs);
      timers = timers.filter((timer) => timer.atMs > atMs);
      for (const { callback } of due) callback();
      endTurn();
    },
  };
}

/** Writes down what it is told; answers `ask` with two effects and holds `batch` for the flush. */
class NotingCore implements ProtocolCore<string, string> {
  readonly notes: string[] = [];
  deadlineMs: number | undefined;
  #held = 0;

  step(input: string, nowMs: number): readonly string[] {
    this.notes.push(`${input}@${nowMs}`);
    if (input === 'tick') this.deadlineMs = undefined;
    if (input === 'wait') this.deadlineMs = nowMs + 100;
    if (input === 'batch') this.#held += 1;
    if (input === 'throw') throw new Error('core broke');
    return input === 'ask' ? ['one', 'two'] : [];
  }

  flush(): readonly string[] {
    const held = this.#held;
    this.#held = 0;
    return held === 0 ? [] : [`batch of ${held}`];
  }

  nextDeadlineMs(): number | undefined {
    return this.deadlineMs;
  }
}

function createSubject(execute?: (effect: string, driver: Driver<string, string>) => void) {
  const fake = createFakeClock();
  const core = new NotingCore();
  const executed: string[] = [];
  const faults: unknown[] = [];
  let turnCount = 0;
  const driver: Driver<string, string> = new Driver({
    core,
    clock: fake.clock,
    tick: 'tick',
    execute: (effect) => {
      executed.push(effect);
      execute?.(effect, driver);
    },
    afterTurn: () => {
      turnCount += 1;
    },
    onFault: (error) => faults.push(error),
  });
  return { ...fake, core, driver, executed, faults, turnCount: () => turnCount };
}

describe('a driver', () => {
  it('handles the inputs of a turn together, in order, and flushes once', () => {
    const { driver, core, executed, endTurn, turnCount } = createSubject();
    for (const input of ['batch', 'ask', 'batch']) driver.input(input);
    expect(core.notes).toEqual([]);
    endTurn();
    expect(core.notes).toEqual(['batch@0', 'ask@0', 'batch@0']);
    expect(executed).toEqual(['one', 'two', 'batch of 2']);
    expect(turnCount()).toBe(1);
  });

  it('takes inputs that effects bring in the next turn, never inside a step', () => {
    const { driver, core, endTurn } = createSubject((effect, own) => {
      if (effect === 'one') own.input('answer');
    });
    driver.input('ask');
    endTurn();
    expect(core.notes).toEqual(['ask@0']);
    endTurn();
    expect(core.notes).toEqual(['ask@0', 'answer@0']);
  });

  it('keeps one timer for the deadline and ticks when it has passed', () => {
    const { driver, core, endTurn, armedMs, advanceTo } = createSubject();
    driver.input('wait');
    endTurn();
    driver.input('other');
    endTurn();
    expect(armedMs()).toEqual([100]);
    advanceTo(40);
    expect(core.notes).not.toContain('tick@40');
    advanceTo(105);
    expect(core.notes.at(-1)).toBe('tick@105');
    expect(armedMs()).toEqual([]);
  });

  it('arms anew when the deadline moves', () => {
    const { driver, core, endTurn, armedMs } = createSubject();
    driver.input('wait');
    endTurn();
    core.deadlineMs = 30;
    driver.input('other');
    endTurn();
    expect(armedMs()).toEqual([30]);
    core.deadlineMs = undefined;
    driver.input('other');
    endTurn();
    expect(armedMs()).toEqual([]);
  });

  it('handles what has waited through a stall before the tick that has become due', () => {
    const { driver, core, endTurn, advanceTo } = createSubject();
    driver.input('wait');
    endTurn();
    driver.input('ack');
    advanceTo(5000);
    expect(core.notes.slice(1)).toEqual(['ack@5000', 'tick@5000']);
  });

  it('stops and reports when the core throws', () => {
    const { driver, core, faults, endTurn, turnCount } = createSubject();
    driver.input('throw');
    driver.input('ask');
    endTurn();
    driver.input('ask');
    endTurn();
    expect(core.notes).toEqual(['throw@0']);
    expect(faults).toHaveLength(1);
    expect(turnCount()).toBe(0);
  });

  it('stops and reports when the core cannot say its deadline', () => {
    const { driver, core, faults, endTurn } = createSubject();
    let askedCount = 0;
    core.nextDeadlineMs = () => {
      askedCount += 1;
      if (askedCount > 1) throw new Error('core broke');
      return undefined;
    };
    driver.input('other');
    endTurn();
    expect(faults).toHaveLength(1);
    driver.input('other');
    endTurn();
    expect(core.notes).toEqual(['other@0']);
  });

  it('leaves the core alone from the effect that stops it', () => {
    const { driver, core, executed, endTurn, armedMs, turnCount } = createSubject((effect, own) => {
      if (effect === 'one') own.stop();
    });
    for (const input of ['wait', 'ask', 'other']) driver.input(input);
    endTurn();
    expect(core.notes).toEqual(['wait@0', 'ask@0']);
    expect(executed).toEqual(['one']);
    expect(armedMs()).toEqual([]);
    expect(turnCount()).toBe(0);
  });

  it('drops what waits when it is stopped, and its timer', () => {
    const { driver, core, endTurn, armedMs, deferredCount } = createSubject();
    driver.input('wait');
    endTurn();
    driver.input('ask');
    driver.stop();
    endTurn();
    driver.input('ask');
    expect(core.notes).toEqual(['wait@0']);
    expect(armedMs()).toEqual([]);
    expect(deferredCount()).toBe(0);
  });
});
