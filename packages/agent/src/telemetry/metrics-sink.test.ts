import type { Clock } from '@konsul/runtime';
import { expect, test } from 'vitest';
import { createMetricsFilter } from './metrics-filter.js';
import { metricsJson } from './metrics-json.js';
import { MetricsSink } from './metrics-sink.js';
import { prometheusText } from './prometheus-text.js';

function clockAt(nowMs: number): { clock: Clock; advance(ms: number): void } {
  let now = nowMs;
  return {
    clock: {
      nowMs: () => now,
      wallMs: () => Date.UTC(2026, 10, 20, 19, 47, 3) + now - nowMs,
      schedule: () => () => undefined,
      defer: () => undefined,
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

test('an interval gives count, sum, least, most, mean and deviation', () => {
  const { clock, advance } = clockAt(3000);
  const sink = new MetricsSink({ clock });
  for (const value of [2, 4, 4, 4, 5, 5, 7, 9]) sink.sample('rpc.time', value);
  sink.increment('rpc.calls');
  sink.increment('rpc.calls', 4, { dc: 'dc2' });
  sink.gauge('members', 3);
  sink.gauge('members', 5);
  advance(10_000);
  sink.increment('later');
  const json = metricsJson(sink.latest());
  expect(json.Timestamp).toBe('2026-11-20 19:47:00 +0000 UTC');
  expect(json.Gauges).toEqual([{ Name: 'konsul.members', Value: 5, Labels: {} }]);
  expect(json.Points).toEqual([]);
  expect(json.Counters).toEqual([
    {
      Name: 'konsul.rpc.calls',
      Count: 1,
      Rate: 0.1,
      Sum: 1,
      Min: 1,
      Max: 1,
      Mean: 1,
      Stddev: 0,
      Labels: {},
    },
    {
      Name: 'konsul.rpc.calls',
      Count: 1,
      Rate: 0.4,
      Sum: 4,
      Min: 4,
      Max: 4,
      Mean: 4,
      Stddev: 0,
      Labels: { dc: 'dc2' },
    },
  ]);
  expect(json.Samples[0]).toMatchObject({
    Name: 'konsul.rpc.time',
    Count: 8,
    Sum: 40,
    Min: 2,
    Max: 9,
    Mean: 5,
  });
  expect(json.Samples[0]?.Stddev).toBeCloseTo(2.138, 3);
});

test('the running interval is shown while there is no finished one', () => {
  const { clock } = clockAt(0);
  const sink = new MetricsSink({ clock, prefix: '', hostname: 'h1' });
  sink.gauge('level', 1);
  expect(sink.latest().gauges).toEqual([{ name: 'h1.level', labels: {}, value: 1 }]);
});

test('old intervals are let go, totals stay', () => {
  const { clock, advance } = clockAt(0);
  const sink = new MetricsSink({ clock, retainedIntervalCount: 2 });
  for (let round = 0; round < 50; round += 1) {
    sink.increment('ticks');
    advance(10_000);
  }
  expect(sink.latest().counters[0]?.count).toBe(1);
  expect(sink.cumulative().counters[0]?.count).toBe(50);
});

test('the number of distinct metrics is bounded and what is dropped is counted', () => {
  const { clock } = clockAt(0);
  const sink = new MetricsSink({ clock, seriesCountMax: 2 });
  for (let node = 0; node < 5; node += 1) sink.increment('seen', 1, { node: String(node) });
  expect(sink.latest().counters).toHaveLength(2);
  expect(sink.droppedCount).toBe(6);
});

test('the longest prefix decides what is kept', () => {
  const isKept = createMetricsFilter(['-konsul.rpc', '+konsul.rpc.calls'], true);
  expect(isKept('konsul.rpc.time')).toBe(false);
  expect(isKept('konsul.rpc.calls.failed')).toBe(true);
  expect(isKept('konsul.raft')).toBe(true);
  const { clock } = clockAt(0);
  const sink = new MetricsSink({ clock, isKept });
  sink.increment('rpc.time');
  sink.gauge('rpc.queue', 1);
  expect(sink.latest()).toMatchObject({ counters: [], gauges: [] });
});

test('Prometheus text has one family per name, with safe names and escaped labels', () => {
  const { clock } = clockAt(0);
  const sink = new MetricsSink({ clock });
  sink.gauge('area.connections-open', 2, { area: 'a"b\\c\nd' });
  sink.increment('rpc.calls', 3);
  sink.increment('rpc.calls', 1, { dc: 'dc2' });
  sink.sample('rpc.time', 1.5);
  sink.sample('rpc.time', Number.POSITIVE_INFINITY);
  expect(prometheusText(sink.cumulative())).toBe(
    [
      '# HELP konsul_area_connections_open konsul_area_connections_open',
      '# TYPE konsul_area_connections_open gauge',
      'konsul_area_connections_open{area="a\\"b\\\\c\\nd"} 2',
      '# HELP konsul_rpc_calls konsul_rpc_calls',
      '# TYPE konsul_rpc_calls counter',
      'konsul_rpc_calls 3',
      'konsul_rpc_calls{dc="dc2"} 1',
      '# HELP konsul_rpc_time konsul_rpc_time',
      '# TYPE konsul_rpc_time summary',
      'konsul_rpc_time_sum +Inf',
      'konsul_rpc_time_count 2',
      '',
    ].join('\n'),
  );
});
