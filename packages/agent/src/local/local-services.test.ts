import { beforeEach, describe, expect, test } from 'vitest';
import { LocalRig, localConfig, registrationOf } from '../../test/local/local-rig.js';
import type { CheckDefinition, ServiceDefinition } from '../config/definitions.js';

let rig: LocalRig;
beforeEach(() => {
  rig = new LocalRig();
});

describe('registering a service', () => {
  test('names its checks by their place and begins them critical', async () => {
    const local = await rig.start();
    await local.registerService(registrationOf({ service: 'web' }, [{ ttlMs: 1000 }]));
    await local.registerService(
      registrationOf({ service: 'db', id: 'db1', tags: ['main'] }, [
        { ttlMs: 1000, status: 'passing' },
        { ttlMs: 1000, id: 'own', name: 'Own' },
        { ttlMs: 1000 },
      ]),
    );
    expect([...local.checks().keys()]).toEqual([
      'service:web',
      'service:db1:1',
      'own',
      'service:db1:3',
    ]);
    expect(local.checks().get('service:web')).toMatchObject({
      node: 'n1',
      name: "Service 'web' check",
      status: 'critical',
      output: '',
      type: 'ttl',
      serviceId: 'web',
      serviceName: 'web',
    });
    expect(local.checks().get('service:db1:1')).toMatchObject({
      status: 'passing',
      serviceTags: ['main'],
    });
    expect(local.checks().get('own')?.name).toBe('Own');
  });

  test('fills in tagged addresses of an IP address, but not of a name', async () => {
    const local = await rig.start();
    await local.registerService(registrationOf({ service: 'a', address: '10.1.1.1', port: 8 }));
    await local.registerService(registrationOf({ service: 'b', address: 'fd00::1', port: 8 }));
    await local.registerService(registrationOf({ service: 'c', address: 'host.example' }));
    const tagged = [...local.services().values()].map(({ taggedAddresses }) => taggedAddresses);
    const v4 = { address: '10.1.1.1', port: 8 };
    const v6 = { address: 'fd00::1', port: 8 };
    expect(tagged).toEqual([{ lan_ipv4: v4, wan_ipv4: v4 }, { lan_ipv6: v6, wan_ipv6: v6 }, {}]);
  });

  test('again keeps the status of its checks, and drops unnamed ones only when told to', async () => {
    const local = await rig.start();
    const checks: CheckDefinition[] = [
      { id: 'c1', ttlMs: 60_000 },
      { id: 'c2', ttlMs: 60_000 },
    ];
    await local.registerService(registrationOf({ service: 'web' }, checks));
    await local.updateTtl('c1', { status: 'passing', output: 'good' });
    await local.registerService(registrationOf({ service: 'web' }, checks.slice(0, 1)));
    expect([...local.checks().keys()]).toEqual(['c1', 'c2']);
    expect(local.checks().get('c1')).toMatchObject({ status: 'passing', output: 'good' });
    await local.registerService({
      ...registrationOf({ service: 'web' }, checks.slice(0, 1)),
      replaceExistingChecks: true,
    });
    expect([...local.checks().keys()]).toEqual(['c1']);
    await rig.pass(1);
    expect(rig.gateway.checks('n1').map(({ checkId }) => checkId)).toEqual(['c1']);
  });

  test.each([
    [{ service: '' }, 'Missing service name'],
    [{ service: 'a', address: '0.0.0.0' }, 'Invalid service address'],
    [{ service: 'a', address: '::' }, 'Invalid service address'],
    [
      { service: 'a', address: 'not an ip!' },
      'Invalid service address: "not an ip!" is neither an IP address nor a host name',
    ],
    [{ service: 'a', id: 'consul' }, /^Service ID "consul" belongs to the servers/],
    [{ service: 'Consul', id: 'mine' }, /^Service name "Consul" belongs to the servers/],
    [
      { service: 'a', weights: { passing: 0, warning: 1 } },
      'Invalid Weights: Passing must be greater than 0',
    ],
    [{ service: 'a', meta: { 'no space': '' } }, /^Invalid Service Meta: .*invalid characters/],
    [{ service: 'a', meta: { 'consul-x': '' } }, /^Invalid Service Meta: .*reserved/],
    [{ service: 'a', meta: { k: 'v'.repeat(513) } }, /^Invalid Service Meta: .*512/],
  ])('refuses %j', async (parts, detail) => {
    const local = await rig.start();
    await expect(local.registerService(registrationOf(parts))).rejects.toMatchObject({
      code: 'INVALID',
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    });
    expect(local.services().size).toBe(0);
  });

  test('refuses a check that cannot be, and then nothing is registered', async () => {
    const local = await rig.start();
    for (const [check, detail] of [
      [{ ttlMs: 0 }, 'Invalid check: TTL must be > 0 for TTL checks'],
      [{ http: 'http://a' }, /^Invalid check: Interval must be > 0/],
      [{ tcp: 'nowhere', intervalMs: 1000 }, /^Invalid check: TCP must be host:port/],
      [{ args: ['true'], intervalMs: 1000 }, /^Scripts are disabled on this agent/],
      [
        { ttlMs: 1, status: 'fine' as 'passing' },
        "Status for checks must 'passing', 'warning', 'critical'",
      ],
    ] as const) {
      const attempt = local.registerService(registrationOf({ service: 'web' }, [check]));
      await expect(attempt).rejects.toMatchObject({
        code: 'INVALID',
        detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
      });
    }
    expect(local.services().size).toBe(0);
  });

  test.each(['10.0.0.1', 'fe80::1%eth0', '[::1]', 'db-1.example.com', 'some_host'])(
    'takes the address %s',
    async (address) => {
      const local = await rig.start();
      await local.registerService(registrationOf({ service: 'a', address }));
      expect(local.services().size).toBe(1);
    },
  );
});

describe('what is unknown', () => {
  test('is refused with the words of the API', async () => {
    const local = await rig.start();
    const noService =
      'Unknown service ID "x". Ensure that the service ID is passed, not the service name.';
    const noCheck = 'Unknown check ID "x". Ensure that the check ID is passed, not the check name.';
    const request = { isEnabled: true, reason: '', token: '' };
    for (const [attempt, detail] of [
      [local.deregisterService('x'), noService],
      [local.setServiceMaintenance('x', request), noService],
      [local.deregisterCheck('x'), noCheck],
      [local.updateTtl('x', { status: 'passing', output: '' }), noCheck],
      [
        local.registerCheck({ name: 'c', ttlMs: 1, serviceId: 'zz' }, ''),
        'ServiceID "zz" does not exist',
      ],
    ] as const) {
      await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND', detail });
    }
    await expect(local.registerCheck({ ttlMs: 1 }, '')).rejects.toMatchObject({
      code: 'INVALID',
      detail: 'Missing check name',
    });
  });
});

describe('maintenance', () => {
  test('of a service and of the node stands as a critical check until it is taken back', async () => {
    const local = await rig.start();
    await local.registerService(registrationOf({ service: 'web' }));
    await local.setServiceMaintenance('web', { isEnabled: true, reason: 'upgrade', token: '' });
    await local.setNodeMaintenance({ isEnabled: true, reason: '', token: '' });
    expect(local.checks().get('_service_maintenance:web')).toMatchObject({
      name: 'Service Maintenance Mode',
      status: 'critical',
      notes: 'upgrade',
      type: 'maintenance',
      serviceId: 'web',
    });
    expect(local.checks().get('_node_maintenance')).toMatchObject({
      name: 'Node Maintenance Mode',
      notes:
        'Maintenance mode is enabled for this node, but no reason was provided. This is a default message.',
      serviceId: '',
    });
    const off = { isEnabled: false, reason: '', token: '' };
    await local.setServiceMaintenance('web', off);
    await local.setNodeMaintenance(off);
    await local.setNodeMaintenance(off);
    expect(local.checks().size).toBe(0);
  });
});

describe('a TTL check', () => {
  test('that is not renewed turns critical and says what it said last', async () => {
    const local = await rig.start();
    await local.registerCheck({ name: 'alive', ttlMs: 10_000 }, '');
    await local.updateTtl('alive', { status: 'passing', output: 'fine' });
    await rig.pass(9999);
    expect(local.checks().get('alive')?.status).toBe('passing');
    expect(rig.gateway.checks('n1')[0]?.status).toBe('passing');
    await rig.pass(2);
    expect(local.checks().get('alive')).toMatchObject({
      status: 'critical',
      output: 'TTL expired (last output before timeout follows): fine',
    });
    expect(rig.gateway.checks('n1')[0]?.status).toBe('critical');
  });

  test('keeps the beginning of a long output and says how long it was', async () => {
    const local = await rig.start();
    await local.registerCheck({ name: 'c', ttlMs: 10_000, outputBytesMax: 4 }, '');
    await local.updateTtl('c', { status: 'passing', output: 'äöü' });
    expect(local.checks().get('c')?.output).toBe('äö ... (captured 4 of 6 bytes)');
  });

  test('is the only kind whose owner may report', async () => {
    const local = await rig.start();
    await local.registerCheck({ name: 'c', tcp: '127.0.0.1:1', intervalMs: 60_000 }, '');
    const attempt = local.updateTtl('c', { status: 'passing', output: '' });
    await expect(attempt).rejects.toMatchObject({
      code: 'INVALID',
      detail: 'CheckID "c" does not have associated TTL',
    });
  });
});

describe('a service that is critical for too long', () => {
  test('is deregistered at the next sweep, after a minute at least', async () => {
    const local = await rig.start();
    await local.registerService(
      registrationOf({ service: 'web' }, [
        { ttlMs: 3_600_000, deregisterCriticalServiceAfterMs: 1 },
      ]),
    );
    await local.updateTtl('service:web', { status: 'passing', output: '' });
    await rig.pass(600_000);
    expect(local.services().size).toBe(1);
    await local.updateTtl('service:web', { status: 'critical', output: '' });
    await rig.pass(60_000);
    expect(local.services().size).toBe(1);
    await rig.pass(30_001);
    expect(local.services().size).toBe(0);
    expect(local.checks().size).toBe(0);
    expect(rig.gateway.services('n1')).toEqual([]);
  });
});

describe('an alias check', () => {
  test('repeats the worst of a service of this machine and of the node', async () => {
    const local = await rig.start();
    await local.registerService(registrationOf({ service: 'web' }, [{ id: 'c', ttlMs: 60_000 }]));
    await local.registerService(
      registrationOf({ service: 'proxy' }, [{ id: 'alias', aliasService: 'web' }]),
    );
    await rig.pass(1);
    expect(local.checks().get('alias')).toMatchObject({ type: 'alias', status: 'critical' });
    await local.updateTtl('c', { status: 'passing', output: '' });
    await rig.pass(1);
    expect(local.checks().get('alias')).toMatchObject({
      status: 'passing',
      output: 'All checks passing.',
    });
    await local.setNodeMaintenance({ isEnabled: true, reason: '', token: '' });
    await rig.pass(1);
    expect(local.checks().get('alias')?.status).toBe('critical');
    await local.setNodeMaintenance({ isEnabled: false, reason: '', token: '' });
    await local.deregisterService('web');
    await rig.pass(1);
    expect(local.checks().get('alias')).toMatchObject({
      status: 'critical',
      output: 'Service web could not be found on node n1',
    });
  });

  test('two that look at each other come to rest', async () => {
    const local = await rig.start();
    await local.registerService(registrationOf({ service: 'a' }, [{ aliasService: 'b' }]));
    await local.registerService(registrationOf({ service: 'b' }, [{ aliasService: 'a' }]));
    await rig.pass(1000);
    expect(local.checks().get('service:a')?.output.length).toBeLessThan(5000);
  });
});

describe('changes', () => {
  test('are told to listeners until they end', async () => {
    const local = await rig.start();
    let count = 0;
    const end = local.onChange(() => {
      count += 1;
    });
    await local.registerService(registrationOf({ service: 'web' }));
    expect(count).toBe(1);
    end();
    await local.deregisterService('web');
    expect(count).toBe(1);
  });
});

describe('configured definitions', () => {
  const web: ServiceDefinition = { name: 'web', checks: [{ ttlMs: 60_000 }] };

  test('are there from the start', async () => {
    const config = {
      ...localConfig,
      services: [web],
      checks: [{ name: 'disk', ttlMs: 1000 }],
    };
    const local = await rig.start({ config });
    expect([...local.services().keys()]).toEqual(['web']);
    expect([...local.checks().keys()]).toEqual(['service:web', 'disk']);
    expect(rig.gateway.services('n1').map(({ id }) => id)).toEqual(['web']);
  });

  test('that cannot be stop the start, by name', async () => {
    const config = { ...localConfig, services: [{ ...web, address: '0.0.0.0' }] };
    await expect(rig.create({ config }).start()).rejects.toThrow(
      '[INVALID_CONFIG] service "web": Invalid service address',
    );
  });

  test('are replaced by a reload, which keeps the status of what stays', async () => {
    const config = { ...localConfig, services: [web, { name: 'old' }] };
    const local = await rig.start({ config });
    await local.updateTtl('service:web', { status: 'passing', output: 'ok' });
    await local.registerService(registrationOf({ service: 'api' }));
    await local.reload({ ...config, services: [{ ...web, port: 99 }, { name: 'new' }] });
    await rig.pass(1);
    expect(new Set(local.services().keys())).toEqual(new Set(['web', 'api', 'new']));
    expect(local.services().get('web')?.port).toBe(99);
    expect(local.checks().get('service:web')).toMatchObject({ status: 'passing', output: 'ok' });
    expect(rig.gateway.services('n1')).toHaveLength(3);
  });

  test('that cannot be leave everything as it was at a reload', async () => {
    const config = { ...localConfig, services: [web] };
    const local = await rig.start({ config });
    const checks = [{ name: 'c', ttlMs: 1, serviceId: 'zz' }];
    await expect(local.reload({ ...config, services: [], checks })).rejects.toThrow(
      'ServiceID "zz" does not exist',
    );
    expect([...local.services().keys()]).toEqual(['web']);
  });
});

describe('after a restart', () => {
  test('what was registered is there again, each in the state that still holds', async () => {
    const dataDirectory = { path: '/data', disk: rig.disk };
    const local = await rig.start({ dataDirectory });
    await local.registerService(
      registrationOf({ service: 'web' }, [
        { id: 'long', ttlMs: 600_000 },
        { id: 'short', ttlMs: 10_000 },
      ]),
    );
    await local.updateTtl('long', { status: 'passing', output: 'ok' });
    await local.updateTtl('short', { status: 'passing', output: 'ok' });
    await local.registerService(registrationOf({ service: 'gone' }));
    await local.deregisterService('gone');
    await local.setNodeMaintenance({ isEnabled: true, reason: 'why', token: '' });
    await local.stop();
    rig.disk.crash();
    await rig.pass(20_000);

    const again = await rig.start({ dataDirectory: { path: '/data', disk: rig.disk } });
    expect([...again.services().keys()]).toEqual(['web']);
    expect(again.checks().get('long')).toMatchObject({ status: 'passing', output: 'ok' });
    expect(again.checks().get('short')?.status).toBe('critical');
    expect(again.checks().get('_node_maintenance')).toMatchObject({
      type: 'maintenance',
      notes: 'why',
    });
    await rig.pass(600_000 - 20_002);
    expect(again.checks().get('long')?.status).toBe('passing');
    await rig.pass(2);
    expect(again.checks().get('long')?.status).toBe('critical');
  });

  test('the configuration wins over what was registered', async () => {
    const dataDirectory = { path: '/data', disk: rig.disk };
    const local = await rig.start({ dataDirectory });
    await local.registerService(registrationOf({ service: 'web', port: 1 }));
    await local.stop();
    const config = { ...localConfig, services: [{ name: 'web', port: 2 }] };
    const configured = await rig.start({ dataDirectory, config });
    expect(configured.services().get('web')?.port).toBe(2);
    await configured.stop();
    const again = await rig.start({ dataDirectory });
    expect(again.services().size).toBe(0);
  });

  test('what is not on disk is not said to be kept', async () => {
    const dataDirectory = { path: '/data', disk: rig.disk };
    const local = await rig.start({ dataDirectory });
    rig.disk.inject({ operation: 'sync', code: 'EIO' });
    const attempt = local.registerService(registrationOf({ service: 'web' }));
    await expect(attempt).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(local.services().size).toBe(1);
  });
});
