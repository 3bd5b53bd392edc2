import { describe, expect, test } from 'vitest';
import type { RecoveredState } from '../src/index.js';
import { saidEvent, saidQuery } from './support/said-messages.js';
import { endpointOf, SerfBench } from './support/serf-bench.js';

/** How often the bench has dialled a member. */
function dialCount(bench: SerfBench, name: string): number {
  const { host } = endpointOf(name);
  return bench.effects.filter((effect) => effect.type === 'open-stream' && effect.to.host === host)
    .length;
}

describe('failed members', () => {
  test('are tried the less often the more others there are to try', () => {
    const bench = new SerfBench();
    for (let index = 1; index <= 9; index += 1) bench.arrive(`m${index}`);
    bench.depart('m1');
    bench.effects.length = 0;
    // 120 intervals, in each of which one of nine members tries.
    bench.run(3_600_000);
    expect(dialCount(bench, 'm1')).toBeGreaterThan(2);
    expect(dialCount(bench, 'm1')).toBeLessThan(40);
  });

  test('are remembered from the time of their failure on', () => {
    const bench = new SerfBench({ reconnectTimeoutMs: 60_000 });
    bench.arrive('m1');
    bench.run(100_000);
    bench.depart('m1');
    bench.run(50_000);
    expect(bench.status('m1')).toBe('failed');
    bench.run(40_000);
    expect(bench.status('m1')).toBeUndefined();
  });

  test('flap when they return soon; those that had left do not', () => {
    const flapCount = (from: string, awayMs: number): number => {
      const bench = new SerfBench();
      bench.arrive('m1');
      bench.depart('m1', from);
      bench.run(awayMs);
      bench.arrive('m1', { incarnation: 2 });
      return bench.effects.filter(
        (effect) => effect.type === 'serf-measure' && effect.measurement.name === 'member.flap',
      ).length;
    };
    expect([flapCount('m99', 59_000), flapCount('m99', 61_000), flapCount('m1', 1_000)]).toEqual([
      1, 0, 0,
    ]);
  });
});

test('a queue that is too long is warned of, and cut', () => {
  const bench = new SerfBench({ queueDepthMax: 10, queueDepthWarning: 15 });
  for (let time = 1; time <= 20; time += 1) {
    bench.hear('m1', saidEvent({ time }));
  }
  expect(bench.core.stats().eventQueueCount).toBe(20);
  bench.run(40_000);
  expect(bench.core.stats().eventQueueCount).toBe(10);
  const warnings = bench.effects.flatMap((effect) =>
    effect.type === 'log' && effect.level === 'warn' ? [effect.fields] : [],
  );
  expect(warnings).toEqual([
    { queue: 'event', count: 20 },
    { queue: 'event', count: 20, countMax: 10 },
  ]);
});

describe('a member that remembers', () => {
  const recovered = (more: Partial<RecoveredState>): RecoveredState => ({
    alive: new Map(),
    memberTime: 0,
    eventTime: 0,
    queryTime: 0,
    knownLineCount: 1,
    unknownLineCount: 0,
    ...more,
  });

  test('is not told the queries and events of before', () => {
    const bench = new SerfBench({}, {}, recovered({ memberTime: 3, eventTime: 5, queryTime: 9 }));
    bench.arrive('m1');
    bench.takeEvents();
    expect(bench.core.stats()).toMatchObject({ memberTime: 4, eventTime: 6, queryTime: 10 });
    for (const time of [5, 6]) {
      bench.hear('m1', saidEvent({ time, name: `event ${time}` }));
    }
    for (const time of [9, 10]) {
      const query = { time, id: time, isNoBroadcast: true, name: `query ${time}` };
      bench.hear('m1', saidQuery(query));
    }
    expect(bench.takeEvents()).toEqual(['user-event event 6', 'query query 10']);
  });

  test.each([
    ['goes on trying its old pool while it is alone', false],
    ['leaves its old pool alone once it has found another', true],
  ])('%s', (_, isFound) => {
    const alive = new Map([['m9', { ...endpointOf('m9'), name: 'm9' }]]);
    const bench = new SerfBench({}, {}, recovered({ alive }));
    bench.run(12_000);
    expect(dialCount(bench, 'm9')).toBe(1);
    if (isFound) bench.arrive('m1');
    bench.run(60_000);
    expect(dialCount(bench, 'm9') > 1).toBe(!isFound);
  });
});
