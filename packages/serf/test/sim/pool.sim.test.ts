import { describe, expect, test } from 'vitest';
import { SerfCluster } from '../support/serf-cluster.js';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('a pool', () => {
  test.each([3, 10, 50])('of %i members forms from one seed member', async (count) => {
    const cluster = new SerfCluster({ seed: count });
    await cluster.grow(count);
    expect(cluster.serf('n0').memberCount).toBe(count);
    expect(cluster.serf('n1').member('n0')?.endpoint).toMatchObject({ port: 7_946, name: 'n0' });
  });

  test('sees a member that leaves as left, never as failed', async () => {
    const cluster = new SerfCluster({ seed: 2 });
    await cluster.grow(10);
    await cluster.settle(cluster.serf('n9').leave());
    expect(cluster.serf('n9').state).toBe('left');
    expect(cluster.countSeen('n9', 'left')).toBe(1);
    cluster.node('n9').kill();
    await cluster.until(() => cluster.allBelieve('n9', 'left'), 5_000);
    await cluster.run(30_000);
    expect(cluster.allBelieve('n9', 'left')).toBe(true);
    for (const name of cluster.nodes.keys()) {
      expect(cluster.countSeen(name, 'member-failed')).toBe(0);
      expect(cluster.countSeen(name, 'member-leave', 'n9')).toBe(1);
    }
  });

  test('sees a killed member as failed, and as alive when it returns', async () => {
    const cluster = new SerfCluster({ seed: 3 });
    await cluster.grow(5);
    const { host } = cluster.node('n4');
    cluster.node('n4').kill();
    await cluster.until(() => cluster.allBelieve('n4', 'failed'), 30_000);
    await cluster.add('n4', { host });
    await cluster.settle(cluster.join('n4', 'n0'));
    await cluster.until(() => cluster.isWhole(), 10_000);
    expect(cluster.countSeen('n0', 'member-join', 'n4')).toBe(2);
    expect(cluster.node('n0').counts.get('serf.member.flap')).toBe(1);
  });

  test('delivers every user event to every member exactly once', async () => {
    const cluster = new SerfCluster({ seed: 4 });
    await cluster.grow(20);
    for (let index = 0; index < 20; index += 1) {
      await cluster.settle(cluster.serf(`n${index}`).userEvent('deploy', text(`v${index}`)));
    }
    await cluster.run(90_000);
    for (const name of cluster.nodes.keys()) {
      for (let index = 0; index < 20; index += 1) {
        expect(cluster.countSeen(name, 'user-event', `deploy=v${index}`)).toBe(1);
      }
    }
  });

  test('answers a query from all members, and ends it early', async () => {
    const cluster = new SerfCluster({ seed: 5 });
    await cluster.grow(10);
    for (const { serf, name } of cluster.nodes.values()) {
      serf.on('query', (query) => void query.respond(text(`${query.name} from ${name}`)));
    }
    const startMs = cluster.clock.nowMs();
    const query = await cluster.settle(cluster.serf('n3').query('uptime', { wantsAck: true }));
    const { acks, responses } = await cluster.settle(query.result());
    expect([...acks].sort()).toEqual([...cluster.nodes.keys()].sort());
    expect(responses).toHaveLength(10);
    expect(cluster.clock.nowMs()).toBeLessThan(query.deadlineMs);
    expect(query.deadlineMs - startMs).toBeCloseTo(6_400, -2);
  });

  test('asks only those that a filter names', async () => {
    const cluster = new SerfCluster({ seed: 6 });
    for (const [index, role] of ['web', 'db', 'web-2'].entries()) {
      await cluster.add(`n${index}`, { tags: { role } });
    }
    await cluster.settle(cluster.join('n1', 'n0'));
    await cluster.settle(cluster.join('n2', 'n0'));
    await cluster.until(() => cluster.isWhole(), 10_000);
    const query = await cluster.settle(
      cluster.serf('n1').query('who', { filterTags: { role: '^web' }, wantsAck: true }),
    );
    const { acks } = await cluster.settle(query.result());
    expect([...acks].sort()).toEqual(['n0', 'n2']);
    expect(cluster.countSeen('n1', 'query')).toBe(0);
  });

  test('spreads new tags', async () => {
    const cluster = new SerfCluster({ seed: 7 });
    await cluster.grow(5, { tags: { role: 'web' } });
    await cluster.settle(cluster.serf('n2').setTags({ role: 'db', dc: 'east' }));
    await cluster.until(
      () =>
        [...cluster.nodes.values()].every(({ serf }) => serf.member('n2')?.tags['dc'] === 'east'),
      5_000,
    );
    expect(cluster.countSeen('n0', 'member-update', 'n2')).toBe(1);
  });

  test('turns a failed member into one that left on request, and forgets it on request', async () => {
    const cluster = new SerfCluster({ seed: 8 });
    await cluster.grow(6);
    cluster.node('n4').kill();
    cluster.node('n5').kill();
    await cluster.until(
      () => cluster.allBelieve('n4', 'failed') && cluster.allBelieve('n5', 'failed'),
      60_000,
    );
    await cluster.settle(cluster.serf('n0').forceLeave('n4'));
    await cluster.settle(cluster.serf('n0').forceLeave('n5', { prune: true }));
    await cluster.until(() => cluster.allBelieve('n4', 'left'), 5_000);
    await cluster.until(() => cluster.allBelieve('n5', undefined), 5_000);
    await cluster.run(120_000);
    expect(cluster.allBelieve('n5', undefined)).toBe(true);
    expect(cluster.countSeen('n1', 'member-reap', 'n5')).toBe(1);
  });

  test('keeps a living member that somebody wants to be gone', async () => {
    const cluster = new SerfCluster({ seed: 9 });
    await cluster.grow(5);
    await cluster.settle(cluster.serf('n0').forceLeave('n3', { prune: true }));
    await cluster.run(20_000);
    expect(cluster.isWhole()).toBe(true);
  });

  test('heals after a partition', async () => {
    const cluster = new SerfCluster({
      seed: 10,
      defaults: { tuning: { reconnectIntervalMs: 5_000 } },
    });
    await cluster.grow(6);
    const hosts = [...cluster.nodes.values()].map(({ host }) => host);
    cluster.network.partition([hosts.slice(0, 3), hosts.slice(3)]);
    await cluster.until(() => cluster.statusOf('n0', 'n5') === 'failed', 60_000);
    await cluster.until(() => cluster.statusOf('n5', 'n0') === 'failed', 60_000);
    cluster.network.heal();
    await cluster.until(() => cluster.isWhole(), 120_000);
  });

  test('does the same again with the same seed', async () => {
    const play = async (): Promise<string> => {
      const cluster = new SerfCluster({ seed: 11 });
      await cluster.grow(8);
      await cluster.settle(cluster.serf('n1').userEvent('go'));
      cluster.node('n7').kill();
      await cluster.run(30_000);
      return cluster.traceHash();
    };
    expect(await play()).toBe(await play());
  });

  test('knows about the round-trip time between two members', async () => {
    const cluster = new SerfCluster({ seed: 12, link: { latency: { type: 'fixed', ms: 20 } } });
    await cluster.grow(5);
    await cluster.run(120_000);
    expect(cluster.serf('n0').coordinate()).toBeDefined();
    expect(cluster.serf('n0').coordinateOf('n1')).toBeDefined();
    expect(cluster.serf('n0').coordinateOf('nobody')).toBeUndefined();
  });
});
