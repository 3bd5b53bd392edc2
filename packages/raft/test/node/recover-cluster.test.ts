import { seededRng } from '@konsul/runtime';
import { describe, expect, it } from 'vitest';
import {
  type ClusterRecovery,
  type Configuration,
  createFileSnapshotStore,
  createWalLogStore,
  type RecoverClusterOptions,
  recoverCluster,
} from '../../src/index.js';
import { command } from './key-value-machine.js';
import { VirtualCluster, type VirtualServer } from './virtual-cluster.js';

const config = { snapshotThresholdEntries: 20, trailingEntries: 5, laggingEntriesMax: 10 };

function alone(id: string): Configuration {
  return { voters: [{ id, address: `${id}:1` }], votersOutgoing: [], learners: [] };
}

function recover(
  server: VirtualServer,
  options: Partial<RecoverClusterOptions> = {},
): Promise<ClusterRecovery> {
  const disk = server.disk.session();
  return recoverCluster({
    id: server.id,
    logStore: createWalLogStore({
      directory: '/raft/log',
      clusterId: 'test',
      nodeId: server.id,
      segmentBytes: 8192,
      disk,
      rng: seededRng(9),
    }),
    snapshotStore: createFileSnapshotStore({
      directory: '/raft/snapshots',
      clusterId: 'test',
      nodeId: server.id,
      disk,
    }),
    configuration: alone(server.id),
    rng: seededRng(8),
    ...options,
  });
}

/** A group of three that has taken snapshots, of which two servers are lost. */
async function survivor(): Promise<{ cluster: VirtualCluster; server: VirtualServer }> {
  const cluster = new VirtualCluster(config);
  const leader = await cluster.found(['a', 'b', 'c']);
  for (let at = 0; at < 50; at += 1) {
    await cluster.until(leader.raft.propose(command(`k${at}`, 'v')));
  }
  const server = [...cluster.servers.values()].find((other) => other !== leader) as VirtualServer;
  await cluster.eventually(() => server.machine.values.size === 50);
  for (const { id } of cluster.servers.values()) cluster.network.disconnect(id);
  await cluster.until(server.raft.stop());
  server.disk.crash();
  return { cluster, server };
}

describe('recovery after the loss of a quorum', () => {
  it('makes a survivor a group of its own, with everything it knew, that can grow again', async () => {
    const { cluster, server } = await survivor();
    const found = await cluster.until(recover(server));
    expect(found.previousConfiguration.voters).toHaveLength(3);
    expect(found.configurationIndex).toBe(found.lastIndex + 1);
    cluster.network.connect(server.id);
    await cluster.restart(server);
    await cluster.leader([server]);
    await cluster.until(server.raft.barrier());
    expect(server.machine.values.size).toBe(50);
    const fresh = cluster.add('d');
    await cluster.until(fresh.raft.start());
    await cluster.until(server.raft.addVoter({ id: 'd', address: 'd:1' }));
    await cluster.until(fresh.raft.readIndex());
    expect(fresh.machine.values.size).toBe(50);
    await cluster.stop();
  });

  it('is obeyed by another survivor with the data it had', async () => {
    const { cluster, server } = await survivor();
    await cluster.until(recover(server));
    await cluster.restart(server);
    const other = [...cluster.servers.values()].find((one) => one !== server) as VirtualServer;
    for (const { id } of [server, other]) cluster.network.connect(id);
    await cluster.pass(5_000);
    await cluster.leader([server]);
    await cluster.until(server.raft.addVoter({ id: other.id, address: `${other.id}:1` }));
    await cluster.until(server.raft.propose(command('after', 'v')));
    await cluster.eventually(() => other.machine.values.get('after') === 'v');
    await cluster.stop();
  });

  it('changes nothing in a dry run, and says how complete the log is', async () => {
    const { cluster, server } = await survivor();
    const first = await cluster.until(recover(server, { isDryRun: true }));
    const second = await cluster.until(recover(server, { isDryRun: true }));
    expect(second).toEqual(first);
    expect(first.configurationIndex).toBeUndefined();
    expect(first.lastIndex - first.commitIndex).toBe(first.uncertainCount);
    await cluster.stop();
  });

  it('refuses who was no voter, who would be none, an empty log, and a running node', async () => {
    const { cluster, server } = await survivor();
    const refused = (options: Partial<RecoverClusterOptions>): Promise<unknown> =>
      cluster.until(recover(server, options).catch((error: unknown) => error));
    expect(await refused({ configuration: alone('x') })).toMatchObject({ code: 'INVALID_CONFIG' });
    const none = { voters: [], votersOutgoing: [], learners: [] };
    expect(await refused({ configuration: none })).toMatchObject({ code: 'INVALID_CONFIG' });
    expect(await refused({ id: 'x', configuration: alone('x') })).toMatchObject({
      code: 'REFUSED',
    });
    const empty = cluster.add('e');
    await expect(cluster.until(recover(empty))).rejects.toMatchObject({ code: 'REFUSED' });
    await cluster.restart(server);
    await expect(cluster.until(recover(server))).rejects.toMatchObject({ code: 'STORAGE_LOCKED' });
    await cluster.stop();
  });

  it('refuses a log whose snapshot is damaged, and leaves it as it is', async () => {
    const { cluster, server } = await survivor();
    for (const name of await server.disk.list('/raft/snapshots')) {
      for (let bit = 0; bit < 40; bit += 1) server.disk.rot(`/raft/snapshots/${name}`);
    }
    const before = await server.disk.readFile('/raft/log/0000000001.wal').catch(() => undefined);
    await expect(cluster.until(recover(server))).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
    const after = await server.disk.readFile('/raft/log/0000000001.wal').catch(() => undefined);
    expect(after).toEqual(before);
    await cluster.stop();
  });
});
