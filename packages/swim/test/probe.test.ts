import { describe, expect, test } from 'vitest';
import { BroadcastQueue, type SwimConfig, type SwimDelegate } from '../src/index.js';
import { alive, CoreBench, dead, hostOf, suspect } from './support/core-bench.js';

/** A look that fails accuses at once; more than one is what second-look.test.ts is about. */
const tuning = { pushPullIntervalMs: 0, gossipIntervalMs: 0, probeAttemptCount: 1 } as const;

/** A bench with these members, run until the first ping of `m1` has just been sent. */
function probing(
  names: readonly string[],
  more: Partial<SwimConfig> = {},
  delegate?: SwimDelegate,
): { bench: CoreBench; seqNo: number; startedAtMs: number } {
  const bench = new CoreBench({ ...tuning, ...more }, delegate);
  for (const name of names) bench.hear(name, alive(name));
  for (let turn = 0; turn < 100; turn += 1) {
    bench.takeSent();
    const nextMs = bench.core.nextDeadlineMs() ?? 0;
    bench.runTo(nextMs);
    for (const packet of bench.takeSent()) {
      const [ping] = packet.messages;
      if (ping?.type !== 'ping') continue;
      if (ping.node === 'm1') return { bench, seqNo: ping.seqNo, startedAtMs: bench.nowMs };
      bench.hear(ping.node, { type: 'ack', seqNo: ping.seqNo, payload: new Uint8Array(0) });
    }
  }
  throw new Error('m1 was never probed');
}

function ack(
  seqNo: number,
  payload: Uint8Array = new Uint8Array(0),
): Parameters<CoreBench['hear']>[1] {
  return { type: 'ack', seqNo, payload };
}

describe('a probe', () => {
  test('that is answered in time tells the delegate the round trip, and nobody else is asked', () => {
    const heard: string[] = [];
    const { bench, seqNo, startedAtMs } = probing(
      ['m1', 'm2'],
      {},
      {
        onPingComplete: (member, rttMs, payload) =>
          heard.push(`${member.name} ${Math.round(rttMs)} ${payload.length}`),
      },
    );
    heard.length = 0;
    bench.runTo(startedAtMs + 30);
    bench.hear('m1', ack(seqNo, Uint8Array.of(1, 2)));
    expect(heard).toEqual(['m1 30 2']);
    bench.runTo(startedAtMs + 600);
    expect(bench.takeMessages('indirect-ping')).toEqual([]);
    expect(bench.state('m1')).toBe('alive');
  });

  test('that is not answered asks others and a stream, then accuses at the end of the interval', () => {
    const { bench, startedAtMs } = probing(['m1', 'm2', 'm3', 'm4', 'm5']);
    bench.runTo(startedAtMs + 499);
    expect(bench.takeSent()).toEqual([]);
    bench.runTo(startedAtMs + 500);
    const asked = bench.takeSent();
    expect(asked).toHaveLength(3);
    for (const { to, messages } of asked) {
      expect(to).not.toBe(hostOf('m1'));
      expect(messages[0]).toMatchObject({ type: 'indirect-ping', node: 'm1', wantsNack: true });
    }
    const opened = bench.effects.filter(({ type }) => type === 'open-stream');
    expect(opened.at(-1)).toMatchObject({ to: { host: hostOf('m1') }, timeoutMs: 500 });
    bench.runTo(startedAtMs + 999);
    expect(bench.state('m1')).toBe('alive');
    bench.runTo(startedAtMs + 1_000);
    expect(bench.state('m1')).toBe('suspect');
    expect(bench.core.healthScore).toBe(3);
  });

  test('whose helpers all answered with nacks says nothing about our own health', () => {
    const { bench, seqNo, startedAtMs } = probing(['m1', 'm2', 'm3']);
    bench.runTo(startedAtMs + 600);
    bench.hear('m2', { type: 'nack', seqNo });
    bench.hear('m3', { type: 'nack', seqNo });
    bench.runTo(startedAtMs + 1_000);
    expect(bench.state('m1')).toBe('suspect');
    expect(bench.core.healthScore).toBe(0);
  });

  test('that a helper brings to an end in time is a success', () => {
    const { bench, seqNo, startedAtMs } = probing(['m1', 'm2', 'm3']);
    bench.runTo(startedAtMs + 900);
    bench.hear('m2', ack(seqNo));
    bench.runTo(startedAtMs + 1_000);
    expect(bench.state('m1')).toBe('alive');
  });

  test('answered only on a stream is a success when the interval ends', () => {
    const { bench, seqNo, startedAtMs } = probing(['m1', 'm2']);
    bench.runTo(startedAtMs + 500);
    bench.give({ type: 'stream-opened', streamId: 1 });
    const bytes = bench.codec.encodeStream(
      { type: 'ack', seqNo, payload: new Uint8Array(0) },
      { side: 'accepted' },
    );
    bench.give({ type: 'stream-data', streamId: 1, bytes });
    bench.runTo(startedAtMs + 1_000);
    expect(bench.state('m1')).toBe('alive');
  });

  test('whose stream is refused accuses at once, and does not blame ourselves', () => {
    const { bench, startedAtMs } = probing(['m1', 'm2']);
    bench.runTo(startedAtMs + 500);
    bench.give({ type: 'stream-failed', streamId: 1, reason: 'refused', detail: 'refused' });
    expect(bench.state('m1')).toBe('suspect');
    expect(bench.core.healthScore).toBe(0);
  });

  test('whose stream is refused goes on when refusals are not trusted', () => {
    const { bench, startedAtMs } = probing(['m1', 'm2'], { isRefusalTrusted: false });
    bench.runTo(startedAtMs + 500);
    bench.give({ type: 'stream-failed', streamId: 1, reason: 'refused', detail: 'refused' });
    expect(bench.state('m1')).toBe('alive');
    bench.runTo(startedAtMs + 1_000);
    expect(bench.state('m1')).toBe('suspect');
  });

  test('of a suspect brings the accusation along, unless the buddy system is off', () => {
    for (const isBuddySystemEnabled of [true, false]) {
      const { bench, seqNo } = probing(['m1', 'm2'], { isBuddySystemEnabled });
      bench.hear('m1', ack(seqNo));
      bench.hear('m2', suspect('m1', 1, 'm2'));
      let types: readonly string[] = [];
      for (let turn = 0; turn < 50 && types.length === 0; turn += 1) {
        bench.runTo(bench.core.nextDeadlineMs() ?? 0);
        for (const { messages } of bench.takeSent()) {
          const [ping] = messages;
          if (ping?.type !== 'ping') continue;
          if (ping.node === 'm1') types = messages.map(({ type }) => type);
          else bench.hear(ping.node, ack(ping.seqNo));
        }
      }
      const accusations = types.filter((type) => type === 'suspect');
      expect(types[0]).toBe('ping');
      // Without the buddy system the accusation only rides along as ordinary piggyback.
      expect(accusations.length).toBe(1);
    }
  });

  test('rounds come less often while we are ill, and the score falls with success', () => {
    const { bench, seqNo, startedAtMs } = probing(['m1'], { isStreamPingEnabled: false });
    bench.runTo(startedAtMs + 1_000);
    expect(bench.core.healthScore).toBe(1);
    const ping = bench.takeMessages('ping').at(-1);
    if (ping === undefined || ping.seqNo === seqNo) throw new Error('no second probe');
    // The probe now lasts two intervals: an ack after more than one still counts.
    bench.runTo(startedAtMs + 2_500);
    bench.hear('m1', ack(ping.seqNo));
    expect(bench.core.healthScore).toBe(0);
  });

  test('of everybody comes at the pace of gossip in a small cluster, and then at its own', () => {
    const pingTimes = (more: Partial<SwimConfig>, memberCount = 6): readonly number[] => {
      const bench = new CoreBench({ pushPullIntervalMs: 0, ...more });
      const names = Array.from({ length: memberCount - 1 }, (_, index) => `m${index + 1}`);
      for (const name of names) bench.hear(name, alive(name));
      const times: number[] = [];
      while (bench.nowMs < 8_000) {
        bench.run(10);
        for (const { node, seqNo } of bench.takeMessages('ping')) {
          times.push(bench.nowMs);
          bench.hear(node, ack(seqNo));
        }
      }
      return times.slice(1).map((ms, index) => ms - (times[index] ?? 0));
    };
    expect(pingTimes({}).slice(0, 6)).toEqual([200, 200, 200, 200, 1_000, 1_000]);
    expect(pingTimes({ isFirstProbeEager: false })[0]).toBe(1_000);
    expect(pingTimes({ gossipIntervalMs: 0 })[0]).toBe(1_000);
    expect(pingTimes({}, 18)[0]).toBe(1_000);
  });

  test('verdicts wait after a stall of our own process', () => {
    for (const stallThresholdMs of [100, 0]) {
      const { bench, seqNo, startedAtMs } = probing(['m1', 'm2'], { stallThresholdMs });
      bench.runTo(startedAtMs + 500);
      bench.nowMs = startedAtMs + 5_000;
      bench.give({ type: 'tick' });
      expect(bench.state('m1')).toBe(stallThresholdMs > 0 ? 'alive' : 'suspect');
      // The stall itself is ill health of ours; so is a verdict that no helper confirms.
      expect(bench.core.healthScore).toBe(1);
      bench.hear('m1', ack(seqNo));
      bench.run(stallThresholdMs + 1);
      expect(bench.state('m1')).toBe(stallThresholdMs > 0 ? 'alive' : 'suspect');
    }
  });

  test('whose direct answer we were too late to miss still gives others their time', () => {
    const { bench, seqNo, startedAtMs } = probing(['m1', 'm2'], { stallThresholdMs: 10_000 });
    bench.nowMs = startedAtMs + 5_000;
    bench.give({ type: 'tick' });
    expect(bench.takeMessages('indirect-ping')).toHaveLength(1);
    expect(bench.state('m1')).toBe('alive');
    bench.run(499);
    bench.hear('m2', ack(seqNo));
    bench.run(1);
    expect(bench.state('m1')).toBe('alive');
  });

  test('that is looked at late is judged at once where stalls are not taken into account', () => {
    const { bench, startedAtMs } = probing(['m1', 'm2'], { stallThresholdMs: 0 });
    bench.nowMs = startedAtMs + 5_000;
    bench.give({ type: 'tick' });
    expect(bench.takeMessages('indirect-ping')).toHaveLength(1);
    expect(bench.state('m1')).toBe('suspect');
  });
});

describe('a ping', () => {
  const source = { address: Uint8Array.of(10, 0, 0, 8), port: 77, node: 'm8' };

  test('is answered where it says, with what the delegate adds', () => {
    const bench = new CoreBench(tuning, { ackPayload: () => Uint8Array.of(9) });
    bench.hear('m1', { type: 'ping', seqNo: 4, node: 'm0', source });
    bench.hear('m1', { type: 'ping', seqNo: 5, node: '' });
    const [named, plain] = bench.takeSent();
    expect(named).toMatchObject({ to: '10.0.0.8', messages: [{ type: 'ack', seqNo: 4 }] });
    const [answer] = named?.messages ?? [];
    expect(answer?.type === 'ack' ? [...answer.payload] : []).toEqual([9]);
    expect(plain).toMatchObject({ to: '10.0.0.1', messages: [{ type: 'ack', seqNo: 5 }] });
  });

  test('for somebody else is not answered', () => {
    const bench = new CoreBench(tuning);
    bench.hear('m1', { type: 'ping', seqNo: 4, node: 'other' });
    expect(
      bench
        .takeSent()
        .flatMap(({ messages }) => messages)
        .filter(({ type }) => type === 'ack'),
    ).toEqual([]);
    expect(bench.rejects()).toEqual(['wrong-node']);
  });

  test('on a stream is answered on the stream', () => {
    const bench = new CoreBench(tuning);
    expect(bench.converse('m1', { type: 'ping', seqNo: 3, node: 'm0' })).toMatchObject([
      { type: 'ack', seqNo: 3 },
    ]);
    expect(bench.converse('m1', { type: 'ping', seqNo: 3, node: 'other' }, -2)).toEqual([]);
  });

  test('for another is passed on, and its ack or our nack is passed back', () => {
    for (const isAnswered of [true, false]) {
      const bench = new CoreBench(tuning);
      bench.hear('m8', {
        type: 'indirect-ping',
        seqNo: 300,
        target: Uint8Array.of(10, 0, 0, 2),
        port: 7_946,
        node: 'm2',
        wantsNack: true,
        source,
      });
      const [relayed] = bench.takeSent();
      const ping = relayed?.messages[0];
      if (ping?.type !== 'ping') throw new Error('not passed on');
      expect(relayed?.to).toBe('10.0.0.2');
      expect(ping.node).toBe('m2');
      if (isAnswered) bench.hear('m2', ack(ping.seqNo));
      bench.runTo(500);
      const answers = bench.takeSent().filter(({ to }) => to === '10.0.0.8');
      expect(answers.map(({ messages }) => messages[0])).toMatchObject([
        { type: isAnswered ? 'ack' : 'nack', seqNo: 300 },
      ]);
    }
  });
});

describe('pings for others', () => {
  function ask(bench: CoreBench, seqNo: number, wantsNack: boolean): void {
    const target = Uint8Array.of(10, 0, 0, 2);
    const message = { seqNo, target, port: 7_946, node: 'm2', wantsNack, source } as const;
    bench.hear('m8', { type: 'indirect-ping', ...message });
  }
  const source = { address: Uint8Array.of(10, 0, 0, 8), port: 77, node: 'm8' };

  test('are answered with a nack only where one is wanted', () => {
    const bench = new CoreBench(tuning);
    ask(bench, 300, false);
    bench.runTo(500);
    expect(bench.takeMessages('nack')).toEqual([]);
  });

  test('are answered with one nack, also when we look only after their time', () => {
    const bench = new CoreBench(tuning);
    ask(bench, 300, true);
    bench.nowMs = 700;
    bench.give({ type: 'tick' });
    expect(bench.takeMessages('nack')).toMatchObject([{ seqNo: 300 }]);
    bench.runTo(2_000);
    expect(bench.takeMessages('nack')).toEqual([]);
  });

  test('that are answered after our nack are passed back until their time is up', () => {
    for (const [answeredAtMs, ackCount] of [
      [499, 1],
      [501, 0],
    ] as const) {
      const bench = new CoreBench(tuning);
      ask(bench, 300, true);
      const [ping] = bench.takeMessages('ping');
      bench.runTo(answeredAtMs);
      expect(bench.takeMessages('nack')).toHaveLength(1);
      bench.hear('m2', ack(ping?.seqNo ?? 0));
      expect(bench.takeMessages('ack')).toHaveLength(ackCount);
    }
  });

  test('are bounded, and there is room again when they have ended', () => {
    const bench = new CoreBench(tuning);
    for (let seqNo = 1; seqNo <= 1_025; seqNo += 1) ask(bench, seqNo, false);
    expect(bench.takeMessages('ping')).toHaveLength(1_024);
    expect(bench.rejects()).toEqual(['relay-limit']);
    bench.runTo(500);
    ask(bench, 2_000, false);
    expect(bench.takeMessages('ping')).toHaveLength(1);
  });
});

describe('gossip', () => {
  test('goes to the suspected and the recently dead, and not to those who left', () => {
    const bench = new CoreBench({
      pushPullIntervalMs: 0,
      probeIntervalMs: 0,
      gossipFanoutCount: 9,
    });
    for (const name of ['m1', 'm2', 'm3']) bench.hear(name, alive(name));
    bench.hear('m1', dead('m1', 1, 'm1'), dead('m2', 1, 'm3'));
    bench.run(10_000);
    bench.takeSent();
    bench.give({ type: 'broadcast', payload: Uint8Array.of(1) });
    bench.run(1_000);
    expect([...new Set(bench.takeSent().map(({ to }) => to))].sort()).toEqual([
      hostOf('m2'),
      hostOf('m3'),
    ]);
    bench.run(30_000);
    bench.give({ type: 'broadcast', payload: Uint8Array.of(2) });
    bench.run(1_000);
    expect([...new Set(bench.takeSent().map(({ to }) => to))]).toEqual([hostOf('m3')]);
  });

  test('leaves within milliseconds while there is something new, and stops when there is not', () => {
    const bench = new CoreBench({
      pushPullIntervalMs: 0,
      probeIntervalMs: 0,
      queueCheckIntervalMs: 0,
    });
    bench.hear('m1', alive('m1'));
    expect(bench.core.nextDeadlineMs()).toBe(2);
    bench.runTo(2);
    expect(bench.takeMessages('alive').map(({ node }) => node)).toEqual(['m0']);
    bench.runTo(10_000);
    expect(bench.core.nextDeadlineMs()).toBeUndefined();
  });

  test('waits for the beat when eagerness is off or used up', () => {
    const base = { pushPullIntervalMs: 0, probeIntervalMs: 0, queueCheckIntervalMs: 0 } as const;
    const patient = new CoreBench({ ...base, isEagerGossipEnabled: false });
    patient.hear('m1', alive('m1'));
    expect(patient.core.nextDeadlineMs()).toBeGreaterThan(2);
    const eager = new CoreBench({ ...base, eagerGossipBurstCount: 1 });
    eager.hear('m1', alive('m1'));
    eager.runTo(2);
    eager.hear('m2', alive('m2'));
    expect(eager.core.nextDeadlineMs()).toBeGreaterThan(4);
  });

  test('keeps every packet within its budget, whoever adds to it', () => {
    const queue = new BroadcastQueue({ multiplier: 100, memberCount: () => 9 });
    for (let index = 0; index < 300; index += 1) queue.queue({ bytes: Uint8Array.of(1) });
    const bench = new CoreBench(
      // Small enough that no packet is compressed, which would hide one that is too long.
      { pushPullIntervalMs: 0, probeIntervalMs: 0, packetBytesMax: 512 },
      { broadcastQueues: [queue] },
    );
    for (let index = 1; index < 40; index += 1) bench.hear(`m${index}`, alive(`m${index}`));
    bench.runTo(2_000);
    const lengths = bench.effects.flatMap((effect) =>
      effect.type === 'send' ? [effect.bytes.length] : [],
    );
    expect(lengths.length).toBeGreaterThan(10);
    // As in memberlist, the five bytes of the checksum come on top.
    expect(Math.max(...lengths)).toBe(512 + 5);
    expect(bench.takeMessages('user').length).toBeGreaterThan(100);
  });
});
