import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { clientMember, serverMember, serverTags } from '../../test/support/pool-members.js';
import { decodeServerTags, encodeServerTags, type ServerTags } from '../gossip/member-tags.js';
import type { PoolMember, PoolMemberStatus } from '../gossip/pool-member.js';
import type { Area } from '../state/domain.js';
import { planAreas, type RunningArea } from './area-rule.js';
import { decideBootstrap } from './bootstrap-rule.js';
import { type CatalogView, catalogActionFor, reapedNodes } from './catalog-rule.js';
import { serversToFlood } from './flood-rule.js';

const server = (
  name: string,
  changes: Partial<ServerTags> = {},
  status: PoolMemberStatus = 'alive',
): PoolMember =>
  serverMember(
    name,
    { wanJoinPort: 8302, expectCount: 3, ...changes },
    { status, endpoint: { host: '127.0.0.1', port: 8301 } },
  );

const client = (name: string, status: PoolMemberStatus = 'alive'): PoolMember =>
  clientMember(name, { status, endpoint: { host: '127.0.0.9', port: 8301 } });

describe('member tags', () => {
  test('what a server says of itself is read back as it was', () => {
    const tags = serverTags({ isBootstrap: true, isNonVoter: true, usesTls: true, expectCount: 0 });
    expect(decodeServerTags(encodeServerTags(tags))).toEqual(tags);
  });

  test('a client is no server, and neither is a server without a port', () => {
    expect(decodeServerTags(client('c').tags)).toBeUndefined();
    expect(decodeServerTags({ role: 'consul', dc: 'dc1', port: '70000' })).toBeUndefined();
    expect(decodeServerTags({ role: 'consul', dc: 'dc1', port: 'x' })).toBeUndefined();
  });
});

describe('founding a cluster', () => {
  const expected = { datacenter: 'dc1', count: 3 };

  test('waits until the expected servers are known', () => {
    expect(decideBootstrap([server('a'), server('b'), client('c')], expected)).toEqual({
      type: 'wait',
      knownCount: 2,
    });
  });

  test('every server finds the same founders in the same order', () => {
    const members = [server('b'), server('c'), server('a')];
    const decision = decideBootstrap(members, expected);
    expect(decision).toEqual(decideBootstrap([...members].reverse(), expected));
    expect(decision).toMatchObject({
      type: 'found',
      servers: [{ id: 'id-a' }, { id: 'id-b' }, { id: 'id-c' }],
    });
  });

  test('a server that was told another number stops everybody', () => {
    const decision = decideBootstrap(
      [server('a'), server('b'), server('c', { expectCount: 5 })],
      expected,
    );
    expect(decision).toEqual({ type: 'refuse', reason: 'member c expects 5 servers, not 3' });
  });

  test('a server that founds alone stops everybody', () => {
    const decision = decideBootstrap([server('a'), server('b', { isBootstrap: true })], expected);
    expect(decision.type).toBe('refuse');
  });

  test('servers of other datacenters, non-voters and those that left do not count', () => {
    const others = [
      server('x', { datacenter: 'dc2' }),
      server('y', { isNonVoter: true }),
      server('z', {}, 'left'),
    ];
    expect(decideBootstrap([server('a'), server('b'), ...others], expected)).toEqual({
      type: 'wait',
      knownCount: 2,
    });
  });
});

describe('filling a wider pool', () => {
  test('names the servers that it lacks, at the port that leads into it', () => {
    const lan = [server('a'), server('b'), client('c'), server('d', {}, 'failed')];
    const wan = [{ ...server('a'), name: 'a.dc1' }];
    expect(serversToFlood(lan, wan, { datacenter: 'dc1', port: 'wan' })).toEqual([
      'b.dc1/127.0.0.1:8302',
    ]);
    expect(serversToFlood(lan, wan, { datacenter: 'dc1', port: 'rpc' })).toEqual([
      'b.dc1/127.0.0.1:8300',
    ]);
  });

  test('skips servers that do not say where to join them', () => {
    const lan = [server('b', { wanJoinPort: undefined })];
    expect(serversToFlood(lan, [], { datacenter: 'dc1', port: 'wan' })).toEqual([]);
  });
});

describe('areas', () => {
  const area = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    peerDatacenter: fc.constantFrom('dc2', 'dc3'),
    useTls: fc.boolean(),
  });
  const areas = fc.uniqueArray(area, { selector: ({ id }) => id });
  const asArea = (running: RunningArea): Area => ({
    ...running,
    retryJoin: [],
    createIndex: 1,
    modifyIndex: 1,
  });

  property.prop([areas, areas])('applying a plan leaves nothing to do', (wanted, running) => {
    const plan = planAreas(wanted.map(asArea), running);
    const after = [...running.filter(({ id }) => !plan.stop.includes(id)), ...plan.start];
    expect(planAreas(wanted.map(asArea), after)).toEqual({ start: [], stop: [] });
    expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
  });
});

describe('gossip into the catalogue', () => {
  const level: CatalogView = {
    id: 'id-a',
    address: '127.0.0.1',
    serfStatus: 'passing',
    serverPort: 8300,
  };

  test('an unknown member is registered, a known one is left alone', () => {
    expect(catalogActionFor(server('a'), undefined, 'leader')).toMatchObject({
      type: 'register-alive',
      serverPort: 8300,
    });
    expect(catalogActionFor(server('a'), level, 'leader')).toBeUndefined();
  });

  test.each<[string, Partial<CatalogView>]>([
    ['its address', { address: '10.0.0.1' }],
    ['its id', { id: 'other' }],
    ['its health', { serfStatus: 'critical' }],
    ['its server port', { serverPort: 1 }],
  ])('a member is registered again when %s differs', (_, difference) => {
    expect(catalogActionFor(server('a'), { ...level, ...difference }, 'leader')?.type).toBe(
      'register-alive',
    );
  });

  test('a failed member stays, with a critical check', () => {
    expect(catalogActionFor(server('a', {}, 'failed'), level, 'leader')?.type).toBe(
      'register-failed',
    );
    expect(
      catalogActionFor(server('a', {}, 'failed'), { ...level, serfStatus: 'critical' }, 'leader'),
    ).toBeUndefined();
  });

  test('a member that left is removed, except the leader itself', () => {
    expect(catalogActionFor(server('a', {}, 'left'), level, 'leader')).toEqual({
      type: 'deregister',
      node: 'a',
    });
    expect(catalogActionFor(server('a', {}, 'left'), level, 'a')).toBeUndefined();
  });

  test('nodes that gossip forgot are reaped; external ones are left alone', () => {
    const nodes = [
      { node: 'a', hasSerfCheck: true },
      { node: 'gone', hasSerfCheck: true },
      { node: 'external', hasSerfCheck: false },
      { node: 'leader', hasSerfCheck: true },
    ];
    expect(reapedNodes(nodes, [server('a')], 'leader')).toEqual(['gone']);
  });
});
