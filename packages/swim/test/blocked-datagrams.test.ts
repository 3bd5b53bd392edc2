import { describe, expect, test } from 'vitest';
import type { SwimConfig, SwimDelegate } from '../src/index.js';
import { alive, CoreBench, dead, suspect } from './support/core-bench.js';

const others = ['m1', 'm2', 'm3', 'm4', 'm5'];
const NO_PAYLOAD = new Uint8Array(0);

/** A member of a cluster of six that has nothing left to say, whose datagrams then do not leave. */
function blocked(tuning: Partial<SwimConfig> = {}, delegate?: SwimDelegate): CoreBench {
  const quiet = { pushPullIntervalMs: 0, catchUpDelayMs: 0, isStreamPingEnabled: false } as const;
  const bench = new CoreBench({ ...quiet, ...tuning }, delegate);
  for (const name of others) bench.hear(name, alive(name));
  for (let turn = 0; turn < 200; turn += 1) {
    bench.runTo(bench.core.nextDeadlineMs() ?? bench.nowMs);
    answerPings(bench);
  }
  bench.give({ type: 'datagrams-blocked' });
  return bench;
}

/** Whoever is pinged answers. @returns who was. */
function answerPings(bench: CoreBench): readonly string[] {
  const pings = bench.takeMessages('ping');
  for (const { node, seqNo } of pings) {
    bench.hear(node, { type: 'ack', seqNo, payload: NO_PAYLOAD });
  }
  return pings.map(({ node }) => node);
}

describe('while its datagrams do not leave, a member', () => {
  test('lets one ping queue, begins no other probe, asks nobody to help and accuses nobody', () => {
    const bench = blocked();
    bench.run(30_000);
    expect(bench.takeSent().flatMap(({ messages }) => messages)).toMatchObject([{ type: 'ping' }]);
    for (const name of others) expect(bench.state(name)).toBe('alive');
    expect(bench.core.healthScore).toBe(0);
  });

  test('does not gossip, and does so once they leave', () => {
    const bench = blocked({ probeIntervalMs: 0 });
    bench.takeSent();
    bench.hear('m1', alive('m2', 2));
    bench.run(3_000);
    expect(bench.takeSent()).toEqual([]);
    bench.give({ type: 'datagrams-writable' });
    expect(bench.takeMessages('alive').length).toBeGreaterThan(0);
  });

  test('answers those who ask', () => {
    const bench = blocked({ probeIntervalMs: 0 });
    bench.hear('m1', { type: 'ping', seqNo: 9, node: 'm0' });
    expect(bench.takeMessages('ack')).toMatchObject([{ seqNo: 9 }]);
  });

  test('lets suspicions run to their end', () => {
    const bench = blocked({ probeIntervalMs: 1_000 });
    bench.hear('m1', suspect('m2', 1, 'm1'));
    bench.run(30_000);
    expect(bench.state('m2')).toBe('dead');
  });

  test('believes what it hears', () => {
    const bench = blocked();
    bench.hear('m1', dead('m2', 1, 'm2'));
    expect(bench.state('m2')).toBe('left');
  });
});

describe('when its datagrams leave again, a member', () => {
  test('gives helpers of a probe that has waited their whole time', () => {
    const bench = blocked();
    bench.run(10_000);
    const [ping] = bench.takeMessages('ping');
    bench.give({ type: 'datagrams-writable' });
    expect(bench.takeMessages('indirect-ping')).toHaveLength(3);
    bench.run(400);
    const seqNo = ping?.seqNo ?? 0;
    bench.hear('m1', { type: 'ack', seqNo, payload: NO_PAYLOAD });
    bench.run(200);
    for (const name of others) expect(bench.state(name)).toBe('alive');
  });

  test('judges such a probe at once where stalls are not taken into account', () => {
    const bench = blocked({ stallThresholdMs: 0, probeAttemptCount: 1 });
    bench.run(10_000);
    const [ping] = bench.takeMessages('ping');
    bench.give({ type: 'datagrams-writable' });
    const helped = bench.takeMessages('indirect-ping');
    expect(helped).toHaveLength(3);
    expect(bench.state(ping?.node ?? '')).toBe('suspect');
  });

  test('makes up for no beat it has missed', () => {
    const bench = blocked();
    bench.run(60_000);
    bench.takeSent();
    bench.give({ type: 'datagrams-writable' });
    bench.hear('m1', alive('m1', 2));
    let pingCount = 0;
    for (let turn = 0; turn < 100; turn += 1) {
      bench.run(100);
      pingCount += answerPings(bench).length;
    }
    // Ten seconds: one probe a second, and the one that was overdue.
    expect(pingCount).toBeLessThanOrEqual(11);
    expect(pingCount).toBeGreaterThanOrEqual(9);
  });

  test('does not take the time in its own queue for the way to a peer', () => {
    const rttsMs: number[] = [];
    const bench = blocked({}, { onPingComplete: (_member, rttMs) => void rttsMs.push(rttMs) });
    rttsMs.length = 0;
    bench.runTo(bench.nowMs + 1_400);
    const [ping] = bench.takeMessages('ping');
    bench.give({ type: 'datagrams-writable' });
    const { node = '', seqNo = 0 } = ping ?? {};
    bench.hear(node, { type: 'ack', seqNo, payload: NO_PAYLOAD });
    expect(rttsMs).toEqual([]);
    for (let turn = 0; turn < 20; turn += 1) {
      bench.run(100);
      answerPings(bench);
    }
    expect(rttsMs.length).toBeGreaterThan(0);
  });

  test('does not judge others by a stall of its own process', () => {
    const bench = blocked({ probeIntervalMs: 0 });
    bench.hear('m1', suspect('m2', 1, 'm1'));
    bench.nowMs += 60_000;
    bench.give({ type: 'datagrams-writable' });
    expect(bench.state('m2')).toBe('suspect');
    bench.hear('m2', alive('m2', 2));
    bench.run(1_000);
    expect(bench.state('m2')).toBe('alive');
  });

  test('has nothing to say about it twice', () => {
    const bench = blocked();
    bench.run(10_000);
    bench.give({ type: 'datagrams-writable' });
    bench.takeSent();
    expect(bench.give({ type: 'datagrams-writable' })).toEqual([]);
  });
});
