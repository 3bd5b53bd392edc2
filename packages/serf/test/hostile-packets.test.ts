import { createMemberlistCodec, Keyring } from '@konsul/swim';
import { describe, expect, test } from 'vitest';
import { resolveConfig, type SerfMessage } from '../src/index.js';
import { saidEvent, saidQuery } from './support/said-messages.js';
import { addressOf, benchWith, endpointOf, SerfBench } from './support/serf-bench.js';
import { fromHex, toHex } from './wire-vectors.js';

const NO_BYTES = new Uint8Array(0);
const DAY_MS = 86_400_000;
const text = (value: string): string =>
  (0xa0 | value.length).toString(16) + Buffer.from(value).toString('hex');

/** Bytes of this layer, as `m1` would send them. */
function hearHex(bench: SerfBench, hex: string): void {
  bench.hearBelow('m1', { type: 'user', payload: fromHex(hex) });
}

describe('a message that has stopped members of other implementations', () => {
  test.each([
    ['no type byte', '', 'serf-empty'],
    ['a type byte alone', '03', 'serf-malformed'],
    ['a type that nobody knows', 'fe80', 'serf-unknown-type'],
    ['a type that travels only inside others', '0880', 'serf-unknown-type'],
    ['state of a full exchange in a packet', '0280', 'serf-unexpected-type'],
    ['a map of four thousand million fields', '00dfffffffff', 'serf-malformed'],
    ['a name of four gigabytes', `0381${text('Name')}dbffffffff61`, 'serf-malformed'],
    [
      'a payload of four gigabytes of small numbers',
      `0381${text('Payload')}ddffffffff`,
      'serf-malformed',
    ],
    ['four thousand million filters', `0481${text('Filters')}ddffffffff`, 'serf-malformed'],
    ['fifty thousand levels', `0381${text('Zz')}${'91'.repeat(50_000)}`, 'serf-malformed'],
    ['a time below nought', `0381${text('LTime')}ff`, 'serf-malformed'],
    ['a time of half', `0381${text('LTime')}cb3fe0000000000000`, 'serf-malformed'],
    ['a name that is no text', `0181${text('Node')}a2c328`, 'serf-malformed'],
    ['a relay to nowhere', `0981${text('DestName')}${text('m1')}00`, 'serf-malformed'],
  ])('does no harm and is counted: %s', (_, hex, reason) => {
    const bench = benchWith('m1');
    // The layer below does not hand on what is empty.
    if (hex !== '') hearHex(bench, hex);
    else expect(bench.codec.decode(NO_BYTES)).toEqual({ type: 'reject', reason });
    if (hex !== '') expect(bench.rejects()).toEqual([reason]);
    bench.run(1_000);
    expect(bench.takeSent()).toEqual([]);
    expect(bench.core.memberCount).toBe(2);
  });

  test('is a query with an empty filter, which is not passed on either', () => {
    const bench = benchWith('m1', 'm2');
    const hex = toHex(
      bench.codec.encode(saidQuery({ filters: [{ type: 'nodes', names: ['m2'] }] })),
    );
    const emptied = hex.replace(`${text('Filters')}91a50091a26d32`, `${text('Filters')}91a0`);
    expect(emptied).not.toBe(hex);
    hearHex(bench, emptied);
    bench.run(1_000);
    expect(bench.rejects()).toEqual(['serf-malformed']);
    expect(bench.takeMessages('query')).toEqual([]);
  });

  test('is a query whose filter has sixty thousand elements, each nothing', () => {
    const bench = benchWith('m1');
    const filters = `${text('Filters')}dcea60${'a0'.repeat(60_000)}`;
    hearHex(bench, `0482${text('Addr')}a47f000001${filters}`);
    expect(bench.rejects()).toEqual(['serf-malformed']);
  });

  test.each([
    ['nothing, thousandfold on many levels', `${'('.repeat(30)}${'){1000}'.repeat(30)}`],
    ['what backtracks without end', '^(a+)+$'],
    ['what refers back', '(a*)\\1'],
    ['what is no expression', '(?<=['],
  ])('is a query whose expression is %s', (_, expression) => {
    const bench = benchWith('m1');
    bench.hear('m1', saidQuery({ filters: [{ type: 'tag', tag: 'role', expression }] }));
    expect(bench.core.state).toBe('running');
  });
});

describe('a query with a strange deadline', () => {
  test('that has passed is delivered, and answered too late', () => {
    const bench = benchWith('m1');
    bench.hear('m1', saidQuery({ timeoutMs: 0 }));
    const [event] = bench.events;
    expect(event).toMatchObject({ type: 'query', deadlineMs: bench.nowMs });
    bench.run(1);
    bench.give({ type: 'respond', commandId: 1, key: 1, payload: NO_BYTES });
    expect(bench.outcomes.get(1)).toMatchObject({ type: 'failed', reason: 'query-closed' });
  });

  test('is taken for none when it lies before the beginning', () => {
    const bench = benchWith('m1');
    const whole = toHex(bench.codec.encode(saidQuery({ timeoutMs: 0 })));
    const negative = whole.replace(`${text('Timeout')}00`, `${text('Timeout')}d38000000000000001`);
    expect(negative).not.toBe(whole);
    hearHex(bench, negative);
    // Times that JavaScript cannot count are refused rather than rounded.
    expect(bench.rejects()).toEqual(['serf-malformed']);
    hearHex(bench, whole.replace(`${text('Timeout')}00`, `${text('Timeout')}ff`));
    expect(bench.events).toMatchObject([{ type: 'query', deadlineMs: bench.nowMs }]);
  });

  test('of a hundred days waits no longer than one', () => {
    const bench = benchWith('m1');
    bench.hear('m1', saidQuery({ timeoutMs: 100 * DAY_MS }));
    expect(bench.events).toMatchObject([{ type: 'query', deadlineMs: bench.nowMs + DAY_MS }]);
  });

  test('does not silence the queries of others', () => {
    const bench = new SerfBench({ pendingQueryCountMax: 4 });
    bench.arrive('m1');
    for (let time = 1; time <= 20; time += 1) {
      bench.hear('m1', saidQuery({ time, timeoutMs: DAY_MS }));
    }
    bench.takeEvents();
    bench.hear('m2', saidQuery({ time: 21, name: 'honest' }));
    expect(bench.takeEvents()).toEqual(['query honest']);
  });
});

describe('names and keys that mean something to JavaScript', () => {
  const odd = { constructor: 'b', role: 'c', toString: 'd' };

  test('are tags like any others', () => {
    const bench = benchWith();
    const tags = Object.fromEntries([['__proto__', 'a'], ...Object.entries(odd)]);
    bench.arrive('m1', { tags });
    const known = bench.core.member('m1')?.tags ?? {};
    expect(Object.entries(known).sort()).toEqual(Object.entries(tags).sort());
    expect(Object.getPrototypeOf(known)).toBe(Object.prototype);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('are members like any others', () => {
    const bench = benchWith('m1');
    const messages: SerfMessage[] = ['__proto__', 'constructor'].map((node) => ({
      type: 'leave',
      time: 9,
      node,
      isPrune: true,
    }));
    bench.hear('m1', ...messages);
    expect(bench.core.member('__proto__')).toBeUndefined();
    expect(bench.core.member('constructor')).toBeUndefined();
    expect(bench.status('m1')).toBe('alive');
  });

  test('are unknown fields of a message', () => {
    const bench = benchWith('m1');
    hearHex(
      bench,
      `0383${text('__proto__')}81a1780a${text('Name')}${text('go')}${text('LTime')}05`,
    );
    expect(bench.takeEvents()).toEqual(['user-event go']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('a name that is no text', () => {
  test('in a full exchange is left out, and the rest is taken in', () => {
    const bench = benchWith('m1', 'm2');
    const event = { name: 'odd', payload: NO_BYTES };
    const state = bench.codec.encode({
      type: 'push-pull',
      time: 9,
      statusTimes: new Map([
        ['m1', 7],
        ['m2', 8],
        ['odd', 8],
      ]),
      leftMembers: ['odd', 'm2'],
      eventTime: 6,
      events: [{ time: 5, events: [event, { ...event, name: 'go' }] }],
      queryTime: 4,
    });
    // 0xff is never part of UTF-8.
    const userState = fromHex(toHex(state).replaceAll(text('odd'), 'a36fff64'));
    const message = { type: 'push-pull', isJoin: false, nodes: [], userState } as const;
    const bytes = bench.swimCodec.encodeStream(message, { side: 'dialled' });
    bench.give({ type: 'stream-accepted', streamId: -99, from: endpointOf('m1') });
    bench.give({ type: 'stream-data', streamId: -99, bytes });
    expect(bench.rejects()).toEqual([]);
    expect(bench.takeEvents()).toEqual(['user-event go']);
    expect([bench.status('m1'), bench.status('m2')]).toEqual(['alive', 'leaving']);
    expect(bench.core.member('m1')?.statusTime).toBe(7);
  });
});

describe('a replayed message', () => {
  test.each([
    ['an event', saidEvent({ time: 5 })],
    ['a query', saidQuery()],
  ] as const)('is delivered once, however often it comes: %s', (_, message) => {
    const bench = benchWith('m1', 'm2');
    for (let count = 0; count < 50; count += 1) bench.hear('m2', message);
    expect(bench.takeEvents()).toHaveLength(1);
  });

  test('that a member leaves, from before it came back, does not make it leave', () => {
    const bench = benchWith('m1');
    const leave = { type: 'leave', time: 5, node: 'm1', isPrune: false } as const;
    bench.hear('m1', leave, { type: 'join', time: 6, node: 'm1' });
    bench.hear('m2', leave, leave);
    expect(bench.status('m1')).toBe('alive');
  });

  test('of an event from before all that is remembered is refused', () => {
    const bench = benchWith('m1');
    bench.hear('m1', saidEvent({ time: 5 }), saidEvent({ time: 5 + 2 * 512 }));
    bench.takeEvents();
    bench.hear('m2', saidEvent({ time: 5 }));
    expect(bench.takeEvents()).toEqual([]);
    expect(bench.rejects()).toEqual(['serf-event-too-old']);
  });
});

describe('members that are gone as soon as they came', () => {
  test('do not add up', () => {
    const config = resolveConfig({
      name: 'm0',
      swim: { memberCountMax: 8, isStreamPingEnabled: false },
    });
    const bench = new SerfBench({}, { config });
    for (let round = 0; round < 6; round += 1) {
      for (let index = 1; index <= 6; index += 1) {
        const name = `m${round * 6 + index}`;
        bench.arrive(name);
        bench.depart(name);
      }
      bench.run(60_000);
      expect(bench.core.memberCount).toBeLessThanOrEqual(8);
    }
    expect(bench.core.localMember?.status).toBe('alive');
    expect(bench.takeEvents().filter((event) => event.startsWith('member-reap'))).not.toEqual([]);
  });
});

describe('tags beyond what meta carries', () => {
  test('are not believed', () => {
    const bench = benchWith('m1');
    bench.arrive('m2', { tags: { role: 'x'.repeat(600) } });
    expect(bench.core.member('m2')).toBeUndefined();
    expect(bench.effects).toContainEqual(
      expect.objectContaining({ type: 'reject', reason: 'meta-too-large' }),
    );
  });

  test('that cannot be read are none', () => {
    const bench = benchWith('m1');
    for (const [index, hex] of ['ff', 'ffdfffffffff', 'ff81a461', 'ff91a161'].entries()) {
      const name = `m${index + 10}`;
      bench.hearBelow(name, {
        type: 'alive',
        incarnation: 1,
        node: name,
        address: addressOf(name),
        port: 7_946,
        meta: fromHex(hex),
        versions: Uint8Array.of(1, 5, 2, 2, 5, 5),
      });
      expect(bench.core.member(name)?.tags).toEqual({});
    }
  });
});

describe('an encrypted pool', () => {
  test('hears nothing of this layer that was not encrypted with one of its keys', () => {
    const key = Buffer.from('0123456789abcdef');
    const swimCodec = createMemberlistCodec({ keyring: new Keyring([key]) });
    const bench = new SerfBench({}, { swimCodec });
    const message = { type: 'join', time: 9, node: 'm7' } as const;
    const user = { type: 'user', payload: bench.codec.encode(message) } as const;
    const senders = {
      plain: createMemberlistCodec(),
      foreign: createMemberlistCodec({ keyring: new Keyring([Buffer.from('fedcba9876543210')]) }),
    };
    const { memberTime } = bench.core.stats();
    for (const codec of Object.values(senders)) {
      const parts = [codec.encodeMessage(user), codec.encodeMessage(user)];
      const bytes = codec.encodePacket(parts, { checksum: false });
      bench.give({ type: 'datagram', from: endpointOf('m1'), bytes });
    }
    const reasons = bench.effects.flatMap((effect) =>
      effect.type === 'reject' ? [effect.reason] : [],
    );
    expect(reasons).toEqual(['not-encrypted', 'decrypt-failed']);
    expect(bench.core.stats().memberTime).toBe(memberTime);
  });
});
