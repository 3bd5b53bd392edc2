import { describe, expect, it } from 'vitest';
import { command } from './key-value-machine.js';
import { VirtualCluster, type VirtualServer } from './virtual-cluster.js';

/** A group of three, its leader and a follower. */
async function group(
  config: ConstructorParameters<typeof VirtualCluster>[0] = {},
): Promise<{ cluster: VirtualCluster; leader: VirtualServer; follower: VirtualServer }> {
  const cluster = new VirtualCluster(config);
  const leader = await cluster.found(['a', 'b', 'c']);
  await cluster.until(leader.raft.barrier());
  const follower = [...cluster.servers.values()].find((server) => server !== leader);
  return { cluster, leader, follower: follower as VirtualServer };
}

describe('what becomes of a call (R68)', () => {
  it('NOT_LEADER names the leader', async () => {
    const { cluster, leader, follower } = await group();
    await cluster.until(follower.raft.waitForLeader());
    const hint = { code: 'NOT_LEADER', leader: { id: leader.id, address: `${leader.id}:1` } };
    const { raft } = follower;
    const calls: readonly Promise<unknown>[] = [
      raft.propose(command('k', 'v')),
      raft.barrier(),
      raft.verifyLeader(),
      raft.removeServer('a'),
      raft.transferLeadership(),
    ];
    for (const outcome of await cluster.until(Promise.allSettled(calls))) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: hint });
    }
    await cluster.stop();
  });

  it('OVERLOADED took nothing, and says what was too much', async () => {
    const { cluster, leader } = await group({ uncommittedBytesMax: 100, pendingReadsMax: 1 });
    const calls = [1, 2].map(() => leader.raft.propose(new Uint8Array(70)));
    const [first, second] = await cluster.until(Promise.allSettled(calls));
    expect(first).toMatchObject({ status: 'fulfilled' });
    expect(second).toMatchObject({ reason: { code: 'OVERLOADED', reason: 'overloaded' } });
    expect(leader.machine.appliedCount).toBe(1);
    await cluster.stop();
  });

  it('DROPPED took nothing, and says why', async () => {
    const { cluster, leader, follower } = await group();
    const transfer = leader.raft.transferLeadership(follower.id);
    const during = leader.raft.propose(command('during', 'v'));
    await expect(cluster.until(during)).rejects.toMatchObject({
      code: 'DROPPED',
      reason: 'transfer-in-progress',
    });
    await cluster.until(transfer);
    const next = await cluster.leader([follower]);
    cluster.network.disconnect(next.id);
    await expect(cluster.until(next.raft.readIndex())).rejects.toMatchObject({
      code: 'DROPPED',
      reason: 'leadership-lost',
    });
    expect(next.machine.values.has('during')).toBe(false);
    await cluster.stop();
  });

  it('REFUSED changed nothing, and says why', async () => {
    const { cluster, leader } = await group();
    const { raft } = leader;
    const refusals: readonly (readonly [Promise<unknown>, string])[] = [
      [raft.promote('nobody'), 'unknown-server'],
      [raft.removeServer('nobody'), 'unknown-server'],
      [raft.promote('b'), 'already-voter'],
      [raft.addVoter({ id: '', address: 'd:1' }), 'invalid-server'],
      [raft.addVoter({ id: 'd', address: 'b:1' }), 'address-taken'],
      [raft.removeServer('a', { expectedConfigurationIndex: 99 }), 'configuration-changed'],
      [raft.transferLeadership('nobody'), 'target-not-voter'],
      [raft.transferLeadership(raft.id), 'target-is-self'],
    ];
    const outcomes = await cluster.until(Promise.allSettled(refusals.map(([call]) => call)));
    expect(outcomes[2]).toMatchObject({
      reason: { message: expect.stringContaining('not changed: server "b" is a voter already') },
    });
    for (const [at, [, reason]] of refusals.entries()) {
      expect(outcomes[at]).toMatchObject({ reason: { code: 'REFUSED', reason } });
    }
    expect(raft.configuration().voters).toHaveLength(3);
    await cluster.stop();
  });

  it('REFUSED because the server stays a learner took effect in part, and says how to undo it', async () => {
    const { cluster, leader } = await group();
    const { raft } = leader;
    await cluster.until(raft.barrier());
    const adding = raft.addVoter({ id: 'd', address: 'd:1' });
    await expect(cluster.until(adding)).rejects.toMatchObject({
      code: 'REFUSED',
      reason: 'stays-learner',
      message: expect.stringMatching(
        /d was added .* it stays a learner.*removeServer takes it out/,
      ),
    });
    expect(raft.configuration().learners).toMatchObject([{ id: 'd' }]);
    await cluster.until(raft.removeServer('d'));
    expect(raft.configuration().learners).toEqual([]);
    await cluster.stop();
  });

  it('OUTCOME_UNKNOWN may have taken effect, or not', async () => {
    for (const isLostAtOnce of [true, false]) {
      const { cluster, leader } = await group();
      const call = leader.raft.propose(command('k', 'v'));
      call.catch(() => undefined);
      if (!isLostAtOnce) {
        const others = [...cluster.servers.values()].filter((server) => server !== leader);
        await cluster.eventually(() => others.some(({ raft }) => raft.status().lastIndex > 3));
      }
      cluster.network.disconnect(leader.id);
      const settled = await cluster.until(Promise.allSettled([call]));
      const isAnswered = settled[0]?.status === 'fulfilled';
      if (!isAnswered) expect(settled).toMatchObject([{ reason: { code: 'OUTCOME_UNKNOWN' } }]);
      const rest = [...cluster.servers.values()].filter((server) => server !== leader);
      const next = await cluster.leader(rest);
      await cluster.until(next.raft.barrier());
      expect(next.machine.values.has('k')).toBe(!isLostAtOnce);
      await cluster.stop();
    }
  });
});
