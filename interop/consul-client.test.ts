import Consul from 'consul';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  clusterOfThisFile,
  eventually,
  HTTP_PORT,
  leaderKnownBy,
  SERVER_PORT,
} from '../packages/agent/test/cluster/cluster-harness.js';

// The client that most Node services have, against an agent as developers run it.
const cluster = await clusterOfThisFile();
const agent = cluster.agent({ name: 'dev', host: '127.0.3.161', flags: ['-dev'] });
const consul = new Consul({ host: agent.host, port: HTTP_PORT });

beforeAll(async () => {
  await agent.start();
  await leaderKnownBy(agent);
}, 60_000);

/** What of a service's health is looked at. */
interface ServiceHealth {
  readonly Service: { readonly ID: string; readonly Port: number };
}

describe('the npm package consul', () => {
  test('kv: set, get, flags, keys, recurse, del', async () => {
    expect(await consul.kv.set('shop/colour', 'blue')).toBe(true);
    expect(await consul.kv.set({ key: 'shop/size', value: 'Grüße', flags: 42 })).toBe(true);
    expect(await consul.kv.get('shop/size')).toMatchObject({
      Key: 'shop/size',
      Value: 'Grüße',
      Flags: 42,
      LockIndex: 0,
    });
    expect(await consul.kv.keys('shop/')).toEqual(['shop/colour', 'shop/size']);
    const all = (await consul.kv.get({ key: 'shop/', recurse: true })) as { Key: string }[];
    expect(all.map(({ Key }) => Key)).toEqual(['shop/colour', 'shop/size']);
    expect(await consul.kv.del('shop/colour')).toBe(true);
    expect(await consul.kv.get('shop/colour')).toBeUndefined();
    expect(await consul.kv.del({ key: 'shop/', recurse: true })).toBe(true);
    await expect(consul.kv.keys('shop/')).rejects.toMatchObject({ statusCode: 404 });
  });

  test('kv: check-and-set lets one of two writers win', async () => {
    expect(await consul.kv.set({ key: 'counter', value: '1', cas: 0 })).toBe(true);
    // Where the agent says false, this client gives undefined.
    expect(await consul.kv.set({ key: 'counter', value: '1', cas: 0 })).toBeFalsy();
    const index = (await consul.kv.get('counter'))?.ModifyIndex ?? 0;
    expect(await consul.kv.set({ key: 'counter', value: '2', cas: index })).toBe(true);
    expect(await consul.kv.set({ key: 'counter', value: '3', cas: index })).toBeFalsy();
    expect(await consul.kv.del({ key: 'counter', cas: index })).toBeFalsy();
    expect(await consul.kv.get('counter')).toMatchObject({ Value: '2' });
  });

  test('kv: bytes come back as they were', async () => {
    const value = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    await consul.kv.set('bytes', value);
    expect(await consul.kv.get({ key: 'bytes', raw: true })).toEqual(value);
  });

  test('agent: a service comes and goes', async () => {
    await consul.agent.service.register({
      name: 'web',
      id: 'web-1',
      tags: ['v1'],
      port: 8080,
      meta: { team: 'shop' },
      check: { name: 'alive', ttl: '10m', timeout: '1s', status: 'passing' },
    });
    expect(await consul.agent.services()).toMatchObject({
      'web-1': { Service: 'web', Port: 8080, Tags: ['v1'], Meta: { team: 'shop' } },
    });
    await eventually(async () => {
      const passing: ServiceHealth[] = await consul.health.service({
        service: 'web',
        passing: true,
      });
      expect(passing).toMatchObject([{ Service: { ID: 'web-1', Port: 8080 } }]);
    });
    expect(await consul.agent.members()).toMatchObject([{ Name: 'dev', Status: 1 }]);
    expect(await consul.agent.self()).toMatchObject({
      Config: { NodeName: 'dev', Datacenter: 'dc1' },
    });
    await consul.agent.service.deregister('web-1');
    await eventually(async () => expect(await consul.health.service('web')).toEqual([]));
    expect(await consul.agent.services()).toEqual({});
  });

  test('agent: a TTL check follows what it is told', async () => {
    await consul.agent.check.register({ name: 'disk', ttl: '10m', timeout: '1s' });
    const status = async (): Promise<string | undefined> =>
      (await consul.agent.checks())['disk']?.Status;
    expect(await status()).toBe('critical');
    await consul.agent.check.pass('disk');
    expect(await status()).toBe('passing');
    await consul.agent.check.warn({ id: 'disk', note: 'filling' });
    expect(await consul.agent.checks()).toMatchObject({
      disk: { Status: 'warning', Output: 'filling' },
    });
    await eventually(async () => {
      const warnings = await consul.health.state('warning');
      expect(warnings.map(({ CheckID }) => CheckID)).toEqual(['disk']);
    });
    await consul.agent.check.deregister('disk');
    expect(await consul.agent.checks()).toEqual({});
  });

  test('catalog: register, list, deregister', async () => {
    await consul.catalog.register({
      node: 'printer',
      address: '10.1.2.3',
      service: { id: 'ipp', service: 'ipp', port: 631, tags: ['colour'] },
      check: { node: 'printer', name: 'paper', checkid: 'paper', status: 'passing' },
    });
    expect(await consul.catalog.datacenters()).toEqual(['dc1']);
    // The definitions say that an argument is needed; the program does not.
    const nodes: { Node: string }[] = await consul.catalog.node.list();
    expect(nodes.map(({ Node }) => Node)).toEqual(['dev', 'printer']);
    expect(await consul.catalog.services()).toEqual({ consul: [], ipp: ['colour'] });
    expect(await consul.catalog.service.nodes('ipp')).toMatchObject([
      { Node: 'printer', Address: '10.1.2.3', ServicePort: 631 },
    ]);
    expect(await consul.health.node('printer')).toMatchObject([{ CheckID: 'paper' }]);
    await consul.catalog.deregister({ node: 'printer' });
    expect(await consul.catalog.service.nodes('ipp')).toEqual([]);
  });

  test('health: the checks of a node', async () => {
    await eventually(async () => {
      expect(await consul.health.node('dev')).toMatchObject([
        { CheckID: 'serfHealth', Status: 'passing' },
      ]);
    });
  });

  test('status: leader and peers', async () => {
    const address = `${agent.host}:${SERVER_PORT}`;
    expect(await consul.status.leader()).toBe(address);
    expect(await consul.status.peers()).toEqual([address]);
  });

  test('a watch fires for each change of its key, and for no other', async () => {
    await consul.kv.set('watched', 'one');
    const watch = consul.watch({ method: consul.kv.get, options: { key: 'watched' } });
    const seen: string[] = [];
    const errors: unknown[] = [];
    watch.on('change', (entry: { Value: string }) => seen.push(entry.Value));
    watch.on('error', (error: unknown) => errors.push(error));
    try {
      await eventually(() => expect(seen).toEqual(['one']));
      await consul.kv.set('unwatched', 'x');
      await consul.kv.set('watched', 'two');
      await eventually(() => expect(seen).toEqual(['one', 'two']));
      await consul.kv.set('watched', 'three');
      await eventually(() => expect(seen).toEqual(['one', 'two', 'three']));
      expect(errors).toEqual([]);
    } finally {
      watch.end();
    }
  });

  test('errors carry what the agent said', async () => {
    await expect(consul.kv.get({ key: 'x', dc: 'dc9' })).rejects.toMatchObject({
      statusCode: 500,
      message: expect.stringContaining('No path to datacenter'),
    });
    await expect(consul.agent.service.deregister('nobody')).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});
