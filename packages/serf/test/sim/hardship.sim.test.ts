import { Keyring } from '@konsul/swim';
import { describe, expect, test } from 'vitest';
import { SerfCluster } from '../support/serf-cluster.js';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const LOSSY = { latency: { type: 'uniform', minMs: 0.5, maxMs: 5 }, lossRatio: 0.1 } as const;

describe('over a network that loses a tenth of all packets', () => {
  test('every user event still reaches every member exactly once', async () => {
    const cluster = new SerfCluster({ seed: 21, link: LOSSY });
    await cluster.grow(15);
    for (let index = 0; index < 15; index += 1) {
      await cluster.settle(cluster.serf(`n${index}`).userEvent('deploy', text(`v${index}`)));
    }
    await cluster.run(120_000);
    for (const name of cluster.nodes.keys()) {
      for (let index = 0; index < 15; index += 1) {
        expect(cluster.countSeen(name, 'user-event', `deploy=v${index}`)).toBe(1);
      }
    }
  });

  test('relayed answers come through where direct ones are lost', async () => {
    const count = async (relayFactor: number): Promise<number> => {
      const cluster = new SerfCluster({ seed: 22, link: LOSSY });
      await cluster.grow(20);
      for (const { serf } of cluster.nodes.values()) {
        serf.on('query', (query) => void query.respond(text('here')));
      }
      const query = await cluster.settle(cluster.serf('n0').query('who', { relayFactor }));
      return (await cluster.settle(query.result())).responses.length;
    };
    expect(await count(3)).toBe(20);
    expect(await count(0)).toBeLessThan(20);
  });

  test('a member that leaves is never taken for failed', async () => {
    const cluster = new SerfCluster({ seed: 23, link: LOSSY });
    await cluster.grow(12);
    for (const name of ['n9', 'n10', 'n11']) {
      await cluster.settle(cluster.serf(name).leave());
      cluster.node(name).kill();
    }
    await cluster.run(60_000);
    for (const name of ['n9', 'n10', 'n11']) expect(cluster.allBelieve(name, 'left')).toBe(true);
  });
});

describe('a member', () => {
  test('that leaves and returns at once is not stuck in between', async () => {
    for (let seed = 30; seed < 36; seed += 1) {
      const cluster = new SerfCluster({ seed, link: LOSSY });
      await cluster.grow(6);
      const { host, serf } = cluster.node('n5');
      await cluster.settle(serf.leave());
      await cluster.settle(serf.stop());
      cluster.node('n5').kill();
      await cluster.add('n5', { host });
      await cluster.settle(cluster.join('n5', 'n1'));
      await cluster.run(90_000);
      expect(cluster.isWhole()).toBe(true);
    }
  });

  test('whose name most others know elsewhere stops, or reports it if so told', async () => {
    for (const onNameLost of ['stop', 'report'] as const) {
      const cluster = new SerfCluster({ seed: 40 });
      await cluster.grow(4);
      await cluster.add('twin', { host: '10.0.7.1' });
      await cluster.settle(cluster.join('twin', 'n0'));
      await cluster.until(() => cluster.isWhole(), 10_000);
      cluster.nodes.delete('twin');
      const late = await cluster.add('twin', { host: '10.0.7.2', onNameLost });
      await cluster.settle(cluster.join('twin', 'n1'));
      await cluster.until(() => cluster.countSeen('twin', 'name-lost') > 0, 60_000);
      await cluster.run(1_000);
      expect(late.serf.state).toBe(onNameLost === 'stop' ? 'stopped' : 'running');
    }
  });

  test('that gathers events is told of a storm in a few words', async () => {
    const cluster = new SerfCluster({ seed: 41 });
    await cluster.add('n0', { tuning: { memberCoalesceMs: 3_000, memberQuiescentMs: 1_000 } });
    for (let index = 1; index < 20; index += 1) await cluster.add(`n${index}`);
    const joins = Array.from({ length: 19 }, (_, index) => cluster.join(`n${index + 1}`, 'n0'));
    await cluster.settle(Promise.all(joins));
    await cluster.until(() => cluster.isWhole(), 20_000);
    await cluster.run(5_000);
    const told = cluster.node('n0').seen.filter(({ type }) => type === 'member-join');
    expect(told.length).toBeLessThan(6);
    expect(new Set(told.flatMap(({ text: names }) => names.split(','))).size).toBe(20);
  });
});

describe('a key', () => {
  test('is changed in a whole pool without a gap', async () => {
    const [oldKey, newKey] = [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)];
    const cluster = new SerfCluster({ seed: 42 });
    let savedCount = 0;
    for (let index = 0; index < 5; index += 1) {
      await cluster.add(`n${index}`, {
        keyring: new Keyring([oldKey]),
        onKeyringChange: async () => {
          savedCount += 1;
        },
      });
      if (index > 0) await cluster.settle(cluster.join(`n${index}`, 'n0'));
    }
    await cluster.until(() => cluster.isWhole(), 20_000);
    const { keys } = cluster.serf('n3');
    for (const step of [
      () => keys.install(newKey),
      () => keys.use(newKey),
      () => keys.remove(oldKey),
    ]) {
      expect(await cluster.settle(step())).toMatchObject({ responseCount: 5, errorCount: 0 });
    }
    expect(savedCount).toBe(15);
    await cluster.run(20_000);
    expect(cluster.isWhole()).toBe(true);
  });
});
