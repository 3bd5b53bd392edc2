import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AgentProcess,
  clusterOfThisFile,
  eventually,
  leaderKnownBy,
  SERVER_PORT,
} from './cluster-harness.js';
import { askByDatagram, askByStream } from './dns-client.js';

interface Member {
  readonly Name: string;
  readonly Addr: string;
  readonly Status: number;
  readonly Tags: Readonly<Record<string, string>>;
}

interface ServiceHealth {
  readonly Node: { readonly Node: string };
  readonly Service: { readonly ID: string; readonly Port: number };
  readonly Checks: readonly { readonly CheckID: string; readonly Status: string }[];
}

interface NodeCheck {
  readonly CheckID: string;
  readonly Status: string;
}

const ALIVE = 1;
const UNRELATED_WRITE_COUNT = 5;

const cluster = await clusterOfThisFile();
const servers = cluster.servers(['127.0.3.111', '127.0.3.112', '127.0.3.113']);
const [first, second] = servers as [AgentProcess, AgentProcess, AgentProcess];
const client = cluster.client('127.0.3.114', servers);
const names = [...servers, client].map((agent) => agent.name).sort();

beforeAll(async () => {
  await Promise.all(cluster.agents.map((agent) => agent.start()));
  await leaderKnownBy(client);
}, 60_000);

/** The statuses of a service's checks, as `asked` sees them, by check. */
async function checksOf(asked: AgentProcess, service: string): Promise<Record<string, string>> {
  const instances = await asked.get<ServiceHealth[]>(`/v1/health/service/${service}`);
  return Object.fromEntries(
    instances.flatMap(({ Checks }) => Checks.map(({ CheckID, Status }) => [CheckID, Status])),
  );
}

describe('three servers and a client', () => {
  test('everybody sees everybody alive', async () => {
    for (const agent of cluster.agents) {
      await eventually(async () => {
        const members = await agent.get<Member[]>('/v1/agent/members');
        expect(members.map(({ Name }) => Name).sort()).toEqual(names);
        expect(members.every(({ Status }) => Status === ALIVE)).toBe(true);
      });
    }
    const table = await client.command('members');
    expect(table.exitCode).toBe(0);
    expect(table.stdout).toMatch(/^Node +Address +Status +Type +Build/);
    expect(table.stdout.match(/ alive +server /g)).toHaveLength(3);
    expect(table.stdout.match(/ alive +client /g)).toHaveLength(1);
  });

  test('all three servers vote and agree on who leads', async () => {
    const leaders = await Promise.all(servers.map((server) => leaderKnownBy(server)));
    expect(new Set(leaders).size).toBe(1);
    const peers = await client.get<string[]>('/v1/status/peers');
    expect([...peers].sort()).toEqual(servers.map(({ host }) => `${host}:${SERVER_PORT}`));
    const { Servers } = await client.get<{
      Servers: readonly { readonly Node: string; readonly Voter: boolean; Leader: boolean }[];
    }>('/v1/operator/raft/configuration');
    expect(Servers.filter(({ Voter }) => Voter)).toHaveLength(3);
    expect(Servers.filter(({ Leader }) => Leader)).toHaveLength(1);
  });

  test('what the client agent writes, every server reads', async () => {
    expect(await client.put('/v1/kv/app/mode?flags=42', 'blue')).toBe('true');
    for (const agent of cluster.agents) {
      const { text } = await agent.http('/v1/kv/app/mode?raw&consistent');
      expect(text).toBe('blue');
    }
    const [entry] =
      await second.get<{ Value: string; Flags: number; ModifyIndex: number }[]>('/v1/kv/app/mode');
    expect(entry).toMatchObject({ Value: 'Ymx1ZQ==', Flags: 42 });
    expect(await second.put(`/v1/kv/app/mode?cas=${entry?.ModifyIndex}`, 'green')).toBe('true');
    expect(await first.put(`/v1/kv/app/mode?cas=${entry?.ModifyIndex}`, 'red')).toBe('false');
    expect(await client.get('/v1/kv/app/?keys')).toEqual(['app/mode']);
    await client.http('/v1/kv/app?recurse', { method: 'DELETE' });
    const { status, text, headers } = await client.http('/v1/kv/app/mode');
    expect({ status, text }).toEqual({ status: 404, text: '' });
    expect(Number(headers.get('x-consul-index'))).toBeGreaterThan(0);
    expect(headers.get('x-consul-knownleader')).toBe('true');
  });

  test('the catalogue lists the machines and the servers among them', async () => {
    await eventually(async () => {
      const nodes = await client.get<{ Node: string }[]>('/v1/catalog/nodes');
      expect(nodes.map(({ Node }) => Node)).toEqual(names);
      const instances = await client.get<{ Node: string; ServicePort: number }[]>(
        '/v1/catalog/service/consul',
      );
      expect(instances.map(({ Node }) => Node).sort()).toEqual(servers.map(({ name }) => name));
      expect(instances.every(({ ServicePort }) => ServicePort === SERVER_PORT)).toBe(true);
    });
    expect(await client.get('/v1/catalog/datacenters')).toEqual(['dc1']);
    expect(await client.get('/v1/catalog/service/nothing')).toEqual([]);
    expect(await client.get('/v1/catalog/node/nobody')).toBeNull();
  });

  test('every machine passes the check that gossip keeps', async () => {
    await eventually(async () => {
      for (const name of names) {
        const checks = await client.get<NodeCheck[]>(`/v1/health/node/${name}`);
        expect(checks).toContainEqual(
          expect.objectContaining({ CheckID: 'serfHealth', Status: 'passing' }),
        );
      }
    });
  });

  test('a registered service is critical until its TTL check is told otherwise', async () => {
    await client.put('/v1/agent/service/register', {
      Name: 'web',
      Port: 8080,
      Tags: ['v1'],
      Check: { TTL: '10m' },
    });
    await eventually(async () =>
      expect(await checksOf(second, 'web')).toMatchObject({ 'service:web': 'critical' }),
    );
    expect(await second.get('/v1/health/service/web?passing')).toEqual([]);
    await client.put('/v1/agent/check/pass/service:web?note=fine');
    await eventually(async () =>
      expect(await checksOf(second, 'web')).toMatchObject({ 'service:web': 'passing' }),
    );
    await eventually(async () => {
      const passing = await second.get<ServiceHealth[]>('/v1/health/service/web?passing&tag=v1');
      expect(passing).toMatchObject([
        { Node: { Node: client.name }, Service: { ID: 'web', Port: 8080 } },
      ]);
    });
  });

  test('DNS answers for the service, with and without the datacenter in the name', async () => {
    for (const { host } of [client, first]) {
      for (const name of ['web.service.consul', 'web.service.dc1.consul', '_web._tcp.dc1.consul']) {
        for (const ask of [askByDatagram, askByStream]) {
          const reply = await eventually(async () => {
            const answer = await ask({ host, name, type: 'SRV' });
            expect(answer.answers).toHaveLength(1);
            return answer;
          });
          expect(reply.answers).toMatchObject([
            { data: { port: 8080, target: `${client.name}.node.dc1.consul` } },
          ]);
          expect(reply.additionals).toContainEqual(
            expect.objectContaining({ type: 'A', data: client.host }),
          );
        }
      }
    }
    const elsewhere = await askByDatagram({
      host: client.host,
      name: 'web.service.dc9.consul',
      type: 'SRV',
    });
    expect(elsewhere).toMatchObject({ rcode: 'NXDOMAIN', answers: [] });
  });

  test('a blocking query wakes when its key changes, and not for another key', async () => {
    await client.put('/v1/kv/watched', 'one');
    const before = await client.http('/v1/kv/watched');
    const index = before.headers.get('x-consul-index');
    const waiting = client.http(`/v1/kv/watched?raw&index=${index}&wait=30s`);
    for (let count = 0; count < UNRELATED_WRITE_COUNT; count += 1) {
      await first.put(`/v1/kv/unrelated-${count}`, 'x');
    }
    await second.put('/v1/kv/watched', 'two');
    const { text, headers } = await waiting;
    // Woken by any of the writes before, it would have answered with what there was then.
    expect(text).toBe('two');
    expect(Number(headers.get('x-consul-index'))).toBeGreaterThan(Number(index));
  });

  test('a blocking query whose time is over answers with what there is', async () => {
    const index = (await client.http('/v1/kv/watched')).headers.get('x-consul-index');
    const { status, text, headers } = await client.http(
      `/v1/kv/watched?raw&index=${index}&wait=200ms`,
    );
    expect({ status, text }).toEqual({ status: 200, text: 'two' });
    expect(headers.get('x-consul-index')).toBe(index);
  });

  test('when a machine dies, its service is out of every answer', async () => {
    await client.kill();
    await eventually(async () => {
      const checks = await second.get<NodeCheck[]>(`/v1/health/node/${client.name}`);
      expect(checks).toContainEqual(
        expect.objectContaining({ CheckID: 'serfHealth', Status: 'critical' }),
      );
      expect(await first.get('/v1/health/service/web?passing')).toEqual([]);
      const reply = await askByDatagram({
        host: first.host,
        name: 'web.service.consul',
        type: 'SRV',
      });
      expect(reply).toMatchObject({ rcode: 'NXDOMAIN', answers: [] });
    });
  });

  test('a machine that comes back is in every answer again', async () => {
    await client.start();
    await eventually(async () => {
      const checks = await second.get<NodeCheck[]>(`/v1/health/node/${client.name}`);
      expect(checks).toContainEqual(
        expect.objectContaining({ CheckID: 'serfHealth', Status: 'passing' }),
      );
      // The definition is on its disk.
      expect(Object.keys(await client.get<object>('/v1/agent/services'))).toEqual(['web']);
    });
  });
});
