import { describe, expect, it } from 'vitest';
import { command } from './key-value-machine.js';
import { VirtualCluster, type VirtualServer } from './virtual-cluster.js';

const leases = { leaseClockRatioMax: 1.1 };

describe('read', () => {
  it('shows on every server what was acknowledged before, at every consistency but stale (R48)', async () => {
    const cluster = new VirtualCluster(leases);
    const leader = await cluster.found(['a', 'b', 'c']);
    await cluster.until(leader.raft.propose(command('k', 'v')));
    for (const { raft, machine } of cluster.servers.values()) {
      for (const consistency of ['linearizable', 'lease'] as const) {
        const query = (): string | undefined => machine.values.get('k');
        expect(await cluster.until(raft.read(query, { consistency }))).toBe('v');
      }
    }
    await cluster.stop();
  });

  it('by lease needs no answer of a follower, and the other kind does (R49)', async () => {
    const cluster = new VirtualCluster(leases);
    const leader = await cluster.found(['a', 'b', 'c']);
    await cluster.until(leader.raft.propose(command('k', 'v')));
    cluster.network.disconnect(leader.id);
    const startedAtMs = cluster.clock.nowMs();
    await cluster.until(leader.raft.readIndex({ consistency: 'lease' }));
    expect(cluster.clock.nowMs()).toBe(startedAtMs);
    const strict = leader.raft.readIndex();
    await expect(cluster.until(strict)).rejects.toMatchObject({ code: 'DROPPED' });
    await cluster.stop();
  });

  it('is never stale by lease, whoever is elected while its leader is cut off (R49)', async () => {
    const cluster = new VirtualCluster(leases);
    const old = await cluster.found(['a', 'b', 'c']);
    await cluster.until(old.raft.propose(command('k', 'old')));
    cluster.network.disconnect(old.id);
    const others = [...cluster.servers.values()].filter((server) => server !== old);
    const seen: string[] = [];
    let isReplaced = false;
    const poll = (): void => {
      const startedAfter = isReplaced;
      old.raft
        .read(() => old.machine.values.get('k'), { consistency: 'lease' })
        .then(
          (value) => {
            if (startedAfter) seen.push(value ?? '');
          },
          () => undefined,
        );
    };
    const next: VirtualServer = await cluster.leader(others);
    await cluster.until(next.raft.propose(command('k', 'new')));
    isReplaced = true;
    for (let round = 0; round < 50; round += 1) {
      poll();
      await cluster.pass(20);
    }
    expect(seen).toEqual([]);
    await cluster.stop();
  });

  it('tells the index it stands at, so that a client can ask for no less later (R51)', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    await cluster.until(leader.raft.propose(command('k', 'v')));
    const index = await cluster.until(leader.raft.readIndex());
    expect(index).toBe(leader.raft.status().appliedIndex);
    for (const { raft } of cluster.servers.values()) {
      expect(await cluster.until(raft.readIndex())).toBeGreaterThanOrEqual(index);
    }
    await cluster.stop();
  });

  it('stale answers at once on a server that nobody can reach', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    await cluster.until(leader.raft.propose(command('k', 'v')));
    cluster.network.disconnect(leader.id);
    await cluster.pass(5_000);
    const value = leader.raft.read(() => leader.machine.values.get('k'), { consistency: 'stale' });
    expect(await cluster.until(value)).toBe('v');
    await cluster.stop();
  });
});
