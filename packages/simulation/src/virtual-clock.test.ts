import { seededRng } from '@konsul/runtime';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from './virtual-clock.js';

describe('VirtualClock', () => {
  it('moves only when told', () => {
    const clock = new VirtualClock({ startMs: 5 });
    clock.schedule(10, () => undefined);
    expect(clock.nowMs()).toBe(5);
    expect(clock.runNext()).toBe(true);
    expect(clock.nowMs()).toBe(10);
    expect(clock.runNext()).toBe(false);
    expect(clock.nowMs()).toBe(10);
  });

  it('runs by instant, and equal instants in the order of scheduling', () => {
    const clock = new VirtualClock();
    const order: string[] = [];
    for (const [atMs, name] of [
      [20, 'd'],
      [10, 'a'],
      [10, 'b'],
      [15, 'c'],
    ] as const) {
      clock.schedule(atMs, () => order.push(name));
    }
    clock.advanceTo(100);
    expect(order.join('')).toBe('abcd');
    expect(clock.nowMs()).toBe(100);
  });

  it('runs deferred callbacks at the same instant, after what is due then', () => {
    const clock = new VirtualClock();
    const order: string[] = [];
    clock.schedule(1, () => {
      clock.defer(() => order.push(`deferred at ${clock.nowMs()}`));
      order.push('first');
    });
    clock.schedule(1, () => order.push('second'));
    clock.schedule(2, () => order.push('later'));
    clock.advanceBy(2);
    expect(order).toEqual(['first', 'second', 'deferred at 1', 'later']);
  });

  it('never runs what was cancelled, and sweeps it away', () => {
    const clock = new VirtualClock();
    let ran = 0;
    for (let round = 0; round < 10_000; round += 1) {
      const cancel = clock.schedule(round, () => {
        ran += 1;
      });
      if (round % 100 !== 0) cancel();
      cancel();
    }
    expect(ran).toBe(0);
    clock.schedule(5, () => {
      ran += 1;
    });
    expect(clock.pendingCount).toBe(1);
    clock.advanceTo(20_000);
    expect(ran).toBe(1);
    expect(clock.pendingCount).toBe(0);
  });

  it('keeps the heap order under a random mix of scheduling and cancelling', () => {
    const rng = seededRng(7);
    const clock = new VirtualClock();
    const seen: number[] = [];
    const cancels: (() => void)[] = [];
    for (let index = 0; index < 5000; index += 1) {
      const atMs = rng.uint32() % 1000;
      cancels.push(clock.schedule(atMs, () => seen.push(atMs)));
      if (index % 3 === 0) cancels[rng.uint32() % cancels.length]?.();
    }
    clock.advanceTo(1000);
    expect(seen).toEqual([...seen].sort((left, right) => left - right));
    expect(seen.length).toBeGreaterThan(3000);
  });

  it('draws the order of equal instants from the tie rng', () => {
    const orderOf = (seed: number): string => {
      const clock = new VirtualClock({ tieRng: seededRng(seed) });
      const order: number[] = [];
      for (let index = 0; index < 8; index += 1) clock.schedule(1, () => order.push(index));
      clock.advanceTo(1);
      return order.join();
    };
    expect(orderOf(1)).toBe(orderOf(1));
    expect(new Set([1, 2, 3, 4].map(orderOf)).size).toBeGreaterThan(1);
  });

  it('reports a livelock instead of hanging', () => {
    const clock = new VirtualClock({ eventsPerInstantMax: 100 });
    const again = (): void => clock.defer(again);
    again();
    expect(() => clock.advanceTo(1)).toThrow('[LIVELOCK]');
  });

  it('refuses to jump over an event', () => {
    const clock = new VirtualClock();
    clock.schedule(5, () => undefined);
    expect(() => clock.moveTo(6)).toThrow('[OPTION_INVALID]');
    clock.moveTo(5);
    expect(clock.nowMs()).toBe(5);
  });
});

describe('ClockView', () => {
  it('runs at its own rate and offset, and its timers are never early', () => {
    const clock = new VirtualClock();
    const view = clock.view({ rate: 1.0003, offsetMs: 1234.5 });
    const lateMs: number[] = [];
    for (let index = 1; index <= 200; index += 1) {
      const atMs = 1234.5 + index * 7.7;
      view.schedule(atMs, () => lateMs.push(view.nowMs() - atMs));
    }
    clock.advanceTo(10_000);
    expect(lateMs).toHaveLength(200);
    expect(Math.min(...lateMs)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...lateMs)).toBeLessThan(0.001);
    expect(view.nowMs()).toBeCloseTo(1234.5 + 10_003, 6);
  });

  it('moves waiting timers when its rate changes', () => {
    const clock = new VirtualClock();
    const view = clock.view();
    const firedAtMs: number[] = [];
    view.schedule(100, () => firedAtMs.push(clock.nowMs()));
    clock.advanceTo(50);
    view.setRate(0.5);
    clock.advanceTo(200);
    expect(firedAtMs).toEqual([150]);
    expect(view.nowMs()).toBe(125);
  });

  it('holds callbacks while time goes on, and releases timers before deferred ones', () => {
    const clock = new VirtualClock();
    const view = clock.view();
    const order: string[] = [];
    view.defer(() => order.push('deferred'));
    view.schedule(10, () => order.push(`timer at ${view.nowMs()}`));
    view.schedule(20, () => order.push('cancelled'))();
    view.hold();
    clock.advanceTo(500);
    expect(order).toEqual([]);
    view.release();
    clock.advanceBy(0);
    expect(order).toEqual(['timer at 500', 'deferred']);
  });

  it('calls nothing once it has ended', () => {
    const clock = new VirtualClock();
    const view = clock.view();
    let calls = 0;
    const count = (): void => {
      calls += 1;
    };
    view.schedule(1, count);
    view.defer(count);
    view.end();
    view.schedule(2, count);
    view.defer(count);
    clock.advanceTo(10);
    expect(calls).toBe(0);
  });

  it('jumps the wall clock without touching monotonic time', () => {
    const clock = new VirtualClock({ wallStartMs: 1_000_000 });
    const view = clock.view({ wallOffsetMs: 10 });
    view.jumpWall(-500);
    expect(view.nowMs()).toBe(0);
    expect(view.wallMs()).toBe(999_510);
  });

  it('rejects a rate outside its bounds', () => {
    expect(() => new VirtualClock().view({ rate: 0 })).toThrow(
      '[OPTION_INVALID] rate must be a number of 0.01 to 100; it is 0',
    );
  });
});

describe('the clock of a node', () => {
  it('never calls a timer before its own instant, whatever its rate', () => {
    const rng = seededRng(7);
    for (let run = 0; run < 500; run += 1) {
      const clock = new VirtualClock({ startMs: run / 7 });
      const view = clock.view({ rate: 0.01 + (rng.uint32() % 1_000) / 333, offsetMs: 0.1 * run });
      const atMs = view.nowMs() + (rng.uint32() % 100_000) / 977;
      let calledAtMs: number | undefined;
      view.schedule(atMs, () => {
        calledAtMs = view.nowMs();
      });
      clock.runNext();
      expect(calledAtMs).toBeGreaterThanOrEqual(atMs);
    }
  });
});
