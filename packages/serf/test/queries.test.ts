import { describe, expect, test } from 'vitest';
import type { QueryMessage, SerfInput, SerfOutcome } from '../src/index.js';
import { saidEvent, saidQuery } from './support/said-messages.js';
import { addressOf, benchWith, SerfBench } from './support/serf-bench.js';

const NO_BYTES = new Uint8Array(0);

type QueryCommand = Extract<SerfInput, { readonly type: 'query' }>;

const ask = (more: Partial<QueryCommand> = {}): QueryCommand => ({
  type: 'query',
  commandId: 1,
  name: 'uptime',
  payload: NO_BYTES,
  filters: [],
  wantsAck: false,
  relayFactor: 0,
  ...more,
});

/** The query as it was spread. */
function spreadQuery(bench: SerfBench): QueryMessage {
  bench.run(400);
  const [query] = bench.takeMessages('query');
  if (query === undefined) throw new Error('no query was spread');
  return query;
}

function reply(bench: SerfBench, query: QueryMessage, from: string, isAck = false): void {
  const payload = isAck ? NO_BYTES : Uint8Array.of(1);
  bench.hear(from, {
    type: 'query-response',
    time: query.time,
    id: query.id,
    from,
    isAck,
    payload,
  });
}

function replies(bench: SerfBench): readonly string[] {
  return bench.effects.flatMap((effect) => {
    if (effect.type === 'query-reply') return [`${effect.reply.type} ${effect.reply.from}`];
    return effect.type === 'query-ended' ? ['end'] : [];
  });
}

function failure(outcome: SerfOutcome | undefined): string {
  return outcome?.type === 'failed' ? outcome.reason : `${outcome?.type}`;
}

describe('asking', () => {
  test('collects one answer of each, and ends when all have answered', () => {
    const bench = benchWith('m1', 'm2');
    bench.give(ask());
    expect(bench.outcomes.get(1)).toMatchObject({ type: 'query-started', queryId: 1 });
    const query = spreadQuery(bench);
    expect(query).toMatchObject({ sourceNode: 'm0', timeoutMs: 3_200, time: 1 });
    reply(bench, query, 'm1');
    reply(bench, query, 'm1');
    reply(bench, query, 'm2');
    expect(replies(bench)).toEqual(['response m1', 'response m2']);
    const [event] = bench.events.filter(({ type }) => type === 'query');
    bench.give({
      type: 'respond',
      commandId: 2,
      key: event?.type === 'query' ? event.key : 0,
      payload: NO_BYTES,
    });
    expect(replies(bench)).toEqual(['response m1', 'response m2', 'response m0', 'end']);
  });

  test('ends at the deadline when somebody stays silent', () => {
    const bench = benchWith('m1');
    bench.give(ask({ timeoutMs: 1_000 }));
    reply(bench, spreadQuery(bench), 'm1');
    bench.run(2_000);
    expect(replies(bench)).toEqual(['response m1', 'end']);
  });

  test('does not wait for a member that has gone', () => {
    const bench = benchWith('m1', 'm2');
    bench.give(ask({ filters: [{ type: 'nodes', names: ['m1', 'm2'] }] }));
    reply(bench, spreadQuery(bench), 'm1');
    bench.depart('m2');
    expect(replies(bench)).toEqual(['response m1', 'end']);
  });

  test('waits for acks as well, when they are wanted', () => {
    const bench = benchWith('m1');
    bench.give(ask({ wantsAck: true, filters: [{ type: 'nodes', names: ['m1'] }] }));
    const query = spreadQuery(bench);
    reply(bench, query, 'm1');
    expect(replies(bench)).toEqual(['response m1']);
    reply(bench, query, 'm1', true);
    expect(replies(bench)).toEqual(['response m1', 'ack m1', 'end']);
  });

  test('who is there needs acks only', () => {
    const bench = benchWith('m1');
    bench.give(ask({ name: '_serf_ping', wantsAck: true }));
    reply(bench, spreadQuery(bench), 'm1', true);
    expect(replies(bench)).toEqual(['ack m0', 'ack m1', 'end']);
  });

  test('takes no more answers than there were members, and none of other queries', () => {
    const bench = benchWith('m1');
    bench.give(ask({ timeoutMs: 1_000 }));
    const query = spreadQuery(bench);
    reply(bench, { ...query, id: query.id + 1 }, 'm1');
    reply(bench, { ...query, time: query.time + 1 }, 'm1');
    for (const name of ['x1', 'x2', 'x3']) reply(bench, query, name);
    expect(replies(bench)).toEqual(['response x1', 'response x2']);
    expect(bench.rejects()).toEqual(['serf-query-limit']);
  });

  test('can be given up', () => {
    const bench = benchWith('m1');
    bench.give(ask());
    const query = spreadQuery(bench);
    bench.give({ type: 'cancel-query', queryId: 1 });
    reply(bench, query, 'm1');
    expect(replies(bench)).toEqual(['end']);
  });

  test.each([
    ['what is too large', ask({ payload: new Uint8Array(2_000) }), {}, 'too-large'],
    ['in a name of the protocol', ask({ name: '_serf_list-keys' }), {}, 'reserved-name'],
    ['in a protocol without queries', ask(), { protocolVersion: 3 }, 'unsupported'],
  ])('is refused for %s', (_, command, tuning, reason) => {
    const bench = new SerfBench(tuning);
    bench.give(command);
    expect(failure(bench.outcomes.get(1))).toBe(reason);
  });

  test('is refused while too many queries are open', () => {
    const bench = new SerfBench({ openQueryCountMax: 2 });
    for (const commandId of [1, 2, 3]) bench.give(ask({ commandId }));
    expect(failure(bench.outcomes.get(3))).toBe('too-many-queries');
    bench.run(4_000);
    bench.give(ask({ commandId: 4 }));
    expect(failure(bench.outcomes.get(4))).toBe('query-started');
  });
});

describe('being asked', () => {
  test('is told once, passed on and answered once', () => {
    const bench = benchWith('m1', 'm2');
    bench.hear('m1', saidQuery());
    bench.hear('m2', saidQuery());
    expect(bench.takeEvents()).toEqual(['query uptime']);
    bench.give({ type: 'respond', commandId: 1, key: 1, payload: Uint8Array.of(9) });
    bench.give({ type: 'respond', commandId: 2, key: 1, payload: Uint8Array.of(9) });
    expect(failure(bench.outcomes.get(2))).toBe('query-closed');
    bench.run(2_000);
    const sent = bench.takeSent();
    const answers = sent.filter(({ message }) => message.type === 'query-response');
    expect(answers).toEqual([
      {
        to: '10.0.0.1',
        message: expect.objectContaining({ time: 5, id: 77, from: 'm0', isAck: false }),
      },
    ]);
    expect(sent.some(({ message }) => message.type === 'query')).toBe(true);
  });

  test('can be answered only in time, and within bounds', () => {
    const bench = benchWith('m1');
    bench.hear('m1', saidQuery());
    bench.give({ type: 'respond', commandId: 1, key: 1, payload: new Uint8Array(1_024) });
    expect(failure(bench.outcomes.get(1))).toBe('too-large');
    bench.run(1_001);
    bench.give({ type: 'respond', commandId: 2, key: 1, payload: NO_BYTES });
    expect(failure(bench.outcomes.get(2))).toBe('query-closed');
  });

  test('is acknowledged when that is wanted, and passed on even when it is for others', () => {
    const bench = benchWith('m1', 'm2');
    bench.hear('m1', saidQuery({ wantsAck: true, isNoBroadcast: true }));
    expect(bench.takeMessages('query-response')).toMatchObject([{ isAck: true, from: 'm0' }]);
    bench.run(1_000);
    expect(bench.takeMessages('query')).toEqual([]);
    bench.takeEvents();
    bench.hear(
      'm1',
      saidQuery({ time: 6, wantsAck: true, filters: [{ type: 'nodes', names: ['m2'] }] }),
    );
    bench.run(1_000);
    expect(bench.takeEvents()).toEqual([]);
    const types = new Set(bench.takeSent().map(({ message }) => message.type));
    expect([...types]).toEqual(['query']);
  });

  test('goes on within a bounded number of unanswered queries', () => {
    const bench = new SerfBench({ pendingQueryCountMax: 2 });
    for (const time of [5, 6, 7]) bench.hear('m1', saidQuery({ time }));
    const keys = bench.events.flatMap((event) => (event.type === 'query' ? [event.key] : []));
    expect(keys).toHaveLength(3);
    expect(bench.rejects()).toEqual(['serf-query-limit']);
    for (const key of keys) {
      bench.give({ type: 'respond', commandId: key, key, payload: NO_BYTES });
    }
    // The oldest was given up.
    expect(keys.map((key) => bench.outcomes.get(key)?.type)).toEqual(['failed', 'done', 'done']);
  });

  test('with a relay factor sends the answer by way of others too', () => {
    const bench = benchWith('m1', 'm2', 'm3', 'm4');
    bench.hear('m1', saidQuery({ wantsAck: true, relayFactor: 2, isNoBroadcast: true }));
    const sent = bench.takeSent();
    expect(sent.filter(({ message }) => message.type === 'query-response')).toHaveLength(1);
    const relayed = sent.filter(({ message }) => message.type === 'relay');
    expect(new Set(relayed.map(({ to }) => to)).size).toBe(2);
    expect(relayed[0]?.message).toMatchObject({ node: 'm1', port: 7_946 });
  });

  test('goes by members only that know how to hand it on, and by none where there are too few', () => {
    const bench = benchWith('m1', 'm2');
    bench.arrive('m3', { versions: Uint8Array.of(1, 4, 2, 2, 5, 5) });
    const relays = (id: number, relayFactor: number): readonly string[] => {
      bench.hear('m1', saidQuery({ id, wantsAck: true, relayFactor, isNoBroadcast: true }));
      const sent = bench.takeSent().filter(({ message }) => message.type === 'relay');
      return sent.map(({ to }) => to).sort();
    };
    expect(relays(1, 3)).toEqual(['10.0.0.1', '10.0.0.2']);
    expect(relays(2, 4)).toEqual([]);
  });
});

describe('relaying', () => {
  const inner = (bench: SerfBench): Uint8Array =>
    bench.codec.encode({
      type: 'query-response',
      time: 1,
      id: 1,
      from: 'm2',
      isAck: true,
      payload: NO_BYTES,
    });

  test('hands a message on to a member, named or not', () => {
    const bench = benchWith('m1', 'm2');
    for (const node of ['m1', '']) {
      bench.hear('m2', {
        type: 'relay',
        address: addressOf('m1'),
        port: 7_946,
        node,
        message: inner(bench),
      });
    }
    expect(bench.takeSent()).toMatchObject([{ to: '10.0.0.1' }, { to: '10.0.0.1' }]);
  });

  test('serves no strangers, no wrong addresses and no chains', () => {
    const bench = benchWith('m1', 'm2');
    const relay = {
      type: 'relay',
      address: addressOf('m1'),
      port: 7_946,
      node: 'm1',
      message: inner(bench),
    } as const;
    bench.hear('m2', { ...relay, node: 'm9', address: addressOf('m9') });
    bench.hear('m2', { ...relay, address: addressOf('m2') });
    bench.hear('m2', { ...relay, port: 53 });
    bench.hear('m2', { ...relay, node: '', port: 53 });
    bench.hear('m2', { ...relay, message: bench.codec.encode(relay) });
    bench.hear('m2', { ...relay, message: new Uint8Array(1_025) });
    expect(bench.takeSent()).toEqual([]);
    expect(bench.rejects()).toEqual(Array.from({ length: 6 }, () => 'serf-relay-refused'));
  });
});

describe('user events', () => {
  test('reach us and the others once, and are bounded', () => {
    const bench = benchWith('m1', 'm2');
    const event = {
      type: 'user-event',
      commandId: 1,
      name: 'go',
      payload: NO_BYTES,
      canCoalesce: false,
    } as const;
    bench.give(event);
    bench.give({ ...event, commandId: 2, payload: new Uint8Array(512) });
    expect(failure(bench.outcomes.get(2))).toBe('too-large');
    expect(bench.takeEvents()).toEqual(['user-event go']);
    bench.run(1_000);
    const [sent] = bench.takeMessages('user-event');
    expect(sent).toMatchObject({ name: 'go', time: 1 });
    bench.hear('m1', saidEvent());
    expect(bench.takeEvents()).toEqual([]);
    expect(bench.core.stats().eventTime).toBe(2);
  });

  test('that are far too old are refused', () => {
    const bench = benchWith('m1');
    bench.hear('m1', saidEvent({ time: 1_000 }), saidEvent({ time: 100 }));
    expect(bench.takeEvents()).toEqual(['user-event go']);
    expect(bench.rejects()).toEqual(['serf-event-too-old']);
  });

  test('are gathered when they may be', () => {
    const bench = new SerfBench({ userCoalesceMs: 1_000, userQuiescentMs: 200 });
    bench.takeEvents();
    const event = {
      type: 'user-event',
      name: 'deploy',
      payload: NO_BYTES,
      canCoalesce: true,
    } as const;
    bench.hear(
      'm1',
      { ...event, time: 1 },
      { ...event, time: 2 },
      { ...event, time: 3, canCoalesce: false },
    );
    expect(bench.takeEvents()).toEqual(['user-event deploy']);
    bench.run(250);
    expect(bench.events).toMatchObject([{ type: 'user-event', time: 2 }]);
  });
});

describe('a disputed name', () => {
  const dispute = (bench: SerfBench): void => {
    bench.hearBelow('m3', {
      type: 'alive',
      incarnation: 9,
      node: 'm0',
      address: addressOf('m66'),
      port: 7_946,
      meta: NO_BYTES,
      versions: Uint8Array.of(1, 5, 2, 2, 5, 5),
    });
  };
  const vote = (
    bench: SerfBench,
    query: QueryMessage,
    from: string,
    belief: 'ours' | 'other' | 'none',
  ): void => {
    const versions = { min: 1, max: 5, current: 2 };
    const address = addressOf(belief === 'ours' ? 'm0' : 'm66');
    const known = { name: 'm0', address, port: 7_946, tags: {}, status: 1 };
    const payload = bench.codec.encodeConflictAnswer(
      belief === 'none' ? 'none' : { ...known, gossipVersions: versions, serfVersions: versions },
    );
    bench.hear(from, {
      type: 'query-response',
      time: query.time,
      id: query.id,
      from,
      isAck: false,
      payload,
    });
  };

  test.each([
    ['is kept by a majority', ['ours', 'ours', 'other'], false],
    ['is lost without one', ['ours', 'other', 'other'], true],
    ['is lost when nobody knows us', ['none', 'none', 'none'], true],
    ['is kept when nobody answers', [], false],
  ] as const)('%s', (_, beliefs, isLost) => {
    const bench = benchWith('m1', 'm2', 'm3');
    dispute(bench);
    const query = spreadQuery(bench);
    expect(query.name).toBe('_serf_conflict');
    for (const [index, belief] of beliefs.entries()) vote(bench, query, `m${index + 1}`, belief);
    bench.run(5_000);
    expect(bench.takeEvents()).toEqual(['name-conflict', ...(isLost ? ['name-lost'] : [])]);
  });

  test('is not decided by strangers, nor asked about without end', () => {
    const bench = benchWith('m1', 'm2');
    dispute(bench);
    const query = spreadQuery(bench);
    for (const from of ['x1', 'x2', 'x3']) vote(bench, query, from, 'other');
    dispute(bench);
    dispute(bench);
    bench.run(5_000);
    expect(bench.takeEvents().filter((event) => event === 'name-lost')).toEqual([]);
    const ids = new Set(bench.takeMessages('query').map(({ id }) => id));
    expect(ids.size).toBeLessThanOrEqual(1);
  });

  test('is told to whoever asks, but for our own', () => {
    const bench = benchWith('m1', 'm2');
    const question = (name: string, time: number): QueryMessage =>
      saidQuery({
        name: '_serf_conflict',
        payload: bench.codec.encodeConflictQuestion(name),
        time,
        isNoBroadcast: true,
      });
    bench.hear('m1', question('m2', 5), question('m9', 6), question('m0', 7));
    const answers = bench
      .takeMessages('query-response')
      .map(({ payload }) => bench.codec.decodeConflictAnswer(payload));
    expect(answers).toEqual([
      expect.objectContaining({ name: 'm2', port: 7_946, status: 1 }),
      'none',
    ]);
  });
});
