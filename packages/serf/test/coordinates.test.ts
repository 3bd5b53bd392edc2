import { describe, expect, test } from 'vitest';
import {
  type Coordinate,
  distanceSeconds,
  originCoordinate,
  resolveConfig,
  type SerfConfig,
  type SerfCoreOptions,
} from '../src/index.js';
import { SerfBench } from './support/serf-bench.js';
import { SerfCluster } from './support/serf-cluster.js';

const NO_PAYLOAD = new Uint8Array(0);

/** A core that pings, unlike other benches. */
function benchConfig(tuning: Partial<Omit<SerfConfig, 'swim'>> = {}): Partial<SerfCoreOptions> {
  return { config: resolveConfig({ name: 'm0', tuning }) };
}

/** Lets the bench ping `m1` once, which answers with this soon after. */
function answerPing(bench: SerfBench, payload: Uint8Array): void {
  for (let elapsedMs = 0; elapsedMs < 3_000; elapsedMs += 10) {
    bench.effects.length = 0;
    bench.run(10);
    const seqNo = findPing(bench);
    if (seqNo === undefined) continue;
    bench.hearBelow('m1', { type: 'ack', seqNo, payload });
    return;
  }
  throw new Error('nobody was pinged');
}

function findPing(bench: SerfBench): number | undefined {
  for (const effect of bench.effects) {
    if (effect.type !== 'send') continue;
    for (const message of bench.swimCodec.decodePacket(effect.bytes).messages) {
      if (message.type === 'ping') return message.seqNo;
    }
  }
  return undefined;
}

describe('coordinates', () => {
  test('come close to the true round-trip times of a cluster', async () => {
    const cluster = new SerfCluster({ seed: 1, link: { latency: { type: 'fixed', ms: 20 } } });
    await cluster.grow(6);
    await cluster.run(300_000);
    const nodes = [...cluster.nodes.keys()];
    for (const from of nodes) {
      for (const to of nodes) {
        if (from === to) continue;
        const own = cluster.serf(from).coordinate() as Coordinate;
        const other = cluster.serf(from).coordinateOf(to) as Coordinate;
        // A round trip is two links of 20 ms.
        expect(distanceSeconds(own, other)).toBeGreaterThan(0.03);
        expect(distanceSeconds(own, other)).toBeLessThan(0.05);
      }
    }
  });

  test('are dropped with the member they are of', async () => {
    const cluster = new SerfCluster({ seed: 2 });
    await cluster.grow(3);
    await cluster.until(() => cluster.serf('n0').coordinateOf('n2') !== undefined, 20_000);
    cluster.node('n2').kill();
    await cluster.until(() => cluster.allBelieve('n2', 'failed'), 30_000);
    await cluster.settle(cluster.serf('n1').forceLeave('n2', { prune: true }));
    await cluster.until(() => cluster.allBelieve('n2', undefined), 10_000);
    expect(cluster.serf('n0').coordinateOf('n2')).toBeUndefined();
  });

  test.each([
    ['not a number', { ...originCoordinate(), height: Number.NaN }],
    ['less than certain of themselves', { ...originCoordinate(), error: -1.5 }],
    ['nearer than near', { ...originCoordinate(), height: -0.5 }],
    ['beyond any distance', { ...originCoordinate(), vector: [1e300, 0, 0, 0, 0, 0, 0, 0] }],
  ])('of a hostile peer that are %s move nobody', (_, hostile) => {
    const bench = new SerfBench({}, benchConfig());
    bench.arrive('m1');
    const before = bench.core.coordinate();
    answerPing(bench, bench.codec.encodeCoordinate(hostile));
    expect(bench.core.coordinate()).toEqual(before);
    expect(counted(bench)).toContain('coordinate.rejected');
  });

  test('are not kept of a member that was forgotten while it still answers', () => {
    const bench = new SerfBench({}, benchConfig());
    bench.arrive('m1');
    bench.hear('m2', { type: 'leave', node: 'm1', time: 3, isPrune: true });
    for (let elapsedMs = 0; bench.status('m1') !== undefined; elapsedMs += 500) {
      expect(elapsedMs).toBeLessThan(30_000);
      answerPing(bench, NO_PAYLOAD);
    }
    answerPing(bench, bench.codec.encodeCoordinate(originCoordinate()));
    expect(bench.core.coordinateOf('m1')).toBeUndefined();
  });

  test('that cannot be read are counted', () => {
    const bench = new SerfBench({}, benchConfig());
    bench.arrive('m1');
    answerPing(bench, Uint8Array.of(1, 0xc1));
    expect(bench.rejects()).toContain('serf-unusable-coordinate');
  });

  test('are neither sent nor kept when they are turned off', () => {
    const bench = new SerfBench({}, benchConfig({ isCoordinatesEnabled: false }));
    bench.arrive('m1');
    answerPing(bench, bench.codec.encodeCoordinate(originCoordinate()));
    expect(bench.core.coordinate()).toBeUndefined();
    expect(bench.core.coordinateOf('m1')).toBeUndefined();
  });
});

function counted(bench: SerfBench): readonly string[] {
  return bench.effects.flatMap((effect) =>
    effect.type === 'serf-measure' ? [effect.measurement.name] : [],
  );
}
