import { seededRng } from '@konsul/runtime';
import { describe, expect, test } from 'vitest';
import {
  createMemberlistCodec,
  Keyring,
  lanConfig,
  type MemberlistCodecOptions,
  type NodeStateRecord,
  SwimCore,
  type SwimInput,
} from '../src/index.js';
import {
  addressOf,
  alive,
  CoreBench,
  dead,
  endpointOf,
  record,
  suspect,
} from './support/core-bench.js';
import { fromHex } from './wire-vectors.js';

const quiet = { probeIntervalMs: 0, pushPullIntervalMs: 0 } as const;
const NO_BYTES = new Uint8Array(0);
const ALIVE_TYPE = '04';
const text = (value: string): string =>
  (0xa0 | value.length).toString(16) + Buffer.from(value).toString('hex');

/** A member with one friend, `m1`, and nothing left to say. */
function benchWithFriend(): CoreBench {
  const bench = new CoreBench(quiet);
  bench.hear('m1', alive('m1'));
  bench.run(5_000);
  bench.takeSent();
  return bench;
}

function hearHex(bench: CoreBench, hex: string): void {
  bench.give({ type: 'datagram', from: endpointOf('m1'), bytes: fromHex(hex) });
}

/** Bytes on a stream that `m1` opens, which then stays silent. */
function hearStream(bench: CoreBench, bytes: Uint8Array, streamId = -1): void {
  bench.give({ type: 'stream-accepted', streamId, from: endpointOf('m1') });
  bench.give({ type: 'stream-data', streamId, bytes });
}

describe('a packet that has stopped members of other implementations', () => {
  test.each([
    ['a compound with an empty part', '07010000', 'empty'],
    ['a compound that counts 255 parts and has none', '07ff', 'truncated'],
    ['a compound whose table promises more than there is', '0702ffffffff00', 'truncated'],
    ['nothing at all', '', 'empty'],
    ['a type byte alone', ALIVE_TYPE, 'truncated'],
    ['a map of two thousand million fields', '04dfffffffff', 'truncated'],
    ['a name of four gigabytes', `0381${text('Node')}dbffffffff61`, 'truncated'],
    ['an array of addresses four gigabytes long', `0481${text('Addr')}ddffffffff`, 'truncated'],
    [
      'an unknown field of sixty thousand levels',
      `0381${text('Zz')}${'91'.repeat(60_000)}`,
      'truncated',
    ],
    ['a checksum of nothing', '0c00000000', 'empty'],
    ['a checksum cut short', '0c0000', 'truncated'],
    ['a stream message in a packet', '0680', 'unexpected-type'],
    ['a type that nobody knows', 'c880', 'unknown-type'],
  ])('does no harm and is counted: %s', (_, hex, reason) => {
    const bench = benchWithFriend();
    hearHex(bench, hex);
    expect(bench.rejects()).toContain(reason);
    expect(bench.core.memberCount).toBe(2);
    bench.hear('m1', alive('m1', 2));
    expect(bench.core.member('m1')?.incarnation).toBe(2);
  });

  test('is five compounds within each other: the innermost is not read', () => {
    const bench = benchWithFriend();
    let packet = bench.codec.encodeMessage(alive('m2'));
    for (let depth = 0; depth < 5; depth += 1) {
      packet = Uint8Array.of(7, 1, packet.length >> 8, packet.length & 0xff, ...packet);
    }
    bench.give({ type: 'datagram', from: endpointOf('m1'), bytes: packet });
    expect(bench.rejects()).toEqual(['too-deep']);
    expect(bench.state('m2')).toBeUndefined();
  });

  test('is a decompression bomb: a few kilobytes that expand to eight megabytes', () => {
    const bench = benchWithFriend();
    const bomb = createMemberlistCodec().encodePacket([Buffer.alloc(8 << 20, 8)], {
      checksum: true,
    });
    expect(bomb.length).toBeLessThan(10_000);
    bench.give({ type: 'datagram', from: endpointOf('m1'), bytes: bomb });
    expect(bench.rejects()).toEqual(['too-large']);
  });

  test('is about a member with one version byte, which is neither believed nor passed on', () => {
    const bench = benchWithFriend();
    bench.hear('m1', alive('m2', 1, { versions: Uint8Array.of(1) }));
    bench.run(1_000);
    expect(bench.rejects()).toEqual(['bad-versions']);
    expect(bench.takeMessages('alive')).toEqual([]);
  });
});

describe('a stream that lies about what follows', () => {
  const header = (nodes: string, userState: string): Uint8Array =>
    fromHex(`0683${text('Join')}c3${text('Nodes')}${nodes}${text('UserStateLen')}${userState}`);

  test.each([
    ['more members than can be', header('ce00100001', '00'), 'too-large'],
    ['more state of the upper layer than can be', header('00', 'ce01400001'), 'too-large'],
    ['fewer members than none', header('ff', '00'), 'malformed'],
    ['members without number', header('cb7ff8000000000000', '00'), 'malformed'],
  ])('is refused at its header: %s', (_, bytes, reason) => {
    const bench = benchWithFriend();
    hearStream(bench, bytes);
    expect(bench.rejects()).toEqual([reason]);
    expect(bench.effects.some(({ type }) => type === 'close-stream')).toBe(true);
  });

  test('promises a million members, sends none, and is given up in time', () => {
    const bench = benchWithFriend();
    hearStream(bench, header('ce00100000', '00'));
    expect(bench.rejects()).toEqual([]);
    bench.run(10_000);
    expect(bench.rejects()).toEqual(['stream-timeout']);
  });

  test('of more members than there is room for takes in only so many', () => {
    const bench = new CoreBench({ ...quiet, memberCountMax: 8 });
    const nodes = Array.from({ length: 100 }, (_, index) => record(`m${index + 1}`, 'alive'));
    bench.converse('m1', { type: 'push-pull', isJoin: false, nodes, userState: NO_BYTES });
    expect(bench.core.memberCount).toBe(8);
    expect(new Set(bench.rejects())).toEqual(new Set(['member-limit']));
  });
});

describe('one odd member in what a peer knows', () => {
  /** A full exchange of `m1`, `m2` and an odd one between them. */
  function exchangeWith(odd: NodeStateRecord, change: (hex: string) => string): CoreBench {
    const bench = new CoreBench(quiet);
    const nodes = [record('m1', 'alive'), odd, record('m2', 'alive')];
    const plain = createMemberlistCodec({ compression: false });
    const message = { type: 'push-pull', isJoin: true, nodes, userState: NO_BYTES } as const;
    const bytes = plain.encodeStream(message, { side: 'dialled' });
    hearStream(bench, fromHex(change(Buffer.from(bytes).toString('hex'))));
    return bench;
  }

  test.each([
    ['with a name that is no text', record('m9', 'alive'), []],
    [
      'with one version byte',
      { ...record('m9', 'alive'), versions: Uint8Array.of(1) },
      ['bad-versions'],
    ],
    ['without versions, long dead', { ...record('m9', 'dead'), versions: NO_BYTES }, []],
    [
      'with versions of nothing',
      { ...record('m9', 'alive'), versions: new Uint8Array(6) },
      ['bad-versions'],
    ],
    [
      'with too much meta',
      { ...record('m9', 'alive'), meta: new Uint8Array(513) },
      ['meta-too-large'],
    ],
    ['with a name that fits no packet', record('m'.repeat(256), 'alive'), ['bad-name']],
  ] as const)('does not keep us from the others: %s', (title, odd, reasons) => {
    // 0xff is never part of UTF-8.
    const spoil = (hex: string): string => hex.replace(text('m9'), 'a26dff');
    const bench = exchangeWith(odd, title.endsWith('no text') ? spoil : (hex) => hex);
    expect(bench.rejects()).toEqual(reasons);
    expect([bench.state('m1'), bench.state('m2'), bench.state('m9')]).toEqual([
      'alive',
      'alive',
      undefined,
    ]);
  });
});

describe('a forged word about ourselves', () => {
  test.each([
    ['that we are suspected', suspect('m0', 1, 'm1')],
    ['that we are dead', dead('m0', 1, 'm1')],
    ['that we have left', dead('m0', 1, 'm0')],
    ['that we carry other meta', alive('m0', 9, { meta: Uint8Array.of(6, 6, 6) })],
  ])('is contradicted: %s', (_, message) => {
    const bench = benchWithFriend();
    bench.hear('m1', message);
    bench.run(1_000);
    expect(bench.core.localMember).toMatchObject({ state: 'alive', meta: NO_BYTES });
    const said = bench.takeMessages('alive').find(({ node }) => node === 'm0');
    expect(said?.incarnation).toBe(message.incarnation + 1);
  });

  test('that we are somewhere else is a conflict and moves us nowhere', () => {
    const bench = benchWithFriend();
    bench.hear('m1', alive('m0', 9, { address: addressOf('m66') }));
    bench.hear('m1', alive('m0', 9, { port: 1 }));
    expect(bench.core.localMember).toMatchObject({ host: '10.0.0.0', port: 7_946, state: 'alive' });
    expect(bench.core.localMember?.incarnation).toBe(1);
    expect(bench.rejects()).toEqual(['name-conflict', 'name-conflict']);
  });

  test('in a full exchange is contradicted as well', () => {
    const bench = benchWithFriend();
    for (const [index, state] of (['suspect', 'dead', 'left'] as const).entries()) {
      const nodes: NodeStateRecord[] = [record('m0', state, 10 + index * 10)];
      const message = { type: 'push-pull', isJoin: false, nodes, userState: NO_BYTES } as const;
      bench.converse('m1', message, -1 - index);
      expect(bench.core.localMember).toMatchObject({
        state: 'alive',
        incarnation: 11 + index * 10,
      });
    }
  });
});

describe('a replayed word', () => {
  test('that a member is alive, from before its death, does not raise it', () => {
    const bench = new CoreBench({ ...quiet });
    const old = alive('m1', 3);
    bench.hear('m1', old);
    bench.hear('m2', dead('m1', 3, 'm2'));
    bench.hear('m9', old, old);
    expect(bench.state('m1')).toBe('dead');
  });

  test('that a member is dead, from before its return, does not bury it', () => {
    const bench = new CoreBench({ ...quiet });
    bench.hear('m1', alive('m1', 3));
    const old = dead('m1', 3, 'm2');
    bench.hear('m2', old);
    bench.hear('m1', alive('m1', 4));
    bench.hear('m9', old, suspect('m1', 3, 'm9'));
    expect(bench.core.member('m1')).toMatchObject({ state: 'alive', incarnation: 4 });
  });
});

describe('names that mean something to JavaScript', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is a member like any other',
    (name) => {
      const bench = new CoreBench(quiet);
      const address = addressOf('m7');
      bench.hear('m7', alive(name, 1, { address }));
      expect(bench.core.member(name)).toMatchObject({ name, state: 'alive', host: '10.0.0.7' });
      bench.hear('m7', dead(name, 1, name));
      expect(bench.core.member(name)?.state).toBe('left');
      expect(({} as Record<string, unknown>)['name']).toBeUndefined();
    },
  );

  test('as keys of a message are unknown fields', () => {
    const bench = benchWithFriend();
    const fields = `${text('__proto__')}81${text('Node')}${text('m1')}${text('constructor')}c0`;
    const from = `${text('From')}${text('m1')}`;
    hearHex(bench, `0584${fields}${from}${text('Node')}${text('m1')}`);
    expect(bench.rejects()).toEqual([]);
    expect(bench.core.member('m1')).toMatchObject({ state: 'alive', incarnation: 1 });
  });
});

describe('an address of somebody else in a probe', () => {
  const victim = { address: addressOf('m66'), port: 53, node: 'm66' };
  const source = { address: addressOf('m67'), port: 53, node: 'm67' };

  /** A member with much to tell. */
  function talkative(): CoreBench {
    const bench = new CoreBench({ ...quiet, gossipIntervalMs: 0 });
    for (let index = 1; index <= 20; index += 1) bench.hear('m1', alive(`m${index}`));
    bench.takeSent();
    return bench;
  }

  test('is sent no more than was asked with', () => {
    const bench = talkative();
    bench.hear('m66', { type: 'ping', seqNo: 1, node: 'm0', source: victim });
    bench.hear('m66', {
      type: 'indirect-ping',
      seqNo: 2,
      target: victim.address,
      port: victim.port,
      node: victim.node,
      wantsNack: true,
      source,
    });
    bench.run(1_000);
    const sent = bench.takeSent();
    expect(sent.map(({ to }) => to)).toEqual(['10.0.0.66', '10.0.0.66', '10.0.0.67']);
    expect(sent.map(({ messages }) => messages.map(({ type }) => type))).toEqual([
      ['ack'],
      ['ping'],
      ['nack'],
    ]);
  });

  test('does not use up what members ought to hear', () => {
    const bench = talkative();
    for (let seqNo = 1; seqNo <= 100; seqNo += 1) {
      bench.hear('m66', { type: 'ping', seqNo, node: 'm0', source: victim });
    }
    bench.takeSent();
    bench.hear('m2', { type: 'ping', seqNo: 101, node: 'm0' });
    const [answer] = bench.takeSent();
    expect(answer?.to).toBe('10.0.0.2');
    expect(answer?.messages.length).toBeGreaterThan(10);
  });
});

describe('a peer of another cluster', () => {
  const ours = fromHex('000102030405060708090a0b0c0d0e0f');
  const theirs = fromHex('0f0e0d0c0b0a09080706050403020100');
  const keyed = (...keys: Uint8Array[]): MemberlistCodecOptions => ({ keyring: new Keyring(keys) });
  const removed = new Keyring([ours, theirs]);
  removed.remove(theirs);

  /** What a member that is set up so makes of a peer that is set up otherwise. */
  function hear(
    receiver: MemberlistCodecOptions,
    sender: MemberlistCodecOptions,
    channel: 'packet' | 'stream',
  ): { readonly core: SwimCore; readonly reasons: readonly string[] } {
    const codec = createMemberlistCodec(receiver);
    const peer = createMemberlistCodec(sender);
    const core = new SwimCore({
      config: { ...lanConfig('m0'), ...quiet },
      codec,
      rng: seededRng(1),
    });
    const reasons: string[] = [];
    const give = (input: SwimInput): void => {
      for (const effect of [...core.step(input, 0), ...core.flush(0)]) {
        if (effect.type === 'reject') reasons.push(effect.reason);
      }
    };
    give({ type: 'start', address: addressOf('m0'), port: 7_946, meta: NO_BYTES });
    const from = endpointOf('m1');
    if (channel === 'packet') {
      const parts = [alive('m1'), alive('m2')].map((message) => peer.encodeMessage(message));
      give({ type: 'datagram', from, bytes: peer.encodePacket(parts, { checksum: true }) });
    } else {
      const nodes = [record('m1', 'alive'), record('m2', 'alive')];
      const message = { type: 'push-pull', isJoin: true, nodes, userState: NO_BYTES } as const;
      const bytes = peer.encodeStream(message, { side: 'dialled' });
      give({ type: 'stream-accepted', streamId: -1, from });
      give({ type: 'stream-data', streamId: -1, bytes });
    }
    return { core, reasons };
  }

  const CASES: readonly [string, MemberlistCodecOptions, MemberlistCodecOptions, string][] = [
    ['with another key', keyed(ours), keyed(theirs), 'decrypt-failed'],
    ['with a key that was removed', { keyring: removed }, keyed(theirs), 'decrypt-failed'],
    ['without a label, where there is one', { label: 'prod' }, {}, 'label-mismatch'],
    ['with a label, where there is none', {}, { label: 'prod' }, 'label-mismatch'],
    ['with another label', { label: 'prod' }, { label: 'test' }, 'label-mismatch'],
    ['with a longer label', { label: 'prod' }, { label: 'prod2' }, 'label-mismatch'],
    [
      'with our key under another label',
      { ...keyed(ours), label: 'prod' },
      { ...keyed(ours), label: 'test' },
      'label-mismatch',
    ],
  ];

  test.each(CASES)('is refused and counted, %s', (_, receiver, sender, reason) => {
    for (const channel of ['packet', 'stream'] as const) {
      const { core, reasons } = hear(receiver, sender, channel);
      expect([channel, ...reasons]).toEqual([channel, reason]);
      expect(core.memberCount).toBe(1);
    }
  });

  test('that speaks plainly is refused where everybody encrypts', () => {
    // The first byte of a plain compound cannot begin an envelope, so the reason can be told.
    expect(hear(keyed(ours), {}, 'packet').reasons).toEqual(['not-encrypted']);
    expect(hear(keyed(ours), {}, 'stream').reasons).toEqual(['not-encrypted']);
    expect(hear(keyed(ours), {}, 'packet').core.memberCount).toBe(1);
  });

  test('that encrypts is refused where nobody does', () => {
    expect(hear({}, keyed(theirs), 'stream').reasons).toEqual(['encrypted-without-key']);
    const { core, reasons } = hear({}, keyed(theirs), 'packet');
    expect(reasons).toHaveLength(1);
    expect(core.memberCount).toBe(1);
  });

  test('that only encrypted what a member said before cannot move it to another label', () => {
    const sealed = createMemberlistCodec({ ...keyed(ours), label: 'test' });
    const packet = sealed.encodePacket([sealed.encodeMessage(alive('m1'))], { checksum: false });
    const relabelled = Uint8Array.of(0xf4, 4, ...Buffer.from('prod'), ...packet.subarray(6));
    const codec = createMemberlistCodec({ ...keyed(ours), label: 'prod' });
    expect(codec.decodePacket(relabelled)).toEqual({ messages: [], rejects: ['decrypt-failed'] });
  });
});
