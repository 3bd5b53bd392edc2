import { Buffer } from 'node:buffer';
import {
  type ByteStream,
  type ByteStreamHandlers,
  type Clock,
  type DatagramHandler,
  type DatagramTransport,
  type Endpoint,
  type Metrics,
  type StreamTransport,
  seededRng,
  silentMetrics,
} from '@konsul/runtime';
import { decode, encode, streamDecode, streamEncode } from 'dns-packet';
import { expect, test } from 'vitest';
import { defaultSettings } from '../config/defaults.js';
import type { DnsBackend } from './backend.js';
import { DnsRecursor } from './recursor.js';
import { DnsResolver } from './resolver.js';
import { DnsServer, type DnsServerOptions } from './server.js';

const from: Endpoint = { host: '192.0.2.1', port: 5353 };

class TestClock implements Clock {
  #now = 0;
  readonly #timers = new Set<{ atMs: number; callback: () => void }>();
  nowMs = (): number => this.#now;
  wallMs = (): number => this.#now;
  defer = (callback: () => void): void => callback();
  schedule(atMs: number, callback: () => void): () => void {
    const timer = { atMs, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }
  advance(ms: number): void {
    this.#now += ms;
    for (const timer of [...this.#timers]) {
      if (timer.atMs > this.#now) continue;
      this.#timers.delete(timer);
      timer.callback();
    }
  }
}

class TestDatagrams implements DatagramTransport {
  receive: DatagramHandler = () => undefined;
  readonly sent: { to: Endpoint; bytes: Uint8Array }[] = [];
  isClosed = false;
  async listen(receive: DatagramHandler): Promise<Endpoint> {
    this.receive = receive;
    return { host: '127.0.0.1', port: 8600 };
  }
  send(to: Endpoint, bytes: Uint8Array): void {
    this.sent.push({ to, bytes });
  }
  async close(): Promise<void> {
    this.isClosed = true;
  }
}

class TestStream implements ByteStream {
  readonly remote = from;
  bufferedBytes = 0;
  handlers: ByteStreamHandlers = { data: () => undefined };
  written: Buffer = Buffer.alloc(0);
  isPaused = false;
  hasEnded = false;
  isDestroyed = false;
  setHandlers(handlers: ByteStreamHandlers): void {
    this.handlers = handlers;
  }
  write(bytes: Uint8Array): boolean {
    this.written = Buffer.concat([this.written, bytes]);
    return true;
  }
  pause(): void {
    this.isPaused = true;
  }
  resume(): void {
    this.isPaused = false;
  }
  end(): void {
    this.hasEnded = true;
  }
  destroy(): void {
    if (this.isDestroyed) return;
    this.isDestroyed = true;
    this.handlers.close?.();
  }
  answers(): number[] {
    const ids: number[] = [];
    for (let at = 0; at < this.written.length; ) {
      const end = at + 2 + this.written.readUInt16BE(at);
      ids.push(streamDecode(this.written.subarray(at, end)).id ?? -1);
      at = end;
    }
    return ids;
  }
}

class TestStreams implements StreamTransport {
  accept: (stream: ByteStream) => void = () => undefined;
  async listen(accept: (stream: ByteStream) => void): Promise<Endpoint> {
    this.accept = accept;
    return { host: '127.0.0.1', port: 8600 };
  }
  connect(): Promise<ByteStream> {
    return Promise.reject(new Error('no route'));
  }
  async close(): Promise<void> {}
}

const missing = async (): Promise<{ type: 'missing' }> => ({ type: 'missing' });
const backend: DnsBackend = {
  node: async ({ node }) => ({
    type: 'found',
    value: { node, address: '10.0.0.1', datacenter: 'dc1', meta: {} },
  }),
  serviceInstances: () => new Promise(() => undefined),
  preparedQuery: missing,
  pointer: missing,
  servers: missing,
};

interface World {
  readonly datagrams: TestDatagrams;
  readonly streams: TestStreams;
  readonly clock: TestClock;
  readonly server: DnsServer;
  connect(): TestStream;
}

async function world(options: Partial<DnsServerOptions> = {}): Promise<World> {
  const datagrams = new TestDatagrams();
  const streams = new TestStreams();
  const clock = new TestClock();
  const resolver = new DnsResolver({
    backend,
    settings: defaultSettings.dns,
    domains: ['consul.'],
    clock,
    rng: seededRng(1),
    hasRecursor: options.recursor !== undefined,
  });
  const settings = defaultSettings.dns;
  const server = new DnsServer({ datagrams, streams, resolver, settings, clock, ...options });
  await server.start();
  const connect = (): TestStream => {
    const stream = new TestStream();
    streams.accept(stream);
    return stream;
  };
  return { datagrams, streams, clock, server, connect };
}

function question(id: number, name = 'n1.node.consul'): Buffer {
  return encode({ type: 'query', id, questions: [{ name, type: 'A' }] });
}

/** A service of this backend is never answered. */
const STUCK = 'x.service.consul';

function framed(id: number, name = 'n1.node.consul'): Buffer {
  return streamEncode({ type: 'query', id, questions: [{ name, type: 'A' }] });
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a datagram is answered where it came from', async () => {
  const { datagrams } = await world();
  datagrams.receive(from, question(9));
  await settled();
  expect(datagrams.sent[0]?.to).toEqual(from);
  const packet = decode(Buffer.from(datagrams.sent[0]?.bytes ?? []));
  expect([packet.id, packet.answers?.length]).toEqual([9, 1]);
});

test('noise gets nothing, a malformed query gets FORMERR', async () => {
  const { datagrams } = await world();
  datagrams.receive(from, Uint8Array.of(1, 2, 3));
  const malformed = question(5);
  malformed.writeUInt16BE(9, 4);
  datagrams.receive(from, malformed);
  await settled();
  expect(datagrams.sent).toHaveLength(1);
  expect(decode(Buffer.from(datagrams.sent[0]?.bytes ?? []))).toMatchObject({
    id: 5,
    rcode: 'FORMERR',
  });
});

/** Metrics that note what was counted. */
function counting(): { readonly metrics: Metrics; readonly counted: unknown[] } {
  const counted: unknown[] = [];
  const metrics: Metrics = {
    ...silentMetrics,
    increment: (name, _by, labels) => void counted.push([name, labels]),
  };
  return { metrics, counted };
}

test('questions above the limit are dropped and counted', async () => {
  const { metrics, counted } = counting();
  const { datagrams } = await world({ queryCountMax: 2, metrics });
  for (const id of [1, 2]) datagrams.receive(from, question(id, STUCK));
  datagrams.receive(from, question(3));
  await settled();
  expect(datagrams.sent).toEqual([]);
  expect(counted).toContainEqual(['dns.dropped', { reason: 'overload' }]);
});

test('a stream cut at any byte is put together again', async () => {
  const { connect } = await world();
  const stream = connect();
  for (const byte of Buffer.concat([framed(1), framed(2)])) {
    stream.handlers.data(Uint8Array.of(byte));
  }
  await settled();
  expect(stream.answers()).toEqual([1, 2]);
});

test('pipelined questions above the limit wait unread', async () => {
  const { connect } = await world({ pipelinedQueryCountMax: 2 });
  const stream = connect();
  stream.handlers.data(Buffer.concat([framed(1, STUCK), framed(2, STUCK), framed(3)]));
  await settled();
  expect(stream.answers()).toEqual([]);
  expect(stream.isPaused).toBe(true);
});

test('a stream is ended when its questions are answered, and destroyed when it is idle or wrong', async () => {
  const { connect, clock } = await world();
  const polite = connect();
  polite.handlers.data(framed(1));
  polite.handlers.end?.();
  expect(polite.hasEnded).toBe(false);
  await settled();
  expect(polite.hasEnded).toBe(true);
  const idle = connect();
  clock.advance(9999);
  idle.handlers.data(framed(1));
  await settled();
  clock.advance(9999);
  expect(idle.isDestroyed).toBe(false);
  clock.advance(1);
  expect(idle.isDestroyed).toBe(true);
  const greedy = connect();
  greedy.handlers.data(Uint8Array.of(0xff, 0xff));
  expect(greedy.isDestroyed).toBe(true);
  const slow = connect();
  slow.bufferedBytes = 1_000_000;
  slow.handlers.data(framed(1));
  await settled();
  expect(slow.isDestroyed).toBe(true);
});

test('streams that break a rule are given up and counted', async () => {
  const { metrics, counted } = counting();
  const { connect, clock } = await world({ metrics });
  for (const length of [0, 4097, 0xffff]) {
    const wrong = connect();
    wrong.handlers.data(Uint8Array.of(length >> 8, length & 0xff));
    expect(wrong.isDestroyed).toBe(true);
  }
  const half = connect();
  half.handlers.data(framed(1).subarray(0, 9));
  const silent = connect();
  clock.advance(10_000);
  expect([half.isDestroyed, silent.isDestroyed]).toEqual([true, true]);
  const unread = connect();
  unread.bufferedBytes = 1_000_000;
  unread.handlers.data(framed(1));
  await settled();
  const drops = counted.flatMap((entry) => {
    const [name, labels] = entry as [string, { reason?: string }];
    return name === 'dns.dropped' ? [labels.reason] : [];
  });
  expect(drops).toEqual(['length', 'length', 'length', 'incomplete', 'unread']);
});

test('noise of every kind is counted by its reason', async () => {
  const { metrics, counted } = counting();
  const { datagrams } = await world({ metrics });
  const response = question(1);
  response.writeUInt16BE(0x8000, 2);
  const update = question(2);
  update.writeUInt16BE(0x2800, 2);
  const many = question(3);
  many.writeUInt16BE(0xffff, 10);
  for (const bytes of [Buffer.alloc(0), response, Buffer.alloc(5000), update, many]) {
    datagrams.receive(from, bytes);
  }
  await settled();
  expect(counted).toEqual([
    ['dns.dropped', { reason: 'short' }],
    ['dns.dropped', { reason: 'response' }],
    ['dns.dropped', { reason: 'too-long' }],
    ['dns.rejected', { reason: 'unsupported' }],
    ['dns.rejected', { reason: 'format' }],
  ]);
});

test('one source has a bounded number of connections, and closing one makes room', async () => {
  const { connect } = await world({ connectionsPerSourceMax: 2 });
  const first = connect();
  connect();
  expect(connect().isDestroyed).toBe(true);
  first.destroy();
  expect(connect().isDestroyed).toBe(false);
});

test('stopping ends every connection and both listeners', async () => {
  const { connect, server, datagrams } = await world();
  const stream = connect();
  await server.stop();
  expect([stream.isDestroyed, datagrams.isClosed]).toEqual([true, true]);
});

test('questions about other names go to the first server that answers, under their own id', async () => {
  const upstream: TestDatagrams[] = [];
  const clock = new TestClock();
  const servers = [
    { host: '192.0.2.53', port: 53 },
    { host: '192.0.2.54', port: 53 },
  ];
  const recursor = new DnsRecursor({
    servers,
    strategy: 'sequential',
    timeoutMs: 2000,
    rng: seededRng(3),
    clock,
    streams: new TestStreams(),
    openDatagrams: () => {
      const opened = new TestDatagrams();
      upstream.push(opened);
      return opened;
    },
  });
  const { datagrams } = await world({ recursor });
  datagrams.receive(from, question(77, 'example.com'));
  await settled();
  clock.advance(2000);
  await settled();
  const asked = upstream[1]?.sent[0];
  expect(asked?.to).toEqual(servers[1]);
  const sent = decode(Buffer.from(asked?.bytes ?? []));
  const reply = encode({
    type: 'response',
    id: sent.id ?? 0,
    questions: sent.questions ?? [],
    answers: [{ type: 'A', name: 'example.com', data: '192.0.2.99' }],
  });
  upstream[1]?.receive({ host: '203.0.113.1', port: 53 }, reply);
  upstream[1]?.receive(servers[1] as Endpoint, reply);
  await settled();
  expect(decode(Buffer.from(datagrams.sent[0]?.bytes ?? []))).toMatchObject({
    id: 77,
    answers: [{ data: '192.0.2.99' }],
  });
  expect(upstream.every((opened) => opened.isClosed)).toBe(true);
});

test('a question that no server answers fails', async () => {
  const recursor = new DnsRecursor({
    servers: [{ host: '192.0.2.53', port: 53 }],
    strategy: 'random',
    timeoutMs: 2000,
    rng: seededRng(3),
    clock: new TestClock(),
    streams: new TestStreams(),
    openDatagrams: () => ({
      listen: () => Promise.reject(new Error('no socket')),
      send: () => undefined,
      close: async () => undefined,
    }),
  });
  const { datagrams, connect } = await world({ recursor });
  datagrams.receive(from, question(7, 'example.com'));
  const stream = connect();
  stream.handlers.data(framed(8, 'example.com'));
  await settled();
  expect(decode(Buffer.from(datagrams.sent[0]?.bytes ?? []))).toMatchObject({
    id: 7,
    rcode: 'SERVFAIL',
  });
  expect(stream.answers()).toEqual([8]);
});
