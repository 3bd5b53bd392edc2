import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RequestError, type RequestErrorCode } from '../../src/request/request-error.js';
import { HttpHarness, parse, until } from './http-harness.js';

let api: HttpHarness;

beforeEach(async () => {
  api = await new HttpHarness().start();
});

afterEach(() => api.stop());

/** Runs against an agent of its own. */
async function withApi<T>(
  options: ConstructorParameters<typeof HttpHarness>[0],
  run: (own: HttpHarness) => Promise<T>,
): Promise<T> {
  const own = await new HttpHarness(options).start();
  try {
    return await run(own);
  } finally {
    await own.stop();
  }
}

describe('paths and methods', () => {
  test('a path outside the API says so', async () => {
    const outside = await api.get('/kv/a');
    expect(outside.status).toBe(404);
    expect(outside.body).toContain("ensure the path starts with '/v1/'");
    const unknown = await api.get('/v1/nothing');
    expect(unknown).toMatchObject({
      status: 404,
      body: 'Invalid URL path: not a recognized HTTP API endpoint',
    });
    expect(unknown.headers['Content-Type']).toBe('text/plain; charset=utf-8');
  });

  test.each([
    'session/create',
    'session/list',
    'query',
    'query/x/execute',
    'txn',
    'event/fire/x',
    'event/list',
    'snapshot',
    'operator/autopilot/configuration',
    'operator/keyring',
    'config/service-defaults',
    'connect/ca/roots',
    'agent/connect/ca/roots',
    'internal/ui/services',
    'namespaces',
  ])('%s, which Consul has and this agent has not, is no path of the API', async (path) => {
    for (const method of ['GET', 'PUT', 'POST', 'DELETE']) {
      expect(await api.send(method, `/v1/${path}`), method).toMatchObject({
        status: 404,
        body: 'Invalid URL path: not a recognized HTTP API endpoint',
      });
    }
  });

  test('the root answers without a user interface', async () => {
    expect(await api.get('/')).toMatchObject({
      status: 200,
      body: expect.stringContaining('Konsul Agent: UI disabled'),
    });
  });

  test('a path with what cannot be printed is refused', async () => {
    for (const path of ['/v1/kv/a%00b', '/v1/kv/%07', '/v1/kv/%e2%80%8b', '/v1/kv/%zz']) {
      expect(await api.get(path), path).toMatchObject({
        status: 400,
        body: 'Invalid URL path: must be percent-encoded and hold printable characters only',
      });
    }
  });

  test('a wrong method names those that are right', async () => {
    const answer = await api.send('POST', '/v1/catalog/nodes');
    expect(answer).toMatchObject({ status: 405, body: 'method POST not allowed' });
    expect(answer.headers['Allow']).toBe('OPTIONS,GET');
    expect(await api.send('HEAD', '/v1/catalog/nodes')).toMatchObject({ status: 405, body: '' });
  });

  test('OPTIONS lists the methods in order', async () => {
    const answer = await api.send('OPTIONS', '/v1/kv/a');
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers['Allow']).toBe('OPTIONS,GET,PUT,DELETE');
  });

  test('blocked endpoints are blocked, whatever the method', async () => {
    const http = {
      blockEndpoints: ['/v1/agent/self'],
      responseHeaders: { 'X-Own': 'yes' },
      allowWriteHttpFrom: [],
      headerBytesMax: 16_384,
    };
    await withApi({ config: { http } }, async (own) => {
      const answer = await own.get('/v1/agent/self');
      expect(answer).toMatchObject({
        status: 403,
        body: 'Endpoint is blocked by agent configuration',
      });
      expect(answer.headers['X-Own']).toBe('yes');
      expect(await own.get('/v1/agent/members')).toMatchObject({ status: 200 });
    });
  });

  test('writing may be kept to networks', async () => {
    const limitedTo = (network: string): { http: object } => ({
      http: {
        blockEndpoints: [],
        responseHeaders: {},
        allowWriteHttpFrom: [network],
        headerBytesMax: 16_384,
      },
    });
    await withApi({ config: limitedTo('10.0.0.0/8') as never }, async (own) => {
      expect(await own.put('/v1/kv/a', 'x')).toMatchObject({
        status: 403,
        body: 'Access is restricted',
      });
      expect(await own.get('/v1/catalog/nodes')).toMatchObject({ status: 200 });
    });
    await withApi({ config: limitedTo('127.0.0.0/8') as never }, async (own) => {
      expect(await own.put('/v1/kv/a', 'x')).toMatchObject({ status: 200 });
    });
  });

  test('access control is off and says so', async () => {
    expect(await api.get('/v1/acl/tokens')).toMatchObject({
      status: 401,
      body: 'ACL support disabled',
    });
  });
});

describe('what every request may carry', () => {
  test('the datacenter goes by two names, of which the long one wins', async () => {
    await api.get('/v1/catalog/nodes?dc=dc2');
    expect(api.gateway.lastOptions.datacenter).toBe('dc2');
    await api.get('/v1/catalog/nodes?dc=dc9&datacenter=dc1');
    expect(api.gateway.lastOptions.datacenter).toBe('dc1');
    expect(await api.get('/v1/catalog/nodes?dc=dc9')).toMatchObject({
      status: 500,
      body: 'No path to datacenter',
    });
  });

  test('the token comes from the query, its header, a bearer, or the configuration', async () => {
    const acl = {
      isEnabled: false,
      defaultPolicy: 'allow',
      tokens: { default: 'configured' },
    } as const;
    await withApi({ config: { acl } }, async (own) => {
      const tokenOf = async (path: string, headers: Record<string, string>): Promise<unknown> => {
        await own.get(path, { headers });
        return own.gateway.lastOptions.token;
      };
      const all = { 'X-Consul-Token': 'header', Authorization: 'Bearer bearer' };
      expect(await tokenOf('/v1/catalog/nodes?token=query', all)).toBe('query');
      expect(await tokenOf('/v1/catalog/nodes', all)).toBe('header');
      expect(await tokenOf('/v1/catalog/nodes', { Authorization: 'Bearer b' })).toBe('b');
      expect(await tokenOf('/v1/catalog/nodes', {})).toBe('configured');
    });
  });

  test('namespaces and partitions do not exist', async () => {
    expect(await api.get('/v1/kv/a?ns=team')).toMatchObject({
      status: 400,
      body: 'Invalid query parameter: "ns" - Namespaces are a Consul Enterprise feature',
    });
    const headers = { 'X-Consul-Namespace': 'team' };
    expect(await api.get('/v1/catalog/nodes', { headers })).toMatchObject({ status: 400 });
    expect(await api.get('/v1/catalog/nodes?partition=team')).toMatchObject({ status: 400 });
    expect(await api.get('/v1/catalog/nodes?partition=default')).toMatchObject({ status: 200 });
  });
});

describe('how answers look', () => {
  test('JSON is compact, and indented with a line end when asked for', async () => {
    const compact = await api.get('/v1/agent/members');
    expect(compact.body).toMatch(/^\[\{"Name":"node-1","Addr"/);
    expect(compact.headers['Content-Type']).toBe('application/json');
    const pretty = await api.get('/v1/agent/members?pretty');
    expect(pretty.body).toMatch(/^\[\n {4}\{\n {8}"Name": "node-1",\n/);
    expect(pretty.body.endsWith(']\n')).toBe(true);
    expect(parse(pretty)).toEqual(parse(compact));
  });

  test('an agent in development mode always indents, without a line end', async () => {
    await withApi({ config: { isDev: true } }, async (own) => {
      const { body } = await own.get('/v1/agent/members');
      expect(body).toMatch(/^\[\n {4}\{/);
      expect(body.endsWith(']')).toBe(true);
    });
  });

  test('success with nothing to say has no body and no media type', async () => {
    const answer = await api.put('/v1/agent/reload');
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers).not.toHaveProperty('Content-Type');
  });

  test('headers are spelt as Go spells them', async () => {
    const { headers } = await api.get('/v1/catalog/nodes');
    expect(headers).toMatchObject({
      'X-Consul-Index': '1',
      'X-Consul-Knownleader': 'true',
      'X-Consul-Lastcontact': '0',
      'X-Consul-Effective-Consistency': 'leader',
      'X-Consul-Query-Backend': 'blocking-query',
      'X-Consul-Default-Acl-Policy': 'allow',
      Vary: 'Accept-Encoding',
    });
    expect(headers).not.toHaveProperty('X-Consul-Translate-Addresses');
  });

  test('translation of addresses is announced', async () => {
    await withApi({ config: { translateWanAddresses: true } }, async (own) => {
      const { headers } = await own.get('/v1/agent/self');
      expect(headers['X-Consul-Translate-Addresses']).toBe('true');
    });
  });

  test('large answers are compressed for those who take it, small ones never', async () => {
    await api.put('/v1/kv/big', 'x'.repeat(2000));
    await api.put('/v1/kv/small', 'x');
    const headers = { 'Accept-Encoding': 'br, gzip;q=0.5' };
    const big = await api.get('/v1/kv/big?raw', { headers });
    expect(big.headers['Content-Encoding']).toBe('gzip');
    expect(gunzipSync(big.bytes).toString()).toBe('x'.repeat(2000));
    expect(big.headers['Vary']).toBe('Accept-Encoding');
    const small = await api.get('/v1/kv/small?raw', { headers });
    expect(small.headers).not.toHaveProperty('Content-Encoding');
    const refused = await api.get('/v1/kv/big?raw', {
      headers: { 'Accept-Encoding': 'gzip;q=0' },
    });
    expect(refused.headers).not.toHaveProperty('Content-Encoding');
  });
});

describe('consistency', () => {
  const consistencyOf = async (query: string, path = '/v1/catalog/nodes'): Promise<unknown> => {
    expect(await api.get(`${path}?${query}`)).toMatchObject({ status: 200 });
    return api.gateway.lastOptions.consistency;
  };

  test('each mode has its flag', async () => {
    expect(await consistencyOf('')).toBe('default');
    expect(await consistencyOf('stale')).toBe('stale');
    expect(await consistencyOf('consistent')).toBe('consistent');
    expect(await consistencyOf('leader')).toBe('default');
    expect(await consistencyOf('max_stale=10s')).toBe('stale');
    expect(api.gateway.lastOptions.maxStaleMs).toBe(10_000);
    const { headers } = await api.get('/v1/health/state/any?stale');
    expect(headers['X-Consul-Effective-Consistency']).toBe('stale');
  });

  test('modes that exclude each other are refused', async () => {
    expect(await api.get('/v1/catalog/nodes?stale&consistent')).toMatchObject({
      status: 400,
      body: 'Cannot specify ?stale with ?consistent, conflicting semantics.',
    });
    expect(await api.get('/v1/catalog/nodes?cached&consistent')).toMatchObject({ status: 400 });
    expect(await api.get('/v1/catalog/nodes?max_stale=soon')).toMatchObject({
      status: 400,
      body: 'Invalid max_stale value "soon"',
    });
  });

  test('the configuration may turn plain discovery reads into stale ones, and only these', async () => {
    await withApi({ config: { discoveryMaxStaleMs: 5000 } }, async (own) => {
      await own.get('/v1/catalog/nodes');
      expect(own.gateway.lastOptions).toMatchObject({ consistency: 'stale', maxStaleMs: 5000 });
      await own.get('/v1/catalog/nodes?leader');
      expect(own.gateway.lastOptions).toMatchObject({ consistency: 'default' });
      await own.get('/v1/catalog/nodes?consistent');
      expect(own.gateway.lastOptions).toMatchObject({ consistency: 'consistent' });
      await own.get('/v1/kv/a');
      expect(own.gateway.lastOptions).toMatchObject({ consistency: 'default' });
    });
  });
});

describe('waiting for a change', () => {
  test('only an index above 0 waits', async () => {
    await api.get('/v1/kv/a?index=0&wait=5m');
    expect(api.gateway.lastOptions).toMatchObject({ minIndex: 0, waitMs: 300_000 });
    await api.get('/v1/kv/a?wait=5m');
    expect(api.gateway.lastOptions).toMatchObject({ minIndex: 0 });
  });

  test('a bad index or time is refused', async () => {
    for (const index of ['x', '-1', '1.5', '0x10']) {
      expect(await api.get(`/v1/kv/a?index=${index}`)).toMatchObject({
        status: 400,
        body: 'Invalid index',
      });
    }
    for (const wait of ['soon', '-5s']) {
      expect(await api.get(`/v1/kv/a?index=1&wait=${wait}`)).toMatchObject({
        status: 400,
        body: 'Invalid wait time',
      });
    }
    expect(await api.get('/v1/kv/a?max_stale=-1s')).toMatchObject({ status: 400 });
  });

  test('it ends with a change of what is read', async () => {
    await api.put('/v1/kv/a', '1');
    const waiting = api.get('/v1/kv/a?index=1');
    await until(() => api.gateway.waiterCount === 1);
    await api.put('/v1/kv/b', '2');
    expect(api.gateway.waiterCount).toBe(1);
    await api.put('/v1/kv/a', '3');
    const answer = await waiting;
    expect(answer.headers['X-Consul-Index']).toBe('3');
    expect(parse(answer)).toMatchObject([{ Key: 'a', ModifyIndex: 3 }]);
  });

  test('it ends with the time, and then shows what there is', async () => {
    await api.put('/v1/kv/a', '1');
    const waiting = api.get('/v1/kv/a?index=7&wait=2s');
    await until(() => api.gateway.waiterCount === 1);
    api.clock.advanceBy(2200);
    const answer = await waiting;
    expect(answer.status).toBe(200);
    expect(answer.headers['X-Consul-Index']).toBe('1');
  });

  test('an absent key waits too, and answers 404 with its headers', async () => {
    await api.put('/v1/kv/a', '1');
    const waiting = api.get('/v1/kv/gone?index=1&wait=1s');
    await until(() => api.gateway.waiterCount === 1);
    api.clock.advanceBy(1100);
    const answer = await waiting;
    expect(answer).toMatchObject({ status: 404, body: '' });
    expect(answer.headers['X-Consul-Index']).toBe('1');
    expect(answer.headers).not.toHaveProperty('Content-Type');
  });

  test('it ends when the client goes', async () => {
    const controller = new AbortController();
    const waiting = api.get('/v1/kv/a?index=9', { signal: controller.signal });
    await until(() => api.gateway.waiterCount === 1);
    controller.abort();
    await expect(waiting).rejects.toThrow();
    await until(() => api.gateway.waiterCount === 0);
  });
});

describe('failures', () => {
  test.each<[RequestErrorCode, number]>([
    ['INVALID', 400],
    ['DENIED', 403],
    ['NOT_FOUND', 404],
    ['TOO_LARGE', 413],
    ['RATE_LIMITED', 429],
    ['NO_LEADER', 500],
    ['NO_SERVERS', 500],
    ['UNKNOWN_OUTCOME', 500],
    ['INTERNAL', 500],
  ])('%s becomes %i, with its text as it is', async (code, status) => {
    api.gateway.failure = new RequestError(code, 'rpc error making call: what went wrong');
    const answer = await api.get('/v1/catalog/nodes');
    expect(answer).toMatchObject({ status, body: 'rpc error making call: what went wrong' });
    expect(answer.headers).toMatchObject({
      'X-Consul-Index': '1',
      'X-Consul-Knownleader': 'false',
      'Content-Type': 'text/plain; charset=utf-8',
    });
  });

  test('what only an overloaded leader can do is 503', async () => {
    const detail =
      'rate limit exceeded for operation that can only be performed by the leader, try again later';
    api.gateway.failure = new RequestError('RATE_LIMITED', detail);
    expect(await api.put('/v1/kv/a', 'x')).toMatchObject({ status: 503, body: detail });
  });

  test('of a defect nothing is told', async () => {
    api.gateway.failure = new TypeError('secret of the inside');
    expect(await api.get('/v1/catalog/nodes')).toMatchObject({
      status: 500,
      body: 'internal error',
    });
  });
});

describe('bodies', () => {
  test('names match whatever their case, and in snake case', async () => {
    const body = {
      node: 'n',
      ADDRESS: '10.0.0.9',
      node_meta: { rack: 'b' },
      tagged_addresses: { wan: '1.2.3.4' },
      service: { service: 'web', enable_tag_override: true, tagged_addresses: null },
    };
    expect(await api.put('/v1/catalog/register', body)).toMatchObject({ status: 200 });
    expect(parse(await api.get('/v1/catalog/service/web'))).toMatchObject([
      { Node: 'n', NodeMeta: { rack: 'b' }, ServiceEnableTagOverride: true },
    ]);
  });

  test.each([
    ['{"Bogus":1}', 'Request decode failed: json: unknown field "Bogus"'],
    ['', 'Request decode failed: EOF'],
    ['{"Node":', 'Request decode failed: unexpected EOF'],
    [
      '{"Node":1}',
      'Request decode failed: json: cannot unmarshal number into Go struct field Node of type string',
    ],
    [
      '{"Check":{"Definition":{"Interval":"x"}}}',
      'Request decode failed: time: invalid duration "x"',
    ],
  ])('%s is refused', async (body, text) => {
    expect(await api.put('/v1/catalog/register', body)).toMatchObject({ status: 400, body: text });
  });

  test('malformed JSON is refused', async () => {
    const answer = await api.put('/v1/catalog/register', '{nope}');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(/^Request decode failed: /);
  });

  test('one that is too large is refused, and read to its end so that the refusal arrives', async () => {
    const value = await api.put('/v1/kv/a', 'x'.repeat(600_000));
    expect(value.status).toBe(413);
    expect(value.body).toMatch(
      /^Request body\(600000 bytes\) too large, max size: 524288 bytes\. See /,
    );
    const registration = await api.put('/v1/catalog/register', `"${'x'.repeat(1_100_000)}"`);
    expect(registration.status).toBe(413);
  });
});

describe('bounds and the end', () => {
  test('one address has so many connections and no more', async () => {
    const limits = { httpMaxConnectionsPerClient: 2, kvMaxValueBytes: 1024 };
    await withApi({ config: { limits } }, async (own) => {
      const controller = new AbortController();
      const { signal } = controller;
      const held = [1, 2].map(() => own.get('/v1/kv/a?index=9', { signal }).catch(() => 'gone'));
      await until(() => own.gateway.waiterCount === 2);
      expect(await own.get('/v1/agent/self')).toMatchObject({ status: 429 });
      controller.abort();
      await Promise.all(held);
      await until(() => own.gateway.waiterCount === 0);
      expect(await own.get('/v1/agent/self')).toMatchObject({ status: 200 });
    });
  });

  test('so many requests are answered at one time and no more', async () => {
    await withApi({ limits: { requestCountMax: 1 } }, async (own) => {
      const held = own.get('/v1/kv/a?index=9').catch(() => undefined);
      await until(() => own.gateway.waiterCount === 1);
      expect(await own.get('/v1/agent/self')).toMatchObject({ status: 429 });
      await own.put('/v1/kv/a', 'x');
      own.clock.advanceBy(400_000);
      await held;
    });
  });

  test('stopping ends those who wait', async () => {
    const own = await new HttpHarness().start();
    const waiting = own.get('/v1/kv/a?index=9');
    await until(() => own.gateway.waiterCount === 1);
    const [answer] = await Promise.all([waiting, own.stop()]);
    expect(answer).toMatchObject({ status: 500, body: 'the agent is shutting down' });
    expect(answer.headers['Connection']).toBe('close');
    await expect(own.get('/v1/agent/self')).rejects.toThrow();
  });

  test('an address in use is named', async () => {
    const second = new HttpHarness();
    const { port } = api.endpoint;
    Object.assign(second.endpoint, { port });
    await expect(second.start()).rejects.toMatchObject({
      code: 'LISTEN_FAILED',
      detail: expect.stringContaining(`127.0.0.1:${port}`),
    });
  });
});
