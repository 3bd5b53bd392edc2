import { describe, expect, test } from 'vitest';
import { saidEvent } from './support/said-messages.js';
import { benchWith } from './support/serf-bench.js';

const NO_BYTES = new Uint8Array(0);
/** The last instant that anybody may name out of the blue. */
const FAR_TIME = 2 ** 52;

describe('a peer that names an instant far ahead', () => {
  test('does not keep members from understanding each other afterwards', () => {
    const bench = benchWith('m1', 'm2');
    bench.hear('m1', { type: 'leave', node: 'm0', time: FAR_TIME, isPrune: false });
    bench.hear('m1', saidEvent({ time: FAR_TIME }));
    bench.give({
      type: 'user-event',
      commandId: 1,
      name: 'on',
      payload: NO_BYTES,
      canCoalesce: false,
    });
    bench.run(1_000);
    const sent = bench.takeSent().map(({ message }) => message);
    expect(sent).toContainEqual({ type: 'join', node: 'm0', time: FAR_TIME + 1 });
    expect(sent).toContainEqual(saidEvent({ name: 'on', time: FAR_TIME + 1 }));

    const peer = benchWith('m0', 'm2');
    peer.hear('m1', saidEvent({ time: FAR_TIME }));
    peer.hear('m0', saidEvent({ name: 'on', time: FAR_TIME + 1 }));
    expect(peer.takeEvents()).toEqual(['user-event go', 'user-event on']);
  });

  test.each([
    ['an event', saidEvent({ time: FAR_TIME + 2 ** 21 })],
    ['a join', { type: 'join', node: 'm2', time: FAR_TIME + 2 ** 21 }],
    ['a leave', { type: 'leave', node: 'm2', time: FAR_TIME + 2 ** 21, isPrune: false }],
  ] as const)('is not believed when nobody can have counted so far: %s', (_, message) => {
    const bench = benchWith('m1', 'm2');
    const before = bench.core.stats();
    bench.hear('m1', message);
    expect(bench.rejects()).toEqual(['serf-time-implausible']);
    expect(bench.core.stats()).toEqual(before);
    expect(bench.status('m2')).toBe('alive');
  });

  test('is not believed in a push/pull either', () => {
    const bench = benchWith('m1', 'm2');
    const time = FAR_TIME + 2 ** 21;
    const { memberTime, eventTime, queryTime } = bench.core.stats();
    bench.exchange('m1', { time, eventTime: time, queryTime: time, leftMembers: ['m2'] });
    expect(bench.core.stats()).toMatchObject({ memberTime, eventTime, queryTime });
    expect(bench.rejects()).toContain('serf-time-implausible');
  });
});

describe('what a peer can make a member keep', () => {
  test('is one objection to whatever it says of the member, however often', () => {
    const bench = benchWith('m1', 'm2');
    for (let time = 100; time < 150; time += 2) {
      bench.hear('m1', { type: 'leave', node: 'm0', time, isPrune: false });
      bench.exchange('m1', { time, statusTimes: new Map([['m0', time + 1]]) });
    }
    bench.takeSent();
    bench.run(5_000);
    const said = bench.takeMessages('join').map(({ time }) => time);
    expect(said.length).toBeGreaterThan(0);
    expect(new Set(said)).toEqual(new Set([bench.core.localMember?.statusTime]));
  });

  test('is no message that gossip could not carry', () => {
    const bench = benchWith('m1');
    bench.hear('m1', saidEvent({ payload: new Uint8Array(70_000) }));
    expect(bench.rejects()).toEqual(['serf-too-large']);
    expect(bench.takeEvents()).toEqual([]);
  });

  test('is no intent about what cannot be a name', () => {
    const bench = benchWith('m1');
    bench.exchange('m1', { statusTimes: new Map([['x'.repeat(256), 5]]) });
    bench.arrive('x'.repeat(255));
    bench.hear('m1', { type: 'join', node: 'x'.repeat(256), time: 6 });
    bench.run(1_000);
    expect(bench.takeMessages('join')).toEqual([]);
  });

  test('is a bounded number of messages to pass on, at any time', () => {
    const bench = benchWith('m1');
    for (let time = 1; time <= 66_000; time += 250) {
      const flood = Array.from({ length: 250 }, (_, index) => saidEvent({ time: time + index }));
      bench.hear('m1', ...flood);
    }
    expect(bench.core.stats().eventQueueCount).toBeLessThanOrEqual(65_536);
    expect(bench.core.stats().eventQueueCount).toBeGreaterThan(60_000);
  });
});
