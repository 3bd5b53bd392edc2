import { createSocket } from 'node:dgram';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttp2Server, type Http2Server } from 'node:http2';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { CheckDefinition } from '../../config/definitions.js';
import { createProbe } from './create-probe.js';
import type { ProbeResult } from './probe.js';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const neverAborted = new AbortController().signal;

/** Looks once, as the agent would with this definition. */
async function look(check: CheckDefinition, signal = neverAborted): Promise<ProbeResult> {
  const probe = createProbe(check, 16);
  if (probe === undefined) throw new Error('nothing looks at that');
  try {
    return await probe(signal);
  } catch (error) {
    return { status: 'critical', output: (error as Error).message };
  }
}

async function listen(server: Server | TcpServer | Http2Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  cleanups.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  );
  return (server.address() as AddressInfo).port;
}

const serve = (listener: RequestListener): Promise<number> => listen(createHttpServer(listener));

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

describe('HTTP', () => {
  test.each([
    [200, 'passing', 'OK'],
    [204, 'passing', 'No Content'],
    [429, 'warning', 'Too Many Requests'],
    [404, 'critical', 'Not Found'],
    [500, 'critical', 'Internal Server Error'],
  ])('%i is %s', async (code, status, phrase) => {
    const port = await serve((_, response) => response.writeHead(code).end());
    const http = `http://127.0.0.1:${port}/health`;
    expect(await look({ http })).toEqual({
      status,
      output: `HTTP GET ${http}: ${code} ${phrase} Output: `,
    });
  });

  test('asks as it was told to and keeps the end of the answer', async () => {
    const port = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const { method, headers } = request;
      const isRight =
        method === 'PUT' &&
        body === 'ping' &&
        headers['x-key'] === 'a, b' &&
        headers['host'] === 'other.example' &&
        headers['accept'] === 'text/plain, text/*, */*';
      response.writeHead(isRight ? 200 : 400).end(`${'.'.repeat(1000)}the very end`);
    });
    const result = await look({
      http: `http://127.0.0.1:${port}/`,
      method: 'put',
      body: 'ping',
      header: { 'X-Key': ['a', 'b'], Host: ['other.example'] },
    });
    expect(result.status).toBe('passing');
    expect(result.output).toMatch(/Output: \.{4}the very end$/);
  });

  test('follows redirects unless it is told not to, and not for ever', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/end') response.end('here');
      else {
        const location = request.url === '/loop' ? '/loop' : '/end';
        response.writeHead(302, { location }).end();
      }
    });
    const http = `http://127.0.0.1:${port}/`;
    expect((await look({ http })).status).toBe('passing');
    expect((await look({ http, disableRedirects: true })).output).toContain('302 Found');
    expect((await look({ http: `${http}loop` })).output).toContain('stopped after 10 redirects');
  });

  test('does not tell another host what was meant for the first', async () => {
    let seen: string | undefined = 'nothing';
    const target = await serve((request, response) => {
      seen = request.headers.authorization;
      response.end();
    });
    const port = await serve((_, response) => {
      response.writeHead(301, { location: `http://127.0.0.1:${target}/` }).end();
    });
    const header = { Authorization: ['secret'] };
    expect((await look({ http: `http://127.0.0.1:${port}/`, header })).status).toBe('passing');
    expect(seen).toBeUndefined();
  });

  test('is critical where nobody listens, and ends when its time is up', async () => {
    const http = `http://127.0.0.1:${await closedPort()}/`;
    expect(await look({ http })).toMatchObject({
      status: 'critical',
      output: expect.stringContaining('ECONNREFUSED'),
    });
    const controller = new AbortController();
    const port = await serve(() => controller.abort());
    const result = await look({ http: `http://127.0.0.1:${port}/` }, controller.signal);
    expect(result.status).toBe('critical');
  });
});

describe('TCP', () => {
  test('passes where somebody listens, and leaves no connection behind', async () => {
    const server = createTcpServer();
    const isClosed = new Promise<void>((resolve) => {
      server.on('connection', (socket: Socket) => socket.resume().once('close', () => resolve()));
    });
    const port = await listen(server);
    const tcp = `127.0.0.1:${port}`;
    expect(await look({ tcp })).toEqual({
      status: 'passing',
      output: `TCP connect ${tcp}: Success`,
    });
    await isClosed;
  });

  test('is critical where nobody does, or where TLS is wanted and not spoken', async () => {
    const tcp = `127.0.0.1:${await closedPort()}`;
    expect(await look({ tcp })).toMatchObject({
      status: 'critical',
      output: expect.stringContaining(`dial tcp ${tcp}: `),
    });
    const port = await listen(createTcpServer((socket) => socket.end('hello')));
    expect((await look({ tcp: `127.0.0.1:${port}`, tcpUseTls: true })).status).toBe('critical');
  });

  test('ends when its time is up', async () => {
    const result = await look({ tcp: `127.0.0.1:${await closedPort()}` }, AbortSignal.abort());
    expect(result.status).toBe('critical');
  });
});

describe('UDP', () => {
  test('passes on an answer, and on silence when time is up', async () => {
    const controller = new AbortController();
    const socket = createSocket('udp4');
    let answers = true;
    socket.on('message', (_, { port, address }) => {
      if (answers) socket.send('PONG', port, address);
      else controller.abort();
    });
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    cleanups.push(() => new Promise((resolve) => socket.close(resolve)));
    const udp = `127.0.0.1:${socket.address().port}`;
    expect(await look({ udp })).toEqual({
      status: 'passing',
      output: `UDP connect ${udp}: Success`,
    });
    answers = false;
    expect((await look({ udp }, controller.signal)).status).toBe('passing');
  });

  test('is critical where the host refuses it', async () => {
    const socket = createSocket('udp4');
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    const { port } = socket.address();
    await new Promise<void>((resolve) => socket.close(resolve));
    expect((await look({ udp: `127.0.0.1:${port}` })).status).toBe('critical');
  });
});

describe('HTTP/2', () => {
  test('a ping passes where it is answered', async () => {
    const port = await listen(createHttp2Server());
    const h2ping = `127.0.0.1:${port}`;
    expect(await look({ h2ping, h2pingUseTls: false })).toEqual({
      status: 'passing',
      output: 'HTTP2 ping was successful',
    });
    expect((await look({ h2ping })).status).toBe('critical');
    const closed = `127.0.0.1:${await closedPort()}`;
    expect((await look({ h2ping: closed, h2pingUseTls: false })).status).toBe('critical');
  });
});

describe('gRPC', () => {
  /** A health service: SERVING for `up`, NOT_SERVING for `down`, unknown besides. */
  async function serveHealth(): Promise<number> {
    const server = createHttp2Server();
    server.on('stream', (stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const message = Buffer.concat(chunks).subarray(5);
        const service = message.subarray(2).toString();
        const status = service === 'up' || service === '' ? 1 : service === 'down' ? 2 : undefined;
        stream.respond(
          { ':status': 200, 'content-type': 'application/grpc' },
          { waitForTrailers: true },
        );
        stream.on('wantTrailers', () => {
          stream.sendTrailers(
            status === undefined
              ? { 'grpc-status': '5', 'grpc-message': 'unknown service' }
              : { 'grpc-status': '0' },
          );
        });
        stream.end(status === undefined ? undefined : Buffer.from([0, 0, 0, 0, 2, 0x08, status]));
      });
    });
    return await listen(server);
  }

  test('passes only where the service says that it serves', async () => {
    const address = `127.0.0.1:${await serveHealth()}`;
    expect(await look({ grpc: `${address}/up` })).toEqual({
      status: 'passing',
      output: `gRPC check ${address}/up: success`,
    });
    expect((await look({ grpc: address })).status).toBe('passing');
    expect(await look({ grpc: `${address}/down` })).toEqual({
      status: 'critical',
      output: `gRPC ${address}/down serving status: NOT_SERVING`,
    });
    expect((await look({ grpc: `${address}/other` })).output).toContain('unknown service');
  });

  test('is critical where nobody listens or something else does', async () => {
    const closed = await closedPort();
    expect((await look({ grpc: `127.0.0.1:${closed}` })).status).toBe('critical');
    const port = await serve((_, response) => response.end());
    expect((await look({ grpc: `127.0.0.1:${port}` })).status).toBe('critical');
  });
});

describe('a program', () => {
  const node = (code: string): CheckDefinition => ({ args: [process.execPath, '-e', code] });

  test.each([
    [0, 'passing'],
    [1, 'warning'],
    [2, 'critical'],
  ])('that exits with %i is %s', async (code, status) => {
    const result = await look(node(`console.log('said'); process.exit(${code})`));
    expect(result).toEqual({ status, output: 'said\n' });
  });

  test('that says much is cut to the end', async () => {
    const { output } = await look(node("console.log('x'.repeat(100) + ' the end')"));
    expect(output).toBe('Captured 16 of 109 bytes\n...\nxxxxxxx the end\n');
  });

  test('that takes too long is ended with what it started', async () => {
    const controller = new AbortController();
    const looking = look({ args: ['sh', '-c', 'sleep 60 & wait'] }, controller.signal);
    controller.abort();
    expect((await looking).status).toBe('critical');
  });

  test('that is not there is critical', async () => {
    expect((await look({ args: ['/nowhere/to/be/found'] })).status).toBe('critical');
  });
});
