import { describe, expect, test } from 'vitest';
import { SerfBench } from './support/serf-bench.js';
import { SerfCluster } from './support/serf-cluster.js';

describe('a member that is not let in', () => {
  test('is not believed', () => {
    const bench = new SerfBench(
      {},
      {
        validateMember: ({ name, tags }) =>
          tags['dc'] === 'east' ? undefined : `${name} is of another datacenter`,
      },
    );
    bench.arrive('m1', { tags: { dc: 'east' } });
    bench.arrive('m2', { tags: { dc: 'west' } });
    expect([bench.status('m1'), bench.status('m2')]).toEqual(['alive', undefined]);
  });

  test('is not believed for its name, where names are checked', () => {
    const bench = new SerfBench({ isNameValidated: true });
    for (const name of ['m-1', 'm.2', 'm 3', 'm_4', `m${'5'.repeat(128)}`]) bench.arrive(name);
    const names = bench.core.members().map(({ name }) => name);
    expect(names).toEqual(['m0', 'm-1', 'm.2']);
  });
});

describe('a check of the host that throws', () => {
  const broken = (): never => {
    throw new Error('check is broken');
  };

  test('has refused, and does not stop the member', async () => {
    const cluster = new SerfCluster({ seed: 5 });
    await cluster.add('n0', { validateMember: broken });
    await cluster.add('n1');
    // Who is refused has answered first, and does not hear of it.
    await cluster.settle(cluster.join('n1', 'n0'));
    await cluster.run(1_000);
    expect([cluster.serf('n0').state, cluster.serf('n0').memberCount]).toEqual(['running', 1]);
    await cluster.add('n2', { validateMerge: broken });
    await expect(cluster.settle(cluster.join('n2', 'n1'))).rejects.toThrow(/JOIN_FAILED/);
    expect(cluster.serf('n2').state).toBe('running');
  });

  test('leaves the configured time as it is', async () => {
    const cluster = new SerfCluster({ seed: 6 });
    const tuning = { reconnectTimeoutMs: 20_000 };
    await cluster.add('n0', { reapTimeoutMs: broken, tuning });
    await cluster.add('n1');
    await cluster.settle(cluster.join('n1', 'n0'));
    cluster.node('n1').kill();
    await cluster.until(() => cluster.statusOf('n0', 'n1') === 'failed', 30_000);
    await cluster.until(() => cluster.statusOf('n0', 'n1') === undefined, 60_000);
    expect(cluster.serf('n0').state).toBe('running');
  });
});

describe('joining a pool', () => {
  test('fails with the reason, when one of its members is refused', async () => {
    const cluster = new SerfCluster({ seed: 1 });
    await cluster.add('n0', { tags: { dc: 'west' } });
    await cluster.add('n1', {
      validateMember: ({ tags }) => (tags['dc'] === 'west' ? 'wrong datacenter' : undefined),
    });
    const joining = cluster.settle(cluster.join('n1', 'n0'));
    await expect(joining).rejects.toThrow(/\[JOIN_FAILED\].*wrong datacenter/);
    expect(cluster.serf('n1').memberCount).toBe(1);
  });

  test('fails when the pool as a whole is refused', async () => {
    const cluster = new SerfCluster({ seed: 2 });
    await cluster.grow(3);
    await cluster.add('late', {
      validateMerge: (members) => (members.length > 2 ? 'pool is full' : undefined),
    });
    const joining = cluster.settle(cluster.join('late', 'n0'));
    await expect(joining).rejects.toThrow(/pool is full/);
  });

  test('leaves out events from before, when that is wanted', async () => {
    const cluster = new SerfCluster({ seed: 3 });
    await cluster.grow(2);
    await cluster.settle(cluster.serf('n0').userEvent('before'));
    await cluster.run(2_000);
    for (const [name, ignoreOldEvents] of [
      ['curious', false],
      ['careless', true],
    ] as const) {
      await cluster.add(name);
      const peer = `n0/${cluster.node('n0').host}:7946`;
      await cluster.settle(cluster.serf(name).join([peer], { ignoreOldEvents }));
    }
    await cluster.run(5_000);
    await cluster.settle(cluster.serf('n1').userEvent('after'));
    await cluster.run(5_000);
    const events = (name: string): string[] =>
      cluster
        .node(name)
        .seen.filter(({ type }) => type === 'user-event')
        .map(({ text }) => text);
    expect(events('curious')).toEqual(['before=', 'after=']);
    expect(events('careless')).toEqual(['after=']);
  });
});
