import { createServer } from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { silentMetrics } from '../metrics.js';
import type { ByteStream, StreamTransport } from '../transport.js';
import { createTcpTransport, type TcpTransportOptions } from './tcp-transport.js';

const HOST = '127.0.0.1';
const DIAL = { timeoutMs: 5000 };
const opened: StreamTransport[] = [];

function create(options: Partial<TcpTransportOptions> = {}): StreamTransport {
  const transport = createTcpTransport({ host: HOST, port: 0, ...options });
  opened.push(transport);
  return transport;
}

afterEach(async () => {
  for (const transport of opened.splice(0)) await transport.close();
});

interface Told {
  readonly stream: ByteStream;
  readonly words: string[];
  /** Resolves when the given word has been told. */
  until(word: string): Promise<void>;
}

function listenTo(stream: ByteStream): Told {
  const words: string[] = [];
  const waiting: { word: string; resolve: () => void }[] = [];
  const tell = (word: string): void => {
    words.push(word);
    for (const wait of waiting) if (words.includes(wait.word)) wait.resolve();
  };
  stream.setHandlers({
    data: (bytes) => tell(`data ${[...bytes].join(' ')}`),
    end: () => tell('end'),
    close: (error) => tell(error === undefined ? 'close' : 'close with error'),
  });
  const until = (word: string): Promise<void> =>
    words.includes(word)
      ? Promise.resolve()
      : new Promise((resolve) => waiting.push({ word, resolve }));
  return { stream, words, until };
}

async function connectPair(): Promise<{ client: Told; server: Told }> {
  let accept: ((server: Told) => void) | undefined;
  const accepted = new Promise<Told>((resolve) => {
    accept = resolve;
  });
  const endpoint = await create().listen((stream) => accept?.(listenTo(stream)));
  const client = listenTo(await create().connect(endpoint, DIAL));
  return { client, server: await accepted };
}

describe('a TCP transport', () => {
  it('that is closed while it begins to listen does not listen, and says so', async () => {
    const transport = create();
    const listening = transport.listen(() => undefined);
    const closing = transport.close();
    await expect(listening).rejects.toThrow('transport is closed');
    await closing;
  });
});

/** A port that was free a moment ago. */
async function withFreePort(): Promise<{ port: number }> {
  const transport = create();
  const { port } = await transport.listen(() => undefined);
  await transport.close();
  return { port };
}

describe('a TCP stream', () => {
  it('is half closed by ending it', async () => {
    const { client, server } = await connectPair();
    client.stream.write(Uint8Array.of(1));
    client.stream.end();
    await server.until('end');
    server.stream.write(Uint8Array.of(2));
    await client.until('data 2');
    expect(client.words).toEqual(['data 2']);
    server.stream.end();
    await Promise.all([client.until('close'), server.until('close')]);
    expect(server.words).toEqual(['data 1', 'end', 'close']);
  });

  it('sends the writes of one turn together', async () => {
    const { client, server } = await connectPair();
    for (const byte of [1, 2, 3]) client.stream.write(Uint8Array.of(byte));
    await server.until('data 1 2 3');
    expect(client.stream.bufferedBytes).toBe(0);
  });

  it('tells handlers that come after it was destroyed', async () => {
    const endpoint = await create().listen((stream) => void listenTo(stream));
    const stream = await create().connect(endpoint, DIAL);
    stream.destroy();
    const late = listenTo(stream);
    await late.until('close');
    expect(stream.write(Uint8Array.of(1))).toBe(false);
  });

  it('reports a reset as an error, once', async () => {
    const server = createServer((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    });
    await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const told = listenTo(await create().connect({ host: HOST, port }, DIAL));
    told.stream.write(Uint8Array.of(1));
    await told.until('close with error');
    expect(told.words).toEqual(['close with error']);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('a TCP transport', () => {
  it('is refused where nobody listens', async () => {
    const listener = create();
    const endpoint = await listener.listen(() => undefined);
    await listener.close();
    await expect(create().connect(endpoint, DIAL)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('rejects an endpoint that cannot be', async () => {
    await expect(create().connect({ host: HOST, port: 70_000 }, DIAL)).rejects.toThrow();
  });

  it('gives up dialling in time', async () => {
    // A listener whose thread is stuck: the kernel queues a few connections and drops the rest.
    const worker = new Worker(
      `const server = require('node:net').createServer();
       server.listen({ port: 0, host: '${HOST}', backlog: 1 }, () => {
         require('node:worker_threads').parentPort.postMessage(server.address().port);
         setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
       });`,
      { eval: true },
    );
    const port = await new Promise<number>((resolve) => worker.once('message', resolve));
    const dialler = create();
    const dials = Array.from({ length: 8 }, () =>
      dialler.connect({ host: HOST, port }, { timeoutMs: 200 }),
    );
    const outcomes = await Promise.allSettled(dials);
    const errors = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason] : [],
    );
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(error).toMatchObject({
        code: 'ETIMEDOUT',
        message: `dial tcp ${HOST}:${port}: i/o timeout`,
      });
    }
    await worker.terminate();
  });

  it('closes what is beyond the number of streams allowed, and counts it', async () => {
    const counted: string[] = [];
    const metrics = { ...silentMetrics, increment: (name: string) => void counted.push(name) };
    const listener = create({ acceptedStreamCountMax: 1, metrics });
    const endpoint = await listener.listen((stream) => void listenTo(stream));
    const dialler = create();
    const first = listenTo(await dialler.connect(endpoint, DIAL));
    const second = listenTo(await dialler.connect(endpoint, DIAL));
    await Promise.race([
      second.until('close'),
      second.until('end'),
      second.until('close with error'),
    ]);
    expect(first.words).toEqual([]);
    expect(counted).toEqual(['tcp.accept', 'tcp.refused']);
  });

  it('frees its port when it is closed while it begins to listen', async () => {
    const { port } = await withFreePort();
    const transport = create({ port });
    const listening = transport.listen(() => undefined);
    const rejected = expect(listening).rejects.toThrow('transport is closed');
    await transport.close();
    await rejected;
    await expect(create().connect({ host: HOST, port }, DIAL)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });

  it('can be closed where it could not listen', async () => {
    const { port } = await create().listen(() => undefined);
    const second = create({ port });
    await expect(second.listen(() => undefined)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await second.close();
  });

  it('leaves from its own address', async () => {
    const endpoint = await create().listen((stream) => {
      stream.write(new TextEncoder().encode(stream.remote.host));
      stream.end();
    });
    const dialler = create({ host: '127.0.0.2' });
    const stream = await dialler.connect(endpoint, DIAL);
    const remote = await new Promise<string>((resolve) => {
      stream.setHandlers({ data: (bytes) => resolve(new TextDecoder().decode(bytes)) });
    });
    expect(remote).toBe('127.0.0.2');
  });

  it('dials and listens no more once it is closed', async () => {
    const endpoint = await create().listen(() => undefined);
    const transport = create();
    await transport.close();
    await expect(transport.connect(endpoint, DIAL)).rejects.toThrow('transport is closed');
    await expect(transport.listen(() => undefined)).rejects.toThrow('transport is closed');
  });
});
