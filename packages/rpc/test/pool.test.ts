import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { PortListener, RpcHandler } from '../src/index.js';
import { Cluster, failure, read, text } from './cluster.js';

const cluster = new Cluster();
afterEach(() => cluster.close());

const echo: RpcHandler = async (_, body) => body;

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Takes connections of a raw protocol and remembers what came in. */
function collect(listener: PortListener, protocol: string) {
  const messages: string[] = [];
  let ended = 0;
  listener.handle({ protocol }, ({ stream }) => {
    stream.setHandlers({
      data: (bytes) => messages.push(read(bytes)),
      end: () => {
        ended += 1;
        stream.end();
      },
    });
  });
  return { messages, ended: () => ended };
}

describe('dialling', () => {
  test('callers who come together share one dial', async () => {
    const { peer, metrics } = await cluster.server({ echo });
    const { pool, metrics: ours } = cluster.pool();
    const calls = Array.from({ length: 50 }, () => pool.call(peer, 'echo', text('x')));
    await Promise.all(calls);
    expect(ours.value('rpc.pool.dials')).toBe(1);
    expect(metrics.value('rpc.port.accepted')).toBe(1);
    expect(pool.connectionCount).toBe(1);
  });

  test('a refused connection is reported in the words that operators know', async () => {
    const port = await freePort();
    const { pool } = cluster.pool();
    const error = await failure(pool.call({ host: '127.0.0.1', port }, 'echo', text('')));
    const at = `127.0.0.1:${port}`;
    expect(error).toMatchObject({
      code: 'DIAL_FAILED',
      mayHaveRun: false,
      detail: `failed to connect to "${at}": dial tcp ${at}: connect: connection refused`,
    });
  });

  test('a peer that does not answer in time is reported as a timeout', async () => {
    const silent = createServer((socket) => socket.resume());
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const sockets = once(silent, 'connection');
    cluster.onClose(() => silent.close());
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { pool, clock } = cluster.pool();
    const call = failure(pool.call({ host: '127.0.0.1', port }, 'echo', text('')));
    await sockets;
    clock.advanceBy(10_000);
    const at = `127.0.0.1:${port}`;
    expect(await call).toMatchObject({
      code: 'DIAL_TIMEOUT',
      detail: `failed to connect to "${at}": dial tcp ${at}: i/o timeout`,
    });
  });

  test('an impatient caller leaves a dial that others wait for', async () => {
    const { peer } = await cluster.server({ echo });
    const { pool } = cluster.pool();
    const controller = new AbortController();
    const patient = pool.call(peer, 'echo', text('x'));
    const { signal } = controller;
    const impatient = failure(pool.call(peer, 'echo', text('y'), { signal }));
    controller.abort();
    expect(await impatient).toMatchObject({ code: 'CANCELLED', mayHaveRun: false });
    expect(read(await patient)).toBe('x');
  });

  test('a failed peer is left alone for a while, then tried again', async () => {
    const port = await freePort();
    const peer = { host: '127.0.0.1', port };
    const { pool, clock, metrics } = cluster.pool({
      reconnect: { delayMsMin: 1_000, delayMsMax: 1_000 },
    });
    const first = await failure(pool.call(peer, 'echo', text('')));
    const second = await failure(pool.call(peer, 'echo', text('')));
    expect(metrics.value('rpc.pool.dials')).toBe(1);
    expect(second).toMatchObject({
      code: 'DIAL_FAILED',
      detail: (first as Error & { detail: string }).detail,
    });
    clock.advanceBy(1_000);
    await failure(pool.call(peer, 'echo', text('')));
    expect(metrics.value('rpc.pool.dials')).toBe(2);
    // A caller who wants a connection of its own decides for itself.
    await failure(pool.open(peer, 'rpc'));
    expect(metrics.value('rpc.pool.dials')).toBe(3);
  });

  test('a peer that belongs to another datacenter is refused', async () => {
    const { peer } = await cluster.server({ echo });
    const { pool } = cluster.pool();
    const error = await failure(pool.call({ ...peer, datacenter: 'dc2' }, 'echo', text('')));
    expect(error).toMatchObject({ code: 'HANDSHAKE_FAILED', mayHaveRun: false });
    expect(String(error)).toContain('peer is in datacenter "dc1", not in "dc2"');
  });
});

describe('keeping', () => {
  test('a connection that nobody uses is closed, and dialled again when it is wanted', async () => {
    const { peer, metrics } = await cluster.server({ echo });
    const { pool, clock, metrics: ours } = cluster.pool();
    await pool.call(peer, 'echo', text('x'));
    clock.advanceBy(119_999);
    await pool.call(peer, 'echo', text('x'));
    clock.advanceBy(119_999);
    expect(ours.value('rpc.pool.reaped')).toBe(0);
    clock.advanceBy(1);
    expect(ours.value('rpc.pool.reaped')).toBe(1);
    await metrics.reaches('rpc.port.connections', 0);
    await pool.call(peer, 'echo', text('x'));
    expect(ours.value('rpc.pool.dials')).toBe(2);
  });

  test('a connection with a call under way is not idle', async () => {
    let open = (): void => undefined;
    let arrived = (): void => undefined;
    const isRunning = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const wait: RpcHandler = () =>
      new Promise((resolve) => {
        open = () => resolve(text('done'));
        arrived();
      });
    const { peer } = await cluster.server({ wait });
    const { pool, clock, metrics } = cluster.pool({
      keepAliveIntervalMs: 80_000_000,
      idleTimeoutMs: 1_000,
    });
    const call = pool.call(peer, 'wait', text(''), { deadlineMs: 0 });
    await isRunning;
    clock.advanceBy(500_000);
    expect(metrics.value('rpc.pool.reaped')).toBe(0);
    open();
    expect(read(await call)).toBe('done');
  });

  test('a peer that restarted is reached again by the next call', async () => {
    const first = await cluster.server({ echo });
    const { pool, metrics } = cluster.pool();
    await pool.call(first.peer, 'echo', text('x'));
    await first.listener.close();
    await metrics.reaches('rpc.pool.connections', 0);
    const second = await cluster.server({ echo }, { listener: { port: first.endpoint.port } });
    expect(second.endpoint.port).toBe(first.endpoint.port);
    expect(read(await pool.call(second.peer, 'echo', text('again')))).toBe('again');
  });

  test('a closed pool refuses, and calls under way fail', async () => {
    const wait: RpcHandler = () => new Promise(() => undefined);
    const { peer, metrics } = await cluster.server({ wait, echo });
    const { pool } = cluster.pool();
    const call = failure(pool.call(peer, 'wait', text('')));
    await metrics.reaches('rpc.server.calls', 1);
    await pool.close();
    expect(await call).toMatchObject({ code: 'CONNECTION_CLOSED' });
    expect(await failure(pool.call(peer, 'echo', text('')))).toMatchObject({ code: 'CLOSED' });
  });

  test('a closed pool leaves no dial and no lent connection behind', async () => {
    const silent = createServer((socket) => socket.resume());
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    cluster.onClose(() => silent.close());
    const gone = new Promise<void>((resolve) =>
      silent.once('connection', (socket) => socket.once('close', () => resolve())),
    );
    const arrived = once(silent, 'connection');
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const identity = { datacenter: 'dc1', nodeName: 'old', capabilities: [] };
    const wait: RpcHandler = () => new Promise(() => undefined);
    const { peer, metrics } = await cluster.server({ wait }, { listener: { identity } });
    const { pool, metrics: ours } = cluster.pool();
    const dialling = failure(pool.open({ host: '127.0.0.1', port }, 'any'));
    const lent = failure(pool.call(peer, 'wait', text('')));
    await arrived;
    await metrics.reaches('rpc.server.calls', 1);
    await pool.close();
    expect(await dialling).toMatchObject({ code: 'CLOSED' });
    expect(await lent).toMatchObject({ code: 'CONNECTION_CLOSED' });
    await gone;
    await metrics.reaches('rpc.port.connections', 0);
    expect(ours.value('rpc.pool.dial_failures')).toBe(0);
    expect(pool.connectionCount).toBe(0);
  });

  test('a connection that its peer closed is not counted as reaped', async () => {
    const { peer, listener } = await cluster.server();
    collect(listener, 'raw');
    const { pool, clock, metrics } = cluster.pool();
    await pool.acquire(peer, 'raw');
    await listener.close();
    await metrics.reaches('rpc.pool.connections', 0);
    clock.advanceBy(1_000_000);
    expect(metrics.value('rpc.pool.reaped')).toBe(0);
  });

  test('a wait between dials out of bounds is refused', () => {
    expect(() => cluster.pool({ reconnect: { delayMsMin: -1 } })).toThrow(
      '[INVALID_CONFIG] delayMsMin must be an integer of 1 to 86400000; it is -1',
    );
  });
});

describe('raw protocols', () => {
  test('users of one protocol share a connection, and protocols do not', async () => {
    const { peer, listener, metrics } = await cluster.server();
    const packets = collect(listener, 'gossip-packet');
    collect(listener, 'other');
    const { pool } = cluster.pool();
    const [first, second] = await Promise.all([
      pool.acquire(peer, 'gossip-packet'),
      pool.acquire(peer, 'gossip-packet'),
    ]);
    expect(second).toBe(first);
    expect(first.isPooling).toBe(true);
    first.write(text('one'));
    second.release();
    first.write(text('two'));
    await pool.acquire(peer, 'other');
    expect(metrics.value('rpc.port.accepted{gossip-packet}')).toBe(1);
    expect(metrics.value('rpc.port.accepted{other}')).toBe(1);
    first.destroy();
    await metrics.reaches('rpc.port.connections', 1);
    expect(first.write(text('lost'))).toBe(false);
    expect(packets.messages.join('')).toMatch(/^(one(two)?)?$/);
  });

  test('a peer without pooling gets a connection for each message', async () => {
    const identity = { datacenter: 'dc1', nodeName: 'old', capabilities: [] };
    const { peer, listener, metrics } = await cluster.server({ echo }, { listener: { identity } });
    const packets = collect(listener, 'gossip-packet');
    const { pool, metrics: ours } = cluster.pool();
    const streams = await Promise.all([
      pool.acquire(peer, 'gossip-packet'),
      pool.acquire(peer, 'gossip-packet'),
      pool.acquire(peer, 'gossip-packet'),
    ]);
    expect(new Set(streams).size).toBe(3);
    for (const [index, stream] of streams.entries()) {
      expect(stream.isPooling).toBe(false);
      stream.write(text(String(index)));
      stream.release();
    }
    await metrics.reaches('rpc.port.connections', 0);
    expect([...packets.messages].sort()).toEqual(['0', '1', '2']);
    await ours.reaches('rpc.pool.connections', 0);
    // Calls likewise: one connection each.
    await pool.call(peer, 'echo', text(''));
    await pool.call(peer, 'echo', text(''));
    await metrics.reaches('rpc.port.connections', 0);
    expect(metrics.value('rpc.port.accepted{rpc}')).toBe(2);
  });

  test('a connection for one call that came too late for its caller is not kept', async () => {
    const identity = { datacenter: 'dc1', nodeName: 'old', capabilities: [] };
    const { peer, metrics } = await cluster.server({ echo }, { listener: { identity } });
    const { pool } = cluster.pool();
    const controller = new AbortController();
    const { signal } = controller;
    const call = failure(pool.call(peer, 'echo', text(''), { signal }));
    controller.abort();
    expect(await call).toMatchObject({ code: 'CANCELLED' });
    await metrics.reaches('rpc.port.accepted', 1);
    await metrics.reaches('rpc.port.connections', 0);
  });

  test('a peer that takes no bytes for too long is given up', async () => {
    const { peer, listener } = await cluster.server();
    listener.handle({ protocol: 'stuck' }, ({ stream }) => {
      stream.setHandlers({ data: () => undefined });
      stream.pause();
    });
    const { pool, clock } = cluster.pool();
    const stream = await pool.acquire(peer, 'stuck');
    const gone = new Promise<void>((resolve) => stream.onClosed(resolve));
    // More than the buffers of both kernels hold.
    for (let round = 0; round < 400; round += 1) stream.write(new Uint8Array(64 * 1024));
    let lastBytes = -1;
    while (stream.bufferedBytes !== lastBytes) {
      lastBytes = stream.bufferedBytes;
      clock.advanceBy(10_000);
      for (let turn = 0; turn < 50; turn += 1)
        await new Promise((resolve) => setImmediate(resolve));
    }
    clock.advanceBy(10_000);
    clock.advanceBy(10_000);
    await gone;
    expect(stream.isOpen).toBe(false);
  });
});
