import { describe, expect, test } from 'vitest';
import { type AliveMessage, BroadcastQueue, type SwimConfig } from '../src/index.js';
import { alive, CoreBench, dead, endpointOf, hostOf, record } from './support/core-bench.js';

const others = ['m1', 'm2', 'm3', 'm4', 'm5'];
const quiet = { probeIntervalMs: 0, pushPullIntervalMs: 0, catchUpDelayMs: 0 } as const;

/** How often each member was told of the one named. */
function tellings(bench: CoreBench, name: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { to, messages } of bench.takeSent()) {
    const isToldHere = messages.some((one) => 'node' in one && one.node === name);
    if (isToldHere) counts[to] = (counts[to] ?? 0) + 1;
  }
  return counts;
}

describe('gossip in a small cluster', () => {
  test('tells each other member once, and the one who said it not at all', () => {
    const bench = new CoreBench(quiet);
    for (const name of others) bench.hear(name, alive(name));
    bench.run(10_000);
    bench.takeSent();
    bench.hear('m1', alive('m3', 2));
    bench.run(10_000);
    const counts = tellings(bench, 'm3');
    expect(Object.keys(counts).sort()).toEqual(others.slice(1).map(hostOf));
    // The limit for six members is five sendings, so one of the four is told again.
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(5);
  });

  test('falls silent when everybody has said it', () => {
    const bench = new CoreBench(quiet);
    for (const name of others) bench.hear(name, alive(name));
    bench.run(10_000);
    bench.takeSent();
    for (const name of others) bench.hear(name, alive('m3', 2));
    bench.run(10_000);
    expect(tellings(bench, 'm3')).toEqual({});
    for (const name of others) bench.hear(name, dead('m3', 2, 'm3'));
    bench.run(10_000);
    expect(tellings(bench, 'm3')).toEqual({});
  });

  test('sends along with an ack only what the asker lacks', () => {
    const bench = new CoreBench({ ...quiet, gossipIntervalMs: 0 });
    for (const name of others) bench.hear(name, alive(name));
    const told = new Set<string>();
    for (let seqNo = 1; seqNo <= 2; seqNo += 1) {
      bench.takeSent();
      bench.hear('m1', { type: 'ping', seqNo, node: 'm0' });
      const named = bench.takeMessages('alive').map(({ node }: AliveMessage) => node);
      expect(named.some((name) => told.has(name))).toBe(false);
      for (const name of named) told.add(name);
    }
    expect([...told].sort()).toEqual(['m0', 'm2', 'm3', 'm4', 'm5']);
  });

  test('knows a member that has moved by its new place', () => {
    const bench = new CoreBench(quiet);
    for (const name of others) bench.hear(name, alive(name));
    bench.hear('m5', dead('m5', 1, 'm5'));
    bench.hear('m9', alive('m5', 2, { address: Uint8Array.of(10, 0, 0, 9) }));
    bench.run(10_000);
    bench.takeSent();
    bench.hear('m9', alive('m1', 2));
    bench.run(10_000);
    expect(Object.keys(tellings(bench, 'm1'))).not.toContain(hostOf('m9'));
  });
});

describe('gossip of what the delegate has to say', () => {
  const payload = Uint8Array.of(7);
  const queueOf = (): BroadcastQueue => {
    return new BroadcastQueue({ multiplier: 1, memberCount: () => 6, completeCountMax: 6 });
  };

  /** Who was told it, in order of address. */
  function told(bench: CoreBench): readonly string[] {
    const packets = bench.takeSent();
    const telling = packets.filter(({ messages }) => messages.some(({ type }) => type === 'user'));
    return telling.map(({ to }) => to).sort();
  }

  test('reaches each other member once, queue by queue, and then ends', () => {
    const queues = [queueOf(), queueOf()];
    const bench = new CoreBench(quiet, { broadcastQueues: queues });
    for (const name of others) bench.hear(name, alive(name));
    bench.run(10_000);
    for (const queue of queues) {
      bench.takeSent();
      queue.queue({ bytes: payload });
      bench.give({ type: 'broadcasts-queued' });
      bench.run(10_000);
      expect(told(bench)).toEqual(others.map(hostOf));
      expect(queue.count).toBe(0);
    }
  });

  test('leaves out whoever said it, whom the delegate is told by', () => {
    const queue = queueOf();
    const bench = new CoreBench(quiet, {
      broadcastQueues: [queue],
      onUserMessage: (bytes, _, heardFrom) => queue.queue({ bytes, heardFrom }),
    });
    for (const name of others) bench.hear(name, alive(name));
    bench.run(10_000);
    bench.takeSent();
    bench.hear('m2', { type: 'user', payload });
    bench.give({ type: 'broadcasts-queued' });
    bench.run(10_000);
    // The limit is five sendings, so one of the four is told again.
    expect(new Set(told(bench))).toEqual(new Set(['m1', 'm3', 'm4', 'm5'].map(hostOf)));
    expect(queue.count).toBe(0);
  });

  test('waits for somebody to come while nobody is there', () => {
    const queue = queueOf();
    const bench = new CoreBench(quiet, { broadcastQueues: [queue] });
    bench.hear('m1', alive('m1'));
    bench.hear('m1', dead('m1', 1, 'm1'));
    // Those who left are remembered for longer than they are told.
    bench.run(60_000);
    bench.takeSent();
    bench.give({ type: 'broadcast', payload });
    queue.queue({ bytes: payload });
    bench.give({ type: 'broadcasts-queued' });
    bench.run(10_000);
    expect(told(bench)).toEqual([]);
    bench.hear('m2', alive('m2'));
    bench.run(10_000);
    expect(new Set(told(bench))).toEqual(new Set([hostOf('m2')]));
    expect(queue.count).toBe(0);
  });
});

describe('gossip of much news', () => {
  const nodes = Array.from({ length: 199 }, (_, index) => record(`m${index + 1}`, 'alive'));
  const state = { type: 'push-pull', isJoin: true, nodes, userState: new Uint8Array(0) } as const;

  /** How long it takes until all is told often enough, and in how many packets. */
  function telling(tuning: Partial<SwimConfig>): { durationMs: number; packetCount: number } {
    const bench = new CoreBench({ ...quiet, queueCheckIntervalMs: 0, ...tuning });
    bench.converse('m1', state);
    bench.runTo(60_000);
    const sends = bench.effects.filter(({ type }) => type === 'send');
    return { durationMs: bench.lastSendAtMs, packetCount: sends.length };
  }

  test('comes in more rounds, and in no more packets', () => {
    const fast = telling({});
    const slow = telling({ isEagerGossipEnabled: false });
    expect(fast.durationMs).toBeLessThan(slow.durationMs / 5);
    expect(fast.packetCount).toBeLessThanOrEqual(slow.packetCount * 1.1);
  });

  test('that answered our own question is passed on a few times only', () => {
    const bench = new CoreBench(quiet);
    const peers = [endpointOf('m1')];
    const opened = bench.give({ type: 'join', commandId: 1, peers });
    const streamId = opened.flatMap((one) => (one.type === 'open-stream' ? [one.streamId] : []))[0];
    if (streamId === undefined) throw new Error('no stream was opened');
    bench.give({ type: 'stream-opened', streamId });
    const bytes = bench.codec.encodeStream(state, { side: 'accepted' });
    bench.give({ type: 'stream-data', streamId, bytes });
    bench.run(60_000);
    const told = bench.takeMessages('alive');
    const countOf = (name: string): number => told.filter(({ node }) => node === name).length;
    expect([countOf('m0'), countOf('m7'), countOf('m150')]).toEqual([12, 3, 3]);
  });
});

describe('the extra exchange', () => {
  /** When streams are opened, and to whom, in the given time. */
  function exchanges(bench: CoreBench, durationMs: number): readonly number[] {
    const startMs = bench.nowMs;
    const times: number[] = [];
    for (let ms = 0; ms < durationMs; ms += 10) {
      bench.effects.length = 0;
      bench.run(10);
      const isOpened = bench.effects.some(({ type }) => type === 'open-stream');
      if (isOpened) times.push(bench.nowMs - startMs);
    }
    return times;
  }

  const tuning = { probeIntervalMs: 0 } as const;

  test('follows a join once, one to two delays later', () => {
    const bench = new CoreBench(tuning);
    const nodes = others.map((name) => record(name, 'alive'));
    bench.converse('m1', { type: 'push-pull', isJoin: true, nodes, userState: new Uint8Array(0) });
    const times = exchanges(bench, 20_000);
    expect(times).toHaveLength(1);
    expect(times[0]).toBeGreaterThanOrEqual(1_000);
    expect(times[0]).toBeLessThanOrEqual(2_010);
  });

  test('follows many changes and not a few', () => {
    const bench = new CoreBench(tuning);
    const nodes = Array.from({ length: 40 }, (_, index) => record(`m${index + 1}`, 'alive'));
    bench.converse('m1', { type: 'push-pull', isJoin: true, nodes, userState: new Uint8Array(0) });
    expect(exchanges(bench, 10_000)).toHaveLength(1);
    const kill = (from: number, to: number): void => {
      for (let index = from; index < to; index += 1) {
        bench.hear('m1', dead(`m${index}`, 1, `m${index}`));
      }
    };
    kill(10, 14);
    expect(exchanges(bench, 5_000)).toHaveLength(0);
    kill(14, 22);
    expect(exchanges(bench, 5_000)).toHaveLength(1);
  });

  test('waits for changes to end, but not for ever, and is not repeated without limit', () => {
    const bench = new CoreBench(tuning);
    for (const name of others) bench.hear(name, alive(name));
    let incarnation = 2;
    const churn = (durationMs: number): number => {
      let count = 0;
      for (let ms = 0; ms < durationMs; ms += 500) {
        bench.hear('m1', alive('m2', incarnation, { meta: Uint8Array.of(incarnation & 255) }));
        incarnation += 1;
        count += exchanges(bench, 500).length;
      }
      return count;
    };
    expect(churn(2_500)).toBe(0);
    expect(churn(4_000)).toBeGreaterThan(0);
    // Four in a row, one more per regular exchange, and these themselves.
    expect(churn(300_000)).toBeLessThanOrEqual(4 + 10 + 11);
  });

  test('is left out when it is turned off, or full exchanges are', () => {
    for (const off of [{ catchUpDelayMs: 0 }, { pushPullIntervalMs: 0 }]) {
      const bench = new CoreBench({ ...tuning, ...off });
      bench.give({ type: 'join', commandId: 1, peers: [] });
      for (const name of others) bench.hear(name, alive(name));
      expect(exchanges(bench, 10_000)).toHaveLength(0);
    }
  });
});
