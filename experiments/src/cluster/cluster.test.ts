import { expect, test } from 'vitest';
import { Cluster, type ClusterChange } from './cluster.js';
import { Gate } from './gate.js';

test('a closed gate holds up what is sent and what came in, and lets it go in order', () => {
  const gate = new Gate();
  const done: string[] = [];
  gate.send(() => done.push('sent at once'));
  gate.close();
  gate.receive(() => done.push('came in first'));
  gate.send(() => done.push('sent'));
  gate.receive(() => done.push('came in second'));
  expect(done).toEqual(['sent at once']);
  gate.open();
  expect(done.slice(1)).toEqual(['sent', 'came in first', 'came in second']);
});

test('a member behind a closed gate is declared failed, and comes back when it opens', async () => {
  const changes: ClusterChange[] = [];
  const cluster = new Cluster({
    seed: 1,
    memberCount: 8,
    config: { suspicionMultiplier: 2, pushPullIntervalMs: 5_000 },
    link: {},
    onChange: (change) => changes.push(change),
  });
  await cluster.run(10_000);
  const sizes = (): number[] => cluster.members.map(({ swim }) => swim?.members().length ?? 0);
  expect(sizes()).toEqual(Array.from({ length: 8 }, () => 8));
  cluster.members[5]?.gate.close();
  await cluster.run(40_000);
  const failed = changes.filter(({ type, observer }) => type === 'failed' && observer !== 5);
  expect(failed.map(({ member }) => member)).toEqual(Array.from({ length: 7 }, () => 5));
  cluster.members[5]?.gate.open();
  await cluster.run(70_000);
  expect(sizes()).toEqual(Array.from({ length: 8 }, () => 8));
});
