import { Buffer } from 'node:buffer';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createConnectionPool } from '@konsul/rpc';
import { randomBelow, seededRng } from '@konsul/runtime/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REQUEST_METHOD } from '../../src/request/forwarder.js';
import {
  type AgentProcess,
  clusterOfThisFile,
  DNS_PORT,
  eventually,
  HTTP_PORT,
  LAN_PORT,
  leaderKnownBy,
  runKonsul,
  SERVER_PORT,
} from './cluster-harness.js';
import { askByDatagram, askByStream } from './dns-client.js';

const CLOSED_WITHIN_MS = 10_000;
const TORN_BYTES = 5;
const WRITE_COUNT = 20;
const RANDOM_MESSAGE_COUNT = 200;
const KV_BYTES_MAX = 524_288;

const rng = seededRng(20_260_102);
const cluster = await clusterOfThisFile();
const [server] = cluster.servers(['127.0.3.141'], {
  config: { limits: { rpc_handshake_timeout: '500ms', rpc_max_conns_per_client: 50 } },
}) as [AgentProcess];

beforeAll(async () => {
  await server.start();
  await leaderKnownBy(server);
}, 60_000);

function randomBytes(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => randomBelow(rng, 256));
}

/** Everything that the agent is there for, through every port that was treated badly. */
async function expectToServe(): Promise<void> {
  expect(server.isRunning).toBe(true);
  expect(await server.put('/v1/kv/alive', 'yes')).toBe('true');
  expect((await server.http('/v1/kv/alive?raw&consistent')).text).toBe('yes');
  for (const ask of [askByDatagram, askByStream]) {
    const question = { host: server.host, name: `${server.name}.node.consul`, type: 'A' } as const;
    expect((await ask(question)).answers).toMatchObject([{ data: server.host }]);
  }
}

describe('an agent that cannot start says why and ends', () => {
  const host = '127.0.3.142';
  const directory = join(cluster.directory, 'data', 'refused');
  const run = (...flags: string[]): ReturnType<typeof runKonsul> =>
    runKonsul(['agent', `-bind=${host}`, `-client=${host}`, ...flags]);

  test('a flag that does not exist', async () => {
    const { exitCode, stderr } = await run('-dev', '-bootstrap-expekt=3');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^flag provided but not defined: -bootstrap-expekt; did you mean -bootstrap-expect\?\n/,
    );
  });

  test('a flag whose value is out of bounds', async () => {
    const { exitCode, stderr } = await run('-dev', '-http-port=70000');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^flag -http-port: ports\.http: .*65535.*70000/);
  });

  test('a key that does not exist, and the nearest one that does', async () => {
    const path = join(cluster.directory, 'misspelled.json');
    await writeFile(path, '{ "datacentre": "dc1", "ports": { "htpp": 8500 } }');
    const { exitCode, stderr } = await run('-dev', `-config-file=${path}`);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${path}: `);
    expect(stderr).toContain('unknown key "datacentre"; did you mean "datacenter"?');
    expect(stderr).toContain('unknown key "htpp"; did you mean "http"?');
  });

  test('a file that is not there, and one that is no JSON', async () => {
    const absent = join(cluster.directory, 'absent.json');
    const missing = await run('-dev', `-config-file=${absent}`);
    expect(missing).toMatchObject({ exitCode: 1 });
    expect(missing.stderr).toMatch(/^\S+absent\.json: does not exist/);
    const path = join(cluster.directory, 'broken.json');
    await writeFile(path, '{ "datacenter": ');
    const broken = await run('-dev', `-config-file=${path}`);
    expect(broken).toMatchObject({ exitCode: 1 });
    expect(broken.stderr).toMatch(/^\S+broken\.json: .*JSON/);
  });

  test.each([
    { surface: 'HTTP', port: HTTP_PORT },
    { surface: 'LAN gossip', port: LAN_PORT },
    { surface: 'server port', port: SERVER_PORT },
    { surface: 'DNS', port: DNS_PORT },
  ])('the address of $surface is in use', async ({ surface, port }) => {
    const other = createServer().listen(port, host);
    await once(other, 'listening');
    try {
      const { exitCode, stdout, stderr } = await run('-dev');
      expect(exitCode).toBe(1);
      const told = `${surface} (${host}:${port}) cannot be opened: `;
      expect(stdout + stderr).toContain(told);
      expect((stdout + stderr).split(told)[1]).toMatch(/^.*EADDRINUSE/);
      expect(stderr).not.toMatch(/\n +at /);
    } finally {
      other.close();
    }
  });

  test('a data directory that another agent uses', async () => {
    const { exitCode, stderr } = await run(`-data-dir=${server.dataDirectory}`);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`data_dir "${server.dataDirectory}" is in use`);
    await expectToServe();
  });

  test('a data directory of another node, or of another datacenter', async () => {
    const owner = cluster.agent({ name: 'refused', host });
    await owner.start();
    await owner.kill();
    const nodeId = '11111111-2222-4333-8444-555555555555';
    const foreign = await run(`-data-dir=${directory}`, `-node-id=${nodeId}`);
    expect(foreign.exitCode).toBe(1);
    expect(foreign.stderr).toMatch(
      new RegExp(`^data_dir "${directory}" belongs to node [0-9a-f-]{36}, not ${nodeId}\n$`, 'm'),
    );
    const elsewhere = await run(`-data-dir=${directory}`, '-datacenter=dc2');
    expect(elsewhere.exitCode).toBe(1);
    expect(elsewhere.stderr).toContain('belongs to datacenter "dc1", not "dc2"');
  });

  test('a directory that is no data directory', async () => {
    const { exitCode, stderr } = await run(`-data-dir=${cluster.directory}`);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('it is not a data directory; name an empty one');
  });
});

describe('requests that the HTTP API refuses', () => {
  const register = (body: string): ReturnType<AgentProcess['http']> =>
    server.http('/v1/agent/service/register', { method: 'PUT', body });

  test('a body above the limit, of a known size and of an unknown one', async () => {
    const body = new Uint8Array(KV_BYTES_MAX + 1);
    const known = await server.http('/v1/kv/large', { method: 'PUT', body });
    expect(known.status).toBe(413);
    expect(known.text).toContain(
      `Request body(${body.length} bytes) too large, max size: ${KV_BYTES_MAX} bytes.`,
    );
    const stream = new Blob([body]).stream();
    const init = { method: 'PUT', body: stream, duplex: 'half' } as RequestInit;
    const unknown = await server.http('/v1/kv/large', init);
    expect(unknown.status).toBe(413);
    expect((await server.http('/v1/kv/large')).status).toBe(404);
    const allowed = { method: 'PUT', body: body.subarray(1) };
    expect(await server.http('/v1/kv/large', allowed)).toMatchObject({ status: 200, text: 'true' });
  });

  test('a body that is no JSON, or says what nobody knows', async () => {
    const broken = await register('{"Name": ');
    expect(broken.status).toBe(400);
    expect(broken.text).toMatch(/^Request decode failed: /);
    const unknown = await register('{"Name": "web", "Bogus": 1}');
    expect(unknown.status).toBe(400);
    expect(unknown.text).toBe('Request decode failed: json: unknown field "Bogus"');
    const mistyped = await register('{"Name": 7}');
    expect(mistyped.status).toBe(400);
    expect(await server.get('/v1/agent/services')).toEqual({});
  });

  test('a method that the path does not take', async () => {
    const { status, text, headers } = await server.http('/v1/catalog/nodes', { method: 'POST' });
    expect({ status, text }).toEqual({ status: 405, text: 'method POST not allowed' });
    expect(headers.get('allow')).toBe('OPTIONS,GET');
  });

  test.each([
    { path: '/v1/nothing', status: 404, text: 'Invalid URL path' },
    { path: '/v1/kv/x?index=minus', status: 400, text: 'Invalid index' },
    { path: '/v1/kv/x?index=1&wait=long', status: 400, text: 'Invalid wait time' },
    { path: '/v1/kv/x?stale&consistent', status: 400, text: 'conflicting semantics' },
    { path: '/v1/kv/', status: 400, text: 'Missing key name' },
    { path: '/v1/kv/%00', status: 400, text: '' },
    { path: '/v1/kv/%E0%A4%A', status: 400, text: '' },
  ])('$path', async ({ path, status, text }) => {
    const answer = await server.http(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
  });

  test('what is no HTTP at all', async () => {
    expect(await exchange(HTTP_PORT, randomBytes(2000))).toMatch(/^HTTP\/1\.1 400 /);
    const longHeader = `GET /v1/agent/self HTTP/1.1\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`;
    expect(await exchange(HTTP_PORT, Buffer.from(longHeader))).toMatch(/^HTTP\/1\.1 431 /);
    await expectToServe();
  });
});

/** Sends bytes and waits until the agent closes. @returns what it said before. */
async function exchange(port: number, ...parts: Uint8Array[]): Promise<string> {
  const socket = await open(port);
  for (const part of parts) socket.write(part);
  return await untilClosed(socket);
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, server.host);
  await once(socket, 'connect');
  // A reset is one of the ways in which the other side closes.
  socket.on('error', () => undefined);
  return socket;
}

async function untilClosed(socket: Socket): Promise<string> {
  let said = '';
  socket.on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1');
  });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('left open')), CLOSED_WITHIN_MS);
    const finish = (): void => {
      clearTimeout(timer);
      resolve();
    };
    if (socket.closed) finish();
    else socket.once('close', finish);
  });
  return said;
}

/** Sends datagrams in small groups, as many as the receiver's buffer holds. */
async function flood(port: number, datagrams: readonly Uint8Array[]): Promise<void> {
  const socket = createSocket('udp4');
  try {
    for (const datagram of datagrams) {
      await new Promise<void>((resolve, reject) => {
        socket.send(datagram, port, server.host, (error) => (error ? reject(error) : resolve()));
      });
    }
  } finally {
    socket.close();
  }
}

function randomMessages(bytesMax: number): Uint8Array[] {
  return Array.from({ length: RANDOM_MESSAGE_COUNT }, () =>
    randomBytes(1 + randomBelow(rng, bytesMax)),
  );
}

describe('bytes that nobody should send', () => {
  const HELLO_BYTE = 0x4b;
  const peer = { host: server.host, port: SERVER_PORT };
  const pool = createConnectionPool({ identity: { datacenter: 'dc1', nodeName: 'stranger' } });
  afterAll(() => pool.close());

  /** Opens a connection for a protocol, sends bytes and waits until the agent closes it. */
  async function untilRefused(
    protocol: string,
    bytes: Uint8Array,
    { isLast }: { readonly isLast: boolean },
  ): Promise<void> {
    const { stream } = await pool.open(peer, protocol);
    const closed = new Promise<void>((resolve) => {
      stream.setHandlers({ data: () => undefined, end: resolve, close: () => resolve() });
    });
    stream.write(bytes);
    if (isLast) stream.end();
    await closed;
    stream.destroy();
  }

  test('the server port closes on first bytes that it does not serve', async () => {
    for (const firstByte of [0x00, 0x01, 0x02, 0x04, 0x05, 0x06, 0x08, 0x09, 0x47, 0xff]) {
      await exchange(SERVER_PORT, Uint8Array.of(firstByte), randomBytes(300));
    }
    await expectToServe();
  });

  test('the server port closes on a hello that is none', async () => {
    const oversized = Uint8Array.of(HELLO_BYTE, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f);
    await exchange(SERVER_PORT, oversized);
    for (let count = 0; count < 20; count += 1) {
      await exchange(SERVER_PORT, Uint8Array.of(HELLO_BYTE), randomBytes(500));
    }
    await expectToServe();
  });

  test('the server port closes on who says nothing, or half of something', async () => {
    const silent = await open(SERVER_PORT);
    const halting = await open(SERVER_PORT);
    halting.write(Uint8Array.of(HELLO_BYTE));
    await Promise.all([untilClosed(silent), untilClosed(halting)]);
    await expectToServe();
  });

  test('the server port closes on nonsense behind a good hello', async () => {
    const oversized = Uint8Array.of(0xff, 0xff, 0xff, 0xff);
    for (const protocol of ['rpc', 'raft']) {
      for (let count = 0; count < 10; count += 1) {
        // Half closed behind it, since some of it reads as the beginning of something larger.
        await untilRefused(protocol, randomBytes(500), { isLast: true });
      }
      await untilRefused(protocol, oversized, { isLast: false });
    }
    await expect(pool.open(peer, 'nonsense')).rejects.toMatchObject({ code: 'HANDSHAKE_FAILED' });
    await expectToServe();
  });

  test('calls that make no sense are answered with an error', async () => {
    await expect(pool.call(peer, 'nonsense', new Uint8Array(0))).rejects.toMatchObject({
      code: 'UNKNOWN_METHOD',
    });
    for (let count = 0; count < 50; count += 1) {
      await expect(pool.call(peer, REQUEST_METHOD, randomBytes(100))).rejects.toMatchObject({
        code: 'REMOTE',
      });
    }
    await expectToServe();
  });

  test('one source cannot hold all connections of the server port', async () => {
    const sockets = await Promise.all(Array.from({ length: 80 }, () => open(SERVER_PORT)));
    await Promise.all(sockets.map(untilClosed));
    await expectToServe();
  });

  test('the gossip port outlives datagrams and streams that are no gossip', async () => {
    await flood(LAN_PORT, randomMessages(1400));
    await flood(LAN_PORT, [new Uint8Array(0), randomBytes(60_000)]);
    // Each type of memberlist message, with nothing sensible behind it.
    for (let type = 0; type <= 20; type += 1) {
      const message = Buffer.concat([Uint8Array.of(type), randomBytes(64)]);
      await flood(LAN_PORT, [message]);
      const socket = await open(LAN_PORT);
      socket.end(message);
      await untilClosed(socket);
    }
    const halting = await open(LAN_PORT);
    // A state exchange that announces four thousand million members, and then silence.
    halting.write(
      Uint8Array.of(6, 0x83, 0xa5, 0x4e, 0x6f, 0x64, 0x65, 0x73, 0xce, 0xff, 0xff, 0xff),
    );
    const endless = await open(LAN_PORT);
    for (let count = 0; count < 32 && endless.writable; count += 1) {
      endless.write(Buffer.alloc(1024 * 1024, 6));
    }
    await expectToServe();
    halting.destroy();
    endless.destroy();
  });

  test('the DNS port outlives messages that are no questions', async () => {
    await flood(DNS_PORT, randomMessages(600));
    await flood(DNS_PORT, [new Uint8Array(0), randomBytes(60_000)]);
    const header = Uint8Array.of(0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    const loop = Buffer.concat([header, Uint8Array.of(0xc0, 12, 0, 1, 0, 1)]);
    const manyQuestions = Buffer.concat([header.subarray(0, 4), Buffer.alloc(8, 0xff)]);
    await flood(DNS_PORT, [header, loop, manyQuestions]);
    for (const message of randomMessages(300).slice(0, 20)) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(message.length);
      const socket = await open(DNS_PORT);
      socket.end(Buffer.concat([length, message]));
      await untilClosed(socket);
    }
    const halting = await open(DNS_PORT);
    halting.write(Buffer.concat([Uint8Array.of(0xff, 0xff), header]));
    const silent = await open(DNS_PORT);
    await expectToServe();
    halting.destroy();
    silent.destroy();
  });

  test('a newcomer still finds everything as it should be', async () => {
    const newcomer = cluster.client('127.0.3.143', [server]);
    await newcomer.start();
    await leaderKnownBy(newcomer);
    await eventually(async () => {
      const members = await server.get<{ Name: string; Status: number }[]>('/v1/agent/members');
      expect(members.map(({ Name, Status }) => [Name, Status]).sort()).toEqual([
        [newcomer.name, 1],
        [server.name, 1],
      ]);
    });
    expect(await newcomer.put('/v1/kv/newcomer', 'here')).toBe('true');
    await newcomer.kill();
  });
});

describe('a damaged log', () => {
  const keyOf = (count: number): string => `log/${String(count).padStart(2, '0')}`;

  /** The file that is written now, and where its used part ends. */
  async function lastSegment(): Promise<{ path: string; bytes: Buffer; end: number }> {
    const directory = join(server.dataDirectory, 'raft', 'wal');
    const names = (await readdir(directory)).filter((name) => name.endsWith('.wal')).sort();
    for (const name of names.reverse()) {
      const path = join(directory, name);
      const bytes = await readFile(path);
      const end = endOfUse(bytes);
      if (framesOf(bytes).length > 0) return { path, bytes, end };
    }
    throw new Error(`no used segment in ${directory}`);
  }

  function endOfUse(bytes: Uint8Array): number {
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === 0) end -= 1;
    return end;
  }

  function framesOf(bytes: Buffer): number[] {
    const frames: number[] = [];
    for (let at = bytes.indexOf('KFRM'); at !== -1; at = bytes.indexOf('KFRM', at + 1)) {
      frames.push(at);
    }
    return frames;
  }

  test('whose end was torn off is repaired, and that is said', async () => {
    for (let count = 0; count < WRITE_COUNT; count += 1) {
      await server.put(`/v1/kv/${keyOf(count)}`, 'x');
    }
    await server.kill();
    const { path, end } = await lastSegment();
    await truncate(path, end - TORN_BYTES);
    await server.start();
    await leaderKnownBy(server);
    expect(await server.log()).toContain('the end of the log was torn and has been cut');
    // At most the last batch is lost; it was never whole on this disk.
    const keys = await server.get<string[]>('/v1/kv/log/?keys');
    expect(keys.slice(0, WRITE_COUNT - 1)).toEqual(
      Array.from({ length: WRITE_COUNT - 1 }, (_, count) => keyOf(count)),
    );
    await expectToServe();
  });

  test('that is damaged in the middle is refused, left alone, and the way out is said', async () => {
    for (let count = 0; count < WRITE_COUNT; count += 1) {
      await server.put(`/v1/kv/${keyOf(count)}`, 'y');
    }
    await server.kill();
    const { path, bytes } = await lastSegment();
    const frames = framesOf(bytes);
    const middle = (frames[Math.floor(frames.length / 2)] ?? 0) + 30;
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 0xff, middle);
    await writeFile(path, bytes);
    await server.launch();
    await eventually(() => expect(server.isRunning).toBe(false));
    expect(await server.end('SIGTERM')).toBe(1);
    const log = await server.logTail();
    expect(log).toContain(path);
    expect(log).toMatch(/damaged at byte \d+/);
    expect(log).toContain('The log is left as it is. Remove this server from the group');
    expect(log).not.toMatch(/\n +at /);
    expect(bytes.equals(await readFile(path))).toBe(true);
  });
});
