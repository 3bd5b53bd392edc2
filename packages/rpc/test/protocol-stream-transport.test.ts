import { once } from 'node:events';
import { createServer } from 'node:net';
import type { ByteStream, Endpoint, StreamTransport } from '@konsul/runtime';
import { type StreamSubject, streamTransportContract } from '@konsul/simulation';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createConnectionPool,
  createPortListener,
  createProtocolStreamTransport,
} from '../src/index.js';
import { Cluster, failure, read, text } from './cluster.js';

const cluster = new Cluster();
afterEach(() => cluster.close());

async function transport(options: { area?: string } = {}) {
  const { listener, endpoint, metrics } = await cluster.server();
  const { pool } = cluster.pool();
  const made = createProtocolStreamTransport({ protocol: 'raft', listener, pool, ...options });
  cluster.onClose(() => made.close());
  return { transport: made, listener, endpoint, metrics };
}

function firstData(stream: ByteStream): Promise<string> {
  return new Promise((resolve) => {
    stream.setHandlers({ data: (bytes) => resolve(read(bytes)) });
  });
}

test('streams go both ways over the shared port', async () => {
  const ours = await transport();
  const theirs = await transport();
  const accepted = new Promise<string>((resolve) => {
    void theirs.transport.listen((stream) => {
      stream.setHandlers({
        data: (bytes) => {
          stream.write(text('pong'));
          resolve(read(bytes));
        },
      });
    });
  });
  const stream = await ours.transport.connect(theirs.endpoint, { timeoutMs: 1_000 });
  const answer = firstData(stream);
  stream.write(text('ping'));
  expect(await accepted).toBe('ping');
  expect(await answer).toBe('pong');
  expect(theirs.metrics.value('rpc.port.accepted{raft}')).toBe(1);
});

test('closing ends its streams and gives the protocol free again', async () => {
  const ours = await transport();
  const theirs = await transport();
  await theirs.transport.listen((stream) => stream.setHandlers({ data: () => undefined }));
  const stream = await ours.transport.connect(theirs.endpoint, { timeoutMs: 1_000 });
  const gone = new Promise<void>((resolve) =>
    stream.setHandlers({ data: () => undefined, end: () => resolve() }),
  );
  await theirs.transport.close();
  await gone;
  const error = await failure(ours.transport.connect(theirs.endpoint, { timeoutMs: 1_000 }));
  expect(error).toMatchObject({ code: 'HANDSHAKE_FAILED' });
  theirs.listener.handle({ protocol: 'raft' }, () => undefined);
});

test('one end may have finished while the other still speaks', async () => {
  const ours = await transport();
  const theirs = await transport();
  await theirs.transport.listen((stream) => {
    stream.setHandlers({
      data: () => undefined,
      end: () => {
        stream.write(text('last words'));
        stream.end();
      },
    });
  });
  const stream = await ours.transport.connect(theirs.endpoint, { timeoutMs: 1_000 });
  const answer = firstData(stream);
  stream.end();
  expect(await answer).toBe('last words');
});

describe('the contract of stream transports', () => {
  const identity = { datacenter: 'dc1', nodeName: 'alpha' };

  /** A transport with a port of its own, opened and closed with it. */
  function ownPort(port: number): StreamTransport {
    const listener = createPortListener({ host: '127.0.0.1', port, identity });
    const pool = createConnectionPool({ identity });
    const streams = createProtocolStreamTransport({ protocol: 'raft', listener, pool });
    cluster.onClose(() => pool.close());
    cluster.onClose(() => listener.close());
    return {
      async listen(accept) {
        await listener.listen();
        return await streams.listen(accept);
      },
      connect: (to, options) => streams.connect(to, options),
      async close() {
        await streams.close();
        await listener.close();
      },
    };
  }

  /** Says nothing at all to whoever connects. */
  async function silentEndpoint(): Promise<Endpoint> {
    const server = createServer((socket) => {
      cluster.onClose(() => socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    cluster.onClose(() => server.close());
    const address = server.address();
    return { host: '127.0.0.1', port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
  }

  async function refusingEndpoint(): Promise<Endpoint> {
    const transport = ownPort(0);
    const endpoint = await transport.listen(() => undefined);
    await transport.close();
    return endpoint;
  }

  const subject: StreamSubject = {
    create: ownPort,
    refusingEndpoint,
    silentEndpoint,
    async until(condition) {
      while (!condition()) await new Promise((resolve) => setImmediate(resolve));
    },
    close: () => cluster.close(),
  };

  test.each(streamTransportContract)('$name', async ({ run }) => {
    expect.assertions(0);
    await run(() => subject);
  });
});
