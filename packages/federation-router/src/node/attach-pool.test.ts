import { createEventHub, type EventHub, silentLogger } from '@konsul/runtime';
import type { Coordinate, MemberEvent, SerfEvents, SerfMember } from '@konsul/serf';
import { VirtualClock } from '@konsul/simulation';
import { describe, expect, test } from 'vitest';
import {
  attachPool,
  createFederationRouter,
  type FederationRouter,
  type GossipPool,
  type RouterServer,
} from '../index.js';

function memberOf(
  name: string,
  more: { status?: SerfMember['status']; tags?: SerfMember['tags'] } = {},
): SerfMember {
  const versions = { min: 1, max: 5, current: 2 };
  return {
    name,
    endpoint: { host: '10.0.0.1', port: 8302, name },
    addressBytes: Uint8Array.of(10, 0, 0, 1),
    tags: { dc: 'dc2', port: '8300' },
    status: 'alive',
    statusTime: 1,
    gossipVersions: versions,
    serfVersions: versions,
    ...more,
  };
}

function coordinateAt(seconds: number): Coordinate {
  return { vector: [seconds, 0, 0, 0, 0, 0, 0, 0], error: 0.1, adjustment: 0, height: 0 };
}

/** A pool whose members and coordinates are the test's own. */
class FakePool implements GossipPool {
  readonly #hub: EventHub<SerfEvents> = createEventHub<SerfEvents>(silentLogger);
  readonly on: GossipPool['on'] = this.#hub.on;
  readonly off: GossipPool['off'] = this.#hub.off;
  readonly coordinates = new Map<string, Coordinate>();
  readonly listed: SerfMember[];
  own: Coordinate | undefined = coordinateAt(0);

  constructor(...listed: readonly SerfMember[]) {
    this.listed = [...listed];
  }

  get memberCount(): number {
    return this.listed.length;
  }

  members(): readonly SerfMember[] {
    return this.listed;
  }

  coordinate(): Coordinate | undefined {
    return this.own;
  }

  coordinateOf(name: string): Coordinate | undefined {
    return this.coordinates.get(name);
  }

  tell(...changes: readonly MemberEvent[]): void {
    this.#hub.emit('members-changed', changes);
  }
}

function toServer({ name, tags, endpoint }: SerfMember): RouterServer | undefined {
  const { dc, port } = tags as { dc?: string; port?: string };
  if (dc === undefined) return undefined;
  return { name, datacenter: dc, endpoint: { host: endpoint.host, port: Number(port) } };
}

function attached(pool: FakePool): {
  router: FederationRouter;
  clock: VirtualClock;
  detach: () => void;
  names: () => readonly string[];
} {
  const clock = new VirtualClock();
  const router = createFederationRouter({
    localDatacenter: 'dc1',
    ping: () => Promise.resolve(true),
    clock,
  });
  const detach = attachPool({ router, areaId: 'wan', pool, toServer });
  const names = (): readonly string[] => router.servers('wan', 'dc2').map(({ name }) => name);
  return { router, clock, detach, names };
}

describe('an attached pool', () => {
  test('brings in those who are there, and none that is gone or no server', () => {
    const { router, names } = attached(
      new FakePool(
        memberOf('a'),
        memberOf('b', { status: 'leaving' }),
        memberOf('c', { status: 'failed' }),
        memberOf('d', { status: 'left' }),
        memberOf('e', { tags: {} }),
      ),
    );
    expect(names()).toEqual(['a', 'b']);
    expect(router.findRoute('dc2').server.endpoint).toEqual({ host: '10.0.0.1', port: 8300 });
  });

  test('makes joins, failures, updates and departures known as they come', () => {
    const pool = new FakePool();
    const { router, names } = attached(pool);
    const [a, b, c] = [memberOf('a'), memberOf('b'), memberOf('c')];
    pool.tell({ type: 'member-join', members: [a, b, c] });
    expect(names()).toEqual(['a', 'b', 'c']);
    pool.tell({ type: 'member-failed', members: [a] });
    expect(names()).toEqual(['b', 'c', 'a']);
    pool.tell({
      type: 'member-update',
      members: [memberOf('b', { tags: { dc: 'dc2', port: '9300' } })],
    });
    expect(router.findRoute('dc2').server.endpoint.port).toBe(9300);
    pool.tell({ type: 'member-leave', members: [b] }, { type: 'member-reap', members: [a] });
    expect(names()).toEqual(['c']);
  });

  test('ignores what happens to members that take no calls', () => {
    const pool = new FakePool(memberOf('a'));
    const { router, names } = attached(pool);
    const client = memberOf('a', { tags: {} });
    pool.tell({ type: 'member-leave', members: [client] });
    expect(names()).toEqual(['a']);
    expect(router.datacenters()).toHaveLength(1);
  });

  test('gives distances by its coordinates as they are when they are asked for', () => {
    const pool = new FakePool(
      memberOf('a', { tags: { dc: 'dc2', port: '8300' } }),
      memberOf('b', { tags: { dc: 'dc3', port: '8300' } }),
    );
    const { router } = attached(pool);
    expect(router.datacentersByDistance()).toEqual(['dc1', 'dc2', 'dc3']);
    pool.coordinates.set('a', coordinateAt(0.2)).set('b', coordinateAt(0.1));
    expect(router.datacentersByDistance()).toEqual(['dc1', 'dc3', 'dc2']);
    pool.coordinates.delete('b');
    expect(router.datacentersByDistance()).toEqual(['dc1', 'dc2', 'dc3']);
    pool.coordinates.set('b', coordinateAt(0.1));
    pool.own = undefined;
    expect(router.datacentersByDistance()).toEqual(['dc1', 'dc2', 'dc3']);
  });

  test('stretches the time between checks by its size, members of every kind counted', async () => {
    const pool = new FakePool(memberOf('a'));
    const { clock } = attached(pool);
    for (let count = 1; count < 64_000; count += 1) pool.listed.push(memberOf(`client-${count}`));
    pool.tell({ type: 'member-join', members: [memberOf('client', { tags: {} })] });
    clock.advanceBy(120_000);
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.resolve();
      clock.advanceBy(0);
    }
    expect(clock.nextEventMs()).toBe(120_000 + 1_000_000);
  });

  test('leaves nothing behind when it is taken out', () => {
    const pool = new FakePool(memberOf('a'));
    const { router, detach } = attached(pool);
    detach();
    expect(router.datacenters()).toEqual([]);
    pool.tell({ type: 'member-join', members: [memberOf('b')] });
    router.addArea('wan');
    pool.tell({ type: 'member-join', members: [memberOf('c')] });
    expect(router.datacenters()).toEqual([]);
  });
});
