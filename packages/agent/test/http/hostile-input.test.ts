import type { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Metrics, silentMetrics } from '@konsul/runtime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HttpHarness, until } from './http-harness.js';

const CLOSED = 'Connection: close\r\n\r\n';

let counted: string[];
let api: HttpHarness;
const sockets: Socket[] = [];

beforeEach(async () => {
  counted = [];
  const metrics: Metrics = {
    ...silentMetrics,
    increment: (name, _, labels) => void counted.push(`${name} ${labels?.['reason'] ?? ''}`.trim()),
  };
  api = await new HttpHarness({
    limits: { headerTimeoutMs: 60, requestTimeoutMs: 120, stopTimeoutMs: 0 },
    metrics,
  }).start();
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await api.stop();
});

async function open(): Promise<Socket> {
  const { host, port } = api.endpoint;
  const socket = connect({ host, port, allowHalfOpen: true });
  sockets.push(socket);
  // A reset is one of the ways in which the other side closes.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** What the server says until it ends its side. */
async function untilEnded(socket: Socket): Promise<string> {
  let said = '';
  socket.on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1');
  });
  await new Promise<void>((resolve) => {
    socket.once('end', resolve);
    socket.once('close', () => resolve());
  });
  return said;
}

async function said(bytes: string | Uint8Array): Promise<string> {
  const socket = await open();
  socket.write(bytes);
  return await untilEnded(socket);
}

async function expectToServe(): Promise<void> {
  expect(await api.put('/v1/kv/alive', 'yes')).toMatchObject({ status: 200, body: 'true' });
}

describe('who takes too long is let go, and counted', () => {
  test('a connection on which nothing is said', async () => {
    const answer = await untilEnded(await open());
    expect(answer).toBe(`HTTP/1.1 408 Request Timeout\r\n${CLOSED}`);
    expect(counted).toEqual(['http.requests_malformed timeout']);
    await expectToServe();
  });

  test('headers that come a byte at a time', async () => {
    const socket = await open();
    socket.write('GET /v1/agent/self HTTP/1.1\r\n');
    const dribble = setInterval(() => socket.write('X'), 5);
    try {
      expect(await untilEnded(socket)).toContain('408 Request Timeout');
    } finally {
      clearInterval(dribble);
    }
    expect(counted).toEqual(['http.requests_malformed timeout']);
    await expectToServe();
  });

  test('a body that is announced and never comes', async () => {
    const answer = await said('PUT /v1/kv/a HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf');
    expect(answer).toContain('408 Request Timeout');
    expect(counted).toContain('http.requests_malformed timeout');
    expect(await api.get('/v1/kv/a')).toMatchObject({ status: 404 });
    await expectToServe();
  });
});

describe('what is no request is refused, and counted', () => {
  test.each([
    ['noise', Uint8Array.from({ length: 2000 }, (_, at) => (at * 131) & 0xff)],
    ['a TLS handshake', Uint8Array.of(0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00)],
    ['two lengths', 'PUT /v1/kv/a HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    [
      'a length beside chunks',
      'PUT /v1/kv/a HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'a chunk without a size',
      'PUT /v1/kv/a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz',
    ],
  ])('%s', async (_, bytes) => {
    expect(await said(bytes)).toContain('400 Bad Request');
    expect(counted).toContain('http.requests_malformed malformed');
    await expectToServe();
  });

  test('headers above the bound', async () => {
    const answer = await said(`GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toBe(`HTTP/1.1 431 Request Header Fields Too Large\r\n${CLOSED}`);
    expect(counted).toEqual(['http.requests_malformed headers']);
    await expectToServe();
  });
});

describe('who goes away', () => {
  test('in the middle of a body has written nothing', async () => {
    const socket = await open();
    socket.write('PUT /v1/kv/a HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf');
    socket.destroy();
    await expectToServe();
    expect(await api.get('/v1/kv/a')).toMatchObject({ status: 404 });
  });

  test('by closing only one direction is not waited for', async () => {
    const socket = await open();
    socket.write('GET /v1/kv/a?index=9 HTTP/1.1\r\nHost: a\r\n\r\n');
    await until(() => api.gateway.waiterCount === 1);
    socket.end();
    await until(() => api.gateway.waiterCount === 0);
    await expectToServe();
  });
});
