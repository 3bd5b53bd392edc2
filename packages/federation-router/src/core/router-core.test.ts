import { seededRng } from '@konsul/runtime/core';
import { describe, expect, test } from 'vitest';
import { RouterCore, type RouterEffect } from './router-core.js';
import type { RouterServer } from './router-server.js';

const timings = {
  rebalanceIntervalMs: 120_000,
  rebalanceJitterMs: 60_000,
  rebalanceConnectionsPerSecond: 64,
  offlineCheckIntervalMs: 10_000,
};

const server = (name: string, datacenter = 'dc2'): RouterServer => ({
  name,
  datacenter,
  endpoint: { host: '127.0.0.1', port: 8300 },
});

function createCore(distances: Readonly<Record<string, number>> = {}, seed = 1): RouterCore {
  return new RouterCore({
    localDatacenter: 'dc1',
    timings,
    rng: seededRng(seed),
    distanceOf: (_, { name }) => distances[name] ?? Number.POSITIVE_INFINITY,
  });
}

/** A core that knows s1, s2, s3 of dc2 through the WAN. */
function createFilledCore(distances?: Readonly<Record<string, number>>): RouterCore {
  const core = createCore(distances);
  core.step({ type: 'area-added', areaId: 'wan' }, 0);
  for (const name of ['s1', 's2', 's3']) {
    core.step({ type: 'server-joined', areaId: 'wan', server: server(name) }, 0);
  }
  return core;
}

const headName = (core: RouterCore, datacenter = 'dc2'): string => {
  const found = core.findRoute(datacenter);
  return found.type === 'route' ? found.server.name : found.type;
};

/** Answers pings by `isAlive` until none is left; returns who was asked, in order. */
function answerPings(
  core: RouterCore,
  first: readonly RouterEffect[],
  answer: { nowMs: number; isAlive: (name: string) => boolean },
): { asked: string[]; effects: RouterEffect[] } {
  const asked: string[] = [];
  const effects: RouterEffect[] = [];
  const queue = [...first];
  for (let effect = queue.shift(); effect !== undefined; effect = queue.shift()) {
    effects.push(effect);
    if (effect.type !== 'ping') continue;
    asked.push(effect.server.name);
    const isAlive = answer.isAlive(effect.server.name);
    queue.push(
      ...core.step({ type: 'ping-finished', pingId: effect.pingId, isAlive }, answer.nowMs),
    );
  }
  return { asked, effects };
}

describe('finding a route', () => {
  test('an unknown datacenter differs from an unreachable one', () => {
    const core = createFilledCore();
    expect(core.findRoute('dc9').type).toBe('unknown');
    const nowMs = core.nextDeadlineMs() ?? 0;
    answerPings(core, core.step({ type: 'tick' }, nowMs), { nowMs, isAlive: () => false });
    expect(core.findRoute('dc2').type).toBe('unreachable');
  });

  test('the head serves every call until it fails', () => {
    const core = createFilledCore();
    expect([headName(core), headName(core), headName(core)]).toEqual(['s1', 's1', 's1']);
  });

  test('a failing call sets the head back behind the others', () => {
    const core = createFilledCore();
    core.step({ type: 'call-failed', areaId: 'wan', datacenter: 'dc2', name: 's1' }, 1);
    expect(core.servers('wan', 'dc2').map(({ name }) => name)).toEqual(['s2', 's3', 's1']);
  });

  test('several reports of one failure set back one server', () => {
    const core = createFilledCore();
    for (let report = 0; report < 5; report += 1) {
      core.step({ type: 'call-failed', areaId: 'wan', datacenter: 'dc2', name: 's1' }, 1);
    }
    expect(core.servers('wan', 'dc2').map(({ name }) => name)).toEqual(['s2', 's3', 's1']);
  });

  test('gossip failure is advice: the only server of a datacenter still gets the calls', () => {
    const core = createCore();
    core.step({ type: 'area-added', areaId: 'wan' }, 0);
    core.step({ type: 'server-joined', areaId: 'wan', server: server('only') }, 0);
    core.step({ type: 'server-failed', areaId: 'wan', datacenter: 'dc2', name: 'only' }, 1);
    expect(headName(core)).toBe('only');
  });

  test('a datacenter is forgotten with its last server', () => {
    const core = createFilledCore();
    for (const name of ['s1', 's2', 's3']) {
      core.step({ type: 'server-left', areaId: 'wan', datacenter: 'dc2', name }, 1);
    }
    expect(core.findRoute('dc2').type).toBe('unknown');
  });

  test('trouble in one area leaves the route through another', () => {
    const core = createFilledCore();
    core.step({ type: 'area-added', areaId: 'area-1' }, 0);
    core.step({ type: 'server-joined', areaId: 'area-1', server: server('s1') }, 0);
    const nowMs = core.nextDeadlineMs() ?? 0;
    const pings = core.step({ type: 'tick' }, nowMs);
    const wanOnly = pings.filter((effect) => effect.areaId === 'wan');
    answerPings(core, wanOnly, { nowMs, isAlive: () => false });
    expect(core.findRoute('dc2')).toMatchObject({ type: 'route', areaId: 'area-1' });
  });

  test('a removed area takes its routes along', () => {
    const core = createFilledCore();
    core.step({ type: 'area-removed', areaId: 'wan' }, 1);
    expect(core.findRoute('dc2').type).toBe('unknown');
  });
});

describe('checking a server list', () => {
  test('asks each server once, and the first that answers becomes the head', () => {
    const core = createFilledCore();
    const nowMs = core.nextDeadlineMs() ?? 0;
    const { asked } = answerPings(core, core.step({ type: 'tick' }, nowMs), {
      nowMs,
      isAlive: (name) => name === 's3',
    });
    expect(new Set(asked).size).toBe(asked.length);
    expect(headName(core)).toBe('s3');
  });

  test('asks every server before it gives the datacenter up, and says so', () => {
    const core = createFilledCore();
    const nowMs = core.nextDeadlineMs() ?? 0;
    const { asked, effects } = answerPings(core, core.step({ type: 'tick' }, nowMs), {
      nowMs,
      isAlive: () => false,
    });
    expect([...asked].sort()).toEqual(['s1', 's2', 's3']);
    expect(effects.at(-1)).toEqual({
      type: 'datacenter-offline',
      areaId: 'wan',
      datacenter: 'dc2',
    });
    expect(core.nextDeadlineMs()).toBe(nowMs + timings.offlineCheckIntervalMs);
  });

  test('a server that joins brings an offline datacenter back at once', () => {
    const core = createFilledCore();
    const nowMs = core.nextDeadlineMs() ?? 0;
    answerPings(core, core.step({ type: 'tick' }, nowMs), { nowMs, isAlive: () => false });
    const effects = core.step(
      { type: 'server-joined', areaId: 'wan', server: server('s2') },
      nowMs,
    );
    expect(effects).toEqual([{ type: 'datacenter-online', areaId: 'wan', datacenter: 'dc2' }]);
    expect(core.findRoute('dc2').type).toBe('route');
  });

  test('an answer brings an offline datacenter back', () => {
    const core = createFilledCore();
    let nowMs = core.nextDeadlineMs() ?? 0;
    answerPings(core, core.step({ type: 'tick' }, nowMs), { nowMs, isAlive: () => false });
    nowMs = core.nextDeadlineMs() ?? 0;
    const { effects } = answerPings(core, core.step({ type: 'tick' }, nowMs), {
      nowMs,
      isAlive: () => true,
    });
    expect(effects.at(-1)?.type).toBe('datacenter-online');
    expect(core.findRoute('dc2').type).toBe('route');
  });

  test('who left during a check is not brought back by it', () => {
    const core = createFilledCore();
    const nowMs = core.nextDeadlineMs() ?? 0;
    const [first] = core.step({ type: 'tick' }, nowMs);
    const asked = first?.type === 'ping' ? first : undefined;
    core.step(
      { type: 'server-left', areaId: 'wan', datacenter: 'dc2', name: asked?.server.name ?? '' },
      nowMs,
    );
    core.step({ type: 'ping-finished', pingId: asked?.pingId ?? 0, isAlive: true }, nowMs);
    expect(core.servers('wan', 'dc2').map(({ name }) => name)).not.toContain(asked?.server.name);
    expect(core.servers('wan', 'dc2')).toHaveLength(2);
  });

  test('the time between checks grows with the pool', () => {
    const core = createFilledCore();
    core.step({ type: 'area-resized', areaId: 'wan', memberCount: 100_000 }, 0);
    const nowMs = core.nextDeadlineMs() ?? 0;
    answerPings(core, core.step({ type: 'tick' }, nowMs), { nowMs, isAlive: () => true });
    expect((core.nextDeadlineMs() ?? 0) - nowMs).toBeCloseTo((100_000 * 15.625) / 3, 6);
  });

  test('nearer servers are asked first', () => {
    const core = createFilledCore({ s1: 0.2, s2: 0.004, s3: 0.05 });
    const nowMs = core.nextDeadlineMs() ?? 0;
    const { asked } = answerPings(core, core.step({ type: 'tick' }, nowMs), {
      nowMs,
      isAlive: () => false,
    });
    expect(asked).toEqual(['s2', 's3', 's1']);
  });
});

describe('datacenters by distance', () => {
  test('the own one leads, unknown distances go last, equals by name', () => {
    const core = createCore({ a1: 0.01, a2: 0.03, a3: 0.02, b1: 0.015 });
    core.step({ type: 'area-added', areaId: 'wan' }, 0);
    for (const [name, datacenter] of [
      ['a1', 'a'],
      ['a2', 'a'],
      ['a3', 'a'],
      ['b1', 'b'],
      ['z1', 'z'],
      ['y1', 'y'],
    ] as const) {
      core.step({ type: 'server-joined', areaId: 'wan', server: server(name, datacenter) }, 0);
    }
    expect(core.datacentersByDistance()).toEqual(['dc1', 'b', 'a', 'y', 'z']);
  });

  test('of an even number of servers the upper middle one counts', () => {
    const core = createCore({ a1: 0.01, a2: 0.03, b1: 0.02 });
    core.step({ type: 'area-added', areaId: 'wan' }, 0);
    for (const [name, datacenter] of [
      ['a1', 'a'],
      ['a2', 'a'],
      ['b1', 'b'],
    ] as const) {
      core.step({ type: 'server-joined', areaId: 'wan', server: server(name, datacenter) }, 0);
    }
    expect(core.datacentersByDistance()).toEqual(['dc1', 'b', 'a']);
  });
});
