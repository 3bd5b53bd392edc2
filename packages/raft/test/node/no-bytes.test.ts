import { describe, expect, it } from 'vitest';
import { createWalLogStore, type StateMachine } from '../../src/index.js';
import { command } from './key-value-machine.js';
import { VirtualCluster } from './virtual-cluster.js';

const others: readonly unknown[] = ['hello', [1, 2], new ArrayBuffer(4), new Uint16Array(1), 5];

describe('what is no Uint8Array', () => {
  it('is no command: refused on the spot, written nowhere, and the leader leads on', async () => {
    const cluster = new VirtualCluster();
    const { raft, machine } = await cluster.found(['a']);
    await cluster.until(raft.barrier());
    const { lastIndex } = raft.status();
    for (const value of [...others, undefined, null, {}]) {
      const call = raft.propose(value as Uint8Array);
      await expect(cluster.until(call)).rejects.toMatchObject({
        code: 'REFUSED',
        message: expect.stringContaining('a command must be a Uint8Array; it is '),
      });
    }
    expect(raft.status()).toMatchObject({ lastIndex, role: 'leader', isRunning: true });
    expect(machine.appliedCount).toBe(0);
    await cluster.until(raft.propose(Buffer.from(command('k', 'v'))));
    await cluster.stop();
  });

  it('is no chunk of a backup: the state stays, and the next restore is taken', async () => {
    const cluster = new VirtualCluster();
    const { raft, machine } = await cluster.found(['a']);
    await cluster.until(raft.propose(command('k', 'v')));
    const { metadata, data } = await cluster.until(raft.backup());
    for (const value of others) {
      const chunks = (async function* () {
        yield value as Uint8Array;
      })();
      const call = raft.restore({ ...metadata, sizeBytes: 4 }, chunks);
      await expect(cluster.until(call)).rejects.toMatchObject({
        code: 'REFUSED',
        message: expect.stringContaining('a chunk of a backup must be a Uint8Array; it is a'),
      });
    }
    for (const value of [undefined, 'text', 5]) {
      const call = raft.restore(metadata, value as never);
      await expect(cluster.until(call)).rejects.toMatchObject({ code: 'REFUSED' });
    }
    expect(machine.values.size).toBe(1);
    await cluster.until(raft.restore(metadata, data));
    await cluster.stop();
  });

  it('is no entry of a log: it is refused before it is written, and the log goes on', async () => {
    const cluster = new VirtualCluster();
    const { disk } = cluster.add('x');
    const store = createWalLogStore({ directory: '/own', clusterId: 'c', nodeId: 'n', disk });
    await store.open();
    const entry = { index: 1, term: 1, kind: 'command', data: new Uint8Array(3) } as const;
    const broken = { ...entry, data: 'hello' as never };
    await expect(store.append({ entries: [broken], mustSync: true })).rejects.toMatchObject({
      code: 'REFUSED',
      message: '[REFUSED] the data of entry 1 must be a Uint8Array; it is a string',
    });
    await store.append({ entries: [entry], mustSync: true });
    expect(await store.read({ fromIndex: 1, toIndex: 1, bytesMax: 100 })).toEqual([entry]);
    await store.close();
  });

  it('is no chunk of a snapshot: none is taken, and the node goes on', async () => {
    for (const image of [{ data: others }, { data: 'text' }, {}, undefined]) {
      const cluster = new VirtualCluster({}, 1, (machine) => {
        const wrapped: StateMachine<number> = {
          apply: (entries) => machine.apply(entries) as never,
          snapshot: () => image as never,
          restore: (metadata, data) => machine.restore(metadata, data),
        };
        return wrapped;
      });
      const { raft } = await cluster.found(['a']);
      await cluster.until(raft.propose(command('k', 'v')));
      const call = raft.takeSnapshot();
      await expect(cluster.until(call)).rejects.toMatchObject({
        code: 'REFUSED',
        message: expect.stringContaining('of a snapshot must be'),
      });
      await cluster.until(raft.propose(command('k', 'w')));
      await cluster.stop();
    }
  });
});
