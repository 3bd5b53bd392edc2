import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RequestError } from '../../src/request/request-error.js';
import { HttpHarness, parse, until } from './http-harness.js';

let api: HttpHarness;

beforeEach(async () => {
  api = await new HttpHarness().start();
});

afterEach(() => api.stop());

describe('status', () => {
  test('is answered by the servers, also of another datacenter, without an index', async () => {
    api.gateway.served.set('Status.Leader', () => '10.0.0.1:8300');
    api.gateway.served.set('Status.Peers', () => ['10.0.0.1:8300', '10.0.0.2:8300']);
    const leader = await api.get('/v1/status/leader?dc=dc2');
    expect(leader.body).toBe('"10.0.0.1:8300"');
    expect(leader.headers).not.toHaveProperty('X-Consul-Index');
    expect(api.gateway.lastOptions.datacenter).toBe('dc2');
    expect(parse(await api.get('/v1/status/peers'))).toEqual(['10.0.0.1:8300', '10.0.0.2:8300']);
  });

  test('no leader is an empty text', async () => {
    api.gateway.served.set('Status.Leader', () => '');
    expect(await api.get('/v1/status/leader')).toMatchObject({ status: 200, body: '""' });
  });
});

describe('the Raft group', () => {
  test('is listed', async () => {
    const server = { id: 'a', node: 'n1', address: '10.0.0.1:8300', isLeader: true, isVoter: true };
    api.gateway.served.set('Operator.RaftConfiguration', () => ({ servers: [server], index: 7 }));
    expect(parse(await api.get('/v1/operator/raft/configuration'))).toEqual({
      Servers: [
        {
          ID: 'a',
          Node: 'n1',
          Address: '10.0.0.1:8300',
          Leader: true,
          ProtocolVersion: '3',
          Voter: true,
        },
      ],
      Index: 7,
    });
  });

  test('loses a peer by its id or its address, but not by both or none', async () => {
    const removed: unknown[] = [];
    api.gateway.served.set('Operator.RaftRemovePeer', (peer: unknown) => {
      removed.push(peer);
      return {};
    });
    const remove = (query: string): Promise<unknown> =>
      api.send('DELETE', `/v1/operator/raft/peer${query}`);
    expect(await remove('')).toMatchObject({
      status: 400,
      body: "Must specify either ?id with the server's ID or ?address with IP:port of peer to remove",
    });
    expect(await remove('?id=a&address=b')).toMatchObject({
      status: 400,
      body: 'Must specify only one of ?id or ?address',
    });
    expect(await remove('?id=a')).toMatchObject({ status: 200, body: '' });
    expect(await remove('?address=10.0.0.1:8300')).toMatchObject({ status: 200, body: '' });
    expect(removed).toEqual([
      { id: 'a', address: '' },
      { id: '', address: '10.0.0.1:8300' },
    ]);
  });

  test('an unknown peer is told of', async () => {
    const detail = 'address "x" was not found in the Raft configuration';
    api.gateway.served.set('Operator.RaftRemovePeer', () => {
      throw new RequestError('INTERNAL', detail);
    });
    expect(await api.send('DELETE', '/v1/operator/raft/peer?address=x')).toMatchObject({
      status: 500,
      body: detail,
    });
  });

  test('gets another leader', async () => {
    let chosen: unknown;
    api.gateway.served.set('Operator.RaftTransferLeader', (peer: unknown) => {
      chosen = peer;
      return {};
    });
    expect(await api.send('POST', '/v1/operator/raft/transfer-leader?id=b')).toMatchObject({
      status: 200,
      body: '{"Success":true}',
    });
    expect(chosen).toEqual({ id: 'b', address: '' });
  });
});

describe('network areas', () => {
  const create = async (body: object, query = ''): Promise<string> => {
    const answer = await api.send('POST', `/v1/operator/area${query}`, {
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    return (parse(answer) as { ID: string }).ID;
  };

  test('are created, shown, changed and deleted', async () => {
    const id = await create({ PeerDatacenter: 'dc2', RetryJoin: ['10.1.0.1'], UseTLS: false });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const area = { ID: id, PeerDatacenter: 'dc2', RetryJoin: ['10.1.0.1'], UseTLS: false };
    const listed = await api.get('/v1/operator/area');
    expect(parse(listed)).toEqual([area]);
    expect(listed.headers['X-Consul-Index']).toBe('1');
    expect(parse(await api.get(`/v1/operator/area/${id}`))).toEqual([area]);
    const changed = await api.put(`/v1/operator/area/${id}`, { UseTLS: true });
    expect(parse(changed)).toEqual({ ID: id });
    expect(parse(await api.get(`/v1/operator/area/${id}`))).toEqual([{ ...area, UseTLS: true }]);
    expect(await api.send('DELETE', `/v1/operator/area/${id}`)).toMatchObject({
      status: 200,
      body: '',
    });
    expect(await api.get('/v1/operator/area')).toMatchObject({ body: '[]' });
  });

  test('are created in the datacenter that is asked for', async () => {
    await create({ PeerDatacenter: 'dc1' }, '?dc=dc2');
    expect(parse(await api.get('/v1/operator/area?dc=dc2'))).toMatchObject([
      { PeerDatacenter: 'dc1', RetryJoin: [] },
    ]);
    expect(await api.get('/v1/operator/area')).toMatchObject({ body: '[]' });
  });

  test('there is one for each peer at most, and none with the own datacenter', async () => {
    await create({ PeerDatacenter: 'dc2' });
    const post = (body: object): Promise<{ status: number; body: string }> =>
      api.send('POST', '/v1/operator/area', { body: JSON.stringify(body) });
    const again = await post({ PeerDatacenter: 'dc2' });
    expect(again.status).toBe(400);
    expect(again.body).toContain('"dc2"');
    const own = await post({ PeerDatacenter: 'dc1' });
    expect(own).toMatchObject({ status: 400, body: expect.stringContaining('"dc1"') });
    expect(await api.put('/v1/operator/area/nope', { UseTLS: true })).toMatchObject({
      status: 404,
      body: 'No area found with ID "nope"',
    });
  });

  test('what could never be joined is refused with the field and its bound', async () => {
    const post = (body: object): Promise<{ status: number; body: string }> =>
      api.send('POST', '/v1/operator/area', { body: JSON.stringify(body) });
    expect(await post({})).toMatchObject({ status: 400, body: 'Must provide peer datacenter' });
    expect(await post({ PeerDatacenter: 'a b' })).toMatchObject({
      status: 400,
      body: 'PeerDatacenter must be 1 to 63 of the characters A-Z a-z 0-9 _ and -, got "a b"',
    });
    expect(await post({ PeerDatacenter: 'dc2', RetryJoin: ['a b'] })).toMatchObject({
      status: 400,
      body: 'RetryJoin must hold addresses such as 10.0.0.1:8300, got "a b"',
    });
    expect(await api.get('/v1/operator/area')).toMatchObject({ body: '[]' });
  });

  test('one that is not there is not found, whatever is asked of it', async () => {
    const absent = { status: 404, body: 'No area found with ID "nope"' };
    expect(await api.get('/v1/operator/area/nope')).toMatchObject(absent);
    expect(await api.send('DELETE', '/v1/operator/area/nope')).toMatchObject(absent);
  });

  test('can be waited on', async () => {
    await create({ PeerDatacenter: 'dc2' });
    const waiting = api.get('/v1/operator/area?index=1');
    await until(() => api.gateway.waiterCount === 1);
    await create({ PeerDatacenter: 'dc3' });
    expect(parse(await waiting)).toHaveLength(2);
  });

  test('joining tells of each address what became of it', async () => {
    api.gateway.served.set('Area.Join', ({ addresses }: { addresses: string[] }) =>
      addresses.map((address, at) => ({ address, isJoined: at === 0, error: at === 0 ? '' : 'e' })),
    );
    const answer = await api.put('/v1/operator/area/some-id/join', ['10.0.0.1', 'host:8300']);
    expect(parse(answer)).toEqual([
      { Address: '10.0.0.1', Joined: true, Error: '' },
      { Address: 'host:8300', Joined: false, Error: 'e' },
    ]);
    expect(await api.put('/v1/operator/area/some-id/join', '{}')).toMatchObject({ status: 400 });
  });

  test('members are servers, with a round trip where one is known', async () => {
    const member = {
      id: 'i',
      name: 's1.dc2',
      address: '10.1.0.1',
      port: 8300,
      datacenter: 'dc2',
      build: '0.1.0',
      protocol: 2,
      status: 'alive',
      rttSeconds: 0.001,
    };
    api.gateway.served.set('Area.Members', () => [member, { ...member, rttSeconds: undefined }]);
    const [near, unknown] = parse(await api.get('/v1/operator/area/some-id/members')) as object[];
    expect(near).toEqual({
      ID: 'i',
      Name: 's1.dc2',
      Addr: '10.1.0.1',
      Port: 8300,
      Datacenter: 'dc2',
      Role: 'server',
      Build: '0.1.0',
      Protocol: 2,
      Status: 'alive',
      RTT: 1_000_000,
    });
    expect(unknown).toMatchObject({ RTT: -1 });
  });
});
