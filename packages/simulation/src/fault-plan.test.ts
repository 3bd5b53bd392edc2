import { seededRng } from '@konsul/runtime';
import { describe, expect, it } from 'vitest';
import { applyFaultPlan, type FaultPlan, type FaultType, planEndMs } from './fault-plan.js';
import { generateFaultPlan } from './fault-plan-generator.js';
import { formatFaultPlan, parseFaultPlan } from './fault-plan-text.js';
import { shrinkPlan } from './shrink-plan.js';
import { World } from './world.js';

const NODES = ['a', 'b', 'c', 'd', 'e'];
const ALL_TYPES: FaultType[] = [
  'partition',
  'cut',
  'block',
  'links',
  'pause',
  'crash',
  'clock-rate',
  'wall-jump',
  'slow-disk',
  'disk-error',
];

function plansOf(count: number, types?: FaultType[]): FaultPlan[] {
  return Array.from({ length: count }, (_, seed) =>
    generateFaultPlan(seededRng(seed), {
      nodes: NODES,
      durationMs: 10_000,
      ...(types === undefined ? {} : { types }),
    }),
  );
}

describe('generated plans', () => {
  it('are fixed by the seed', () => {
    expect(plansOf(20)).toEqual(plansOf(20));
  });

  it('reach every kind of fault, and leave kinds out', () => {
    const plans = plansOf(100, ALL_TYPES);
    const seen = new Set(plans.flatMap((plan) => plan.map(({ fault }) => fault.type)));
    expect([...seen].sort()).toEqual([...ALL_TYPES].sort());
    const kindCounts = plans.map((plan) => new Set(plan.map(({ fault }) => fault.type)).size);
    expect(Math.max(...kindCounts)).toBeLessThan(ALL_TYPES.length);
  });

  it('end in time and never take down a majority', () => {
    for (const plan of plansOf(200)) {
      expect(planEndMs(plan)).toBeLessThanOrEqual(10_000);
      for (let atMs = 0; atMs < 10_000; atMs += 50) {
        const down = plan
          .filter((planned) => planned.atMs <= atMs && atMs < planned.atMs + planned.durationMs)
          .map(({ fault }) => fault)
          .filter(({ type }) => type === 'crash' || type === 'pause' || type === 'slow-disk')
          .map((fault) => ('node' in fault ? fault.node : ''));
        expect(new Set(down).size).toBeLessThanOrEqual(2);
      }
    }
  });

  it('print as text and read back as they were', () => {
    for (const plan of plansOf(200, ALL_TYPES)) {
      expect(parseFaultPlan(formatFaultPlan(plan))).toEqual(plan);
    }
  });

  it('apply to a world and leave it whole at the end', () => {
    for (const plan of plansOf(50, ALL_TYPES)) {
      const world = new World({ seed: 1 });
      for (const name of NODES) world.addNode(name, () => undefined);
      applyFaultPlan(world, plan);
      world.run(10_000);
      expect(NODES.filter((name) => world.isRunning(name))).toEqual(NODES);
      const ends = world.trace.lines().filter((line) => line.includes('world: end of'));
      const begins = world.trace
        .lines()
        .filter((line) => line.includes('world: ') && !line.includes('world: end of'));
      expect(ends).toHaveLength(begins.length);
    }
  });
});

describe('the text of a plan', () => {
  it('reads as sentences', () => {
    const plan: FaultPlan = [
      { atMs: 100, durationMs: 50, fault: { type: 'partition', groups: [['a'], ['b', 'c']] } },
      {
        atMs: 120,
        durationMs: 5,
        fault: {
          type: 'links',
          to: 'b',
          link: { lossRatio: 0.5, latency: { type: 'uniform', minMs: 1, maxMs: 2 } },
        },
      },
    ];
    expect(formatFaultPlan(plan)).toBe(
      'at 100ms for 50ms partition a | b c\n' +
        'at 120ms for 5ms links * > b lossRatio=0.5 latency=uniform:1:2\n',
    );
  });

  it('is rejected with the line when it cannot be read', () => {
    for (const text of [
      'partition a',
      'at 1ms for 1ms explode a',
      'at 1ms for 1ms crash a softly',
      'at -1ms for 1ms pause a',
      'at 1ms for xms pause a',
      'at 1ms for 1ms links a lossRatio=1',
      'at 1ms for 1ms links a > b colour=1',
      'at 1ms for 1ms links a > b lossRatio=',
      'at 1ms for 1ms disk-error a explode EIO',
      'at 1ms for 1ms cut a',
    ]) {
      expect(() => parseFaultPlan(text), text).toThrow('[PLAN_SYNTAX]');
    }
    expect(parseFaultPlan('# nothing\n\n')).toEqual([]);
  });

  it('is not applied when it names an unknown node', () => {
    const world = new World({ seed: 1 });
    const plan = parseFaultPlan('at 1ms for 1ms pause nobody');
    expect(() => applyFaultPlan(world, plan)).toThrow('[NODE_UNKNOWN]');
  });
});

describe('shrinking', () => {
  const has = (plan: FaultPlan, type: FaultType, node: string): boolean =>
    plan.some(({ fault }) => fault.type === type && 'node' in fault && fault.node === node);

  it('finds the few faults that matter, and shortens them', async () => {
    const noise = plansOf(1, ['links', 'partition'])[0] ?? [];
    const plan: FaultPlan = [
      ...noise,
      { atMs: 1, durationMs: 1000, fault: { type: 'pause', node: 'a' } },
      ...(plansOf(5, ['links', 'partition'])[4] ?? []),
      { atMs: 2, durationMs: 800, fault: { type: 'crash', node: 'b', how: 'power' } },
    ];
    const isLong = (candidate: FaultPlan): boolean =>
      candidate.some(({ fault, durationMs }) => fault.type === 'pause' && durationMs >= 200);
    const smallest = await shrinkPlan(
      plan,
      (candidate) =>
        has(candidate, 'pause', 'a') && has(candidate, 'crash', 'b') && isLong(candidate),
    );
    expect(formatFaultPlan(smallest)).toBe(
      'at 1ms for 250ms pause a\nat 2ms for 1ms crash b power\n',
    );
  });

  it('returns a plan that does not fail as it is, and an always failing one empty', async () => {
    const plan = parseFaultPlan('at 1ms for 1ms pause a\nat 1ms for 1ms pause b');
    expect(await shrinkPlan(plan, () => false)).toBe(plan);
    expect(await shrinkPlan(plan, () => Promise.resolve(true))).toEqual([]);
  });

  it('stops when its tries run out', async () => {
    let tries = 0;
    const plan = plansOf(10)[9] ?? [];
    await shrinkPlan(
      plan,
      () => {
        tries += 1;
        return true;
      },
      { tryCountMax: 2 },
    );
    expect(tries).toBe(2);
  });
});
