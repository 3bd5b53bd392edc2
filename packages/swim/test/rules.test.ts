import { describe, expect, test } from 'vitest';
import type { NodeStateRecord } from '../src/index.js';
import {
  addressOf,
  alive,
  CoreBench,
  dead,
  hostOf,
  record,
  suspect,
} from './support/core-bench.js';

const quiet = { probeIntervalMs: 0, pushPullIntervalMs: 0 } as const;
/** Suspicion timeouts need an interval; no probe is due within the first second of these tests. */
const slow = { probeIntervalMs: 1_000, probeTimeoutMs: 500, pushPullIntervalMs: 0 } as const;

describe('an announcement of life', () => {
  test('of a stranger makes it a member and is spread', () => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', alive('m1'));
    expect(bench.state('m1')).toBe('alive');
    expect(bench.eventTypes()).toEqual(['member-joined', 'member-joined']);
    bench.hear('m2', alive('m2'));
    bench.run(400);
    const told = bench.takeSent().filter(({ to }) => to === hostOf('m2'));
    expect(told.flatMap(({ messages }) => messages)).toContainEqual(alive('m1'));
  });

  test('that an exchange repeats changes nothing; a newer one, or of another place, is judged', () => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', alive('m1', 5), alive('m2', 5));
    const before = bench.core.member('m1');
    const exchange = (...nodes: NodeStateRecord[]): void => {
      const userState = new Uint8Array(0);
      bench.converse('m2', { type: 'push-pull', isJoin: false, nodes, userState });
    };
    exchange(record('m1', 'alive', 5), record('m0', 'alive', 1));
    expect(bench.core.member('m1')).toBe(before);
    exchange(record('m1', 'alive', 6));
    expect(bench.core.member('m1')?.incarnation).toBe(6);
    exchange({ ...record('m1', 'alive', 6), port: 1 });
    expect(bench.rejects()).toEqual(['name-conflict']);
    exchange(record('m0', 'alive', 9));
    expect(bench.core.localMember?.incarnation).toBe(10);
  });

  test('counts only with a higher incarnation', () => {
    const bench = new CoreBench(quiet);
    const meta = Uint8Array.of(1);
    bench.hear('m1', alive('m1', 5));
    bench.hear('m1', alive('m1', 5, { meta }));
    bench.hear('m1', alive('m1', 4, { meta }));
    expect(bench.core.member('m1')?.meta.length).toBe(0);
    bench.hear('m1', alive('m1', 6, { meta }));
    expect(bench.core.member('m1')?.meta).toEqual(meta);
    expect(bench.eventTypes().at(-1)).toBe('member-updated');
  });

  test('at the incarnation of the accusation does not clear the accused', () => {
    const bench = new CoreBench(slow);
    bench.hear('m1', alive('m1', 5), alive('m2', 1));
    bench.hear('m2', suspect('m1', 5, 'm2'));
    bench.hear('m1', alive('m1', 5));
    expect(bench.state('m1')).toBe('suspect');
    bench.hear('m1', alive('m1', 6));
    expect(bench.state('m1')).toBe('alive');
    expect(bench.eventTypes().slice(-2)).toEqual(['member-suspected', 'member-recovered']);
  });

  test('with an old incarnation is answered with the accusation, and not again at once', () => {
    const bench = new CoreBench(slow);
    bench.hear('m1', alive('m1', 7));
    bench.hear('m2', dead('m1', 7, 'm2'));
    bench.takeSent();
    bench.hear('m1', alive('m1', 1));
    bench.hear('m1', alive('m1', 1));
    const answers = bench.takeSent().filter(({ to }) => to === '10.0.0.1');
    expect(answers).toEqual([{ to: '10.0.0.1', messages: [dead('m1', 7, 'm0')] }]);
  });

  test.each([
    ['no name', alive('', 1, { address: addressOf('m1') }), 'bad-name'],
    ['an address that is none', alive('m1', 1, { address: new Uint8Array(5) }), 'malformed'],
    ['versions of nothing', alive('m1', 1, { versions: new Uint8Array(6) }), 'bad-versions'],
    [
      'versions upside down',
      alive('m1', 1, { versions: Uint8Array.of(5, 1, 2, 0, 0, 0) }),
      'bad-versions',
    ],
    ['fewer versions than six', alive('m1', 1, { versions: Uint8Array.of(1, 5) }), 'bad-versions'],
    ['no versions', alive('m1', 1, { versions: new Uint8Array(0) }), 'bad-versions'],
    ['a name that fits no packet', alive('m'.repeat(256)), 'bad-name'],
    ['such a name in more than ASCII', alive('\u20ac'.repeat(86)), 'bad-name'],
    ['too much meta', alive('m1', 1, { meta: new Uint8Array(513) }), 'meta-too-large'],
  ])('with %s is refused', (_, message, reason) => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', message);
    expect(bench.core.memberCount).toBe(1);
    expect(bench.rejects()).toEqual([reason]);
  });

  test('with the longest name is believed', () => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', alive('\u20ac'.repeat(85)), alive('m'.repeat(255)));
    expect(bench.core.memberCount).toBe(3);
  });

  test('with incarnation 0 leaves no trace', () => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', alive('m1', 0));
    expect(bench.core.memberCount).toBe(1);
  });

  test('with port 0 means our own port', () => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', alive('m1', 1, { port: 0 }));
    expect(bench.core.member('m1')?.port).toBe(7_946);
  });

  test('keeps the address bytes as they came, and does not take their other form for another place', () => {
    const bench = new CoreBench(quiet);
    const mapped = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 10, 0, 0, 1);
    bench.hear('m1', alive('m1', 1, { address: mapped }));
    expect(bench.core.member('m1')?.address).toEqual(mapped);
    expect(bench.core.member('m1')?.host).toBe('10.0.0.1');
    bench.hear('m1', alive('m1', 2));
    expect(bench.rejects()).toEqual([]);
    expect(bench.core.member('m1')?.incarnation).toBe(2);
  });

  test('from another address is a conflict while the name is in use', () => {
    const conflicts: string[] = [];
    const bench = new CoreBench(quiet, {
      onConflict: (existing, other) => conflicts.push(`${existing.host} ${other.host}`),
    });
    bench.hear('m1', alive('m1', 1));
    bench.hear('m2', alive('m1', 9, { address: addressOf('m2') }));
    expect(bench.core.member('m1')?.host).toBe('10.0.0.1');
    expect(conflicts).toEqual(['10.0.0.1 10.0.0.2']);
    expect(bench.eventTypes().at(-1)).toBe('member-conflict');
  });

  test('from another address is a return after the member has left, whatever its incarnation', () => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', alive('m1', 9));
    bench.hear('m1', dead('m1', 9, 'm1'));
    bench.hear('m2', alive('m1', 1, { address: addressOf('m2') }));
    expect(bench.core.member('m1')).toMatchObject({
      state: 'alive',
      host: '10.0.0.2',
      incarnation: 1,
    });
  });

  test('from another address reclaims a dead name only after the configured time', () => {
    const bench = new CoreBench({ ...quiet, deadNodeReclaimMs: 10_000 });
    bench.hear('m1', alive('m1', 9));
    bench.hear('m3', dead('m1', 9, 'm3'));
    bench.runTo(10_000);
    bench.hear('m2', alive('m1', 1, { address: addressOf('m2') }));
    expect(bench.state('m1')).toBe('dead');
    bench.runTo(10_001);
    bench.hear('m2', alive('m1', 1, { address: addressOf('m2') }));
    expect(bench.core.member('m1')).toMatchObject({ state: 'alive', host: '10.0.0.2' });
  });

  test('is refused when sender or address lies outside the allowed networks', () => {
    const bench = new CoreBench({ ...quiet, allowedCidrs: ['10.0.0.0/30'] });
    bench.hear('m1', alive('m9'));
    bench.hear('m9', alive('m1'));
    expect(bench.core.memberCount).toBe(1);
    expect(bench.rejects()).toEqual(['not-allowed', 'not-allowed']);
    bench.hear('m1', alive('m1'));
    expect(bench.core.memberCount).toBe(2);
  });

  test('is refused when the delegate says so or there is no room', () => {
    const bench = new CoreBench(
      { ...quiet, memberCountMax: 2 },
      { vetoAlive: ({ name }) => (name === 'm1' ? 'not wanted' : undefined) },
    );
    bench.hear('m1', alive('m1'));
    bench.hear('m2', alive('m2'), alive('m3'));
    expect(bench.rejects()).toEqual(['vetoed', 'member-limit']);
    expect(
      bench.core
        .knownMembers()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['m0', 'm2']);
  });
});

describe('news about ourselves', () => {
  test.each([
    ['suspicion', suspect('m0', 1, 'm1'), 2],
    ['death', dead('m0', 1, 'm1'), 2],
    ['a suspicion from the future', suspect('m0', 40, 'm1'), 41],
    ['a life that is not ours', alive('m0', 1, { meta: Uint8Array.of(9) }), 2],
    ['a life ahead of ours', alive('m0', 7), 8],
  ])('of %s is refuted with a higher incarnation', (_, message, incarnation) => {
    const bench = new CoreBench(slow);
    bench.hear('m1', alive('m1'));
    bench.hear('m1', message);
    expect(bench.core.localMember).toMatchObject({ state: 'alive', incarnation });
    expect(bench.core.healthScore).toBe(1);
    bench.run(50);
    const told = bench.takeMessages('alive').filter(({ node }) => node === 'm0');
    expect(told.map((one) => one.incarnation)).toContain(incarnation);
  });

  test('that only repeats what we said is ignored', () => {
    const bench = new CoreBench(slow);
    bench.hear('m1', alive('m0', 1));
    expect(bench.core.localMember?.incarnation).toBe(1);
    expect(bench.core.healthScore).toBe(0);
  });

  test('that we have refuted before is refuted again, with the same incarnation and no harm to health', () => {
    const bench = new CoreBench(slow);
    bench.hear('m1', alive('m1'), suspect('m0', 1, 'm1'));
    bench.run(900);
    expect(bench.takeMessages('alive').some(({ node }) => node === 'm0')).toBe(true);
    bench.hear('m1', suspect('m0', 1, 'm1'), dead('m0', 1, 'm1'));
    bench.run(5);
    const said = bench.takeMessages('alive').filter(({ node }) => node === 'm0');
    expect(said.map(({ incarnation }) => incarnation)).toEqual([2]);
    expect(bench.core.healthScore).toBe(1);
  });

  test('after our leave is not refuted', () => {
    const bench = new CoreBench(slow);
    bench.hear('m1', alive('m1'));
    bench.give({ type: 'leave', commandId: 1, timeoutMs: 1_000 });
    bench.hear('m1', alive('m0', 9), suspect('m0', 9, 'm1'), dead('m0', 9, 'm1'));
    expect(bench.core.localMember).toMatchObject({ state: 'left', incarnation: 1 });
  });

  test('cannot be refuted beyond the last incarnation, and does no harm', () => {
    const bench = new CoreBench(slow);
    bench.hear('m1', alive('m1'));
    bench.hear('m1', suspect('m0', 0xffffffff, 'm1'));
    expect(bench.core.localMember?.incarnation).toBe(0xffffffff);
    const meta = Uint8Array.of(1);
    bench.give({ type: 'update-meta', commandId: 1, meta, timeoutMs: 1_000 });
    expect(bench.core.localMember).toMatchObject({ incarnation: 0xffffffff, meta });
    bench.run(400);
    const own = bench.takeMessages('alive').filter(({ node }) => node === 'm0');
    expect(own.at(-1)).toMatchObject({ incarnation: 0xffffffff });
  });
});

describe('an accusation', () => {
  test('by a name that fits no packet is refused', () => {
    const bench = new CoreBench(slow);
    bench.hear('m1', alive('m1'), alive('m2'));
    bench.hear('m2', suspect('m1', 1, 'x'.repeat(256)), dead('m2', 1, 'x'.repeat(256)));
    expect([bench.state('m1'), bench.state('m2')]).toEqual(['alive', 'alive']);
    expect(bench.rejects()).toEqual(['bad-name', 'bad-name']);
  });

  test('of a stranger, or of old, is ignored', () => {
    const bench = new CoreBench(slow);
    bench.hear(
      'm1',
      alive('m1', 5),
      suspect('m9', 1, 'm1'),
      suspect('m1', 4, 'm2'),
      dead('m1', 4, 'm2'),
    );
    expect(bench.state('m1')).toBe('alive');
    expect(bench.core.memberCount).toBe(2);
  });

  test('is confirmed by others, and the verdict comes sooner with each', () => {
    const bench = new CoreBench({ ...slow, isStreamPingEnabled: false, probeIntervalMs: 1_000 });
    const names = ['m1', 'm2', 'm3', 'm4', 'm5'];
    for (const name of names) bench.hear(name, alive(name));
    bench.hear('m2', suspect('m1', 1, 'm2'));
    const longest = bench.core.nextDeadlineMs();
    expect(longest).toBeDefined();
    bench.hear('m3', suspect('m1', 1, 'm3'));
    bench.hear('m4', suspect('m1', 1, 'm4'));
    expect(bench.state('m1')).toBe('suspect');
    bench.runTo(3_999);
    expect(bench.state('m1')).toBe('suspect');
    bench.runTo(4_000);
    expect(bench.state('m1')).toBe('dead');
    expect(bench.eventTypes()).toContain('member-failed');
  });

  test('lasts its shortest time at once when confirmations are not wanted', () => {
    const bench = new CoreBench({ ...slow, isSuspicionDynamic: false });
    for (const name of ['m1', 'm2', 'm3', 'm4', 'm5']) bench.hear(name, alive(name));
    bench.hear('m2', suspect('m1', 1, 'm2'));
    bench.runTo(4_000);
    expect(bench.state('m1')).toBe('dead');
  });

  test('lasts its shortest time where there are too few to confirm it', () => {
    const bench = new CoreBench(slow);
    bench.hear('m1', alive('m1'), alive('m2'));
    bench.hear('m2', suspect('m1', 1, 'm2'));
    bench.runTo(3_999);
    expect(bench.state('m1')).toBe('suspect');
    bench.runTo(4_000);
    expect(bench.state('m1')).toBe('dead');
  });

  test('of one who is declared dead is neither confirmed nor spread any more', () => {
    const bench = new CoreBench({ ...slow, probeIntervalMs: 0 });
    for (const name of ['m1', 'm2', 'm3', 'm4']) bench.hear(name, alive(name));
    bench.hear('m2', suspect('m1', 1, 'm2'), dead('m1', 1, 'm2'));
    bench.run(5_000);
    bench.takeSent();
    bench.hear('m3', suspect('m1', 1, 'm3'));
    bench.run(1_000);
    expect(bench.takeMessages('suspect')).toEqual([]);
  });

  test('does not follow a death, and a death is told once', () => {
    const bench = new CoreBench(slow);
    bench.hear('m1', alive('m1'));
    bench.hear('m2', dead('m1', 3, 'm2'));
    bench.hear('m2', suspect('m1', 3, 'm2'), dead('m1', 4, 'm3'));
    expect(bench.core.member('m1')).toMatchObject({ state: 'dead', incarnation: 3 });
    expect(bench.eventTypes().filter((type) => type === 'member-failed')).toHaveLength(1);
  });
});

describe('a full exchange', () => {
  test('answers with everything known, then takes in the peer, whose word on the dead is not enough', () => {
    const bench = new CoreBench(slow);
    bench.hear('m1', alive('m1'), alive('m2'));
    const [answer] = bench.converse('m9', {
      type: 'push-pull',
      isJoin: true,
      nodes: [record('m9', 'alive'), record('m1', 'dead'), record('m2', 'left')],
      userState: new Uint8Array(0),
    });
    expect(answer).toMatchObject({ type: 'push-pull', isJoin: true });
    const names = answer?.type === 'push-pull' ? answer.nodes.map(({ name }) => name).sort() : [];
    expect(names).toEqual(['m0', 'm1', 'm2']);
    expect([bench.state('m9'), bench.state('m1'), bench.state('m2')]).toEqual([
      'alive',
      'suspect',
      'left',
    ]);
  });

  test('gives the delegate its state, and takes its veto on a join only', () => {
    const merged: string[] = [];
    const bench = new CoreBench(slow, {
      localState: (isJoin) => Uint8Array.of(isJoin ? 1 : 0),
      mergeRemoteState: (bytes, isJoin) => merged.push(`${bytes[0]} ${isJoin}`),
      vetoMerge: (members) => (members.length > 1 ? 'too many' : undefined),
    });
    const nodes = [record('m1', 'alive'), record('m2', 'alive')];
    const userState = Uint8Array.of(5);
    const [answer] = bench.converse('m1', { type: 'push-pull', isJoin: true, nodes, userState });
    expect(answer?.type === 'push-pull' ? [...answer.userState] : []).toEqual([1]);
    expect(bench.core.memberCount).toBe(1);
    expect(bench.rejects()).toEqual(['vetoed']);
    bench.converse('m1', { type: 'push-pull', isJoin: false, nodes, userState }, -2);
    expect(bench.core.memberCount).toBe(3);
    expect(merged).toEqual(['5 false']);
  });

  test('takes in nothing when versions do not fit', () => {
    const bench = new CoreBench(slow);
    const stranger = { ...record('m2', 'dead'), versions: Uint8Array.of(1, 5, 9, 0, 0, 0) };
    bench.converse('m1', {
      type: 'push-pull',
      isJoin: true,
      nodes: [record('m1', 'alive'), stranger],
      userState: new Uint8Array(0),
    });
    expect(bench.core.memberCount).toBe(1);
    expect(bench.rejects()).toEqual(['incompatible']);
  });

  test('is refused without an answer when too many are open', () => {
    const bench = new CoreBench({ ...slow, acceptedStreamCountMax: 2 });
    for (const streamId of [-1, -2]) {
      bench.give({ type: 'stream-accepted', streamId, from: { host: '10.0.0.1', port: 9 } });
    }
    const refused = bench.give({
      type: 'stream-accepted',
      streamId: -3,
      from: { host: '10.0.0.1', port: 9 },
    });
    expect(refused).toContainEqual({ type: 'close-stream', streamId: -3 });
    bench.runTo(10_000);
    expect(bench.rejects()).toEqual(['stream-limit', 'stream-timeout', 'stream-timeout']);
    const accepted = bench.give({
      type: 'stream-accepted',
      streamId: -4,
      from: { host: '10.0.0.1', port: 9 },
    });
    expect(accepted.some(({ type }) => type === 'close-stream')).toBe(false);
  });
});

describe('a flood', () => {
  test('of news in one turn is bounded, and what is dropped is counted', () => {
    const bench = new CoreBench({ ...quiet, handOffCountMax: 3 });
    const messages = [1, 2, 3, 4, 5].map((index) => alive(`m${index}`));
    bench.hear('m1', ...messages);
    expect(bench.core.memberCount).toBe(4);
    expect(bench.rejects()).toEqual(['hand-off-full', 'hand-off-full']);
  });

  test('of bytes that mean nothing changes nothing', () => {
    const bench = new CoreBench(quiet);
    for (let length = 0; length < 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) & 0xff);
      bench.give({ type: 'datagram', from: { host: '10.0.0.9', port: 1 }, bytes });
    }
    expect(bench.core.memberCount).toBe(1);
    expect(bench.rejects().length).toBeGreaterThan(100);
  });
});
