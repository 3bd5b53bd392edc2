import { describe, expect, it } from 'vitest';
import { command } from './key-value-machine.js';
import { VirtualCluster, type VirtualServer } from './virtual-cluster.js';

async function fill(
  cluster: VirtualCluster,
  leader: VirtualServer,
  [from, to]: readonly [number, number],
): Promise<void> {
  const calls: Promise<number>[] = [];
  for (let at = from; at <= to; at += 1) {
    calls.push(leader.raft.propose(command(`k${at % 50}`, `v${at}`)));
  }
  await cluster.until(Promise.all(calls));
}

function others(cluster: VirtualCluster, leader: VirtualServer): VirtualServer[] {
  return [...cluster.servers.values()].filter((server) => server !== leader);
}

async function level(cluster: VirtualCluster): Promise<void> {
  await cluster.eventually(() => {
    const servers = [...cluster.servers.values()];
    const states = servers.map(({ machine }) => JSON.stringify([...machine.values].sort()));
    const applied = servers.map(({ raft }) => raft.status().appliedIndex);
    return new Set(states).size === 1 && new Set(applied).size === 1;
  });
}

describe('a group of one', () => {
  it('elects itself, applies commands in order and keeps them over a crash', async () => {
    const cluster = new VirtualCluster();
    const server = await cluster.found(['a']);
    const results = Promise.all([1, 2, 3].map((at) => server.raft.propose(command('k', `${at}`))));
    expect(await cluster.until(results)).toEqual([1, 2, 3]);
    await cluster.restart(server);
    await cluster.leader();
    await cluster.until(server.raft.readIndex());
    expect(server.machine.values.get('k')).toBe('3');
    await cluster.stop();
  });
});

describe('a group of three', () => {
  it('replicates to every server', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    await fill(cluster, leader, [1, 200]);
    await level(cluster);
    for (const { machine } of cluster.servers.values()) expect(machine.appliedCount).toBe(200);
    await cluster.stop();
  });

  it('sends those who ask a follower to the leader', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    const follower = others(cluster, leader)[0] as VirtualServer;
    await cluster.until(follower.raft.waitForLeader());
    await expect(cluster.until(follower.raft.propose(command('k', 'v')))).rejects.toMatchObject({
      code: 'NOT_LEADER',
      leader: { id: leader.id, address: `${leader.id}:1` },
    });
    await expect(cluster.until(follower.raft.verifyLeader())).rejects.toMatchObject({
      code: 'NOT_LEADER',
    });
    await cluster.stop();
  });

  it('reads on a follower what was acknowledged by the leader before', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    const follower = others(cluster, leader)[0] as VirtualServer;
    for (let round = 0; round < 10; round += 1) {
      await cluster.until(leader.raft.propose(command('k', `${round}`)));
      await cluster.until(follower.raft.readIndex());
      expect(follower.machine.values.get('k')).toBe(`${round}`);
    }
    await cluster.until(leader.raft.verifyLeader());
    await cluster.until(leader.raft.barrier());
    await cluster.stop();
  });

  it('goes on with a new leader, and tells callers of the old one that they cannot know', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    await fill(cluster, leader, [1, 10]);
    cluster.network.disconnect(leader.id);
    const lost = leader.raft.propose(command('lost', 'x'));
    await expect(cluster.until(lost)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    const next = await cluster.leader(others(cluster, leader));
    await fill(cluster, next, [11, 20]);
    cluster.network.connect(leader.id);
    await level(cluster);
    expect(leader.machine.values.has('lost')).toBe(false);
    await cluster.stop();
  });

  it('keeps everything that was acknowledged when all lose power at once', async () => {
    const cluster = new VirtualCluster();
    let leader = await cluster.found(['a', 'b', 'c']);
    for (let round = 0; round < 5; round += 1) {
      await fill(cluster, leader, [round * 40, round * 40 + 39]);
      for (const server of cluster.servers.values()) await cluster.restart(server);
      leader = await cluster.leader();
      await cluster.until(leader.raft.barrier());
      await level(cluster);
      expect(leader.machine.appliedCount).toBe((round + 1) * 40);
    }
    await cluster.stop();
  });

  it('stops waiting when the caller does', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    const controller = new AbortController();
    const call = leader.raft.propose(command('k', 'v'), { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
    await level(cluster);
    await cluster.stop();
  });

  it('takes nothing from a caller who has given up already', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a']);
    const options = { signal: AbortSignal.abort() };
    const { lastIndex } = leader.raft.status();
    const calls = [leader.raft.propose(command('k', 'v'), options), leader.raft.readIndex(options)];
    for (const result of await Promise.allSettled(calls)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'ABORTED' } });
    }
    await cluster.until(leader.raft.barrier());
    expect(leader.raft.status().lastIndex).toBe(lastIndex + 1);
    await cluster.stop();
  });

  it('rejects what is open when it is stopped', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    const calls = [leader.raft.propose(command('k', 'v')), leader.raft.readIndex()];
    const settled = Promise.allSettled(calls);
    await cluster.until(leader.raft.stop());
    for (const result of await settled) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'STOPPED' } });
    }
    await cluster.stop();
  });
});

describe('snapshots', () => {
  const config = { snapshotThresholdEntries: 64, trailingEntries: 8, laggingEntriesMax: 8 };

  it('are taken by policy, cut the log, and are what a restart begins from', async () => {
    const cluster = new VirtualCluster(config);
    const leader = await cluster.found(['a', 'b', 'c']);
    for (let round = 0; round < 5; round += 1) {
      await fill(cluster, leader, [round * 50, round * 50 + 49]);
    }
    await cluster.eventually(() => leader.raft.status().snapshotIndex >= 150);
    for (const server of cluster.servers.values()) await cluster.restart(server);
    await cluster.until((await cluster.leader()).raft.barrier());
    await level(cluster);
    for (const { machine } of cluster.servers.values()) {
      expect(machine.restoredCount).toBe(1);
      expect(machine.appliedCount).toBe(250);
    }
    expect((await leader.disk.list('/raft/snapshots')).length).toBeLessThanOrEqual(2);
    await cluster.stop();
  });

  it('bring a server level that was away for longer than the log reaches', async () => {
    const cluster = new VirtualCluster(config);
    const leader = await cluster.found(['a', 'b', 'c']);
    const away = others(cluster, leader)[0] as VirtualServer;
    cluster.network.disconnect(away.id);
    for (let round = 0; round < 6; round += 1) {
      await fill(cluster, leader, [round * 50, round * 50 + 49]);
      await cluster.pass(100);
    }
    cluster.network.connect(away.id);
    await level(cluster);
    expect(away.machine.restoredCount).toBe(1);
    expect(away.machine.appliedCount).toBe(300);
    await cluster.restart(away);
    await level(cluster);
    await cluster.stop();
  });

  it('can be asked for', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a']);
    await fill(cluster, leader, [1, 20]);
    const metadata = await cluster.until(leader.raft.takeSnapshot());
    expect(metadata.index).toBe(leader.raft.status().appliedIndex);
    expect(await cluster.until(leader.raft.takeSnapshot())).toEqual(metadata);
    await cluster.stop();
  });
});

describe('a leader', () => {
  it('is named only when it is known where it is', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a']);
    const fresh = cluster.add('b');
    await cluster.until(fresh.raft.start());
    const seen = new Set<string | undefined>();
    for (const name of ['leader-changed', 'configuration-changed'] as const) {
      fresh.raft.on(name, () => seen.add(fresh.raft.status().leader?.address));
    }
    const waiting = fresh.raft.waitForLeader();
    await cluster.until(leader.raft.addLearner({ id: 'b', address: 'b:1' }));
    expect(await cluster.until(waiting)).toEqual({ id: 'a', address: 'a:1' });
    expect(seen.has('')).toBe(false);
    await cluster.stop();
  });
});

describe('membership', () => {
  it('grows from one server to three and shrinks again', async () => {
    const cluster = new VirtualCluster({ snapshotThresholdEntries: 30, trailingEntries: 4 });
    const first = await cluster.found(['a']);
    await fill(cluster, first, [1, 100]);
    for (const id of ['b', 'c']) {
      const { raft } = cluster.add(id);
      await cluster.until(raft.start());
      await cluster.until(first.raft.addVoter({ id, address: `${id}:1` }));
    }
    expect(first.raft.configuration().voters.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    await level(cluster);
    await cluster.until(first.raft.removeServer('c'));
    expect(first.raft.configuration().voters.map(({ id }) => id)).toEqual(['a', 'b']);
    await cluster.stop();
  });

  it('tells who waits for a new voter that it was removed before it became one', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    await cluster.until(leader.raft.barrier());
    const absent = { id: 'd', address: 'd:1' };
    const adding = leader.raft.addVoter(absent);
    const settled = Promise.allSettled([adding]);
    await cluster.eventually(() => leader.raft.configuration().learners.length === 1);
    await cluster.until(leader.raft.barrier());
    await cluster.until(leader.raft.removeServer('d'));
    const [result] = await cluster.until(settled);
    expect(result).toMatchObject({
      status: 'rejected',
      reason: { code: 'REFUSED', reason: 'removed-meanwhile' },
    });
    await cluster.stop();
  });

  it('refuses a change that was meant for another configuration', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    await cluster.until(leader.raft.barrier());
    const call = leader.raft.removeServer('b', { expectedConfigurationIndex: 77 });
    await expect(cluster.until(call)).rejects.toMatchObject({ code: 'REFUSED' });
    await cluster.stop();
  });

  it('hands leadership over on request', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    await fill(cluster, leader, [1, 5]);
    const target = others(cluster, leader)[0] as VirtualServer;
    await cluster.until(leader.raft.transferLeadership(target.id));
    await cluster.eventually(() => target.raft.status().role === 'leader');
    await cluster.stop();
  });
});

describe('starting and stopping', () => {
  const voters = [{ id: 'a', address: 'a:1' }];
  const founding = { voters, votersOutgoing: [], learners: [] };

  it('a node founds its group when it is told to while it is starting', async () => {
    const cluster = new VirtualCluster();
    const { raft } = cluster.add('a');
    await cluster.until(Promise.all([raft.start(), raft.bootstrap(founding)]));
    await cluster.leader();
    expect(await cluster.until(raft.propose(command('k', 'v')))).toBe(1);
    await cluster.stop();
  });

  it('a group is founded once, however often it is asked for at the same time', async () => {
    const cluster = new VirtualCluster();
    const { raft } = cluster.add('a');
    const calls = [1, 2, 3].map(() => raft.bootstrap(founding));
    const results = await cluster.until(Promise.allSettled(calls));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(results[1]).toMatchObject({ reason: { code: 'ALREADY_BOOTSTRAPPED' } });
    await cluster.stop();
  });

  it('nothing runs on in a node that is stopped while it starts, wherever it stands', async () => {
    for (let steps = 0; steps < 400; steps += 1) {
      const cluster = new VirtualCluster();
      const { raft, disk } = cluster.add('a');
      const founded = raft.bootstrap(founding).catch(() => undefined);
      const started = raft.start().catch(() => undefined);
      for (let step = 0; step < steps; step += 1) await undefined;
      await raft.stop();
      await Promise.all([founded, started]);
      await expect(raft.readIndex()).rejects.toMatchObject({ code: 'STOPPED' });
      await cluster.pass(5_000);
      expect(cluster.clock.nextEventMs()).toBe(undefined);
      // The lock is free again.
      expect(await disk.list('/raft/log')).not.toContain('LOCK');
    }
  });

  it.each([
    ['no voters', { ...founding, voters: [] }],
    ['a joint configuration', { ...founding, votersOutgoing: voters }],
    ['a server twice', { ...founding, learners: voters }],
    [
      'two servers at one address',
      { ...founding, learners: [{ id: 'z', address: voters[0]?.address ?? '' }] },
    ],
    ['a nameless server', { ...founding, learners: [{ id: '', address: 'b:1' }] }],
    [
      'a name that no log can hold',
      { ...founding, voters: [{ id: 'x'.repeat(256), address: 'b' }] },
    ],
  ])('a group is not founded on %s', async (_, configuration) => {
    const cluster = new VirtualCluster();
    const { raft } = cluster.add('a');
    await expect(raft.bootstrap(configuration)).rejects.toMatchObject({ code: 'INVALID_CONFIG' });
    await cluster.stop();
  });
});

describe('faults', () => {
  it('silence a node whose disk fails, and the others go on (R64)', async () => {
    const cluster = new VirtualCluster();
    const leader = await cluster.found(['a', 'b', 'c']);
    const faults: unknown[] = [];
    leader.raft.on('fault', (error) => faults.push(error));
    leader.disk.inject({ operation: 'sync', code: 'EIO' });
    const call = leader.raft.propose(command('k', 'v'));
    await expect(cluster.until(call)).rejects.toMatchObject({ code: 'STOPPED' });
    expect(faults).toMatchObject([{ code: 'STORAGE_FAILED' }]);
    const next = await cluster.leader(others(cluster, leader));
    await fill(cluster, next, [1, 5]);
    await cluster.stop();
  });

  it('end a node whose state machine throws (R70)', async () => {
    const cluster = new VirtualCluster();
    const server = await cluster.found(['a']);
    const faults: unknown[] = [];
    server.raft.on('fault', (error) => faults.push(error));
    server.machine.apply = () => {
      throw new Error('division by zero');
    };
    await expect(cluster.until(server.raft.propose(command('k', 'v')))).rejects.toMatchObject({
      code: 'STOPPED',
    });
    expect(faults).toMatchObject([{ code: 'STATE_MACHINE_FAILED' }]);
    await cluster.stop();
  });

  it('answer no command when the state machine gives too few results', async () => {
    const cluster = new VirtualCluster();
    const server = await cluster.found(['a']);
    const { machine } = server;
    const apply = machine.apply.bind(machine);
    machine.apply = (entries) => apply(entries).slice(1);
    const calls = [1, 2].map((at) => server.raft.propose(command('k', `${at}`)));
    for (const result of await cluster.until(Promise.allSettled(calls))) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'STOPPED' } });
    }
    await cluster.stop();
  });

  it('end a snapshot that was asked for', async () => {
    const cluster = new VirtualCluster();
    const server = await cluster.found(['a']);
    await fill(cluster, server, [1, 3]);
    const { machine } = server;
    const apply = machine.apply.bind(machine);
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    Object.assign(machine, {
      apply: async (entries: Parameters<typeof apply>[0]) => gate.then(() => apply(entries)),
    });
    const call = server.raft.propose(command('k', 'v')).catch(() => undefined);
    await cluster.pass(50);
    const taking = server.raft.takeSnapshot();
    server.disk.inject({ operation: 'sync', code: 'EIO' });
    server.raft.barrier().catch(() => undefined);
    await expect(cluster.until(taking)).rejects.toMatchObject({ code: 'STOPPED' });
    go();
    await call;
    await cluster.stop();
  });

  it('refuse to found a group twice', async () => {
    const cluster = new VirtualCluster();
    const server = await cluster.found(['a']);
    const again = server.raft.bootstrap(server.raft.configuration());
    await expect(cluster.until(again)).rejects.toMatchObject({ code: 'ALREADY_BOOTSTRAPPED' });
    await cluster.stop();
  });

  it('let a started server found a group', async () => {
    const cluster = new VirtualCluster();
    const { raft } = cluster.add('a');
    await cluster.until(raft.start());
    await cluster.pass(3_000);
    const voters = [{ id: 'a', address: 'a:1' }];
    await cluster.until(raft.bootstrap({ voters, votersOutgoing: [], learners: [] }));
    await cluster.leader();
    expect(await cluster.until(raft.propose(command('k', 'v')))).toBe(1);
    await cluster.stop();
  });
});
