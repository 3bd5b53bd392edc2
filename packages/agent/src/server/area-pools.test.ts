import { createFederationRouter } from '@konsul/federation-router';
import { createEventHub, type EventHub, seededRng, silentLogger } from '@konsul/runtime';
import type { Serf, SerfEvents, SerfMember } from '@konsul/serf';
import { VirtualClock } from '@konsul/simulation';
import { describe, expect, test } from 'vitest';
import { serverMember } from '../../test/support/pool-members.js';
import type { PoolContext } from '../gossip/pools.js';
import type { Area } from '../state/domain.js';
import { AreaPools } from './area-pools.js';

const OTHER_SIDE = '10.2.0.1:8300';

function server(name: string, datacenter: string): SerfMember {
  return serverMember(name, { datacenter }) as SerfMember;
}

/** A gossip pool that agrees to what the test wants. */
class FakePool {
  readonly hub: EventHub<SerfEvents> = createEventHub<SerfEvents>(silentLogger);
  readonly on: EventHub<SerfEvents>['on'] = this.hub.on;
  readonly off: EventHub<SerfEvents>['off'] = this.hub.off;
  readonly listed: SerfMember[] = [server('a.dc1', 'dc1')];
  readonly joins: { readonly atMs: number; readonly addresses: readonly string[] }[] = [];
  readonly refused = new Set<string>();
  starting: Promise<void> = Promise.resolve();
  state = 'new';
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  members = (): readonly SerfMember[] => this.listed;
  coordinate = (): undefined => undefined;
  coordinateOf = (): undefined => undefined;
  get memberCount(): number {
    return this.listed.length;
  }
  async start(): Promise<void> {
    await this.starting;
    this.state = 'running';
  }
  async stop(): Promise<void> {
    this.state = 'stopped';
  }
  async leave(): Promise<void> {
    this.state = 'left';
  }
  async join(addresses: readonly string[]): Promise<number> {
    this.joins.push({ atMs: this.#clock.nowMs(), addresses });
    if (addresses.some((address) => this.refused.has(address))) throw new Error('refused');
    if (addresses.includes(OTHER_SIDE)) this.listed.push(server('b.dc2', 'dc2'));
    return addresses.length;
  }
}

interface Rig {
  readonly clock: VirtualClock;
  readonly pools: AreaPools;
  readonly wanted: Area[];
  readonly lan: SerfMember[];
  /** Every pool that was made, by its area. */
  readonly made: Map<string, FakePool[]>;
  /** Sets a pool up before it is started. */
  prepare: (pool: FakePool, area: Area) => void;
}

function rig(): Rig {
  const clock = new VirtualClock();
  const rng = seededRng(1);
  const wanted: Area[] = [];
  const lan: SerfMember[] = [];
  const made = new Map<string, FakePool[]>();
  const world: Omit<Rig, 'pools'> = { clock, wanted, lan, made, prepare: () => undefined };
  const router = createFederationRouter({
    localDatacenter: 'dc1',
    ping: async () => true,
    clock,
    rng,
  });
  const config = { datacenter: 'dc1', ports: { server: 8300 } };
  const pools = new AreaPools({
    context: { config, clock, rng, logger: silentLogger } as unknown as PoolContext,
    router,
    createPool: (area) => {
      const pool = new FakePool(clock);
      world.prepare(pool, area);
      made.set(area.id, [...(made.get(area.id) ?? []), pool]);
      return pool as unknown as Serf;
    },
    wantedAreas: () => wanted,
    lan: { members: () => lan } as unknown as Serf,
  });
  return Object.assign(world, { pools });
}

function area(id: string, retryJoin: readonly string[] = []): Area {
  const peerDatacenter = `peer-of-${id}`;
  return { id, peerDatacenter, retryJoin, useTls: false, createIndex: 1, modifyIndex: 1 };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function advance({ clock }: Rig, byMs: number): Promise<void> {
  for (const endMs = clock.nowMs() + byMs; clock.nowMs() < endMs; ) {
    clock.advanceBy(100);
    await settled();
  }
}

async function changed(world: Rig): Promise<void> {
  world.pools.changed();
  await settled();
}

describe('network areas', () => {
  test('a refused join is tried again within a second, and then more and more rarely', async () => {
    const world = rig();
    world.wanted.push({ ...area('x', [OTHER_SIDE]), peerDatacenter: 'dc2' });
    world.prepare = (pool) => pool.refused.add(OTHER_SIDE);
    await changed(world);
    const [pool] = world.made.get('x') ?? [];
    await advance(world, 20_000);
    const atMs = pool?.joins.map((join) => join.atMs) ?? [];
    expect(atMs[0]).toBe(0);
    expect(atMs[1]).toBeLessThanOrEqual(1100);
    expect(atMs.length).toBeGreaterThanOrEqual(4);
    expect(atMs.length).toBeLessThanOrEqual(7);
    pool?.refused.clear();
    await advance(world, 30_000);
    const joined = pool?.joins.length;
    await advance(world, 60_000);
    expect(pool?.joins.length).toBe(joined);
    expect(pool?.members().map(({ name }) => name)).toContain('b.dc2');
  });

  test('a server of this side that refuses does not keep the other side out', async () => {
    const world = rig();
    world.lan.push(server('c', 'dc1'));
    world.wanted.push({ ...area('x', [OTHER_SIDE]), peerDatacenter: 'dc2' });
    world.prepare = (pool) => pool.refused.add('c.dc1/10.1.0.1:8300');
    await changed(world);
    const [pool] = world.made.get('x') ?? [];
    expect(pool?.members().map(({ name }) => name)).toContain('b.dc2');
  });

  test('an area that does not start keeps no other from starting, and is tried again', async () => {
    const world = rig();
    world.wanted.push(area('bad'), area('good'));
    world.prepare = (pool, { id }) => {
      if (id === 'bad' && world.made.get('bad') === undefined) {
        pool.starting = Promise.reject(new Error('no address'));
      }
    };
    await changed(world);
    expect(world.pools.poolOf('good')).toBeDefined();
    expect(world.pools.poolOf('bad')).toBeUndefined();
    expect(world.made.get('bad')?.[0]?.state).toBe('stopped');
    await advance(world, 1100);
    expect(world.pools.poolOf('bad')).toBeDefined();
    expect(world.made.get('good')).toHaveLength(1);
  });

  test('stopping stops also the pool that is just being started', async () => {
    const world = rig();
    world.wanted.push(area('x'));
    let finish = (): void => undefined;
    world.prepare = (pool) => {
      pool.starting = new Promise((resolve) => {
        finish = resolve;
      });
    };
    await changed(world);
    await world.pools.stop();
    finish();
    await settled();
    expect(world.made.get('x')?.[0]?.state).toBe('stopped');
    expect(world.pools.poolOf('x')).toBeUndefined();
  });

  test('a server of this side is not the other side', async () => {
    const world = rig();
    world.wanted.push(area('x'));
    world.lan.push(server('s1', 'dc1'));
    await changed(world);
    const [pool] = world.made.get('x') ?? [];
    const joinCount = pool?.joins.length;
    expect(await world.pools.join('x', ['10.1.0.1'])).toEqual([
      {
        address: '10.1.0.1',
        isJoined: false,
        error: '"s1" is a server of this datacenter (dc1), not of peer-of-x',
      },
    ]);
    expect(pool?.joins).toHaveLength(joinCount ?? 0);
  });

  test('a request to join is bounded before anybody is dialled', async () => {
    const world = rig();
    world.wanted.push(area('x'));
    await changed(world);
    const [pool] = world.made.get('x') ?? [];
    const addresses = Array.from({ length: 257 }, (_, at) => `10.9.0.1:${at + 1}`);
    await expect(world.pools.join('x', addresses)).rejects.toMatchObject({ code: 'INVALID' });
    expect(pool?.joins).toEqual([]);
    expect(await world.pools.join('x', addresses.slice(1))).toHaveLength(256);
  });

  test('a pool that fails is replaced by another', async () => {
    const world = rig();
    world.wanted.push(area('x'));
    await changed(world);
    const [first] = world.made.get('x') ?? [];
    first?.hub.emit('fault', new Error('defect'));
    await settled();
    const [, second] = world.made.get('x') ?? [];
    expect([first?.state, second?.state]).toEqual(['stopped', 'running']);
    expect(world.pools.poolOf('x')).toBe(second);
  });
});
