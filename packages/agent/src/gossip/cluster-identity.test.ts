import { silentLogger } from '@konsul/runtime';
import { expect, test } from 'vitest';
import {
  ClusterIdentity,
  type ClusterIdStore,
  clusterIdOf,
  clusterObjection,
} from './cluster-identity.js';
import type { PoolMember, PoolMemberStatus } from './pool-member.js';

function server(
  name: string,
  cluster: string | undefined,
  { status = 'alive', dc = 'dc1' }: { status?: PoolMemberStatus; dc?: string } = {},
): PoolMember {
  const tags = { role: 'consul', dc, port: '8300', ...(cluster === undefined ? {} : { cluster }) };
  return { name, status, tags, endpoint: { host: '10.0.0.1', port: 8301 } };
}

class MemoryStore implements ClusterIdStore {
  clusterId: string | undefined;

  async keepClusterId(clusterId: string): Promise<void> {
    this.clusterId = clusterId;
  }
}

interface Bench {
  readonly identity: ClusterIdentity;
  readonly store: MemoryStore;
  /** What was announced, and whether it had been kept by then. */
  readonly announced: [string, boolean][];
}

function bench(parts: { initialId?: string; storedId?: string } = {}): Bench {
  const store = new MemoryStore();
  store.clusterId = parts.storedId;
  const announced: [string, boolean][] = [];
  const identity = new ClusterIdentity({
    datacenter: 'dc1',
    store,
    initialId: parts.initialId,
    announce: async (id) => void announced.push([id, store.clusterId === id]),
    logger: silentLogger,
  });
  return { identity, store, announced };
}

test('all founders make the same id of each other, in whatever order they know them', () => {
  expect(clusterIdOf(['a', 'b', 'c'])).toBe(clusterIdOf(['c', 'a', 'b']));
  expect(clusterIdOf(['a', 'b', 'c'])).not.toBe(clusterIdOf(['a', 'b', 'd']));
  expect(clusterIdOf(['a'])).toMatch(/^[0-9a-f]{16}$/);
});

test('what is founded is kept before it is announced', async () => {
  const { identity, announced } = bench();
  await identity.found(['a', 'b']);
  expect(identity.id).toBe(clusterIdOf(['a', 'b']));
  expect(announced).toEqual([[identity.id, true]]);
});

test('who comes later takes the id of the living servers of its own datacenter', async () => {
  const { identity, store } = bench();
  const others = [server('x', 'wrong', { dc: 'dc2' }), server('y', 'old', { status: 'failed' })];
  await identity.adopt([...others, server('z', undefined)]);
  expect(identity.id).toBeUndefined();
  await identity.adopt([...others, server('a', 'right')]);
  expect([identity.id, store.clusterId]).toEqual(['right', 'right']);
});

test('an id never changes', async () => {
  const { identity, announced } = bench({ storedId: 'kept', initialId: 'initial' });
  await identity.adopt([server('a', 'other')]);
  await identity.found(['a', 'b']);
  await identity.keep();
  expect(identity.id).toBe('kept');
  expect(announced).toEqual([]);
});

test('an id that was known from the beginning is kept', async () => {
  const { identity, store } = bench({ initialId: 'alone' });
  await identity.keep();
  expect(store.clusterId).toBe('alone');
});

const own = { datacenter: 'dc1', clusterId: 'ours' };
test.each([
  ['a server of ours', [server('a', 'ours')], own, undefined],
  ['a server that knows no cluster yet', [server('a', undefined)], own, undefined],
  ['a server of another datacenter', [server('a', 'theirs', { dc: 'dc2' })], own, undefined],
  ['a server that failed long ago', [server('a', 'theirs', { status: 'failed' })], own, undefined],
  [
    'a server of another cluster',
    [server('a', 'theirs')],
    own,
    "Member 'a' is a server of another",
  ],
  [
    'two clusters, told to somebody who knows none',
    [server('a', 'one'), server('b', 'two')],
    { datacenter: 'dc1', clusterId: undefined },
    "Member 'b' is a server of another",
  ],
])('against %s: the objection is right', (_, members, to, objection) => {
  const told = clusterObjection(members, to);
  if (objection === undefined) expect(told).toBeUndefined();
  else expect(told).toContain(objection);
});
