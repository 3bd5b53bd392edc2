import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionPool, createConnectionPool } from '@konsul/rpc';
import { createSystemRng, silentLogger, silentMetrics, systemClock } from '@konsul/runtime';
import { afterEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../src/config/load-config.js';
import { type DataDirectory, openDataDirectory } from '../src/data-directory.js';
import { allEndpoints } from '../src/endpoints/all.js';
import { areaApply } from '../src/endpoints/areas.js';
import { catalogListNodes } from '../src/endpoints/catalog.js';
import { kvApply, kvGet } from '../src/endpoints/kv.js';
import {
  areaJoin,
  areaMembers,
  catalogDatacenters,
  operatorRaftConfiguration,
} from '../src/endpoints/server.js';
import type { PoolContext } from '../src/gossip/pools.js';
import { pingServer } from '../src/request/ping.js';
import { RequestPath } from '../src/request/request-path.js';
import { createRouter, Server } from '../src/server/server.js';

/** A server of an agent without its surfaces. */
interface Node {
  readonly name: string;
  readonly server: Server;
  readonly requests: RequestPath;
  stop(): Promise<void>;
}

const nodes: Node[] = [];
const directories: string[] = [];

afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.stop()));
  await Promise.all(
    directories.splice(0).map((path) => rm(path, { recursive: true, force: true })),
  );
});

async function startNode(options: {
  readonly host: string;
  readonly datacenter: string;
  readonly expect: number;
  readonly directory?: string;
}): Promise<Node> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'konsul-servers-')));
  if (options.directory === undefined) directories.push(directory);
  const name = `node-${options.host.split('.')[3]}`;
  const path = join(directory, 'data');
  const config = await loadConfig({
    flags: new Map([
      ['server', ['true']],
      ['bootstrap-expect', [String(options.expect)]],
      ['datacenter', [options.datacenter]],
      ['node', [name]],
      ['bind', [options.host]],
      ['client', [options.host]],
      ['data-dir', [path]],
    ]),
    hcl: ['ports { serf_wan = -1 }'],
  });
  const dataDirectory: DataDirectory = await openDataDirectory({
    path,
    datacenter: config.datacenter,
    nodeName: config.nodeName,
    isServer: true,
    nodeId: undefined,
  });
  const context: PoolContext = {
    config,
    nodeId: dataDirectory.nodeId,
    clock: systemClock,
    rng: createSystemRng(),
    logger: silentLogger,
    metrics: silentMetrics,
  };
  const connections: ConnectionPool = createConnectionPool({
    identity: { datacenter: config.datacenter, nodeName: name, nodeId: dataDirectory.nodeId },
  });
  const router = createRouter(context, (server) =>
    pingServer(connections, server, { usesTls: false }),
  );
  const server = new Server({ context, connections, router, tls: undefined, dataDirectory });
  const requests = new RequestPath({
    datacenter: config.datacenter,
    endpoints: allEndpoints,
    router,
    pool: connections,
    role: server.role,
    holdTimeoutMs: 7000,
    callTimeoutMs: 60_000,
    usesTls: false,
    clock: systemClock,
    rng: context.rng,
  });
  await server.start(requests);
  const node: Node = {
    name,
    server,
    requests,
    async stop() {
      await server.stop();
      router.stop();
      await connections.close();
      await dataDirectory.release();
    },
  };
  nodes.push(node);
  return node;
}

async function startDatacenter(datacenter: string, hosts: readonly string[]): Promise<Node[]> {
  const started: Node[] = [];
  for (const host of hosts)
    started.push(await startNode({ host, datacenter, expect: hosts.length }));
  for (const node of started.slice(1)) await node.server.lan.join([`${hosts[0]}:8301`]);
  return started;
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const put = (key: string, value: string): Parameters<typeof kvApply.command>[0] => ({
  type: 'kv-set',
  key,
  value: text(value),
  flags: 0n,
});

describe('servers of one datacenter', () => {
  test('found a cluster together, replicate, and stand in the catalogue', async () => {
    const [a, b, c] = await startDatacenter('dc1', ['127.0.5.1', '127.0.5.2', '127.0.5.3']);
    if (a === undefined || b === undefined || c === undefined)
      throw new Error('three were started');
    expect(await a.requests.write(kvApply, put('k', 'v'))).toBe(true);
    for (const node of [a, b, c]) {
      const { value } = await node.requests.read(
        kvGet,
        { key: 'k' },
        { consistency: 'consistent' },
      );
      expect(value?.value).toEqual(text('v'));
    }
    const { servers } = await b.requests.serve(operatorRaftConfiguration, {});
    expect(servers.map(({ node }) => node).sort()).toEqual(['node-1', 'node-2', 'node-3']);
    expect(servers.filter(({ isLeader }) => isLeader)).toHaveLength(1);
    await expect
      .poll(
        async () =>
          (await c.requests.read(catalogListNodes, { nodeMeta: {}, near: '' })).value.length,
        { timeout: 10_000 },
      )
      .toBe(3);
  });

  test('a server that is stopped and started again has everything', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'konsul-servers-'));
    directories.push(directory);
    const options = { host: '127.0.5.9', datacenter: 'dc1', expect: 1, directory };
    const first = await startNode(options);
    for (let index = 0; index < 50; index += 1)
      await first.requests.write(kvApply, put(`k${index}`, `v${index}`));
    nodes.splice(nodes.indexOf(first), 1);
    await first.stop();
    const second = await startNode(options);
    const { value } = await second.requests.read(kvGet, { key: 'k49' });
    expect(value?.value).toEqual(text('v49'));
  });
});

describe('two clusters whose datacenters have one name', () => {
  test('stay apart, whoever is told to join whom', async () => {
    const [a] = await startDatacenter('dc1', ['127.0.5.21']);
    const [b] = await startDatacenter('dc1', ['127.0.5.22']);
    if (a === undefined || b === undefined) throw new Error('two were started');
    await a.requests.write(kvApply, put('ours', 'a'));
    await b.requests.write(kvApply, put('theirs', 'b'));
    await expect(a.server.lan.join(['127.0.5.22:8301'])).rejects.toThrow('another cluster');
    await expect(b.server.lan.join(['127.0.5.21:8301'])).rejects.toThrow('another cluster');
    for (const node of [a, b]) {
      expect(node.server.lan.members().map(({ name }) => name)).toEqual([node.name]);
      expect(node.server.group.raft.configuration().voters).toHaveLength(1);
    }
    expect((await b.requests.read(kvGet, { key: 'ours' })).value).toBeUndefined();
  });

  test("keep out a server with the other cluster's data; one without data is taken in and remembers", async () => {
    const [a] = await startDatacenter('dc1', ['127.0.5.23']);
    const directory = await mkdtemp(join(tmpdir(), 'konsul-servers-'));
    directories.push(directory);
    const newcomer = { host: '127.0.5.24', datacenter: 'dc1', expect: 3, directory };
    const first = await startNode(newcomer);
    await first.server.lan.join(['127.0.5.23:8301']);
    await expect
      .poll(() => a?.server.group.raft.configuration().voters.length, { timeout: 10_000 })
      .toBe(2);
    await first.server.leave();
    nodes.splice(nodes.indexOf(first), 1);
    await first.stop();

    await startDatacenter('dc1', ['127.0.5.25']);
    const second = await startNode(newcomer);
    await expect(second.server.lan.join(['127.0.5.25:8301'])).rejects.toThrow('another cluster');
  });
});

describe('two datacenters', () => {
  test('meet in a network area and answer for each other', async () => {
    const [a] = await startDatacenter('dc1', ['127.0.5.11']);
    const [b] = await startDatacenter('dc2', ['127.0.5.12']);
    if (a === undefined || b === undefined) throw new Error('two were started');
    await a.requests.write(areaApply, {
      type: 'area-create',
      datacenter: 'dc1',
      id: 'area-a',
      peerDatacenter: 'dc2',
      retryJoin: [],
      useTls: false,
    });
    await b.requests.write(areaApply, {
      type: 'area-create',
      datacenter: 'dc2',
      id: 'area-b',
      peerDatacenter: 'dc1',
      retryJoin: [],
      useTls: false,
    });
    await expect
      .poll(
        async () => {
          const results = await a.requests
            .serve(areaJoin, { areaId: 'area-a', addresses: ['127.0.5.12'] })
            .catch(() => []);
          return results.map(({ isJoined }) => isJoined);
        },
        { timeout: 10_000 },
      )
      .toEqual([true]);
    const members = await a.requests.serve(areaMembers, { areaId: 'area-a' });
    expect(members.map(({ name }) => name).sort()).toEqual(['node-11.dc1', 'node-12.dc2']);
    expect(await a.requests.serve(catalogDatacenters, {})).toEqual(['dc1', 'dc2']);
    await a.requests.write(kvApply, put('hello', 'world'), { datacenter: 'dc2' });
    expect((await b.requests.read(kvGet, { key: 'hello' })).value?.value).toEqual(text('world'));
    expect((await a.requests.read(kvGet, { key: 'hello' })).value).toBeUndefined();
    expect(
      (await a.requests.read(kvGet, { key: 'hello' }, { datacenter: 'dc2' })).value?.value,
    ).toEqual(text('world'));
  });
});
