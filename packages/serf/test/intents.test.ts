import { describe, expect, test } from 'vitest';
import { SerfBench } from './support/serf-bench.js';

const leave = (node: string, time: number, isPrune = false) =>
  ({ type: 'leave', node, time, isPrune }) as const;
const join = (node: string, time: number) => ({ type: 'join', node, time }) as const;

function benchWith(...names: string[]): SerfBench {
  const bench = new SerfBench();
  for (const name of names) bench.arrive(name);
  bench.run(5_000);
  bench.takeSent();
  bench.takeEvents();
  return bench;
}

describe('a member that goes', () => {
  test('has left when it announced it, and failed when it did not', () => {
    const bench = benchWith('m1', 'm2');
    bench.hear('m1', leave('m1', 5));
    expect(bench.status('m1')).toBe('leaving');
    bench.depart('m1');
    bench.depart('m2');
    expect([bench.status('m1'), bench.status('m2')]).toEqual(['left', 'failed']);
    expect(bench.takeEvents()).toEqual(['member-leave m1', 'member-failed m2']);
  });

  test('has left when its own last word overtook its intent', () => {
    const bench = benchWith('m1');
    bench.depart('m1', 'm1');
    expect(bench.status('m1')).toBe('left');
  });

  test('is left when it had failed and is declared gone', () => {
    const bench = benchWith('m1');
    bench.depart('m1');
    bench.takeEvents();
    bench.hear('m2', leave('m1', 3));
    expect(bench.status('m1')).toBe('left');
    expect(bench.takeEvents()).toEqual(['member-leave m1']);
  });

  test('is alive again when it joins again', () => {
    const bench = benchWith('m1');
    bench.hear('m1', leave('m1', 5));
    bench.hear('m1', join('m1', 6));
    expect(bench.status('m1')).toBe('alive');
  });
});

describe('an intent', () => {
  test('counts only when it is newer than the last', () => {
    const bench = benchWith('m1');
    bench.hear('m1', join('m1', 7));
    bench.hear('m2', leave('m1', 7));
    expect(bench.status('m1')).toBe('alive');
    expect(bench.core.member('m1')?.statusTime).toBe(7);
    expect(bench.core.stats().memberTime).toBe(8);
  });

  test('is passed on once', () => {
    const bench = benchWith('m1', 'm2', 'm3');
    bench.hear('m1', leave('m1', 5));
    bench.run(2_000);
    expect(bench.takeMessages('leave').length).toBeGreaterThan(1);
    bench.hear('m2', leave('m1', 5));
    bench.run(2_000);
    expect(bench.takeMessages('leave')).toEqual([]);
  });

  test('about somebody unknown waits for it', () => {
    const bench = benchWith('m1');
    bench.hear('m1', leave('m7', 9));
    bench.hear('m1', join('m8', 4));
    bench.arrive('m7');
    bench.arrive('m8');
    expect(bench.status('m7')).toBe('leaving');
    expect(bench.core.member('m8')).toMatchObject({ status: 'alive', statusTime: 4 });
  });

  test('to leave is put to the member when it comes, which may be back by then', () => {
    const bench = benchWith('m1');
    bench.hear('m1', leave('m7', 9));
    bench.arrive('m7');
    expect(bench.takeSent()).toContainEqual({ to: '10.0.0.7', message: leave('m7', 9) });
    bench.hear('m7', join('m7', 10));
    expect(bench.status('m7')).toBe('alive');
  });

  test('to leave that is not ours is denied', () => {
    const bench = benchWith('m1', 'm2');
    bench.hear('m1', leave('m0', 20));
    bench.run(1_000);
    expect(bench.status('m0')).toBe('alive');
    const sent = bench.takeSent().map(({ message }) => message);
    expect(sent).toContainEqual(join('m0', 21));
    expect(sent.some(({ type }) => type === 'leave')).toBe(false);
  });
});

describe('a prune', () => {
  test('forgets a failed member at once', () => {
    const bench = benchWith('m1');
    bench.depart('m1');
    bench.takeEvents();
    bench.hear('m2', leave('m1', 3, true));
    expect(bench.status('m1')).toBeUndefined();
    expect(bench.takeEvents()).toEqual(['member-leave m1', 'member-reap m1']);
  });

  test('reaches the living also when many have just been forgotten', () => {
    const gone = ['m2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9'];
    const bench = benchWith('m1', ...gone);
    for (const name of gone) bench.depart(name);
    bench.run(5_000);
    const reached = gone.filter((node, index) => {
      bench.takeSent();
      bench.give({ type: 'force-leave', commandId: index, node, isPrune: true });
      bench.run(2_000);
      const sent = bench.takeSent().filter(({ to }) => to === '10.0.0.1');
      return sent.some(({ message }) => message.type === 'leave' && message.node === node);
    });
    expect(reached).toEqual(gone);
  });

  test('gives a living member time to object', () => {
    const bench = benchWith('m1', 'm2');
    bench.hear('m2', leave('m1', 3, true));
    bench.hear('m2', leave('m2', 4, true));
    bench.run(5_999);
    bench.hear('m2', join('m2', 5));
    expect([bench.status('m1'), bench.status('m2')]).toEqual(['leaving', 'alive']);
    bench.run(2);
    expect([bench.status('m1'), bench.status('m2')]).toEqual([undefined, 'alive']);
  });

  test('of ourselves does not make us forget who we are, even when we leave', () => {
    const bench = benchWith('m1', 'm2');
    bench.give({ type: 'leave', commandId: 1 });
    bench.hear('m1', leave('m0', 50, true));
    bench.run(20_000);
    expect(bench.core.state).toBe('left');
    expect(bench.core.localMember?.name).toBe('m0');
  });
});

describe('a push/pull', () => {
  test('tells of members, clocks and events', () => {
    const bench = benchWith('m1', 'm2');
    bench.hear('m1', leave('m1', 5));
    bench.depart('m1');
    bench.give({
      type: 'user-event',
      commandId: 1,
      name: 'deploy',
      payload: Uint8Array.of(1),
      canCoalesce: false,
    });
    const state = bench.exchange('m2', {});
    expect(state).toMatchObject({ time: 6, eventTime: 2, queryTime: 1, leftMembers: ['m1'] });
    expect(state.statusTimes.get('m1')).toBe(5);
    expect(state.events).toHaveLength(512);
    expect(state.events[1]).toMatchObject({ time: 1, events: [{ name: 'deploy' }] });
  });

  test('brings clocks, leaves and events of others', () => {
    const bench = benchWith('m1', 'm2');
    bench.depart('m1');
    bench.takeEvents();
    bench.exchange('m2', {
      time: 30,
      eventTime: 40,
      queryTime: 50,
      statusTimes: new Map([
        ['m1', 10],
        ['m2', 12],
      ]),
      leftMembers: ['m1'],
      events: [undefined, { time: 39, events: [{ name: 'old', payload: new Uint8Array(0) }] }],
    });
    expect(bench.core.stats()).toMatchObject({ memberTime: 30, eventTime: 40, queryTime: 50 });
    expect(bench.status('m1')).toBe('left');
    expect(bench.core.member('m2')?.statusTime).toBe(12);
    expect(bench.takeEvents()).toEqual(['member-leave m1', 'user-event old']);
  });

  test('does not make a member that came back appear as leaving', () => {
    const bench = benchWith('m1', 'm2');
    bench.hear('m1', leave('m1', 5));
    bench.depart('m1');
    bench.arrive('m1', { incarnation: 2 });
    bench.exchange('m2', { time: 9, statusTimes: new Map([['m1', 5]]), leftMembers: ['m1'] });
    expect(bench.status('m1')).toBe('alive');
  });

  test('does not make a member appear as leaving that is not known and comes back', () => {
    const bench = benchWith('m1');
    bench.exchange('m1', { time: 9, statusTimes: new Map([['m7', 5]]), leftMembers: ['m7'] });
    bench.arrive('m7');
    expect(bench.status('m7')).toBe('alive');
  });

  test('lets a living member know that it is said to have left', () => {
    const bench = benchWith('m1', 'm2');
    bench.exchange('m2', { time: 9, statusTimes: new Map([['m1', 7]]), leftMembers: ['m1'] });
    expect(bench.status('m1')).toBe('leaving');
    expect(bench.takeSent()).toContainEqual({ to: '10.0.0.1', message: leave('m1', 7) });
    bench.hear('m1', join('m1', 8));
    expect(bench.status('m1')).toBe('alive');
  });

  test('takes a failed member for left, also when the leave is no newer than its last word', () => {
    const bench = benchWith('m1', 'm2', 'm3');
    bench.hear('m1', join('m1', 7));
    bench.hear('m2', join('m2', 7));
    bench.depart('m1');
    bench.depart('m2');
    const statusTimes = new Map([
      ['m1', 7],
      ['m2', 9],
    ]);
    bench.exchange('m3', { time: 10, statusTimes, leftMembers: ['m1', 'm2'] });
    expect(bench.core.member('m1')).toMatchObject({ status: 'left', statusTime: 8 });
    expect(bench.core.member('m2')).toMatchObject({ status: 'left', statusTime: 9 });
  });

  test('that lists a member that has left here too does not make its leave newer', () => {
    const bench = benchWith('m1', 'm2');
    bench.hear('m1', leave('m1', 5));
    bench.depart('m1');
    const listed = (time: number) => {
      bench.exchange('m2', { time: 6, statusTimes: new Map([['m1', time]]), leftMembers: ['m1'] });
      return bench.core.member('m1')?.statusTime;
    };
    expect([listed(5), listed(5), listed(3), listed(8), listed(8)]).toEqual([5, 5, 5, 8, 8]);
    bench.hear('m2', leave('m1', 9, true));
    expect(bench.status('m1')).toBeUndefined();
  });

  test('that lists a leave makes what is said next newer than a peer may take the leave for', () => {
    const bench = benchWith('m1', 'm2', 'm3');
    bench.depart('m1');
    bench.give({ type: 'force-leave', commandId: 1, node: 'm1', isPrune: false });
    bench.run(1_000);
    const { statusTimes } = bench.exchange('m2', {});
    const prune = (node: string, commandId: number) => {
      bench.takeSent();
      bench.give({ type: 'force-leave', commandId, node, isPrune: true });
      bench.run(1_000);
      return bench.takeMessages('leave').find((message) => message.node === node)?.time;
    };
    expect(prune('m1', 2)).toBeGreaterThan((statusTimes.get('m1') ?? 0) + 1);
    bench.depart('m3');
    bench.exchange('m2', { time: 9, statusTimes: new Map([['m3', 40]]), leftMembers: ['m3'] });
    expect(prune('m3', 3)).toBeGreaterThan(41);
  });

  test('leaves a member that came back one newer word to say, however often it is listed', () => {
    const bench = benchWith('m1', 'm2');
    const listed = { time: 9, leftMembers: ['m1'] };
    bench.exchange('m2', { ...listed, statusTimes: new Map([['m1', 7]]) });
    bench.exchange('m2', { ...listed, statusTimes: new Map([['m1', 8]]) });
    expect(bench.core.member('m1')).toMatchObject({ status: 'leaving', statusTime: 7 });
    bench.hear('m1', join('m1', 8));
    expect(bench.status('m1')).toBe('alive');
  });

  test('with a later word about us than our own is answered with a newer one', () => {
    const bench = benchWith('m1', 'm2');
    bench.exchange('m1', { time: 21, statusTimes: new Map([['m0', 20]]) });
    bench.run(1_000);
    const sent = bench.takeSent().map(({ message }) => message);
    expect(sent).toContainEqual(join('m0', 21));
    expect(bench.core.localMember).toMatchObject({ status: 'alive', statusTime: 21 });
    bench.exchange('m2', { time: 22, statusTimes: new Map([['m0', 21]]) });
    bench.run(1_000);
    expect(bench.takeMessages('join')).toEqual([]);
  });

  test('that cannot be read is counted', () => {
    const bench = benchWith('m1');
    bench.give({ type: 'stream-accepted', streamId: -9, from: { host: '10.0.0.1', port: 1 } });
    const bytes = bench.swimCodec.encodeStream(
      { type: 'push-pull', isJoin: false, nodes: [], userState: Uint8Array.of(2, 0xc1) },
      { side: 'dialled' },
    );
    bench.give({ type: 'stream-data', streamId: -9, bytes });
    expect(bench.rejects()).toEqual(['serf-malformed']);
  });
});

describe('leaving', () => {
  test('is told to others first, then to the layer below, then waited out', () => {
    const bench = benchWith('m1', 'm2');
    bench.give({ type: 'leave', commandId: 1 });
    bench.give({ type: 'leave', commandId: 2 });
    expect(bench.core.state).toBe('leaving');
    bench.run(4_000);
    expect(bench.takeMessages('leave')[0]).toMatchObject({ node: 'm0', isPrune: false });
    bench.run(10_000);
    expect(bench.core.state).toBe('left');
    expect(bench.status('m0')).toBe('left');
    expect([bench.outcomes.get(1), bench.outcomes.get(2)]).toEqual([
      { type: 'done' },
      { type: 'done' },
    ]);
    expect(bench.takeEvents()).toEqual(['member-leave m0', 'left']);
  });

  test('alone takes only the pause', () => {
    const bench = new SerfBench();
    bench.give({ type: 'leave', commandId: 1 });
    bench.run(1_000);
    expect(bench.core.state).toBe('left');
    bench.give({ type: 'leave', commandId: 2 });
    expect(bench.outcomes.get(2)).toEqual({ type: 'done' });
    bench.give({ type: 'force-leave', commandId: 3, node: 'm1', isPrune: false });
    expect(bench.outcomes.get(3)).toMatchObject({ type: 'failed', reason: 'left' });
  });
});

describe('members that are gone', () => {
  test('are forgotten after their time, each list after its own', () => {
    const bench = new SerfBench({ reconnectTimeoutMs: 60_000, tombstoneTimeoutMs: 120_000 });
    for (const name of ['m1', 'm2']) bench.arrive(name);
    bench.depart('m1');
    bench.depart('m2', 'm2');
    bench.run(90_000);
    expect([bench.status('m1'), bench.status('m2')]).toEqual([undefined, 'left']);
    bench.run(60_000);
    expect(bench.status('m2')).toBeUndefined();
    expect(bench.takeEvents()).toContain('member-reap m1');
  });

  test('may each have a time of their own', () => {
    const bench = new SerfBench(
      { reconnectTimeoutMs: 60_000 },
      { reapTimeoutMs: ({ name }, timeoutMs) => (name === 'm1' ? 600_000 : timeoutMs) },
    );
    for (const name of ['m1', 'm2']) bench.arrive(name);
    bench.depart('m1');
    bench.depart('m2');
    bench.run(120_000);
    expect([bench.status('m1'), bench.status('m2')]).toEqual(['failed', undefined]);
  });

  test('are tried again from time to time', () => {
    const bench = benchWith('m1');
    bench.depart('m1');
    bench.effects.length = 0;
    bench.run(120_000);
    const dialled = bench.effects.filter((effect) => effect.type === 'open-stream');
    expect(dialled.length).toBeGreaterThan(1);
    expect(dialled[0]).toMatchObject({ to: { host: '10.0.0.1', port: 7_946, name: 'm1' } });
  });
});
