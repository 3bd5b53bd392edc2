import { createFederationRouter } from '@konsul/federation-router';
import {
  type CallOptions,
  type ConnectionPool,
  methodError,
  type Peer,
  RpcError,
} from '@konsul/rpc';
import { seededRng } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { applyCommand } from '../commands/apply-command.js';
import type { Endpoint } from '../endpoints/endpoint.js';
import { kvApply, kvGet } from '../endpoints/kv.js';
import { stateEndpoints } from '../endpoints/registry.js';
import { operatorRaftTransferLeader } from '../endpoints/server.js';
import { StateHolder } from '../state/state-holder.js';
import { isMalformed } from '../wire/codec.js';
import { answerEnvelopeCodec, requestEnvelopeCodec } from '../wire/envelope-codec.js';
import type { RequestEnvelope } from './envelope.js';
import { RequestPath } from './request-path.js';
import type { ServerRole } from './server-role.js';

const endpoints = stateEndpoints as ReadonlyMap<string, Endpoint>;
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const put = (key: string, value: string): Parameters<typeof kvApply.command>[0] => ({
  type: 'kv-set',
  key,
  value: text(value),
  flags: 0n,
});

/** A server role over a real state, whose leadership tests decide. */
class FakeRole implements ServerRole {
  readonly holder = new StateHolder(applyCommand);
  isReadyLeader = true;
  leaderEndpoint: ServerRole['leaderEndpoint'] = undefined;
  lastContactMs: number | undefined = 0;
  verifications = 0;
  readonly leaderListeners = new Set<() => void>();
  #index = 0;

  get isLeaderKnown(): boolean {
    return this.isReadyLeader || this.leaderEndpoint !== undefined;
  }
  get state(): ServerRole['state'] {
    return this.holder.state;
  }
  createWatchSet(): ReturnType<ServerRole['createWatchSet']> {
    return this.holder.createWatchSet();
  }
  propose(command: Uint8Array): ReturnType<ServerRole['propose']> {
    this.#index += 1;
    return Promise.resolve(this.holder.apply(command, this.#index));
  }
  verifyLeadership(): Promise<void> {
    this.verifications += 1;
    return Promise.resolve();
  }
  serve(): Promise<unknown> {
    return Promise.reject(new Error('nothing is served here'));
  }
  onLeaderChanged(listener: () => void): () => void {
    this.leaderListeners.add(listener);
    return () => this.leaderListeners.delete(listener);
  }
  /** Decides who leads, and tells. */
  lead(decided: Partial<Pick<FakeRole, 'isReadyLeader' | 'leaderEndpoint'>>): void {
    Object.assign(this, decided);
    for (const listener of [...this.leaderListeners]) listener();
  }
}

type Reply = (envelope: RequestEnvelope, peer: Peer) => Uint8Array | Error;

class FakePool {
  readonly calls: { peer: Peer; envelope: RequestEnvelope; deadlineMs: number }[] = [];
  reply: Reply = () => new RpcError('DIAL_FAILED', 'connect: connection refused');

  call(peer: Peer, _: string, body: Uint8Array, options: CallOptions = {}): Promise<Uint8Array> {
    const envelope = requestEnvelopeCodec.decode(body);
    if (isMalformed(envelope)) return Promise.reject(new Error(envelope.reason));
    this.calls.push({ peer, envelope, deadlineMs: options.deadlineMs ?? 0 });
    const reply = this.reply(envelope, peer);
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
  }
}

let clock: VirtualClock;
/** Of the router alone. */
let timerCount: number;
let pool: FakePool;
let role: FakeRole;
let router: ReturnType<typeof createFederationRouter>;

beforeEach(() => {
  clock = new VirtualClock();
  pool = new FakePool();
  role = new FakeRole();
  router = createFederationRouter({
    localDatacenter: 'dc1',
    ping: async () => true,
    clock,
    rng: seededRng(1),
  });
  router.addArea('lan');
  timerCount = clock.pendingCount;
});

const createPath = (options: { isServer: boolean; admit?: () => boolean }): RequestPath =>
  new RequestPath({
    datacenter: 'dc1',
    endpoints,
    router,
    pool: pool as unknown as ConnectionPool,
    holdTimeoutMs: 7000,
    callTimeoutMs: 60_000,
    usesTls: false,
    clock,
    rng: seededRng(1),
    ...(options.isServer ? { role } : {}),
    ...(options.admit === undefined ? {} : { admit: options.admit }),
  });

const addServer = (name: string, datacenter: string, port: number): void =>
  router.serverJoined('lan', { name, datacenter, endpoint: { host: '127.0.0.1', port } });

/** Lets promises settle between steps of virtual time until `promise` has. */
async function advanceUntilSettled<T>(promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const mark = (): void => {
    isSettled = true;
  };
  promise.then(mark, mark);
  for (let step = 0; step < 1000 && !isSettled; step += 1) {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    if (!isSettled) clock.runNext();
  }
  return promise;
}

const kvAnswer = (value: string): Uint8Array => {
  const pair = {
    key: 'k',
    value: text(value),
    flags: 0n,
    lockIndex: 0,
    session: '',
    createIndex: 1,
    modifyIndex: 9,
  };
  return answerEnvelopeCodec.encode({
    index: 9,
    lastContactMs: 3,
    isLeaderKnown: true,
    consistency: 'stale',
    body: kvGet.response.encode(pair),
  });
};

describe('on the leader', () => {
  test('a write is applied and a read sees it', async () => {
    const path = createPath({ isServer: true });
    expect(await path.write(kvApply, put('k', 'v'))).toBe(true);
    const answer = await path.read(kvGet, { key: 'k' });
    expect(answer).toMatchObject({
      index: 1,
      consistency: 'leader',
      lastContactMs: 0,
      isLeaderKnown: true,
    });
    expect(answer.value?.value).toEqual(text('v'));
  });

  test('only a consistent read asks the quorum', async () => {
    const path = createPath({ isServer: true });
    await path.read(kvGet, { key: 'k' });
    expect(role.verifications).toBe(0);
    await path.read(kvGet, { key: 'k' }, { consistency: 'consistent' });
    expect(role.verifications).toBe(1);
  });

  test('a waiting read wakes on a change of its key and not on another', async () => {
    const path = createPath({ isServer: true });
    await path.write(kvApply, put('k', 'v1'));
    let isAnswered = false;
    const waiting = path
      .read(kvGet, { key: 'k' }, { minIndex: 1, waitMs: 10_000 })
      .then((answer) => {
        isAnswered = true;
        return answer;
      });
    await path.write(kvApply, put('other', 'x'));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(isAnswered).toBe(false);
    await path.write(kvApply, put('k', 'v2'));
    expect((await waiting).index).toBe(3);
    expect(role.holder.waiterCount).toBe(0);
  });

  test('a waiting read whose time is up answers with what there is', async () => {
    const path = createPath({ isServer: true });
    await path.write(kvApply, put('k', 'v1'));
    const startedAtMs = clock.nowMs();
    const answer = await advanceUntilSettled(
      path.read(kvGet, { key: 'k' }, { minIndex: 1, waitMs: 16_000 }),
    );
    expect(answer.index).toBe(1);
    expect(clock.nowMs() - startedAtMs).toBeGreaterThanOrEqual(16_000);
    expect(clock.nowMs() - startedAtMs).toBeLessThanOrEqual(17_000);
  });

  test('a caller that gives up leaves no waiter behind', async () => {
    const path = createPath({ isServer: true });
    const controller = new AbortController();
    const waiting = path.read(kvGet, { key: 'k' }, { minIndex: 99, signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(role.holder.waiterCount).toBe(0);
  });
});

describe('on a follower', () => {
  beforeEach(() => {
    role.isReadyLeader = false;
    role.lastContactMs = 25;
    role.leaderEndpoint = { host: '127.0.0.1', port: 8300 };
  });

  test('a stale read is answered here', async () => {
    const answer = await createPath({ isServer: true }).read(
      kvGet,
      { key: 'k' },
      { consistency: 'stale' },
    );
    expect(answer).toMatchObject({ consistency: 'stale', lastContactMs: 25 });
    expect(pool.calls).toEqual([]);
  });

  test('a read that is older than it may be goes to the leader', async () => {
    pool.reply = () => kvAnswer('fresh');
    const path = createPath({ isServer: true });
    await path.read(kvGet, { key: 'k' }, { consistency: 'stale', maxStaleMs: 10 });
    expect(pool.calls).toHaveLength(1);
  });

  test('a stale read works without a leader, once one was ever heard', async () => {
    role.leaderEndpoint = undefined;
    const path = createPath({ isServer: true });
    expect((await path.read(kvGet, { key: 'k' }, { consistency: 'stale' })).isLeaderKnown).toBe(
      false,
    );
    role.lastContactMs = undefined;
    const refused = path.read(kvGet, { key: 'k' }, { consistency: 'stale' });
    await expect(advanceUntilSettled(refused)).rejects.toMatchObject({
      code: 'NO_LEADER',
      detail: 'No cluster leader',
    });
  });

  test('the answer of the leader is passed on as it is', async () => {
    pool.reply = () => kvAnswer('from the leader');
    const answer = await createPath({ isServer: true }).read(kvGet, { key: 'k' });
    expect(answer).toMatchObject({ index: 9, lastContactMs: 3, consistency: 'stale' });
    expect(answer.value?.value).toEqual(text('from the leader'));
  });

  test('a call waits for an election and is answered by the new leader', async () => {
    role.leaderEndpoint = undefined;
    const writing = createPath({ isServer: true }).write(kvApply, put('k', 'v'));
    clock.schedule(1500, () => {
      role.isReadyLeader = true;
    });
    expect(await advanceUntilSettled(writing)).toBe(true);
  });

  test('a write is not repeated when it may have happened, a read is', async () => {
    pool.reply = () => new RpcError('CONNECTION_CLOSED', 'stream closed', { mayHaveRun: true });
    const path = createPath({ isServer: true });
    await expect(advanceUntilSettled(path.write(kvApply, put('k', 'v')))).rejects.toMatchObject({
      code: 'UNKNOWN_OUTCOME',
    });
    expect(pool.calls).toHaveLength(1);
    await expect(advanceUntilSettled(path.read(kvGet, { key: 'k' }))).rejects.toThrow(
      'stream closed',
    );
    expect(pool.calls.length).toBeGreaterThan(3);
  });
});

describe('tried again', () => {
  beforeEach(() => {
    role.isReadyLeader = false;
    role.leaderEndpoint = { host: '127.0.0.1', port: 8300 };
  });

  test('what must happen once is not, when it may have happened', async () => {
    pool.reply = () => new RpcError('CONNECTION_CLOSED', 'stream closed', { mayHaveRun: true });
    const path = createPath({ isServer: true });
    const transfer = path.serve(operatorRaftTransferLeader, { id: '', address: '' });
    await expect(advanceUntilSettled(transfer)).rejects.toMatchObject({ code: 'UNKNOWN_OUTCOME' });
    expect(pool.calls).toHaveLength(1);
  });

  test('what waits for a leader is, as soon as there is one', async () => {
    role.leaderEndpoint = undefined;
    const path = createPath({ isServer: true });
    const write = path.write(kvApply, put('k', 'v'));
    const startedAtMs = clock.nowMs();
    await vi.waitFor(() => expect(role.leaderListeners.size).toBe(1));
    // Who leads has changed more than once before the one that leads is ready.
    for (let change = 0; change < 8; change += 1) {
      role.lead({});
      await vi.waitFor(() => expect(role.leaderListeners.size).toBe(1));
    }
    role.lead({ isReadyLeader: true });
    expect(await write).toBe(true);
    expect(clock.nowMs()).toBe(startedAtMs);
    expect(role.leaderListeners.size).toBe(0);
    expect(clock.pendingCount).toBe(timerCount);
  });

  test('what was on its way to a leader when another was found is tried there at once', async () => {
    role.leaderEndpoint = { host: '127.0.0.1', port: 8300 };
    pool.reply = () => {
      role.lead({ isReadyLeader: true, leaderEndpoint: undefined });
      return new RpcError('DIAL_FAILED', 'connect: i/o timeout');
    };
    const startedAtMs = clock.nowMs();
    expect(await createPath({ isServer: true }).write(kvApply, put('k', 'v'))).toBe(true);
    expect(pool.calls).toHaveLength(1);
    expect(clock.nowMs()).toBe(startedAtMs);
    expect(role.leaderListeners.size).toBe(0);
  });

  test('what waits is not the sooner given up for news of leaders', async () => {
    role.leaderEndpoint = undefined;
    const path = createPath({ isServer: true });
    const write = path.write(kvApply, put('k', 'v'));
    for (let change = 0; change < 8; change += 1) {
      await vi.waitFor(() => expect(role.leaderListeners.size).toBe(1));
      role.lead({});
    }
    const startedAtMs = clock.nowMs();
    await expect(advanceUntilSettled(write)).rejects.toMatchObject({ code: 'NO_LEADER' });
    expect(clock.nowMs() - startedAtMs).toBeGreaterThan(1000);
  });

  test('nothing is for a caller that gives up, before or while it waits', async () => {
    const path = createPath({ isServer: true });
    const gone = path.read(kvGet, { key: 'k' }, { signal: AbortSignal.abort() });
    await expect(gone).rejects.toMatchObject({ code: 'CANCELLED' });
    const caller = new AbortController();
    const going = path.read(kvGet, { key: 'k' }, { signal: caller.signal });
    await new Promise((resolve) => setImmediate(resolve));
    caller.abort();
    await expect(going).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(pool.calls).toHaveLength(2);
    expect(clock.pendingCount).toBe(timerCount);
  });
});

describe('for another datacenter', () => {
  test('an unknown one is refused at once, whatever the state here is', async () => {
    role.isReadyLeader = false;
    role.lastContactMs = undefined;
    const refused = createPath({ isServer: true }).read(kvGet, { key: 'k' }, { datacenter: 'dc9' });
    await expect(refused).rejects.toMatchObject({
      code: 'NO_PATH_TO_DATACENTER',
      detail: expect.stringMatching(/^No path to datacenter "[a-z0-9]+"$/),
    });
  });

  test('one attempt is made, and its failure sets the server back', async () => {
    addServer('a', 'dc2', 9001);
    addServer('b', 'dc2', 9002);
    const path = createPath({ isServer: true });
    const failed = path.read(kvGet, { key: 'k' }, { datacenter: 'dc2' });
    await expect(failed).rejects.toThrow('rpc error making call: connect: connection refused');
    expect(pool.calls.map(({ peer }) => peer.port)).toEqual([9001]);
    pool.reply = () => kvAnswer('x');
    await path.read(kvGet, { key: 'k' }, { datacenter: 'dc2' });
    expect(pool.calls.map(({ peer }) => peer.port)).toEqual([9001, 9002]);
  });

  test('an error that the other side answers says nothing against its server', async () => {
    addServer('a', 'dc2', 9001);
    addServer('b', 'dc2', 9002);
    pool.reply = () => methodError('DENIED', 'Permission denied');
    const path = createPath({ isServer: true });
    await expect(path.write(kvApply, put('k', 'v'), { datacenter: 'dc2' })).rejects.toMatchObject({
      code: 'DENIED',
    });
    await expect(path.write(kvApply, put('k', 'v'), { datacenter: 'dc2' })).rejects.toMatchObject({
      code: 'DENIED',
    });
    expect(pool.calls.map(({ peer }) => peer.port)).toEqual([9001, 9001]);
  });
});

describe('what the server has no part in', () => {
  test.each(['CANCELLED', 'FRAME_TOO_LARGE', 'CLOSED'] as const)(
    '%s does not set the server back',
    async (code) => {
      addServer('a', 'dc2', 9001);
      addServer('b', 'dc2', 9002);
      pool.reply = () => new RpcError(code, 'the caller');
      const path = createPath({ isServer: true });
      for (let count = 0; count < 2; count += 1) {
        await expect(path.read(kvGet, { key: 'k' }, { datacenter: 'dc2' })).rejects.toThrow();
      }
      expect(pool.calls.map(({ peer }) => peer.port)).toEqual([9001, 9001]);
    },
  );
});

describe('on a client agent', () => {
  test('without servers it says so', async () => {
    const refused = createPath({ isServer: false }).read(kvGet, { key: 'k' });
    await expect(refused).rejects.toMatchObject({
      code: 'NO_SERVERS',
      detail: 'No known Consul servers',
    });
  });

  test('a server that is not reached is passed over', async () => {
    addServer('a', 'dc1', 9001);
    addServer('b', 'dc1', 9002);
    pool.reply = (_, { port }) =>
      port === 9001 ? new RpcError('DIAL_FAILED', 'connect: connection refused') : kvAnswer('x');
    await advanceUntilSettled(createPath({ isServer: false }).read(kvGet, { key: 'k' }));
    expect(pool.calls.map(({ peer }) => peer.port)).toEqual([9001, 9002]);
  });

  test('the datacenter travels along, so that the server passes the request on', async () => {
    addServer('a', 'dc1', 9001);
    pool.reply = () => kvAnswer('x');
    await createPath({ isServer: false }).read(kvGet, { key: 'k' }, { datacenter: 'dc2' });
    expect(pool.calls[0]).toMatchObject({ peer: { port: 9001 }, envelope: { datacenter: 'dc2' } });
  });

  test('a waiting read may take as long as it asked for', async () => {
    addServer('a', 'dc1', 9001);
    pool.reply = () => kvAnswer('x');
    const path = createPath({ isServer: false });
    await path.read(kvGet, { key: 'k' }, { minIndex: 5, waitMs: 160_000 });
    await path.read(kvGet, { key: 'k' });
    expect(pool.calls.map(({ deadlineMs }) => deadlineMs)).toEqual([177_000, 60_000]);
  });

  test('a client above its allowance is refused without anything being sent', async () => {
    addServer('a', 'dc1', 9001);
    const refused = createPath({ isServer: false, admit: () => false }).read(kvGet, { key: 'k' });
    await expect(refused).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      detail: 'RPC rate limit exceeded',
    });
    expect(pool.calls).toEqual([]);
  });
});

describe('between agents', () => {
  test('an envelope is answered like a request of its own', async () => {
    const path = createPath({ isServer: true });
    await path.write(kvApply, put('k', 'v'));
    const envelope = requestEnvelopeCodec.encode({
      endpoint: 'KVS.Get',
      datacenter: 'dc1',
      token: '',
      consistency: 'default',
      minIndex: 0,
      waitMs: 0,
      maxStaleMs: 0,
      body: kvGet.request.encode({ key: 'k' }),
    });
    const answer = await path.answerEnvelope(envelope, new AbortController().signal);
    expect(kvGet.response.decode(answer.envelope().body)).toMatchObject({
      key: 'k',
      value: text('v'),
    });
  });

  test.each([
    ['bytes that are no envelope', Uint8Array.of(0xff, 0xff, 0xff)],
    [
      'an unknown endpoint',
      requestEnvelopeCodec.encode({
        endpoint: 'No.Such',
        datacenter: '',
        token: '',
        consistency: 'default',
        minIndex: 0,
        waitMs: 0,
        maxStaleMs: 0,
        body: new Uint8Array(),
      }),
    ],
    [
      'a body that is no request',
      requestEnvelopeCodec.encode({
        endpoint: 'KVS.Get',
        datacenter: '',
        token: '',
        consistency: 'default',
        minIndex: 0,
        waitMs: 0,
        maxStaleMs: 0,
        body: Uint8Array.of(0xff, 0xff, 0xff),
      }),
    ],
  ])('%s are refused', async (_, bytes) => {
    const refused = createPath({ isServer: true }).answerEnvelope(
      bytes,
      new AbortController().signal,
    );
    await expect(refused).rejects.toMatchObject({ code: 'INVALID' });
  });
});
