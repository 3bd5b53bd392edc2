import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { DialHandshake, encodeFrame } from '../src/core/index.js';
import { type AcceptedConnection, createPortListener, RpcError } from '../src/index.js';
import { handshakeCodec } from '../src/wire/handshake-codec.js';
import { Cluster, failure, text } from './cluster.js';

const cluster = new Cluster();
afterEach(() => cluster.close());

const hello = {
  protocol: 'rpc',
  versionMin: 1,
  versionMax: 1,
  capabilities: [],
  datacenter: 'dc1',
  area: '',
  nodeName: 'raw',
  nodeId: '',
  frameBytesMax: 1_000_000,
};

describe('connections that are none of ours', () => {
  test.each([
    { what: "Consul's own first byte", bytes: [0x01], reason: 'reserved-protocol' },
    {
      what: 'an HTTP request',
      bytes: [...Buffer.from('GET / HTTP/1.1')],
      reason: 'unknown-first-byte',
    },
    { what: 'TLS that is not configured', bytes: [0x03], reason: 'tls-not-configured' },
    { what: 'a hello of 16 MiB', bytes: [0x4b, 1, 0, 0, 0], reason: 'hello-too-large' },
    { what: 'a hello that is none', bytes: [0x4b, 0, 0, 0, 1, 0xff], reason: 'hello-malformed' },
  ])('$what is closed and counted as $reason', async ({ bytes, reason }) => {
    const { endpoint, metrics } = await cluster.server();
    const { socket, received, closed } = cluster.socket(endpoint);
    socket.write(Uint8Array.from(bytes));
    await closed;
    expect(received()).toHaveLength(0);
    expect(metrics.value(`rpc.port.rejected{${reason}}`)).toBe(1);
    await metrics.reaches('rpc.port.connections', 0);
  });

  test('a dialler that says nothing is closed when its time is over', async () => {
    const { endpoint, metrics, clock } = await cluster.server();
    const { closed } = cluster.socket(endpoint);
    await metrics.reaches('rpc.port.connections', 1);
    clock.advanceBy(4_999);
    expect(metrics.value('rpc.port.rejected')).toBe(0);
    clock.advanceBy(1);
    await closed;
    expect(metrics.value('rpc.port.rejected{handshake-timeout}')).toBe(1);
  });

  test('a dialler that says hello byte by byte has no more time than any other', async () => {
    const { endpoint, metrics, clock } = await cluster.server();
    const { socket, closed } = cluster.socket(endpoint);
    await metrics.reaches('rpc.port.connections', 1);
    socket.write(Uint8Array.of(0x4b, 0));
    clock.advanceBy(3_000);
    socket.write(Uint8Array.of(0));
    clock.advanceBy(2_000);
    await closed;
    expect(metrics.value('rpc.port.rejected{handshake-timeout}')).toBe(1);
  });

  test('a dialler that leaves early is counted once', async () => {
    const { endpoint, metrics } = await cluster.server();
    const { socket } = cluster.socket(endpoint);
    await metrics.reaches('rpc.port.connections', 1);
    socket.destroy();
    await metrics.reaches('rpc.port.rejected{closed-early}', 1);
    expect(metrics.value('rpc.port.rejected')).toBe(1);
  });

  test('an accepted caller that sends an oversized frame is cut off before it is stored', async () => {
    const { endpoint, metrics } = await cluster.server();
    const { socket, closed } = cluster.socket(endpoint);
    socket.write(new DialHandshake(handshakeCodec).firstBytes(hello));
    await once(socket, 'data');
    socket.write(Uint8Array.of(0x7f, 0xff, 0xff, 0xff));
    await closed;
    expect(metrics.value('rpc.session.rejected{frame-too-large}')).toBe(1);
  });

  test('an accepted caller that sends garbage frames is cut off', async () => {
    const { endpoint, metrics } = await cluster.server();
    const { socket, closed } = cluster.socket(endpoint);
    socket.write(new DialHandshake(handshakeCodec).firstBytes(hello));
    await once(socket, 'data');
    socket.write(encodeFrame(Uint8Array.of(0xff, 0xff)));
    await closed;
    expect(metrics.value('rpc.session.rejected{frame-malformed}')).toBe(1);
  });
});

describe('limits', () => {
  test('one source has no more than its share, and gets it back', async () => {
    const options = { listener: { connectionCountPerSourceMax: 2 } };
    const { endpoint, metrics } = await cluster.server({}, options);
    const first = cluster.socket(endpoint);
    cluster.socket(endpoint);
    await metrics.reaches('rpc.port.connections', 2);
    await cluster.socket(endpoint).closed;
    expect(metrics.value('rpc.port.rejected{too-many-connections}')).toBe(1);
    first.socket.destroy();
    await metrics.reaches('rpc.port.connections', 1);
    cluster.socket(endpoint);
    await metrics.reaches('rpc.port.connections', 2);
  });

  test('all sources together have no more than the listener takes', async () => {
    const options = { listener: { connectionCountMax: 1 } };
    const { endpoint, metrics } = await cluster.server({}, options);
    cluster.socket(endpoint);
    await metrics.reaches('rpc.port.connections', 1);
    await cluster.socket(endpoint).closed;
    await metrics.reaches('rpc.port.rejected{too-many-connections}', 1);
  });

  test('an accept that fails for want of means is counted, and the port goes on', async () => {
    const { endpoint, metrics } = await cluster.server();
    const onSocket = (message: unknown): void => {
      const { socket } = message as { socket: { server: EventEmitter } };
      socket.server.emit('error', Object.assign(new Error('accept'), { code: 'EMFILE' }));
    };
    subscribe('net.server.socket', onSocket);
    const first = cluster.socket(endpoint);
    await metrics.reaches('rpc.port.accept_errors', 1);
    unsubscribe('net.server.socket', onSocket);
    first.socket.destroy();
    await metrics.reaches('rpc.port.connections', 0);
    cluster.socket(endpoint);
    await metrics.reaches('rpc.port.connections', 1);
  });

  test('closed while it begins to listen, nothing listens', async () => {
    const { endpoint, listener } = await cluster.server();
    await listener.close();
    const identity = { datacenter: 'dc1', nodeName: 'alpha' };
    const second = createPortListener({ ...endpoint, identity });
    const listening = failure(second.listen());
    await second.close();
    expect(await listening).toMatchObject({ code: 'CLOSED' });
    expect(second.endpoint).toBeUndefined();
    const [error] = await once(connect(endpoint.port, endpoint.host), 'error');
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('an option out of bounds names itself, its value and its bounds', () => {
    const identity = { datacenter: 'dc1', nodeName: 'alpha' };
    const make = () =>
      createPortListener({ host: '127.0.0.1', port: 0, identity, handshakeTimeoutMs: 0 });
    expect(make).toThrow(
      '[INVALID_CONFIG] handshakeTimeoutMs must be an integer of 1 to 86400000; it is 0',
    );
  });
});

describe('protocols', () => {
  test('bytes behind the hello reach the handler untouched, even in the same segment', async () => {
    const { endpoint, listener } = await cluster.server();
    const accepted = new Promise<AcceptedConnection & { bytes: Promise<Uint8Array> }>((resolve) => {
      listener.handle({ protocol: 'raft' }, (connection) => {
        const bytes = new Promise<Uint8Array>((settle) => {
          connection.stream.setHandlers({ data: settle });
        });
        resolve({ ...connection, bytes });
      });
    });
    const { socket, received } = cluster.socket(endpoint);
    const first = new DialHandshake(handshakeCodec).firstBytes({ ...hello, protocol: 'raft' });
    socket.write(Buffer.concat([first, text('payload')]));
    const connection = await accepted;
    expect(Buffer.from(await connection.bytes).toString()).toBe('payload');
    expect(connection).toMatchObject({
      version: 1,
      isEncrypted: false,
      hello: { nodeName: 'raw' },
    });
    connection.stream.write(text('answer'));
    while (!received().toString().endsWith('answer')) await once(socket, 'data');
  });

  test('without a handler are refused, and the dialler is told', async () => {
    const { peer, metrics } = await cluster.server();
    const error = await failure(cluster.pool().pool.open(peer, 'raft'));
    expect(error).toMatchObject({ code: 'HANDSHAKE_FAILED', mayHaveRun: false });
    expect(String(error)).toContain('UNKNOWN_PROTOCOL nothing here serves protocol "raft"');
    expect(metrics.value('rpc.port.rejected{unknown-protocol}')).toBe(1);
  });

  test('can be added and removed while the port is open, areas apart from each other', async () => {
    const { peer, listener } = await cluster.server();
    const { pool } = cluster.pool();
    const areas: string[] = [];
    const route = { protocol: 'gossip-stream', area: 'dc1|dc2' };
    const stop = listener.handle(route, ({ stream, hello: { area } }) => {
      areas.push(area);
      stream.setHandlers({ data: () => undefined });
    });
    expect(() => listener.handle(route, () => undefined)).toThrow(RpcError);
    await pool.open(peer, 'gossip-stream', { area: 'dc1|dc2' });
    const otherArea = await failure(pool.open(peer, 'gossip-stream', { area: 'dc1|dc3' }));
    expect(otherArea).toMatchObject({ code: 'HANDSHAKE_FAILED' });
    const noArea = await failure(pool.open(peer, 'gossip-stream'));
    expect(noArea).toMatchObject({ code: 'HANDSHAKE_FAILED' });
    stop();
    const stopped = await failure(pool.open(peer, 'gossip-stream', { area: 'dc1|dc2' }));
    expect(stopped).toMatchObject({ code: 'HANDSHAKE_FAILED' });
    expect(areas).toEqual(['dc1|dc2']);
  });

  test('a handler that throws loses its connection and nothing else', async () => {
    const { peer, listener } = await cluster.server({ echo: async (_, body) => body });
    const { pool } = cluster.pool();
    listener.handle({ protocol: 'raft' }, () => {
      throw new Error('not today');
    });
    const { stream } = await pool.open(peer, 'raft');
    await new Promise<void>((resolve) =>
      stream.setHandlers({ data: () => undefined, end: () => resolve() }),
    );
    expect(await pool.call(peer, 'echo', text('x'))).toEqual(text('x'));
  });
});
