import { fc, test as property } from '@fast-check/vitest';
import { seededRng } from '@konsul/runtime';
import { VirtualClock, VirtualDisk } from '@konsul/simulation';
import { describe, expect, test } from 'vitest';
import { replaySnapshot, type SerfEffect } from '../src/index.js';
import { SnapshotFile } from '../src/node/snapshot-file.js';
import { SerfBench } from './support/serf-bench.js';
import { SerfCluster } from './support/serf-cluster.js';

/** What the file would hold after these effects. */
function written(effects: readonly SerfEffect[]): string {
  let text = '';
  for (const effect of effects) {
    if (effect.type === 'append-snapshot') text += effect.text;
    else if (effect.type === 'replace-snapshot') text = effect.text;
  }
  return text;
}

function disk(clock: VirtualClock): VirtualDisk {
  return new VirtualDisk({ rng: seededRng(1), clock: clock.view() });
}

describe('what a member writes down', () => {
  test('is who came and went, and how late it is', () => {
    const bench = new SerfBench({}, { isSnapshotEnabled: true });
    bench.arrive('m1');
    bench.arrive('m2');
    bench.hear('m1', { type: 'join', time: 9, node: 'm1' });
    bench.depart('m2');
    bench.run(1_000);
    expect(written(bench.effects)).toBe(
      [
        'alive: m0 10.0.0.0:7946',
        'alive: m1 10.0.0.1:7946',
        'alive: m2 10.0.0.2:7946',
        'not-alive: m2',
        'clock: 9',
        '',
      ].join('\n'),
    );
  });

  test('ends with a leave, which is made durable', () => {
    const bench = new SerfBench({}, { isSnapshotEnabled: true });
    bench.arrive('m1');
    bench.give({ type: 'leave', commandId: 1 });
    bench.run(20_000);
    const { alive } = replaySnapshot(written(bench.effects), { isRejoinAfterLeave: false });
    expect(alive.size).toBe(0);
    expect(bench.effects.some(({ type }) => type === 'sync-snapshot')).toBe(true);
    expect(written(bench.effects)).not.toContain('not-alive');
  });

  test('holds no line of a peer’s choosing', () => {
    const bench = new SerfBench({}, { isSnapshotEnabled: true });
    bench.arrive('x\nalive: evil 6.6.6.6:1');
    expect(written(bench.effects)).not.toContain('evil');
  });

  test('is written anew when it has grown', () => {
    const bench = new SerfBench({}, { isSnapshotEnabled: true });
    bench.arrive('m1');
    for (let incarnation = 1; incarnation < 4_000; incarnation += 1) {
      bench.depart('m1', 'm99', incarnation);
      bench.arrive('m1', { incarnation: incarnation + 1 });
    }
    const compactions = bench.effects.filter(({ type }) => type === 'replace-snapshot');
    expect(compactions).toHaveLength(1);
    expect(written(bench.effects).length).toBeLessThan(128 * 1_024);
  });

  test.each([
    ['before the leave', ['fail', 'leave']],
    ['after the leave', ['leave', 'fail']],
  ] as const)('holds the leave even when writing failed %s', (_, steps) => {
    const bench = new SerfBench({}, { isSnapshotEnabled: true });
    bench.arrive('m1');
    for (const step of steps) {
      // What was appended is lost with the failure, and nothing is appended before all is written anew.
      if (step === 'fail') bench.give({ type: 'snapshot-failed' });
      else bench.give({ type: 'leave', commandId: 1 });
      if (step === 'fail') bench.effects.length = 0;
    }
    bench.run(900);
    const text = written(bench.effects.filter(({ type }) => type === 'replace-snapshot'));
    expect(replaySnapshot(text, { isRejoinAfterLeave: false }).alive.size).toBe(0);
    const { alive } = replaySnapshot(text, { isRejoinAfterLeave: true });
    expect([...alive.keys()]).toEqual(['m0', 'm1']);
    expect(bench.effects.some(({ type }) => type === 'sync-snapshot')).toBe(true);
  });

  test('is written anew some time after writing has failed', () => {
    const bench = new SerfBench({}, { isSnapshotEnabled: true });
    bench.arrive('m1');
    bench.run(1_000);
    bench.effects.length = 0;
    bench.give({ type: 'snapshot-failed' });
    bench.give({ type: 'snapshot-failed' });
    bench.run(30_000);
    expect(bench.effects.filter(({ type }) => type === 'replace-snapshot')).toHaveLength(1);
    expect(written(bench.effects)).toBe('alive: m0 10.0.0.0:7946\nalive: m1 10.0.0.1:7946\n');
  });

  property.prop([
    fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.boolean()), { maxLength: 30 }),
  ])('tells afterwards who is alive', (changes) => {
    const bench = new SerfBench({}, { isSnapshotEnabled: true });
    const incarnations = new Map<string, number>();
    for (const [index, isArrival] of changes) {
      const name = `m${index}`;
      const incarnation = (incarnations.get(name) ?? 0) + 1;
      if (isArrival) {
        incarnations.set(name, incarnation);
        bench.arrive(name, { incarnation });
      } else {
        bench.depart(name, 'm99', incarnation);
      }
    }
    bench.run(1_000);
    const { alive } = replaySnapshot(written(bench.effects), { isRejoinAfterLeave: false });
    const expected = bench.core.members().filter(({ status }) => status === 'alive');
    expect([...alive.keys()].sort()).toEqual(expected.map(({ name }) => name).sort());
  });
});

describe('a snapshot file', () => {
  const options = (virtual: VirtualDisk, warnings: string[] = []) => ({
    disk: virtual,
    path: '/data/serf/local.snapshot',
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: string) => void warnings.push(message),
      error: () => undefined,
    },
    metrics: { increment: () => undefined, gauge: () => undefined, sample: () => undefined },
    onFailure: () => undefined,
  });

  test('keeps what was written, in order, through a power failure after it was closed', async () => {
    const virtual = disk(new VirtualClock());
    const file = new SnapshotFile(options(virtual));
    expect(await file.open()).toBe('');
    file.append('alive: a 1.1.1.1:1\n');
    file.append('clock: 5\n');
    await file.close();
    const again = new SnapshotFile(options(virtual));
    expect(await again.open()).toBe('alive: a 1.1.1.1:1\nclock: 5\n');
    again.append('lost\n');
    again.replace('clock: 6\n');
    again.append('clock: 7\n');
    await again.close();
    virtual.crash();
    const last = new SnapshotFile(options(virtual));
    expect(await last.open()).toBe('clock: 6\nclock: 7\n');
  });

  test('says when the disk fails, and is whole again once it is written anew', async () => {
    const virtual = disk(new VirtualClock());
    const warnings: string[] = [];
    let failureCount = 0;
    const file = new SnapshotFile({
      ...options(virtual, warnings),
      onFailure: () => {
        failureCount += 1;
      },
    });
    await file.open();
    file.append('clock: 1\n');
    await file.settled();
    const undo = virtual.inject({ operation: 'write', code: 'ENOSPC' });
    file.append('clock: 2\n');
    await file.settled();
    undo();
    file.append('clock: 3\n');
    await file.settled();
    expect([warnings, failureCount]).toEqual([['snapshot was not written'], 1]);
    file.replace('clock: 3\n');
    file.append('clock: 4\n');
    await file.close();
    const again = new SnapshotFile(options(virtual));
    expect(await again.open()).toBe('clock: 3\nclock: 4\n');
  });

  test('has no hole where more came than a slow disk could take', async () => {
    const virtual = disk(new VirtualClock());
    const warnings: string[] = [];
    const file = new SnapshotFile(options(virtual, warnings));
    await file.open();
    const undo = virtual.stallSyncs();
    file.replace('clock: 1\n');
    await new Promise<void>((resolve) => setImmediate(resolve));
    file.append('clock: 2\n');
    file.append(`${'x'.repeat(4 * 1_024 * 1_024)}\n`);
    expect(warnings).toEqual(['snapshot was not written']);
    undo();
    await file.settled();
    file.append('clock: 4\n');
    await file.settled();
    file.replace('clock: 5\n');
    file.append('clock: 6\n');
    await file.close();
    const again = new SnapshotFile(options(virtual));
    expect(await again.open()).toBe('clock: 5\nclock: 6\n');
  });

  test('keeps nothing behind a hole until it is written anew', async () => {
    const virtual = disk(new VirtualClock());
    const file = new SnapshotFile(options(virtual));
    await file.open();
    const undo = virtual.stallSyncs();
    file.replace('clock: 1\n');
    await new Promise<void>((resolve) => setImmediate(resolve));
    file.append(`${'x'.repeat(4 * 1_024 * 1_024 + 1)}\n`);
    undo();
    await file.settled();
    file.append('clock: 4\n');
    await file.close();
    const again = new SnapshotFile(options(virtual));
    expect(await again.open()).toBe('clock: 1\n');
  });
});

describe('a member with a snapshot', () => {
  test('returns to its pool after a crash, and is not told old events again', async () => {
    const cluster = new SerfCluster({ seed: 1 });
    const virtual = disk(cluster.clock);
    const snapshot = { snapshotPath: '/data/snapshot', disk: virtual };
    await cluster.grow(3);
    const { host } = await cluster.add('keeper', snapshot);
    await cluster.settle(cluster.join('keeper', 'n0'));
    await cluster.settle(cluster.serf('n1').userEvent('once'));
    await cluster.until(() => cluster.countSeen('keeper', 'user-event') === 1, 5_000);
    await cluster.run(2_000);
    cluster.node('keeper').kill();
    virtual.killProcess();
    await cluster.until(() => cluster.allBelieve('keeper', 'failed'), 30_000);
    await cluster.add('keeper', { ...snapshot, host });
    await cluster.until(() => cluster.isWhole(), 10_000);
    await cluster.settle(cluster.serf('n1').userEvent('again'));
    await cluster.until(() => cluster.countSeen('keeper', 'user-event', 'again=') === 1, 5_000);
    expect(cluster.countSeen('keeper', 'user-event', 'once=')).toBe(0);
  });

  test('tries again when nobody answered', async () => {
    const cluster = new SerfCluster({
      seed: 2,
      defaults: { tuning: { reconnectIntervalMs: 5_000 } },
    });
    const virtual = disk(cluster.clock);
    const snapshot = { snapshotPath: '/data/snapshot', disk: virtual };
    await cluster.grow(2);
    const { host } = await cluster.add('keeper', snapshot);
    await cluster.settle(cluster.join('keeper', 'n0'));
    await cluster.run(2_000);
    cluster.node('keeper').kill();
    virtual.killProcess();
    const others = [cluster.node('n0').host, cluster.node('n1').host];
    const undo = cluster.network.partition([others, [host]]);
    await cluster.add('keeper', { ...snapshot, host });
    await cluster.run(25_000);
    expect(cluster.serf('keeper').memberCount).toBe(1);
    undo();
    await cluster.until(() => cluster.isWhole(), 30_000);
  });

  test.each([
    [false, 1],
    [true, 3],
  ])('that left comes back by itself only if wanted (%s)', async (isRejoinAfterLeave, count) => {
    const cluster = new SerfCluster({ seed: 3 });
    const virtual = disk(cluster.clock);
    const options = { snapshotPath: '/data/snapshot', disk: virtual, isRejoinAfterLeave };
    await cluster.grow(2);
    const { host, serf } = await cluster.add('keeper', options);
    await cluster.settle(cluster.join('keeper', 'n0'));
    await cluster.run(1_000);
    await cluster.settle(serf.leave());
    await cluster.settle(serf.stop());
    cluster.node('keeper').kill();
    await cluster.add('keeper', { ...options, host });
    await cluster.run(10_000);
    const alive = cluster
      .serf('keeper')
      .members()
      .filter(({ status }) => status === 'alive');
    expect(alive).toHaveLength(count);
  });
});
