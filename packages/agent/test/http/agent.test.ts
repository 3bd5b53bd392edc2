import { request as sendRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RequestError } from '../../src/request/request-error.js';
import { HttpHarness, parse, until } from './http-harness.js';

let api: HttpHarness;

beforeEach(async () => {
  api = await new HttpHarness().start();
});

afterEach(() => api.stop());

const done = { status: 200, body: '' };

describe('the agent in the cluster', () => {
  test('says of itself what clients read', async () => {
    expect(parse(await api.get('/v1/agent/self'))).toMatchObject({
      Config: { Datacenter: 'dc1', NodeName: 'node-1', Server: true, Version: '1.2.3' },
      DebugConfig: { Datacenter: 'dc1' },
      Coord: { Vec: [0, 0, 0, 0, 0, 0, 0, 0], Error: 1.5, Adjustment: 0, Height: 0.1 },
      Member: { Name: 'node-1', Addr: '10.0.0.1', Tags: { role: 'consul' } },
      Stats: { consul: { server: 'true' } },
      Meta: { rack: 'a' },
    });
  });

  test('members carry numbers for what they are', async () => {
    expect(parse(await api.get('/v1/agent/members'))).toEqual(
      [
        ['node-1', 1],
        ['node-2', 4],
      ].map(([name, status]) => ({
        Name: name,
        Addr: '10.0.0.1',
        Port: 8301,
        Tags: { role: 'consul', dc: 'dc1' },
        Status: status,
        ProtocolMin: 1,
        ProtocolMax: 5,
        ProtocolCur: 2,
        DelegateMin: 2,
        DelegateMax: 5,
        DelegateCur: 4,
      })),
    );
    expect(parse(await api.get('/v1/agent/members?filter=Status+%3D%3D+4'))).toMatchObject([
      { Name: 'node-2' },
    ]);
  });

  test('members of a pool that the agent is not in are null', async () => {
    expect(await api.get('/v1/agent/members?wan=1')).toMatchObject({ body: 'null' });
    api.local.control.wanMembers = [];
    expect(await api.get('/v1/agent/members?wan=1')).toMatchObject({ body: '[]' });
    await api.get('/v1/agent/members?segment=alpha');
    await api.get('/v1/agent/members?segment=_all');
    expect(api.local.control.calls.slice(-2)).toEqual([
      { members: { isWan: false, segment: 'alpha' } },
      { members: { isWan: false } },
    ]);
  });

  test('joining, leaving and reloading do what they are told', async () => {
    expect(await api.put('/v1/agent/join/10.0.0.2:8301')).toMatchObject(done);
    expect(await api.put('/v1/agent/join/10.0.0.3?wan=1')).toMatchObject(done);
    expect(await api.put('/v1/agent/force-leave/node-2?prune')).toMatchObject(done);
    expect(await api.put('/v1/agent/force-leave/node-3.dc2?wan=1')).toMatchObject(done);
    expect(await api.put('/v1/agent/reload')).toMatchObject(done);
    expect(await api.put('/v1/agent/leave')).toMatchObject(done);
    expect(api.local.control.calls).toEqual([
      { join: '10.0.0.2:8301', isWan: false },
      { join: '10.0.0.3', isWan: true },
      { forceLeave: { name: 'node-2', isPruned: true, isWan: false } },
      { forceLeave: { name: 'node-3.dc2', isPruned: false, isWan: true } },
      'reload',
      'leave',
    ]);
  });

  test('a failed join is told as it is', async () => {
    const detail = '1 error occurred:\n\t* Failed to join 10.0.0.2:8301: refused\n\n';
    api.local.control.failure = new RequestError('INTERNAL', detail);
    expect(await api.put('/v1/agent/join/10.0.0.2')).toMatchObject({ status: 500, body: detail });
  });
});

describe('services of the machine', () => {
  const body = {
    Name: 'web',
    Tags: ['v1'],
    Port: 80,
    Meta: { a: 'b' },
    Weights: { Passing: 5 },
    Check: { TTL: '10s', Status: 'passing' },
    Checks: [{ HTTP: 'http://localhost', Interval: 10_000_000_000, Args: null }],
  };

  test('are registered with what the body says and defaults for the rest', async () => {
    expect(
      await api.put('/v1/agent/service/register?replace-existing-checks=1', body),
    ).toMatchObject(done);
    expect(api.local.services.registrations).toEqual([
      {
        service: {
          id: '',
          service: 'web',
          kind: '',
          tags: ['v1'],
          address: '',
          taggedAddresses: {},
          meta: { a: 'b' },
          port: 80,
          socketPath: '',
          weights: { passing: 5, warning: 0 },
          enableTagOverride: false,
        },
        checks: [
          { status: 'passing', ttlMs: 10_000 },
          { http: 'http://localhost', intervalMs: 10_000 },
        ],
        token: '',
        replaceExistingChecks: true,
      },
    ]);
  });

  test('are shown by id, without indexes', async () => {
    await api.put('/v1/agent/service/register', { Name: 'web' });
    expect(parse(await api.get('/v1/agent/services'))).toEqual({
      web: {
        ID: 'web',
        Service: 'web',
        Tags: [],
        Meta: {},
        Port: 0,
        Address: '',
        TaggedAddresses: {},
        Weights: { Passing: 1, Warning: 1 },
        EnableTagOverride: false,
        Datacenter: 'dc1',
      },
    });
    const filtered = await api.get('/v1/agent/services?filter=Service+%21%3D+web');
    expect(parse(filtered)).toEqual({});
  });

  test('the token of the body goes before that of the request', async () => {
    await api.put('/v1/agent/service/register?token=asked', { Name: 'a', Token: 'own' });
    await api.put('/v1/agent/service/register?token=asked', { Name: 'b' });
    expect(api.local.services.registrations.map(({ token }) => token)).toEqual(['own', 'asked']);
  });

  test.each([
    [{}, 'Missing service name'],
    [{ Name: 'a', Port: 70_000 }, 'Invalid Port: must be from 0 to 65535, got 70000'],
    [{ Name: 'a', Port: -1 }, 'Invalid Port: must be from 0 to 65535, got -1'],
    [
      { Name: 'a', TaggedAddresses: { wan: { Address: '10.0.0.1', Port: 65_536 } } },
      'Invalid Port: must be from 0 to 65535, got 65536',
    ],
    [{ Name: 'a', Bogus: 1 }, 'Request decode failed: json: unknown field "Bogus"'],
    [
      { Name: 'a', Check: { TTL: '1s', Status: 'fine' } },
      "Status for checks must 'passing', 'warning', 'critical'",
    ],
    [
      { Name: 'a', Connect: { SidecarService: {} } },
      'Request decode failed: Connect is not supported',
    ],
  ])('%j is refused', async (refused, text) => {
    expect(await api.put('/v1/agent/service/register', refused)).toMatchObject({
      status: 400,
      body: text,
    });
  });

  test('a check without a kind is one with a TTL that is missing', async () => {
    await api.put('/v1/agent/service/register', { Name: 'a', Check: { Name: 'c' } });
    expect(api.local.services.registrations[0]?.checks).toEqual([{ name: 'c', ttlMs: 0 }]);
  });

  test('one service comes with a hash of itself, and can be waited on by it', async () => {
    await api.put('/v1/agent/service/register', { Name: 'web' });
    const first = await api.get('/v1/agent/service/web');
    const hash = first.headers['X-Consul-Contenthash'] ?? '';
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(parse(first)).toMatchObject({ ID: 'web', ContentHash: hash });
    const waiting = api.get(`/v1/agent/service/web?hash=${hash}&wait=1m`);
    await until(() => api.local.services.listenerCount === 1);
    await api.put('/v1/agent/service/register', { Name: 'other' });
    expect(api.local.services.listenerCount).toBe(1);
    await api.put('/v1/agent/service/register', { Name: 'web', Port: 1 });
    expect(parse(await waiting)).toMatchObject({ Port: 1 });
    expect(api.local.services.listenerCount).toBe(0);
  });

  test('waiting for a service ends with the time, and with the client', async () => {
    await api.put('/v1/agent/service/register', { Name: 'web' });
    const hash = (await api.get('/v1/agent/service/web')).headers['X-Consul-Contenthash'];
    const path = `/v1/agent/service/web?hash=${hash}&wait=1m`;
    const waiting = api.get(path);
    await until(() => api.local.services.listenerCount === 1);
    api.clock.advanceBy(64_000);
    expect(await waiting).toMatchObject({ status: 200 });
    const controller = new AbortController();
    const abandoned = api.get(path, { signal: controller.signal });
    await until(() => api.local.services.listenerCount === 1);
    controller.abort();
    await expect(abandoned).rejects.toThrow();
    await until(() => api.local.services.listenerCount === 0);
  });

  test('an unknown service is 404', async () => {
    expect(await api.get('/v1/agent/service/nope')).toMatchObject({
      status: 404,
      body: 'unknown service ID: nope',
    });
    expect(await api.put('/v1/agent/service/deregister/nope')).toMatchObject({
      status: 404,
      body: 'Unknown service ID "nope". Ensure that the service ID is passed, not the service name.',
    });
  });

  test('a service called like an endpoint can be deregistered', async () => {
    await api.put('/v1/agent/service/register', { Name: 'register/a b' });
    expect(await api.put('/v1/agent/service/deregister/register%2Fa%20b')).toMatchObject(done);
    expect(await api.get('/v1/agent/services')).toMatchObject({ body: '{}' });
  });

  test('maintenance needs to be told whether', async () => {
    expect(await api.put('/v1/agent/maintenance')).toMatchObject({
      status: 400,
      body: 'Missing value for enable',
    });
    expect(await api.put('/v1/agent/service/maintenance/web?enable=perhaps')).toMatchObject({
      status: 400,
      body: 'Invalid value for enable: "perhaps"',
    });
    expect(await api.put('/v1/agent/maintenance?enable=true&reason=disk')).toMatchObject(done);
    expect(await api.put('/v1/agent/service/maintenance/web?enable=false')).toMatchObject(done);
    expect(api.local.services.maintenance).toEqual([
      { id: '', request: { isEnabled: true, reason: 'disk', token: '' } },
      { id: 'web', request: { isEnabled: false, reason: '', token: '' } },
    ]);
  });
});

describe('checks of the machine', () => {
  test('are registered with all that a body may say', async () => {
    const body = {
      ID: 'c',
      Name: 'check',
      Notes: 'n',
      ServiceID: 'web',
      HTTP: 'https://localhost/health',
      Method: 'POST',
      Header: { 'X-A': ['1', '2'] },
      Body: 'b',
      TLSSkipVerify: true,
      DisableRedirects: true,
      Interval: '10s',
      Timeout: '250ms',
      Status: 'warning',
      SuccessBeforePassing: 2,
      FailuresBeforeCritical: 3,
      DeregisterCriticalServiceAfter: '90m',
      OutputMaxSize: 100,
    };
    expect(await api.put('/v1/agent/check/register', body)).toMatchObject(done);
    expect(api.local.services.checkRegistrations).toEqual([
      {
        token: '',
        check: {
          id: 'c',
          name: 'check',
          notes: 'n',
          serviceId: 'web',
          http: 'https://localhost/health',
          method: 'POST',
          header: { 'X-A': ['1', '2'] },
          body: 'b',
          tlsSkipVerify: true,
          disableRedirects: true,
          intervalMs: 10_000,
          timeoutMs: 250,
          status: 'warning',
          successBeforePassing: 2,
          failuresBeforeCritical: 3,
          deregisterCriticalServiceAfterMs: 5_400_000,
          outputBytesMax: 100,
        },
      },
    ]);
  });

  test('older and newer names mean the same', async () => {
    const bodies = [
      { Name: 'a', ScriptArgs: ['true'], Interval: '5s' },
      { name: 'a', args: ['true'], interval: 5e9 },
      { NAME: 'a', script_args: ['true'], Interval: '5000ms' },
    ];
    for (const body of bodies) await api.put('/v1/agent/check/register', body);
    const [first, ...others] = api.local.services.checkRegistrations;
    expect(first?.check).toEqual({ name: 'a', args: ['true'], intervalMs: 5000 });
    for (const other of others) expect(other).toEqual(first);
  });

  test('a state that does not exist is refused', async () => {
    const body = { Name: 'a', TTL: '10s', Status: 'fine' };
    expect(await api.put('/v1/agent/check/register', body)).toMatchObject({
      status: 400,
      body: 'Bad check status',
    });
  });

  test('are reported on by three words and by a body', async () => {
    await api.put('/v1/agent/check/register', { Name: 'a', TTL: '10s' });
    const now = async (): Promise<unknown> =>
      (parse(await api.get('/v1/agent/checks')) as Record<string, unknown>)['a'];
    for (const [verb, status] of [
      ['pass', 'passing'],
      ['warn', 'warning'],
      ['fail', 'critical'],
    ]) {
      expect(await api.put(`/v1/agent/check/${verb}/a?note=so+it+is`)).toMatchObject(done);
      expect(await now()).toMatchObject({ Status: status, Output: 'so it is' });
    }
    const update = { Status: 'passing', Output: 'fine' };
    expect(await api.put('/v1/agent/check/update/a', update)).toMatchObject(done);
    expect(await now()).toMatchObject({
      Status: 'passing',
      Output: 'fine',
      Definition: {},
      CreateIndex: 0,
      ModifyIndex: 0,
    });
    expect(await api.put('/v1/agent/check/update/a', { Status: 'bad' })).toMatchObject({
      status: 400,
      body: "Invalid check status: 'bad'",
    });
    expect(await api.put('/v1/agent/check/pass/nope')).toMatchObject({
      status: 400,
      body: 'CheckID "nope" does not have associated TTL',
    });
    expect(await api.put('/v1/agent/check/deregister/a')).toMatchObject(done);
    expect(await api.get('/v1/agent/checks')).toMatchObject({ body: '{}' });
  });
});

describe('health of the machine', () => {
  beforeEach(async () => {
    await api.put('/v1/agent/service/register', { ID: 'web-1', Name: 'web' });
    await api.put('/v1/agent/service/register', { ID: 'web-2', Name: 'web' });
  });

  test.each([
    ['passing', 200],
    ['warning', 429],
    ['critical', 503],
  ] as const)('a service that is %s answers %i', async (status, code) => {
    api.local.services.setCheck({ checkId: 'c', serviceId: 'web-1', status });
    const answer = await api.get('/v1/agent/health/service/id/web-1');
    expect(answer.status).toBe(code);
    expect(parse(answer)).toMatchObject({
      AggregatedStatus: status,
      Service: { ID: 'web-1' },
      Checks: [{ CheckID: 'c' }],
    });
    expect(answer.headers['X-Consul-Reason']).toBe(code === 200 ? undefined : status);
    expect(await api.get('/v1/agent/health/service/id/web-1?format=text')).toMatchObject({
      status: code,
      body: status,
    });
    const byName = await api.get('/v1/agent/health/service/name/web');
    expect(byName.status).toBe(code);
    expect(parse(byName)).toMatchObject([
      { AggregatedStatus: status },
      { AggregatedStatus: 'passing' },
    ]);
  });

  test('a check of the node counts for all of its services', async () => {
    api.local.services.setCheck({ checkId: 'disk', status: 'critical' });
    expect(await api.get('/v1/agent/health/service/id/web-2')).toMatchObject({ status: 503 });
  });

  test('maintenance is worse than everything', async () => {
    await api.put('/v1/agent/service/maintenance/web-1?enable=true');
    const answer = await api.get('/v1/agent/health/service/id/web-1?format=text');
    expect(answer).toMatchObject({ status: 503, body: 'maintenance' });
    const headers = { Accept: 'text/plain' };
    expect(await api.get('/v1/agent/health/service/name/web', { headers })).toMatchObject({
      status: 503,
      body: 'maintenance',
    });
  });

  test('what is not there is critical and 404', async () => {
    const answer = await api.get('/v1/agent/health/service/id/nope');
    expect(answer).toMatchObject({
      status: 404,
      body: '{"AggregatedStatus":"critical","Service":null,"Checks":null}',
    });
    expect(answer.headers['X-Consul-Reason']).toBe('ServiceId nope not found');
    const byName = await api.get('/v1/agent/health/service/name/n%0aope');
    expect(byName.status).toBe(400);
    expect(await api.get('/v1/agent/health/service/name/%c3%a9')).toMatchObject({
      status: 404,
      body: '[]',
    });
  });
});

describe('what the agent measures and says', () => {
  test('measurements come as JSON; as Prometheus text only where that is on', async () => {
    expect(parse(await api.get('/v1/agent/metrics'))).toEqual({
      Timestamp: '1970-01-01 00:00:00 +0000 UTC',
      Gauges: [],
      Points: [],
      Counters: [],
      Samples: [],
    });
    expect(await api.get('/v1/agent/metrics?format=prometheus')).toMatchObject({
      status: 415,
      body: 'Prometheus is not enabled since its retention time is not positive',
    });
  });

  test('version and host are told', async () => {
    expect(parse(await api.get('/v1/agent/version'))).toHaveProperty('HumanVersion');
    expect(parse(await api.get('/v1/agent/host'))).toMatchObject({ Host: {}, Memory: {} });
  });

  test('a monitor sees the last lines and then each as it comes, from its level on', async () => {
    const { logs } = api.local.control;
    const say = (level: 'debug' | 'warn', text: string): void =>
      logs.push({ level, text, json: () => JSON.stringify({ text }) });
    say('warn', 'before');
    say('debug', 'unheard');
    let heard = '';
    const outgoing = sendRequest(
      { ...api.endpoint, path: '/v1/agent/monitor?loglevel=warn', agent: false },
      (incoming) => incoming.on('data', (chunk) => (heard += chunk)).on('error', () => undefined),
    );
    outgoing.on('error', () => undefined).end();
    await until(() => heard !== '');
    say('warn', 'after');
    await until(() => heard.includes('after'));
    expect(heard).toBe('before\nafter\n');
    outgoing.destroy();
    await until(() => !logs.hasListeners);
  });

  test('a level that does not exist is refused', async () => {
    expect(await api.get('/v1/agent/monitor?loglevel=x')).toMatchObject({
      status: 400,
      body: 'Unknown log level: x',
    });
  });

  test('stopping ends a monitor', async () => {
    const own = await new HttpHarness().start();
    own.local.control.logs.push({ level: 'error', text: 'line', json: () => '{"a":1}' });
    const listening = own.get('/v1/agent/monitor?logjson');
    await until(() => own.local.control.logs.hasListeners);
    await own.stop();
    expect((await listening).body).toBe('{"a":1}\n');
  });
});
