import { describe, expect, test } from 'vitest';
import type {
  IndirectPingMessage,
  PacketMessage,
  PingMessage,
  ProbeSource,
  SwimConfig,
} from '../src/index.js';
import { addressOf, alive, CoreBench, dead, hostOf, suspect } from './support/core-bench.js';

const others = ['m1', 'm2', 'm3'];
const quiet = { probeIntervalMs: 0, gossipIntervalMs: 0, pushPullIntervalMs: 0 } as const;

function bench(tuning: Partial<SwimConfig> = {}): CoreBench {
  const made = new CoreBench({ ...quiet, ...tuning });
  for (const name of others) made.hear(name, alive(name));
  made.takeSent();
  return made;
}

function sourceOf(name: string, address: Uint8Array = addressOf(name)): ProbeSource {
  return { address, port: 7_946, node: name };
}

function ping(source?: ProbeSource): PingMessage {
  return { type: 'ping', seqNo: 7, node: 'm0', ...(source === undefined ? {} : { source }) };
}

/** The answer and what comes right after it. */
function firstWords(m0: CoreBench): readonly PacketMessage[] {
  return m0.takeSent()[0]?.messages.slice(0, 2) ?? [];
}

const ack = { type: 'ack', seqNo: 7 };

describe('an accused member that probes us', () => {
  test('is told with the ack that it is taken for dead, and by whom', () => {
    const m0 = bench();
    m0.hear('m2', dead('m1', 1, 'm2'));
    m0.takeSent();
    m0.hear('m1', ping(sourceOf('m1')));
    const [packet, ...more] = m0.takeSent();
    expect(more).toEqual([]);
    expect(packet?.to).toBe(hostOf('m1'));
    expect(packet?.messages.slice(0, 2)).toMatchObject([ack, dead('m1', 1, 'm0')]);
    // What else there is to say goes along as ever.
    expect(packet?.messages.slice(2)).toContainEqual(alive('m3'));
  });

  test('is told that it is suspected, at the incarnation of the accusation', () => {
    const m0 = bench();
    m0.hear('m2', suspect('m1', 3, 'm2'));
    m0.takeSent();
    m0.hear('m1', ping(sourceOf('m1')));
    expect(firstWords(m0)).toMatchObject([ack, suspect('m1', 3, 'm0')]);
  });

  test('is told where its ping came from, when it names no address', () => {
    const m0 = bench();
    m0.hear('m2', dead('m1', 1, 'm2'));
    m0.takeSent();
    m0.hear('m1', ping());
    expect(firstWords(m0)).toMatchObject([ack, dead('m1', 1, 'm0')]);
  });

  test('is told with the ack or nack of a probe that we make for it', () => {
    const m0 = bench({ probeIntervalMs: 1_000, probeTimeoutMs: 500 });
    m0.hear('m2', dead('m1', 1, 'm2'));
    m0.takeSent();
    const request: IndirectPingMessage = {
      type: 'indirect-ping',
      seqNo: 7,
      target: addressOf('m3'),
      port: 7_946,
      node: 'm3',
      wantsNack: true,
      source: sourceOf('m1'),
    };
    m0.hear('m1', request);
    const relayed = m0.takeMessages('ping').at(-1);
    m0.hear('m3', { type: 'ack', seqNo: relayed?.seqNo ?? 0, payload: new Uint8Array(0) });
    expect(firstWords(m0)).toMatchObject([ack, dead('m1', 1, 'm0')]);
    m0.hear('m1', request);
    m0.run(500);
    const nacked = m0.takeSent().find(({ messages }) => messages[0]?.type === 'nack');
    expect(nacked?.messages.slice(1, 2)).toEqual([dead('m1', 1, 'm0')]);
  });

  test('objects at once', () => {
    const m0 = bench();
    m0.hear('m1', { type: 'ack', seqNo: 7, payload: new Uint8Array(0) }, dead('m0', 1, 'm1'));
    expect(m0.core.localMember).toMatchObject({ state: 'alive', incarnation: 2 });
  });

  test('hears nothing of it once it has objected, or while the extras are off', () => {
    const m0 = bench();
    m0.hear('m2', dead('m1', 1, 'm2'));
    m0.hear('m1', alive('m1', 2));
    m0.hear('m1', ping(sourceOf('m1')));
    expect(m0.takeMessages('dead')).toEqual([]);
    const plain = bench({ isRecoveryEager: false });
    plain.hear('m2', dead('m1', 1, 'm2'));
    // What waits to be spread still goes along, to each member once.
    plain.hear('m1', ping(sourceOf('m1')));
    plain.takeSent();
    plain.hear('m1', ping(sourceOf('m1')));
    expect(plain.takeMessages('dead')).toEqual([]);
  });
});

describe('an ack carries no accusation', () => {
  test.each([
    ['to a stranger', ping(sourceOf('m9')), 'm9'],
    ['to another address than the accused member has', ping(sourceOf('m1', addressOf('m9'))), 'm1'],
    ['to a stranger at the address of the accused', ping(sourceOf('m9', addressOf('m1'))), 'm1'],
    ['to a member that is well', ping(sourceOf('m3')), 'm3'],
  ] as const)('%s', (_, asked, from) => {
    const m0 = bench();
    m0.hear('m2', dead('m1', 1, 'm2'));
    m0.takeSent();
    m0.hear(from, asked);
    const sent = m0.takeSent();
    expect(sent[0]?.messages[0]).toMatchObject(ack);
    // The news as it was heard may go along; a word of our own does not.
    expect(sent.flatMap(({ messages }) => messages)).not.toContainEqual(dead('m1', 1, 'm0'));
  });

  test('to a member that has left', () => {
    const m0 = bench();
    m0.hear('m1', dead('m1', 1, 'm1'));
    m0.hear('m1', ping(sourceOf('m1')));
    m0.takeSent();
    m0.hear('m1', ping(sourceOf('m1')));
    expect(m0.takeSent()[0]?.messages.filter(({ type }) => type === 'dead')).toEqual([]);
  });
});

describe('a probe that an ill member makes', () => {
  /** When m1 was pinged and suspected, since the first ping, by a member whose health score is one. */
  function probeTimes(tuning: Partial<SwimConfig>): readonly number[] {
    const m0 = new CoreBench({
      ...quiet,
      probeIntervalMs: 1_000,
      probeAttemptCount: 1,
      ...tuning,
    });
    m0.hear('m1', alive('m1'), suspect('m0', 1, 'm1'));
    expect(m0.core.healthScore).toBe(1);
    const times: number[] = [];
    while (m0.state('m1') === 'alive') {
      m0.runTo(m0.core.nextDeadlineMs() ?? m0.nowMs);
      for (const _ of m0.takeMessages('ping')) times.push(m0.nowMs);
    }
    times.push(m0.nowMs);
    return times.map((atMs) => Math.round(atMs - (times[0] ?? 0)));
  }

  test('asks again an interval after the direct ack was late, and judges when it would anyway', () => {
    // The round that fell due meanwhile follows the verdict.
    expect(probeTimes({})).toEqual([0, 1_500, 2_000, 2_000]);
    expect(probeTimes({ isRecoveryEager: false })).toEqual([0, 2_000, 2_000]);
  });
});
