import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HttpHarness, parse, until } from './http-harness.js';

let api: HttpHarness;

beforeEach(async () => {
  api = await new HttpHarness({ config: { translateWanAddresses: true } }).start();
});

afterEach(() => api.stop());

const node = { Node: 'n1', Address: '10.0.0.1' };
const web = { ID: 'web-1', Service: 'web', Tags: ['Prod', 'v1'], Port: 80 };

async function register(body: object): Promise<void> {
  expect(await api.put('/v1/catalog/register', body)).toMatchObject({ status: 200, body: 'true' });
}

describe('registering', () => {
  test('a node is shown with every field, empty ones included', async () => {
    await register(node);
    expect(parse(await api.get('/v1/catalog/nodes'))).toEqual([
      {
        ID: '',
        Node: 'n1',
        Address: '10.0.0.1',
        Datacenter: 'dc1',
        TaggedAddresses: {},
        Meta: {},
        CreateIndex: 1,
        ModifyIndex: 1,
      },
    ]);
  });

  test('a port that is none is refused', async () => {
    for (const Port of [70_000, -1]) {
      expect(
        await api.put('/v1/catalog/register', { ...node, Service: { ...web, Port } }),
      ).toMatchObject({ status: 400, body: `Invalid Port: must be from 0 to 65535, got ${Port}` });
    }
    expect(await api.get('/v1/catalog/nodes')).toMatchObject({ body: '[]' });
  });

  test('a service is shown flat, with every field that clients look at', async () => {
    await register({ ...node, Service: web });
    expect(parse(await api.get('/v1/catalog/service/web'))).toEqual([
      {
        ID: '',
        Node: 'n1',
        Address: '10.0.0.1',
        Datacenter: 'dc1',
        TaggedAddresses: {},
        NodeMeta: {},
        ServiceKind: '',
        ServiceID: 'web-1',
        ServiceName: 'web',
        ServiceTags: ['Prod', 'v1'],
        ServiceAddress: '',
        ServiceWeights: { Passing: 1, Warning: 1 },
        ServiceMeta: {},
        ServicePort: 80,
        ServiceSocketPath: '',
        ServiceEnableTagOverride: false,
        ServiceProxy: { Mode: '', MeshGateway: {}, Expose: {} },
        ServiceConnect: {},
        CreateIndex: 1,
        ModifyIndex: 1,
      },
    ]);
  });

  test('what an answer shows can be registered again', async () => {
    const check = { CheckID: 'c', Name: 'c', Status: 'passing', ServiceID: 'web-1' };
    const definition = { HTTP: 'http://x', Interval: '10s', Timeout: 1_000_000_000 };
    await register({ ...node, Service: web, Check: { ...check, Definition: definition } });
    const shown = parse(await api.get('/v1/health/service/web')) as {
      Service: object;
      Checks: object[];
    }[];
    expect(shown[0]?.Checks[0]).toMatchObject({
      Definition: { HTTP: 'http://x', Interval: '10s', Timeout: '1s' },
    });
    await register({ ...node, Service: shown[0]?.Service, Checks: shown[0]?.Checks });
    expect(parse(await api.get('/v1/health/service/web'))).toEqual(shown);
  });

  test('the datacenter of a registration is that of its body only', async () => {
    expect(await api.put('/v1/catalog/register?dc=dc2', node)).toMatchObject({ status: 200 });
    expect(parse(await api.get('/v1/catalog/nodes'))).toHaveLength(1);
    await register({ ...node, Datacenter: 'dc2' });
    expect(parse(await api.get('/v1/catalog/nodes?dc=dc2'))).toMatchObject([{ Datacenter: 'dc2' }]);
  });

  test.each([
    [{}, 'Must provide node'],
    [{ Node: 'n' }, 'Must provide address if SkipNodeUpdate is not set'],
    [{ ...node, Service: { ID: 'x' } }, 'Must provide service name (Service.Service)'],
    [{ ...node, Service: { Service: 'x', Address: '0.0.0.0' } }, 'Invalid service address'],
    [{ ...node, Check: { Name: 'c', ServiceID: 'x' } }, "Unknown service ID 'x' for check ID 'c'"],
  ])('%j is refused by the servers', async (body, text) => {
    const answer = await api.put('/v1/catalog/register', body);
    expect(answer.status).toBe(500);
    expect(answer.body).toContain(text);
  });

  test('what this agent cannot do is refused and not dropped', async () => {
    const proxied = { ...node, Service: { ...web, Proxy: { DestinationServiceName: 'db' } } };
    expect(await api.put('/v1/catalog/register', proxied)).toMatchObject({
      status: 400,
      body: 'Request decode failed: DestinationServiceName is not supported',
    });
    await register({ ...node, Service: { ...web, Proxy: null, Connect: {} } });
    const status = { ...node, Check: { Name: 'c', Status: 'fine' } };
    expect(await api.put('/v1/catalog/register', status)).toMatchObject({
      status: 400,
      body: "Invalid check status: 'fine'",
    });
  });

  test('deregistering takes a check, a service, or the whole node, and may be repeated', async () => {
    await register({ ...node, Service: web, Check: { CheckID: 'c', Name: 'c' } });
    const gone = { status: 200, body: 'true' };
    const out = (body: object): Promise<unknown> => api.put('/v1/catalog/deregister', body);
    expect(await out({ Node: 'n1', CheckID: 'c' })).toMatchObject(gone);
    expect(await api.get('/v1/health/node/n1')).toMatchObject({ body: '[]' });
    expect(await out({ Node: 'n1', ServiceID: 'web-1' })).toMatchObject(gone);
    expect(await api.get('/v1/catalog/services')).toMatchObject({ body: '{}' });
    expect(await out({ Node: 'n1' })).toMatchObject(gone);
    expect(await out({ Node: 'n1' })).toMatchObject(gone);
    expect(await api.get('/v1/catalog/nodes')).toMatchObject({ body: '[]' });
    expect(await out({})).toMatchObject({ status: 500, body: 'Must provide node' });
  });
});

describe('the catalogue', () => {
  beforeEach(async () => {
    const meta = { NodeMeta: { rack: 'a', zone: '1' } };
    await register({ ...node, ...meta, Service: web });
    await register({ Node: 'n2', Address: '10.0.0.2', Service: { ...web, Tags: ['v2'] } });
    await register({ ...node, ...meta, Service: { Service: 'db', Port: 5432 } });
  });

  const names = async (path: string, field: string): Promise<unknown[]> =>
    (parse(await api.get(path)) as Record<string, unknown>[]).map((view) => view[field]);

  test('services are a map to all of their tags', async () => {
    expect(parse(await api.get('/v1/catalog/services'))).toEqual({
      db: [],
      web: ['Prod', 'v1', 'v2'],
    });
    expect(parse(await api.get('/v1/catalog/services?node-meta=rack:b'))).toEqual({});
  });

  test('tags narrow down together, whatever their case', async () => {
    expect(await names('/v1/catalog/service/web', 'Node')).toEqual(['n1', 'n2']);
    expect(await names('/v1/catalog/service/web?tag=prod&tag=V1', 'Node')).toEqual(['n1']);
    expect(await names('/v1/catalog/service/web?tag=v1&tag=v2', 'Node')).toEqual([]);
  });

  test('node metadata narrows down together', async () => {
    expect(await names('/v1/catalog/nodes?node-meta=rack:a&node-meta=zone:1', 'Node')).toEqual([
      'n1',
    ]);
    expect(await names('/v1/catalog/nodes?node-meta=rack:a&node-meta=zone:2', 'Node')).toEqual([]);
    expect(await names('/v1/catalog/nodes?node-meta=rack', 'Node')).toEqual([]);
  });

  test('a filter keeps what it matches, lists and values of maps alike', async () => {
    const filter = (expression: string): string => `filter=${encodeURIComponent(expression)}`;
    expect(await names(`/v1/catalog/nodes?${filter('Node == n2')}`, 'Node')).toEqual(['n2']);
    expect(await names(`/v1/catalog/service/web?${filter('v2 in ServiceTags')}`, 'Node')).toEqual([
      'n2',
    ]);
    const found = parse(await api.get(`/v1/catalog/node/n1?${filter('Service == db')}`));
    expect(Object.keys((found as { Services: object }).Services)).toEqual(['db']);
    const answer = await api.get(`/v1/catalog/nodes?${filter('Bogus == 1')}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(
      'Failed to create boolean expression evaluator: Selector "Bogus"',
    );
  });

  test('a node comes with its services by id, or as a list; an unknown one is null', async () => {
    expect(parse(await api.get('/v1/catalog/node/n1'))).toMatchObject({
      Node: { Node: 'n1' },
      Services: { 'web-1': { ID: 'web-1', Tags: ['Prod', 'v1'] }, db: { Service: 'db' } },
    });
    expect(await api.get('/v1/catalog/node/nope')).toMatchObject({ status: 200, body: 'null' });
    expect(await api.get('/v1/catalog/node/')).toMatchObject({
      status: 400,
      body: 'Missing node name',
    });
    const listed = parse(await api.get('/v1/catalog/node-services/n1')) as { Services: object[] };
    expect(listed.Services).toHaveLength(2);
    expect(parse(await api.get('/v1/catalog/node-services/nope'))).toEqual({
      Node: null,
      Services: null,
    });
  });

  test('nothing found is an empty list', async () => {
    for (const path of [
      'catalog/service/nope',
      'catalog/connect/web',
      'health/service/nope',
      'health/connect/web',
      'health/node/nope',
      'health/checks/nope',
      'health/state/bogus',
      'coordinate/nodes',
    ]) {
      const answer = await api.get(`/v1/${path}`);
      expect(answer, path).toMatchObject({ status: 200, body: '[]' });
      expect(Number(answer.headers['X-Consul-Index']), path).toBeGreaterThan(0);
    }
  });

  test('datacenters come as the servers order them, without an index', async () => {
    api.gateway.served.set('Catalog.Datacenters', () => ['dc2', 'dc1']);
    const answer = await api.get('/v1/catalog/datacenters');
    expect(answer.body).toBe('["dc2","dc1"]');
    expect(answer.headers).not.toHaveProperty('X-Consul-Index');
  });

  test('an unrelated service does not wake who waits for one', async () => {
    const index = (await api.get('/v1/catalog/service/web')).headers['X-Consul-Index'];
    const waiting = api.get(`/v1/catalog/service/web?index=${index}`);
    await until(() => api.gateway.waiterCount === 1);
    await register({ ...node, SkipNodeUpdate: true, Service: { Service: 'cache' } });
    expect(api.gateway.waiterCount).toBe(1);
    await register({ ...node, SkipNodeUpdate: true, Service: { ...web, Port: 81 } });
    expect(parse(await waiting)).toMatchObject([{ ServicePort: 81 }, { ServicePort: 80 }]);
  });
});

describe('addresses from afar', () => {
  const translated = {
    ...node,
    Datacenter: 'dc2',
    TaggedAddresses: { wan: '1.2.3.4' },
    Service: {
      ...web,
      Address: '10.0.0.5',
      TaggedAddresses: { wan: { Address: '5.6.7.8', Port: 0 } },
    },
  };

  test('are those of the other datacenter, and in it they are not', async () => {
    await register(translated);
    await register({ ...translated, Datacenter: 'dc1' });
    expect(parse(await api.get('/v1/catalog/nodes?dc=dc2'))).toMatchObject([
      { Address: '1.2.3.4' },
    ]);
    expect(parse(await api.get('/v1/catalog/service/web?dc=dc2'))).toMatchObject([
      { Address: '1.2.3.4', ServiceAddress: '5.6.7.8', ServicePort: 80 },
    ]);
    expect(parse(await api.get('/v1/health/service/web?dc=dc2'))).toMatchObject([
      { Node: { Address: '1.2.3.4' }, Service: { Address: '5.6.7.8', Port: 80 } },
    ]);
    expect(parse(await api.get('/v1/catalog/service/web?dc=dc1'))).toMatchObject([
      { Address: '10.0.0.1', ServiceAddress: '10.0.0.5' },
    ]);
  });
});

describe('health', () => {
  beforeEach(async () => {
    await register({
      ...node,
      Service: web,
      Checks: [
        { CheckID: 'serfHealth', Name: 'Serf Health Status', Status: 'passing' },
        { CheckID: 'service:web-1', Name: 'c', Status: 'warning', ServiceID: 'web-1' },
      ],
    });
    await register({ Node: 'n2', Address: '10.0.0.2', Service: web });
    await register({
      Node: 'n2',
      Address: '10.0.0.2',
      Check: { CheckID: 'disk', Name: 'disk' },
    });
  });

  const nodesOf = async (query: string): Promise<unknown[]> => {
    const views = parse(await api.get(`/v1/health/service/web?${query}`));
    return (views as { Node: { Node: string } }[]).map((view) => view.Node.Node);
  };

  test('an instance comes with the checks of its node and its own, whatever they say', async () => {
    const [first, second] = parse(await api.get('/v1/health/service/web')) as {
      Checks: { CheckID: string; Status: string }[];
    }[];
    expect(first?.Checks.map(({ CheckID }) => CheckID)).toEqual(['serfHealth', 'service:web-1']);
    expect(second?.Checks).toMatchObject([{ CheckID: 'disk', Status: 'critical' }]);
  });

  test('a check is shown with every field', async () => {
    expect(parse(await api.get('/v1/health/checks/web'))).toEqual([
      {
        Node: 'n1',
        CheckID: 'service:web-1',
        Name: 'c',
        Status: 'warning',
        Notes: '',
        Output: '',
        ServiceID: 'web-1',
        ServiceName: 'web',
        ServiceTags: ['Prod', 'v1'],
        Type: '',
        Interval: '',
        Timeout: '',
        ExposedPort: 0,
        Definition: {},
        CreateIndex: 1,
        ModifyIndex: 1,
      },
    ]);
  });

  test('only with passing are the others left out', async () => {
    expect(await nodesOf('')).toEqual(['n1', 'n2']);
    expect(await nodesOf('passing=false')).toEqual(['n1', 'n2']);
    expect(await nodesOf('passing')).toEqual([]);
    expect(await nodesOf('passing=1')).toEqual([]);
    expect(await api.get('/v1/health/service/web?passing=maybe')).toMatchObject({
      status: 400,
      body: 'Invalid value for ?passing',
    });
  });

  test('states select checks', async () => {
    const idsIn = async (state: string): Promise<unknown[]> =>
      (parse(await api.get(`/v1/health/state/${state}`)) as { CheckID: string }[]).map(
        ({ CheckID }) => CheckID,
      );
    expect(await idsIn('any')).toHaveLength(3);
    expect(await idsIn('passing')).toEqual(['serfHealth']);
    expect(await idsIn('warning')).toEqual(['service:web-1']);
    expect(await idsIn('critical')).toEqual(['disk']);
  });

  test('filters look into checks and services', async () => {
    expect(await nodesOf('filter=Checks.Status+%3D%3D+critical')).toEqual(['n2']);
    const answer = await api.get('/v1/health/node/n1?filter=Status+%3D%3D+passing');
    expect(parse(answer)).toMatchObject([{ CheckID: 'serfHealth' }]);
  });
});

describe('coordinates', () => {
  const at = (first: number): object => ({
    Vec: [first, 0, 0, 0, 0, 0, 0, 0],
    Error: 1.5,
    Adjustment: 0,
    Height: 0.001,
  });

  beforeEach(async () => {
    for (const [at_, name] of ['near', 'far', 'self'].entries()) {
      await register({ Node: name, Address: `10.0.0.${at_ + 1}`, Service: web });
    }
    for (const [name, place] of [
      ['self', 0],
      ['near', 1],
      ['far', 9],
    ] as const) {
      const body = { Node: name, Coord: at(place) };
      expect(await api.put('/v1/coordinate/update', body)).toMatchObject({ status: 200, body: '' });
    }
  });

  test('are shown as they were given; an unknown node is 404', async () => {
    expect(parse(await api.get('/v1/coordinate/node/near'))).toEqual([
      { Node: 'near', Segment: '', Coord: at(1) },
    ]);
    expect(parse(await api.get('/v1/coordinate/nodes'))).toHaveLength(3);
    expect(parse(await api.get('/v1/coordinate/nodes?segment=other'))).toEqual([]);
    expect(await api.get('/v1/coordinate/node/nope')).toMatchObject({ status: 404, body: '' });
  });

  test('order what is asked for near a node, within its own datacenter', async () => {
    const order = async (path: string): Promise<unknown[]> =>
      (parse(await api.get(path)) as { Node: string }[]).map(({ Node }) => Node);
    expect(await order('/v1/catalog/nodes')).toEqual(['far', 'near', 'self']);
    expect(await order('/v1/catalog/nodes?near=self')).toEqual(['self', 'near', 'far']);
    expect(await order('/v1/catalog/service/web?near=self')).toEqual(['self', 'near', 'far']);
    expect(await order('/v1/catalog/nodes?near=nope')).toEqual(['far', 'near', 'self']);
  });

  test('of datacenters tell which area they were seen through', async () => {
    api.gateway.served.set('Coordinate.Datacenters', () => [
      { datacenter: 'dc2', areaId: 'wan', coordinates: [] },
    ]);
    expect(parse(await api.get('/v1/coordinate/datacenters'))).toEqual([
      { Datacenter: 'dc2', AreaID: 'wan', Coordinates: [] },
    ]);
  });

  test('of the wrong shape are refused', async () => {
    const body = { Node: 'near', Coord: { Vec: [1], Error: 1, Adjustment: 0, Height: 0 } };
    expect(await api.put('/v1/coordinate/update', body)).toMatchObject({ status: 400 });
  });

  test('may be off', async () => {
    const own = await new HttpHarness({ config: { disableCoordinates: true } }).start();
    expect(await own.get('/v1/coordinate/nodes')).toMatchObject({
      status: 401,
      body: 'Coordinate support disabled',
    });
    await own.stop();
  });
});
