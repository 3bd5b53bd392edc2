import { describe, expect, test } from 'vitest';
import { createMemberlistCodec, lanConfig, SwimCore, type SwimOutcome } from '../src/index.js';
import { alive, CoreBench, dead, endpointOf, hostOf, record } from './support/core-bench.js';

const quiet = { probeIntervalMs: 0, pushPullIntervalMs: 0 } as const;

function outcomeOf(bench: CoreBench, commandId: number): SwimOutcome | undefined {
  const outcomes = bench.effects.flatMap((effect) =>
    effect.type === 'complete' && effect.commandId === commandId ? [effect.outcome] : [],
  );
  expect(outcomes.length).toBeLessThanOrEqual(1);
  return outcomes[0];
}

describe('a leave', () => {
  test('of a lone member is done at once', () => {
    const bench = new CoreBench(quiet);
    bench.give({ type: 'leave', commandId: 1, timeoutMs: 1_000 });
    expect(outcomeOf(bench, 1)).toEqual({ type: 'done' });
    expect(bench.state('m0')).toBe('left');
  });

  test('is done when it has been told often enough', () => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', alive('m1'));
    bench.run(2_000);
    bench.takeSent();
    bench.give({ type: 'leave', commandId: 1, timeoutMs: 5_000 });
    expect(outcomeOf(bench, 1)).toBeUndefined();
    bench.run(1_000);
    expect(outcomeOf(bench, 1)).toEqual({ type: 'done' });
    expect(bench.takeMessages('dead')).toHaveLength(4);
  });

  test('that cannot be told in time says so, and holds all the same', () => {
    const bench = new CoreBench({ ...quiet, gossipIntervalMs: 0 });
    bench.hear('m1', alive('m1'));
    bench.give({ type: 'leave', commandId: 1, timeoutMs: 1_000 });
    bench.run(1_000);
    expect(outcomeOf(bench, 1)).toMatchObject({ type: 'failed', reason: 'timeout' });
    bench.give({ type: 'join', commandId: 2, peers: [] });
    expect(outcomeOf(bench, 2)).toMatchObject({ type: 'failed', reason: 'left' });
  });

  test('still answers pings', () => {
    const bench = new CoreBench(quiet);
    bench.give({ type: 'leave', commandId: 1, timeoutMs: 1_000 });
    bench.takeSent();
    bench.hear('m1', { type: 'ping', seqNo: 1, node: 'm0' });
    expect(bench.takeMessages('ack')).toHaveLength(1);
  });
});

describe('an update of meta', () => {
  test('raises our incarnation, is seen by ourselves, and is done when it has spread', () => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', alive('m1'));
    bench.run(2_000);
    const meta = Uint8Array.of(1, 2, 3);
    bench.give({ type: 'update-meta', commandId: 1, meta, timeoutMs: 1_000 });
    expect(bench.core.localMember).toMatchObject({ incarnation: 2, meta });
    expect(bench.eventTypes().at(-1)).toBe('member-updated');
    bench.run(900);
    expect(outcomeOf(bench, 1)).toEqual({ type: 'done' });
  });

  test('that is overtaken by the next one is done too', () => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', alive('m1'));
    bench.give({ type: 'update-meta', commandId: 1, meta: Uint8Array.of(1), timeoutMs: 1_000 });
    bench.give({ type: 'update-meta', commandId: 2, meta: Uint8Array.of(2), timeoutMs: 1_000 });
    expect(outcomeOf(bench, 1)).toEqual({ type: 'done' });
    expect(outcomeOf(bench, 2)).toBeUndefined();
  });
});

describe('a join', () => {
  test('exchanges with a few peers at a time, and sums up how each went', () => {
    const bench = new CoreBench(quiet);
    const peers = Array.from({ length: 10 }, (_, index) => endpointOf(`m${index + 1}`));
    const opened = bench
      .give({ type: 'join', commandId: 1, peers })
      .flatMap((effect) => (effect.type === 'open-stream' ? [effect.streamId] : []));
    expect(opened).toHaveLength(8);
    for (const streamId of opened.slice(1)) {
      bench.give({ type: 'stream-failed', streamId, reason: 'refused', detail: 'nobody there' });
    }
    const [first = 0] = opened;
    const written = bench.give({ type: 'stream-opened', streamId: first });
    expect(written.map(({ type }) => type)).toContain('write-stream');
    const answer = bench.codec.encodeStream(
      {
        type: 'push-pull',
        isJoin: true,
        nodes: [record('m1', 'alive')],
        userState: new Uint8Array(0),
      },
      { side: 'accepted' },
    );
    const half = answer.length >> 1;
    bench.give({ type: 'stream-data', streamId: first, bytes: answer.subarray(0, half) });
    expect(bench.core.memberCount).toBe(1);
    bench.give({ type: 'stream-data', streamId: first, bytes: answer.subarray(half) });
    expect(bench.state('m1')).toBe('alive');
    for (const streamId of [9, 10]) bench.give({ type: 'stream-closed', streamId, error: 'reset' });
    const outcome = outcomeOf(bench, 1);
    expect(outcome).toMatchObject({ type: 'joined', contactedCount: 1 });
    const failures = outcome?.type === 'joined' ? outcome.failures : [];
    expect(failures.map(({ reason }) => reason).sort()).toEqual([
      ...new Array<string>(7).fill('refused'),
      'unreachable',
      'unreachable',
    ]);
  });

  test.each([
    [
      'an error',
      { type: 'error', text: 'no installed keys' } as const,
      'remote error: no installed keys',
    ],
    [
      'something else',
      { type: 'ack', seqNo: 1, payload: new Uint8Array(0) } as const,
      'unexpected answer ack',
    ],
  ])('answered with %s fails and says so', (_, message, detail) => {
    const bench = new CoreBench(quiet);
    bench.give({ type: 'join', commandId: 1, peers: [endpointOf('m1')] });
    bench.give({ type: 'stream-opened', streamId: 1 });
    const bytes = bench.codec.encodeStream(message, { side: 'accepted' });
    bench.give({ type: 'stream-data', streamId: 1, bytes });
    expect(outcomeOf(bench, 1)).toMatchObject({
      type: 'join-failed',
      failures: [{ reason: 'rejected', detail }],
    });
  });

  test('that is never answered ends with the stream deadline', () => {
    const bench = new CoreBench(quiet);
    bench.give({ type: 'join', commandId: 1, peers: [endpointOf('m1')] });
    bench.give({ type: 'stream-opened', streamId: 1 });
    bench.runTo(10_000);
    expect(outcomeOf(bench, 1)).toMatchObject({
      type: 'join-failed',
      failures: [{ reason: 'timeout' }],
    });
    expect(bench.effects).toContainEqual({ type: 'close-stream', streamId: 1 });
  });

  test('of nobody fails', () => {
    const bench = new CoreBench(quiet);
    bench.give({ type: 'join', commandId: 1, peers: [] });
    expect(outcomeOf(bench, 1)).toEqual({ type: 'join-failed', failures: [] });
  });

  test('fails when our own announcement is refused, and nothing else begins', () => {
    const core = new SwimCore({
      config: { ...lanConfig('m0'), allowedCidrs: ['192.168.0.0/16'] },
      codec: createMemberlistCodec(),
      rng: { uint32: () => 0 },
    });
    const address = Uint8Array.of(10, 0, 0, 1);
    const effects = core.step({ type: 'start', address, port: 1, meta: new Uint8Array(0) }, 0);
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'reject', reason: 'not-allowed' }),
    );
    expect(core.nextDeadlineMs()).toBeUndefined();
  });

  test('before the start fails', () => {
    const core = new SwimCore({
      config: lanConfig('m0'),
      codec: createMemberlistCodec(),
      rng: { uint32: () => 0 },
    });
    const effects = core.step({ type: 'join', commandId: 1, peers: [endpointOf('m1')] }, 0);
    expect(effects).toMatchObject([
      { type: 'complete', outcome: { type: 'failed', reason: 'not-started' } },
    ]);
    expect(core.nextDeadlineMs()).toBeUndefined();
    expect(
      core.step({ type: 'datagram', from: endpointOf('m1'), bytes: Uint8Array.of(1) }, 0),
    ).toEqual([]);
  });
});

describe('a user message', () => {
  test('goes out as one datagram to where it is sent', () => {
    const bench = new CoreBench(quiet);
    bench.give({ type: 'send-user', to: endpointOf('m7'), payload: Uint8Array.of(5) });
    expect(bench.takeSent()).toMatchObject([{ to: hostOf('m7'), messages: [{ type: 'user' }] }]);
  });

  test.each([
    ['a member that reads checksums', 'm1', 12],
    ['a member of an older protocol', 'm2', 8],
    ['a stranger', 'm3', 8],
  ])('to %s begins as it can read it', (_, name, firstByte) => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', alive('m1'));
    bench.hear('m2', alive('m2', 1, { versions: Uint8Array.of(1, 4, 2, 0, 0, 0) }));
    const to = { ...endpointOf(name), name };
    const effects = bench.give({ type: 'send-user', to, payload: Uint8Array.of(5) });
    const sent = effects.flatMap((effect) => (effect.type === 'send' ? [effect.bytes[0]] : []));
    expect(sent).toEqual([firstByte]);
  });

  test('over a stream is done when the peer has closed it in order', () => {
    const bench = new CoreBench(quiet);
    bench.give({
      type: 'send-user-stream',
      commandId: 1,
      to: endpointOf('m7'),
      payload: Uint8Array.of(5),
    });
    const effects = bench.give({ type: 'stream-opened', streamId: 1 });
    expect(effects.map(({ type }) => type)).toEqual(['write-stream', 'end-stream']);
    bench.give({ type: 'stream-ended', streamId: 1 });
    expect(outcomeOf(bench, 1)).toBeUndefined();
    bench.give({ type: 'stream-closed', streamId: 1 });
    expect(outcomeOf(bench, 1)).toEqual({ type: 'done' });
  });

  test('over a stream is bounded in size', () => {
    const bench = new CoreBench(quiet);
    const payload = new Uint8Array(20 * 1024 * 1024 + 1);
    const to = endpointOf('m7');
    const effects = bench.give({ type: 'send-user-stream', commandId: 1, to, payload });
    expect(outcomeOf(bench, 1)).toMatchObject({ type: 'failed', reason: 'too-large' });
    expect(effects).toHaveLength(1);
  });

  test('over a stream that breaks has failed', () => {
    const bench = new CoreBench(quiet);
    bench.give({
      type: 'send-user-stream',
      commandId: 1,
      to: endpointOf('m7'),
      payload: Uint8Array.of(5),
    });
    bench.give({ type: 'stream-opened', streamId: 1 });
    bench.give({ type: 'stream-closed', streamId: 1, error: 'reset by peer' });
    expect(outcomeOf(bench, 1)).toMatchObject({
      type: 'failed',
      reason: 'unreachable',
      detail: 'reset by peer',
    });
  });

  test('reaches delegate and host, from a packet and from a stream, but not when it is empty', () => {
    const heard: string[] = [];
    const bench = new CoreBench(quiet, {
      onUserMessage: (payload, from) => heard.push(`${payload[0]} ${from.host}`),
    });
    bench.hear('m1', { type: 'user', payload: Uint8Array.of(1) });
    bench.converse('m2', { type: 'user', payload: Uint8Array.of(2) });
    bench.converse('m2', { type: 'user', payload: new Uint8Array(0) }, -2);
    expect(heard).toEqual(['1 10.0.0.1', '2 10.0.0.2']);
    expect(bench.eventTypes().filter((type) => type === 'user-message')).toHaveLength(2);
  });

  test('that is broadcast is sent along a bounded number of times, and a newer one replaces it', () => {
    const bench = new CoreBench(quiet);
    bench.hear('m1', alive('m1'));
    bench.run(3_000);
    bench.takeSent();
    bench.give({ type: 'broadcast', payload: Uint8Array.of(1), name: 'x' });
    bench.give({ type: 'broadcast', payload: Uint8Array.of(2), name: 'x' });
    bench.give({ type: 'broadcast', payload: Uint8Array.of(3) });
    bench.run(5_000);
    const sent = bench.takeMessages('user').map(({ payload }) => payload[0]);
    expect(sent.filter((value) => value === 1)).toEqual([]);
    expect(sent.filter((value) => value === 2)).toHaveLength(4);
    expect(sent.filter((value) => value === 3)).toHaveLength(4);
  });

  test('is not sent to a peer without a name where names are needed', () => {
    const bench = new CoreBench({ ...quiet, isNodeNameRequired: true });
    bench.give({ type: 'send-user', to: endpointOf('m7'), payload: Uint8Array.of(5) });
    bench.give({
      type: 'send-user',
      to: { ...endpointOf('m7'), name: 'm7' },
      payload: Uint8Array.of(5),
    });
    expect(bench.takeSent()).toHaveLength(1);
    expect(bench.rejects()).toEqual(['name-required']);
  });
});

describe('a ping command', () => {
  test('ends with the round trip, or with a timeout', () => {
    const bench = new CoreBench(quiet);
    const to = { ...endpointOf('m1'), name: 'm1' };
    bench.give({ type: 'ping', commandId: 1, to });
    const [ping] = bench.takeMessages('ping');
    bench.runTo(20);
    bench.hear('m1', { type: 'ack', seqNo: ping?.seqNo ?? 0, payload: new Uint8Array(0) });
    expect(outcomeOf(bench, 1)).toMatchObject({ type: 'pong', rttMs: 20 });
    bench.give({ type: 'ping', commandId: 2, to });
    bench.run(500);
    expect(outcomeOf(bench, 2)).toMatchObject({ type: 'failed', reason: 'timeout' });
  });
});

describe('a full exchange on command', () => {
  test('goes to whom it is told, or to anybody alive', () => {
    const bench = new CoreBench(quiet);
    bench.give({ type: 'push-pull' });
    expect(bench.effects.filter(({ type }) => type === 'open-stream')).toEqual([]);
    bench.give({ type: 'push-pull', to: endpointOf('m9') });
    bench.hear('m1', alive('m1'), alive('m2'), dead('m2', 1, 'm1'));
    bench.give({ type: 'push-pull' });
    const targets = bench.effects.flatMap((effect) =>
      effect.type === 'open-stream' ? [effect.to.host] : [],
    );
    expect(targets).toEqual([hostOf('m9'), hostOf('m1')]);
  });
});
