import { seededRng } from '@konsul/runtime';
import { beforeEach, describe, expect, test } from 'vitest';
import { LocalRig, localConfig, registrationOf, settle } from '../../test/local/local-rig.js';
import { serviceWith } from '../../test/support/definitions.js';
import type { RegisterCommand } from '../commands/command.js';
import { catalogDeregister, catalogRegister } from '../endpoints/catalog.js';
import { RequestError } from '../request/request-error.js';

let rig: LocalRig;
beforeEach(() => {
  rig = new LocalRig();
});

const unreachable = (): RequestError => new RequestError('NO_SERVERS', 'No known Consul servers');
const serviceIds = (): string[] => rig.gateway.services('n1').map(({ id }) => id);

describe('at the start', () => {
  test('the node itself is put into the catalogue', async () => {
    await rig.start();
    expect(rig.gateway.node('n1')?.node).toMatchObject({
      id: 'id-1',
      address: '10.0.0.1',
      datacenter: 'dc1',
      taggedAddresses: {
        lan: '10.0.0.1',
        lan_ipv4: '10.0.0.1',
        wan: '192.0.2.1',
        wan_ipv4: '192.0.2.1',
      },
      meta: { rack: 'r1', 'consul-network-segment': '' },
    });
  });

  test('nothing is written where the catalogue is as the machine is', async () => {
    const config = { ...localConfig, services: [{ name: 'web', checks: [{ ttlMs: 60_000 }] }] };
    const local = await rig.start({ config });
    await local.stop();
    rig.gateway.writes.length = 0;
    await rig.start({ config });
    expect(rig.gateway.writes).toEqual([]);
  });

  test('without a server it is tried again within 15 to 30 s', async () => {
    rig.gateway.failure = unreachable;
    const local = await rig.start();
    await local.registerService(registrationOf({ service: 'web' }));
    await rig.pass(14_999);
    expect(rig.gateway.reads).toHaveLength(2);
    rig.gateway.failure = () => undefined;
    await rig.pass(15_001);
    expect(serviceIds()).toEqual(['web']);
  });

  test('a server that appears is told within 3 s', async () => {
    rig.gateway.failure = unreachable;
    const local = await rig.start();
    await local.registerService(registrationOf({ service: 'web' }));
    rig.gateway.failure = () => undefined;
    local.serverAppeared();
    await rig.pass(3000);
    expect(serviceIds()).toEqual(['web']);
  });
});

describe('a change', () => {
  test('reaches the catalogue at once, a service with its checks in one call', async () => {
    const local = await rig.start();
    rig.gateway.writes.length = 0;
    await local.registerService(
      registrationOf({ service: 'web' }, [{ ttlMs: 10_000 }, { ttlMs: 20_000 }]),
    );
    await rig.pass(1);
    expect(rig.gateway.writes).toHaveLength(1);
    expect(serviceIds()).toEqual(['web']);
    expect(rig.gateway.checks('n1').map(({ checkId }) => checkId)).toEqual([
      'service:web:1',
      'service:web:2',
    ]);
    await local.deregisterService('web');
    await rig.pass(1);
    expect(serviceIds()).toEqual([]);
    expect(rig.gateway.checks('n1')).toEqual([]);
  });

  test('that says nothing new is not sent', async () => {
    const local = await rig.start();
    await local.registerService(registrationOf({ service: 'web' }));
    await rig.pass(1);
    rig.gateway.writes.length = 0;
    await local.registerService(registrationOf({ service: 'web' }));
    await rig.pass(1);
    expect(rig.gateway.writes).toEqual([]);
  });

  test('while a call is under way is sent after it', async () => {
    const local = await rig.start();
    let open: () => void = () => undefined;
    rig.gateway.gate = new Promise((resolve) => {
      open = resolve;
    });
    await local.registerService(registrationOf({ service: 'web', port: 1 }));
    await rig.pass(1);
    await local.registerService(registrationOf({ service: 'web', port: 2 }));
    await local.registerService(registrationOf({ service: 'db' }));
    await local.deregisterService('db');
    open();
    await settle();
    await rig.pass(1);
    expect(rig.gateway.services('n1').map(({ id, port }) => [id, port])).toEqual([['web', 2]]);
  });

  test('that could not be sent is sent within 30 s', async () => {
    const local = await rig.start();
    rig.gateway.failure = unreachable;
    await local.registerService(registrationOf({ service: 'web' }));
    await rig.pass(1);
    rig.gateway.failure = () => undefined;
    await rig.pass(30_000);
    expect(serviceIds()).toEqual(['web']);
  });
});

describe('a comparison', () => {
  test('comes within two minutes and mends what somebody else changed', async () => {
    const local = await rig.start();
    await local.registerService(registrationOf({ service: 'web', tags: ['a'] }));
    await local.registerService(registrationOf({ service: 'lost' }));
    await rig.pass(1);
    const node = { ...rig.gateway.node('n1')!.node, address: '10.9.9.9' };
    rig.gateway.apply(catalogRegister, {
      type: 'register',
      node,
      skipNodeUpdate: false,
      service: serviceWith({ id: 'stranger', service: 'stranger' }),
      checks: [],
    });
    rig.gateway.apply(catalogDeregister, {
      type: 'deregister',
      node: 'n1',
      serviceId: 'lost',
      checkId: '',
      datacenter: 'dc1',
    });
    await rig.pass(120_000);
    expect(new Set(serviceIds())).toEqual(new Set(['web', 'lost']));
    expect(rig.gateway.node('n1')?.node.address).toBe('10.0.0.1');
  });

  test('is made with a stale answer of at most 2 s, under the agent token', async () => {
    const { acl } = localConfig;
    const config = { ...localConfig, acl: { ...acl, tokens: { ...acl.tokens, agent: 'agent!' } } };
    await rig.start({ config });
    expect(rig.gateway.reads.map(({ name, options }) => [name, options])).toEqual([
      ['Catalog.NodeServices', expect.objectContaining({ consistency: 'stale', maxStaleMs: 2000 })],
      ['Health.NodeChecks', expect.objectContaining({ token: 'agent!' })],
    ]);
    expect(rig.gateway.writes.map(({ token }) => token)).toEqual(['agent!']);
  });

  test('comes more rarely in a large cluster', async () => {
    const countOf = async (clusterSize: number): Promise<number> => {
      const own = new LocalRig();
      await own.start({ clusterSize: () => clusterSize, rng: seededRng(3) });
      await own.pass(3_600_000);
      return own.gateway.reads.length / 2;
    };
    const small = await countOf(128);
    const large = await countOf(8192);
    expect(small).toBeGreaterThanOrEqual(30);
    expect(small).toBeLessThanOrEqual(61);
    expect(large).toBeLessThan(small / 2);
  });

  test('leaves tags to the catalogue where the service says so', async () => {
    const local = await rig.start();
    await local.registerService(
      registrationOf({ service: 'web', tags: ['own'], enableTagOverride: true }, [
        { ttlMs: 600_000 },
      ]),
    );
    await rig.pass(1);
    const { node, services } = rig.gateway.node('n1')!;
    const { node: _, createIndex: _create, modifyIndex: _modify, ...web } = services[0]!;
    rig.gateway.apply(catalogRegister, {
      type: 'register',
      node,
      skipNodeUpdate: true,
      service: { ...web, tags: ['theirs'] },
      checks: [],
    });
    // A check's status changes before the next comparison is due.
    await local.updateTtl('service:web', { status: 'passing', output: '' });
    await rig.pass(1);
    expect(rig.gateway.checks('n1')[0]?.status).toBe('passing');
    expect(rig.gateway.services('n1')[0]?.tags).toEqual(['theirs']);
    expect(local.services().get('web')?.tags).toEqual(['theirs']);
  });
});

describe('an output that changes while the status stays', () => {
  test('is held back for 2.5 to 7.5 minutes, and the status is not', async () => {
    const local = await rig.start();
    await local.registerCheck({ name: 'c', ttlMs: 3_600_000 }, '');
    await local.updateTtl('c', { status: 'passing', output: 'one' });
    await rig.pass(1);
    expect(rig.gateway.checks('n1')[0]?.output).toBe('one');
    await local.updateTtl('c', { status: 'passing', output: 'two' });
    await rig.pass(149_999);
    expect(rig.gateway.checks('n1')[0]?.output).toBe('one');
    expect(local.checks().get('c')?.output).toBe('two');
    await rig.pass(300_001);
    expect(rig.gateway.checks('n1')[0]?.output).toBe('two');
    await local.updateTtl('c', { status: 'warning', output: 'three' });
    await rig.pass(1);
    expect(rig.gateway.checks('n1')[0]).toMatchObject({ status: 'warning', output: 'three' });
  });

  test('is sent at once where no interval is set', async () => {
    const local = await rig.start({ config: { ...localConfig, checkUpdateIntervalMs: 0 } });
    await local.registerCheck({ name: 'c', ttlMs: 3_600_000 }, '');
    await local.updateTtl('c', { status: 'passing', output: 'one' });
    await local.updateTtl('c', { status: 'passing', output: 'two' });
    await rig.pass(1);
    expect(rig.gateway.checks('n1')[0]?.output).toBe('two');
  });
});

describe('a refusal', () => {
  const refuse = (code: 'DENIED' | 'INTERNAL'): void => {
    rig.gateway.failure = (name, request) =>
      name === 'Catalog.Register' && (request as RegisterCommand).service?.id === 'bad'
        ? new RequestError(code, 'no')
        : undefined;
  };

  test('of one service does not keep back the others', async () => {
    const local = await rig.start();
    refuse('INTERNAL');
    await local.registerService(registrationOf({ service: 'bad' }));
    await local.registerService(registrationOf({ service: 'good' }));
    await rig.pass(1);
    expect(serviceIds()).toEqual(['good']);
    rig.gateway.failure = () => undefined;
    await rig.pass(30_000);
    expect(new Set(serviceIds())).toEqual(new Set(['bad', 'good']));
  });

  test('for want of rights is not tried again before the next comparison', async () => {
    const local = await rig.start();
    refuse('DENIED');
    await local.registerService(registrationOf({ service: 'bad' }));
    await rig.pass(1);
    rig.gateway.writes.length = 0;
    await rig.pass(50_000);
    expect(rig.gateway.writes).toEqual([]);
  });

  test("of the node keeps services off another machine's name", async () => {
    rig.gateway.failure = (name, request) =>
      name === 'Catalog.Register' && !(request as RegisterCommand).skipNodeUpdate
        ? new RequestError('INTERNAL', 'Node name n1 is reserved')
        : undefined;
    const local = await rig.start();
    await local.registerService(registrationOf({ service: 'web' }));
    await rig.pass(60_000);
    expect(rig.gateway.node('n1')).toBeUndefined();
  });
});

test('after the stop nothing is asked any more', async () => {
  const local = await rig.start();
  await local.stop();
  local.serverAppeared();
  const callCount = rig.gateway.reads.length + rig.gateway.writes.length;
  await rig.pass(600_000);
  expect(rig.gateway.reads.length + rig.gateway.writes.length).toBe(callCount);
});
