import { seededRng } from '@konsul/runtime';
import type { VirtualDisk } from '@konsul/simulation';
import { describe, expect, it } from 'vitest';
import {
  createFileSnapshotStore,
  createMemoryLogStore,
  createMemoryRaftNetwork,
  createMemorySnapshotStore,
  createRaft,
  createWalLogStore,
  recoverCluster,
} from '../../src/index.js';
import { command, KeyValueMachine } from './key-value-machine.js';
import { VirtualCluster, type VirtualServer } from './virtual-cluster.js';

const config = { snapshotThresholdEntries: 20, trailingEntries: 5, laggingEntriesMax: 10 };
const alone = { voters: [{ id: 'a', address: 'a:1' }], votersOutgoing: [], learners: [] };

/** A group of one that has taken snapshots and was stopped. */
async function stopped(): Promise<{ cluster: VirtualCluster; server: VirtualServer }> {
  const cluster = new VirtualCluster(config);
  const server = await cluster.found(['a']);
  for (let at = 0; at < 60; at += 1) {
    await cluster.until(server.raft.propose(command(`${at}`, 'v')));
  }
  await cluster.pass(500);
  await cluster.until(server.raft.stop());
  // Nobody else is there to let time pass.
  for (let at = 1; at < 2_000; at += 1) {
    cluster.clock.schedule(cluster.clock.nowMs() + at, () => undefined);
  }
  return { cluster, server };
}

async function removeAll(disk: VirtualDisk, directory: string): Promise<void> {
  for (const name of await disk.list(directory)) await disk.remove(`${directory}/${name}`);
  await disk.syncDirectory(directory);
}

function again(cluster: VirtualCluster, disk: VirtualDisk): ReturnType<typeof createRaft<number>> {
  const own = { clusterId: 'test', nodeId: 'a', disk: disk.session() };
  return createRaft<number>({
    id: 'a',
    address: 'a:1',
    logStore: createWalLogStore({ directory: '/raft/log', rng: seededRng(5), ...own }),
    snapshotStore: createFileSnapshotStore({ directory: '/raft/snapshots', ...own }),
    stateMachine: new KeyValueMachine(),
    transport: createMemoryRaftNetwork(cluster.clock).transport('a'),
    clock: cluster.clock,
  });
}

const foreign = { code: 'STORAGE_FOREIGN', message: expect.stringContaining('the log is empty') };

describe('snapshots of another life', () => {
  it('keep a group from being founded beside them, and stay as they are', async () => {
    const { cluster, server } = await stopped();
    await removeAll(server.disk, '/raft/log');
    const before = await server.disk.list('/raft/snapshots');
    await expect(cluster.until(again(cluster, server.disk).bootstrap(alone))).rejects.toMatchObject(
      foreign,
    );
    expect(await server.disk.list('/raft/snapshots')).toEqual(before);
  });

  it('keep a server without a log from starting, again and again', async () => {
    const { cluster, server } = await stopped();
    await removeAll(server.disk, '/raft/log');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const starting = again(cluster, server.disk).start();
      await expect(cluster.until(starting)).rejects.toMatchObject(foreign);
    }
  });

  it('are not restored when they come back beside a log that has begun anew', async () => {
    const { cluster, server } = await stopped();
    const name = (await server.disk.list('/raft/snapshots')).at(-1) ?? '';
    const stale = await server.disk.readFile(`/raft/snapshots/${name}`);
    await removeAll(server.disk, '/raft/log');
    await removeAll(server.disk, '/raft/snapshots');
    const raft = again(cluster, server.disk);
    await cluster.until(raft.bootstrap(alone));
    await cluster.until(raft.start());
    await cluster.eventually(() => raft.status().role === 'leader');
    for (let at = 0; at < 80; at += 1) await cluster.until(raft.propose(command('new', `${at}`)));
    await cluster.until(raft.stop());
    const file = await server.disk.open(`/raft/snapshots/${name}`, { create: true });
    await file.write(0, stale);
    await file.close();
    await expect(cluster.until(again(cluster, server.disk).start())).rejects.toMatchObject({
      code: 'STORAGE_FOREIGN',
      message: expect.stringMatching(/holds up to 82, and snapshot .* was not kept beside it/),
    });
  });

  it('keep a group from being recovered', async () => {
    const { cluster, server } = await stopped();
    await removeAll(server.disk, '/raft/log');
    const own = { clusterId: 'test', nodeId: 'a', disk: server.disk };
    const recovering = recoverCluster({
      id: 'a',
      logStore: createWalLogStore({ directory: '/raft/log', ...own }),
      snapshotStore: createFileSnapshotStore({ directory: '/raft/snapshots', ...own }),
      configuration: alone,
    });
    await expect(cluster.until(recovering)).rejects.toMatchObject(foreign);
  });

  it('are found out where a store does not say beside which log they were kept', async () => {
    const snapshotStore = createMemorySnapshotStore();
    const description = { id: 's', index: 9, term: 2, configuration: alone, configurationIndex: 1 };
    await (await snapshotStore.create(description)).commit();
    const node = () =>
      createRaft<number>({
        id: 'a',
        address: 'a:1',
        logStore: createMemoryLogStore(),
        snapshotStore,
        stateMachine: new KeyValueMachine(),
        transport: createMemoryRaftNetwork().transport('a'),
      });
    await expect(node().bootstrap(alone)).rejects.toMatchObject(foreign);
    await expect(node().start()).rejects.toMatchObject(foreign);
  });
});

describe('snapshots of this life', () => {
  it('are those beside a log that a crash has left empty, once the log knows its name', async () => {
    const cluster = new VirtualCluster();
    const { disk } = cluster.add('a');
    const own = { clusterId: 'test', nodeId: 'a', disk: disk.session() };
    const log = createWalLogStore({ directory: '/raft/log', rng: seededRng(5), ...own });
    const { logId } = await log.open();
    await log.close();
    expect(logId).toMatch(/^[0-9a-f]{16}$/);
    const store = createFileSnapshotStore({ directory: '/raft/snapshots', ...own });
    const description = { id: 's', index: 9, term: 2, configuration: alone, configurationIndex: 1 };
    const sink = await store.create({ ...description, logId: logId ?? '' });
    await sink.commit();
    disk.crash();
    const raft = again(cluster, disk);
    await raft.start();
    expect(raft.status()).toMatchObject({ lastIndex: 0, snapshotIndex: 0 });
    await raft.stop();
  });

  it('are those of a log that was compacted, restarted and compacted again', async () => {
    const { cluster, server } = await stopped();
    for (let round = 0; round < 3; round += 1) {
      await cluster.restart(server);
      await cluster.leader();
      for (let at = 0; at < 40; at += 1) {
        await cluster.until(server.raft.propose(command(`${round} ${at}`, 'v')));
      }
      await cluster.pass(500);
    }
    expect(server.machine.values.size).toBe(60 + 3 * 40);
    await cluster.stop();
  });
});
