import type { TlsMaterial } from '@konsul/rpc';
import { createSwim, type Swim } from '@konsul/swim';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Authority, createAuthority } from '../../../tools/certificate-authority.js';
import { type AreaServer, Servers } from './area.js';

const servers = new Servers();
afterEach(() => servers.close());

let authority: Authority;

beforeAll(async () => {
  authority = await createAuthority('Area CA');
});

async function startMember(server: AreaServer, name: string): Promise<Swim> {
  const member = createSwim({
    name,
    profile: 'local',
    tuning: { probeIntervalMs: 200, probeTimeoutMs: 100 },
    transport: server.transport,
    bind: server.endpoint,
  });
  await member.start();
  servers.onClose(() => member.stop());
  return member;
}

function happens(member: Swim, event: 'member-joined' | 'member-left' | 'member-failed') {
  return new Promise<string>((resolve) => member.once(event, ({ name }) => resolve(name)));
}

describe.each([
  { name: 'in clear', isTls: false, capabilities: undefined },
  { name: 'with TLS', isTls: true, capabilities: undefined },
  { name: 'with a peer that keeps no connections', isTls: false, capabilities: [] as string[] },
])('gossip over an area, $name', ({ isTls, capabilities }) => {
  async function material(datacenter: string): Promise<{ tls?: TlsMaterial }> {
    if (!isTls) return {};
    return { tls: await authority.issue({ dnsName: `server.${datacenter}.consul` }) };
  }

  test('two datacenters join, see each other and one leaves', async () => {
    const left = await servers.start({
      datacenter: 'dc1',
      peerDatacenter: 'dc2',
      ...(await material('dc1')),
    });
    const right = await servers.start({
      datacenter: 'dc2',
      peerDatacenter: 'dc1',
      ...(await material('dc2')),
      ...(capabilities === undefined ? {} : { capabilities }),
    });
    const alpha = await startMember(left, 'alpha.dc1');
    const beta = await startMember(right, 'beta.dc2');
    const seen = happens(beta, 'member-joined');
    const { host, port } = right.endpoint;
    const { contactedCount } = await alpha.join([`beta.dc2/${host}:${port}`]);
    expect(contactedCount).toBe(1);
    expect(await seen).toBe('alpha.dc1');
    expect(await alpha.ping('beta.dc2')).toBeGreaterThan(0);
    const received = new Promise<string>((resolve) =>
      beta.once('user-message', (payload) => resolve(Buffer.from(payload).toString())),
    );
    alpha.send('beta.dc2', Buffer.from('hello over the area'));
    expect(await received).toBe('hello over the area');
    const left_ = happens(beta, 'member-left');
    await alpha.leave();
    expect(await left_).toBe('alpha.dc1');
  });
});

test('a server that dies is found out by the other datacenter', async () => {
  const left = await servers.start({ datacenter: 'dc1', peerDatacenter: 'dc2' });
  const right = await servers.start({ datacenter: 'dc2', peerDatacenter: 'dc1' });
  const alpha = await startMember(left, 'alpha.dc1');
  const beta = await startMember(right, 'beta.dc2');
  const { host, port } = right.endpoint;
  await alpha.join([`beta.dc2/${host}:${port}`]);
  const failed = happens(alpha, 'member-failed');
  await beta.stop();
  await right.listener.close();
  expect(await failed).toBe('beta.dc2');
});
