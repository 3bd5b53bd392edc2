import { describe, expect, test } from 'vitest';
import type { SerfMessage } from '../src/index.js';
import { saidEvent, saidQuery } from './support/said-messages.js';
import { endpointOf, SerfBench } from './support/serf-bench.js';

const NO_BYTES = new Uint8Array(0);
/** More than Serf would have sent to: four, in a pool of nine. */
const others = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'];

const messages: readonly SerfMessage[] = [
  saidEvent({ time: 7, name: 'deploy' }),
  { type: 'leave', time: 7, node: 'm4', isPrune: false },
  saidQuery({ time: 7, id: 1, timeoutMs: 60_000 }),
];

/** A small pool that has nothing to say any more. */
function quietBench(): SerfBench {
  const bench = new SerfBench();
  for (const name of others) bench.arrive(name);
  bench.quieten(20_000);
  return bench;
}

/** How often each was sent a message of this type. */
function tellings(bench: SerfBench, type: SerfMessage['type']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { to, message } of bench.takeSent()) {
    if (message.type === type) counts[to] = (counts[to] ?? 0) + 1;
  }
  return counts;
}

describe('in a small pool', () => {
  test.each(messages)('a $type goes to everybody but the one who said it', (message) => {
    const bench = quietBench();
    bench.hear('m1', message);
    bench.run(10_000);
    const hosts = others.slice(1).map((name) => endpointOf(name).host);
    expect(Object.keys(tellings(bench, message.type)).sort()).toEqual(hosts);
    const { intentQueueCount, eventQueueCount, queryQueueCount } = bench.core.stats();
    expect([intentQueueCount, eventQueueCount, queryQueueCount]).toEqual([0, 0, 0]);
  });

  test('our own event goes to each other member once', () => {
    const bench = quietBench();
    const event = { name: 'deploy', payload: NO_BYTES, canCoalesce: false } as const;
    bench.give({ type: 'user-event', commandId: 1, ...event });
    bench.run(10_000);
    const once = Object.fromEntries(others.map((name) => [endpointOf(name).host, 1]));
    expect(tellings(bench, 'user-event')).toEqual(once);
  });
});
