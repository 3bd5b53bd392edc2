import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AgentProcess,
  clusterOfThisFile,
  eventually,
  leaderKnownBy,
} from './cluster-harness.js';

interface AreaMember {
  readonly Name: string;
  readonly Datacenter: string;
  readonly Status: string;
}

/** The ways in which a call to a datacenter that is gone may end, as the documentation lists them. */
const GONE =
  /No path to datacenter|Remote DC has no server currently reachable|failed to connect to "[\d.:]+": |connection .*closed/;
/** A dial to a dead loopback address is refused at once; this only separates that from hanging. */
const ANSWER_WITHIN_MS = 12_000;
const CALLS_WHILE_GONE = 20;

const cluster = await clusterOfThisFile();
const here = cluster.servers(['127.0.3.131']);
const there = cluster.servers(['127.0.3.134', '127.0.3.135', '127.0.3.136'], { datacenter: 'dc2' });
const [server] = here as [AgentProcess];
const [remote] = there as [AgentProcess, AgentProcess, AgentProcess];
const client = cluster.client('127.0.3.132', here);

beforeAll(async () => {
  await Promise.all(cluster.agents.map((agent) => agent.start()));
  await Promise.all([leaderKnownBy(client), leaderKnownBy(remote)]);
}, 60_000);

/** Waits until a value written over there is read from here. */
async function expectPath(asked: AgentProcess, value: string): Promise<void> {
  await eventually(async () => {
    expect(await asked.put('/v1/kv/across?dc=dc2', value)).toBe('true');
    expect((await asked.http('/v1/kv/across?dc=dc2&raw')).text).toBe(value);
  });
  expect((await remote.http('/v1/kv/across?raw')).text).toBe(value);
}

describe('two datacenters with a network area between them', () => {
  test('without an area there is no path', async () => {
    const answer = await client.http('/v1/kv/across?dc=dc2');
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('No path to datacenter');
  });

  test('an area made on both sides is a path', async () => {
    const made = await server.command(
      ...['operator', 'area', 'create', '-peer-datacenter=dc2', `-retry-join=${remote.host}`],
    );
    expect(made).toMatchObject({ exitCode: 0, stderr: '' });
    expect(made.stdout).toMatch(/^Created area "[0-9a-f-]{36}" with peer datacenter "dc2"!\n$/);
    const { status, text } = await remote.http('/v1/operator/area', {
      method: 'POST',
      body: JSON.stringify({ PeerDatacenter: 'dc1', RetryJoin: [server.host] }),
    });
    expect({ status, text }).toMatchObject({ status: 200 });
    await expectPath(client, 'first');
    await expectPath(server, 'second');
    const [area] = await server.get<{ ID: string }[]>('/v1/operator/area');
    await eventually(async () => {
      const members = await server.get<AreaMember[]>(`/v1/operator/area/${area?.ID}/members`);
      const alive = members.filter(({ Status }) => Status === 'alive').map(({ Name }) => Name);
      expect(alive.sort()).toEqual(
        [
          ...here.map(({ name }) => `${name}.dc1`),
          ...there.map(({ name }) => `${name}.dc2`),
        ].sort(),
      );
    });
    expect(await client.get('/v1/catalog/datacenters')).toEqual(['dc1', 'dc2']);
  });

  test('while all of the other side is dead, calls to it end and this side is untouched', async () => {
    await Promise.all(there.map((agent) => agent.kill()));
    for (let count = 0; count < CALLS_WHILE_GONE; count += 1) {
      const asked = count % 2 === 0 ? client : server;
      const [failed] = await Promise.all([
        asked.http('/v1/kv/across?dc=dc2', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }),
        client.put(`/v1/kv/local-${count}`, String(count)),
      ]);
      expect(failed.status).toBe(500);
      expect(failed.text).toMatch(GONE);
      const { status, text } = await client.http(`/v1/kv/local-${count}?raw&consistent`);
      expect({ status, text }).toEqual({ status: 200, text: String(count) });
    }
    const lost = await client.http('/v1/kv/across?dc=dc2', { method: 'PUT', body: 'lost' });
    expect(lost.status).toBe(500);
    expect(lost.text).toMatch(GONE);
    expect(await client.get<unknown[]>('/v1/catalog/nodes')).toHaveLength(2);
  });

  test('everything heals when the other side returns', async () => {
    await Promise.all(there.map((agent) => agent.start()));
    await leaderKnownBy(remote);
    await eventually(async () => {
      expect((await client.http('/v1/kv/across?dc=dc2&raw')).text).toBe('second');
    });
    await expectPath(client, 'third');
    await eventually(async () => {
      const { status, text } = await remote.http('/v1/kv/local-0?dc=dc1&raw');
      expect({ status, text }).toEqual({ status: 200, text: '0' });
    });
  });
});
