import { expect, test } from 'vitest';
import { Cluster, type ClusterChange } from './cluster.js';
import { Gate } from './gate.js';

test('a closed gate holds up what is sent and what came in, and lets it go in order', () => {
  const paced: (() => void)[] = [];
  const gate = new Gate((action) => paced.push(action));
  const done: string[] = [];
  gate.send(() => done.push('sent at once'));
  gate.close();
  gate.receive(() => done.push('came in first'));
  gate.send(() => done.push('sent'));
  gate.receive(() => done.push('came in second'));
  expect(done).toEqual(['sent at once']);
  gate.open(() => done.push('went on'));
  gate.receive(() => done.push('came in third'));
  expect(done.slice(1)).toEqual(['sent', 'went on']);
  paced.shift()?.();
  gate.close();
  paced.shift()?.();
  expect(done.slice(3)).toEqual(['came in first']);
  gate.open();
  while (paced.length > 0) paced.shift()?.();
  expect(done.slice(4)).toEqual(['came in second', 'came in third']);
  gate.receive(() => done.push('came in at once'));
  expect(done.at(-1)).toBe('came in at once');
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
  cluster.block(5);
  await cluster.run(40_000);
  const failed = changes.filter(({ type, observer }) => type === 'failed' && observer !== 5);
  expect(failed.map(({ member }) => member)).toEqual(Array.from({ length: 7 }, () => 5));
  cluster.unblock(5);
  await cluster.run(70_000);
  expect(sizes()).toEqual(Array.from({ length: 8 }, () => 8));
});
