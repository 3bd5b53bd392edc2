import { describe, expect, it } from 'vitest';
import type { RaftBackup } from '../../src/index.js';
import { command } from './key-value-machine.js';
import { VirtualCluster, type VirtualServer } from './virtual-cluster.js';

const config = { snapshotThresholdEntries: 15, trailingEntries: 2, laggingEntriesMax: 4 };

interface Kept {
  readonly metadata: RaftBackup['metadata'];
  readonly bytes: Uint8Array;
}

async function keep({ metadata, data }: RaftBackup): Promise<Kept> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of data) chunks.push(chunk);
  return { metadata, bytes: Buffer.concat(chunks) };
}

async function* pieces(bytes: Uint8Array, size = 100): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function put(
  cluster: VirtualCluster,
  leader: VirtualServer,
  [from, to]: readonly [number, number],
): Promise<void> {
  for (let at = from; at <= to; at += 1) {
    await cluster.until(leader.raft.propose(command(`k${at}`, 'v')));
  }
}

async function level(cluster: VirtualCluster, size: number): Promise<void> {
  const servers = [...cluster.servers.values()];
  await cluster.eventually(() => servers.every(({ machine }) => machine.values.size === size));
}

/** A group of three with forty keys, and a backup of when it had ten. */
async function group(): Promise<{ cluster: VirtualCluster; leader: VirtualServer; kept: Kept }> {
  const cluster = new VirtualCluster(config);
  const leader = await cluster.found(['a', 'b', 'c']);
  await put(cluster, leader, [1, 10]);
  const kept = await cluster.until(leader.raft.backup().then(keep));
  await put(cluster, leader, [11, 40]);
  return { cluster, leader, kept };
}

describe('a backup', () => {
  it('brings every server back to where it was taken, and the group goes on from there', async () => {
    const { cluster, leader, kept } = await group();
    await cluster.until(leader.raft.restore(kept.metadata, pieces(kept.bytes)));
    await level(cluster, 10);
    await put(cluster, leader, [50, 52]);
    await level(cluster, 13);
    for (const server of cluster.servers.values()) await cluster.restart(server);
    await cluster.until((await cluster.leader()).raft.barrier());
    await level(cluster, 13);
    await cluster.stop();
  });

  it('reaches a server that was away as a snapshot', async () => {
    const { cluster, leader, kept } = await group();
    const away = [...cluster.servers.values()].find((server) => server !== leader);
    cluster.network.disconnect(away?.id ?? '');
    await cluster.until(leader.raft.restore(kept.metadata, pieces(kept.bytes)));
    await put(cluster, leader, [60, 99]);
    const restored = away?.machine.restoredCount ?? 0;
    cluster.network.connect(away?.id ?? '');
    await level(cluster, 50);
    expect(away?.machine.restoredCount).toBeGreaterThan(restored);
    await cluster.stop();
  });

  it('is that of another group just as well', async () => {
    const { cluster, kept } = await group();
    const other = new VirtualCluster(config, 77);
    const { raft, machine } = await other.found(['x']);
    await other.until(raft.restore(kept.metadata, pieces(kept.bytes)));
    expect(machine.values.size).toBe(10);
    await other.stop();
    await cluster.stop();
  });

  it('that is damaged, short, long or cut off changes nothing anywhere', async () => {
    const { cluster, leader, kept } = await group();
    const { metadata, bytes } = kept;
    const damaged = new Uint8Array(bytes);
    damaged[5] = (damaged[5] ?? 0) ^ 1;
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 10);
      throw new Error('the file could not be read');
    }
    const attempts: readonly (readonly [AsyncIterable<Uint8Array>, object])[] = [
      [pieces(damaged), { code: 'SNAPSHOT_CORRUPT' }],
      [pieces(bytes.subarray(1)), { code: 'SNAPSHOT_CORRUPT' }],
      [pieces(Buffer.concat([bytes, bytes])), { code: 'SNAPSHOT_CORRUPT' }],
      [broken(), { message: 'the file could not be read' }],
    ];
    for (const [data, error] of attempts) {
      await expect(cluster.until(leader.raft.restore(metadata, data))).rejects.toMatchObject(error);
    }
    const none = { ...metadata, sizeBytes: -1 };
    await expect(cluster.until(leader.raft.restore(none, pieces(bytes)))).rejects.toMatchObject({
      code: 'INVALID_CONFIG',
    });
    await put(cluster, leader, [41, 41]);
    await level(cluster, 41);
    // What was left of the attempts holds up no snapshot.
    await cluster.until(leader.raft.takeSnapshot());
    await cluster.stop();
  });

  it('is taken by the leader only, and one at a time; commands wait outside', async () => {
    const { cluster, leader, kept } = await group();
    const follower = [...cluster.servers.values()].find((server) => server !== leader);
    const there = follower?.raft.restore(kept.metadata, pieces(kept.bytes));
    await expect(cluster.until(there ?? Promise.resolve())).rejects.toMatchObject({
      code: 'NOT_LEADER',
    });
    const first = leader.raft.restore(kept.metadata, pieces(kept.bytes, 1));
    const second = leader.raft.restore(kept.metadata, pieces(kept.bytes));
    await expect(cluster.until(second)).rejects.toMatchObject({ code: 'REFUSED' });
    const lost = leader.raft.propose(command('lost', 'v'));
    await expect(cluster.until(lost)).rejects.toMatchObject({ code: 'DROPPED' });
    await cluster.until(first);
    await level(cluster, 10);
    await cluster.stop();
  });

  it('whose leader is lost on the way is restored nowhere, and holds nothing up', async () => {
    const { cluster, leader, kept } = await group();
    let isCut = false;
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield kept.bytes.subarray(0, 20);
      cluster.network.disconnect(leader.id);
      isCut = true;
      yield* pieces(kept.bytes.subarray(20), 10);
    }
    const restoring = leader.raft.restore(kept.metadata, slow());
    await expect(cluster.until(restoring)).rejects.toMatchObject({ code: 'DROPPED' });
    expect(isCut).toBe(true);
    const others = [...cluster.servers.values()].filter((server) => server !== leader);
    const next = await cluster.leader(others);
    cluster.network.connect(leader.id);
    await put(cluster, next, [41, 70]);
    await level(cluster, 70);
    await cluster.until(next.raft.takeSnapshot());
    await cluster.stop();
  });

  it('is whole or not there after a crash of everybody in the midst of it', async () => {
    for (const cutAfterMs of [0, 2, 5, 10, 20, 40, 80]) {
      const { cluster, leader, kept } = await group();
      const restoring = leader.raft.restore(kept.metadata, pieces(kept.bytes, 20));
      restoring.catch(() => undefined);
      await cluster.pass(cutAfterMs);
      for (const server of cluster.servers.values()) await cluster.restart(server);
      await cluster.until((await cluster.leader()).raft.barrier());
      await cluster.pass(1_000);
      const sizes = [...cluster.servers.values()].map(({ machine }) => machine.values.size);
      expect(new Set(sizes).size).toBe(1);
      expect([10, 40]).toContain(sizes[0]);
      await cluster.stop();
    }
  });
});
