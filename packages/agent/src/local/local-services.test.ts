import { seededRng, silentLogger, silentMetrics } from '@konsul/runtime';
import { VirtualClock, VirtualDisk } from '@konsul/simulation';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings } from '../config/defaults.js';
import type { CheckDefinition } from '../config/definitions.js';
import { catalogRegister } from '../endpoints/catalog.js';
import type { ServiceDefinition } from '../state/domain.js';
import type { ServiceRegistration } from './local-agent.js';
import {
  createLocalServices,
  type LocalServicesConfig,
  type LocalServicesOptions,
  type LocalServicesRuntime,
} from './local-services.js';
import { CatalogGateway } from './testing/catalog-gateway.js';

const config: LocalServicesConfig = {
  ...defaultSettings,
  nodeName: 'n1',
  advertiseAddress: '10.0.0.1',
  advertiseAddressWan: '192.0.2.1',
  nodeMeta: { rack: 'r1' },
  segment: '',
};

const service = (parts: Partial<ServiceDefinition> & { service: string }): ServiceDefinition => ({
  id: '',
  kind: '',
  tags: [],
  address: '',
  taggedAddresses: {},
  meta: {},
  port: 80,
  socketPath: '',
  weights: { passing: 1, warning: 1 },
  enableTagOverride: false,
  ...parts,
});

const registration = (
  parts: Partial<ServiceDefinition> & { service: string },
  checks: readonly CheckDefinition[] = [],
): ServiceRegistration => ({
  service: service(parts),
  checks,
  token: '',
  replaceExistingChecks: false,
});

let clock: VirtualClock;
let gateway: CatalogGateway;
let disk: VirtualDisk;

beforeEach(() => {
  clock = new VirtualClock();
  gateway = new CatalogGateway();
  disk = new VirtualDisk({ rng: seededRng(7) });
});

function create(parts: Partial<LocalServicesOptions> = {}): LocalServicesRuntime {
  return createLocalServices({
    config,
    nodeId: 'id-1',
    gateway,
    clusterSize: () => 1,
    clock,
    rng: seededRng(1),
    logger: silentLogger,
    metrics: silentMetrics,
    ...parts,
  });
}

/** Lets everything that is due within `durationMs` happen, promises included. */
async function pass(durationMs: number): Promise<void> {
  const endMs = clock.nowMs() + durationMs;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  };
  await settle();
  for (let nextMs = clock.nextEventMs(); nextMs !== undefined && nextMs <= endMs; ) {
    clock.runNext();
    await settle();
    nextMs = clock.nextEventMs();
  }
  clock.moveTo(endMs);
}

async function started(parts: Partial<LocalServicesOptions> = {}): Promise<LocalServicesRuntime> {
  const local = create(parts);
  await local.start();
  await pass(1);
  return local;
}

describe('sync', () => {
  test('the node itself is put into the catalogue at the start', async () => {
    await started();
    expect(gateway.node('n1')?.node).toMatchObject({
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

  test('a service and its checks reach the catalogue at once, in one call', async () => {
    const local = await started();
    gateway.writes.length = 0;
    await local.registerService(
      registration({ service: 'web' }, [{ ttlMs: 10_000 }, { ttlMs: 20_000 }]),
    );
    await pass(1);
    expect(gateway.writes).toHaveLength(1);
    expect(gateway.services('n1').map(({ id }) => id)).toEqual(['web']);
    expect(gateway.checks('n1').map(({ checkId, status }) => [checkId, status])).toEqual([
      ['service:web:1', 'critical'],
      ['service:web:2', 'critical'],
    ]);
  });

  test('a deregistered service leaves the catalogue with its checks', async () => {
    const local = await started();
    await local.registerService(registration({ service: 'web' }, [{ ttlMs: 10_000 }]));
    await pass(1);
    await local.deregisterService('web');
    await pass(1);
    expect(gateway.services('n1')).toEqual([]);
    expect(gateway.checks('n1')).toEqual([]);
  });

  test('a full comparison mends what somebody else changed', async () => {
    const local = await started();
    await local.registerService(registration({ service: 'web', tags: ['a'] }));
    await pass(1);
    const node = { ...gateway.node('n1')!.node, address: '10.9.9.9' };
    gateway.apply(catalogRegister, {
      type: 'register',
      node,
      skipNodeUpdate: false,
      service: service({ id: 'stranger', service: 'stranger' }),
      checks: [],
    });
    await pass(120_001);
    expect(gateway.services('n1').map(({ id }) => id)).toEqual(['web']);
    expect(gateway.node('n1')?.node.address).toBe('10.0.0.1');
  });
});

describe('TTL', () => {
  test('a check that is not renewed turns critical and says what it said last', async () => {
    const local = await started();
    await local.registerCheck({ name: 'alive', ttlMs: 10_000 }, '');
    await local.updateTtl('alive', { status: 'passing', output: 'fine' });
    await pass(9_999);
    expect(local.checks().get('alive')?.status).toBe('passing');
    expect(gateway.checks('n1')[0]?.status).toBe('passing');
    await pass(2);
    expect(local.checks().get('alive')).toMatchObject({
      status: 'critical',
      output: 'TTL expired (last output before timeout follows): fine',
    });
    expect(gateway.checks('n1')[0]?.status).toBe('critical');
  });
});

describe('restart', () => {
  test('services and checks registered by the API come back', async () => {
    const dataDirectory = { path: '/data', disk };
    const local = await started({ dataDirectory });
    await local.registerService(registration({ service: 'web' }, [{ ttlMs: 600_000 }]));
    await local.updateTtl('service:web', { status: 'passing', output: 'ok' });
    await local.setNodeMaintenance({ isEnabled: true, reason: '', token: '' });
    await local.stop();
    disk.crash();
    const again = await started({ dataDirectory });
    expect([...again.services().keys()]).toEqual(['web']);
    expect(again.checks().get('service:web')).toMatchObject({ status: 'passing', output: 'ok' });
    expect(again.checks().get('_node_maintenance')?.type).toBe('maintenance');
  });
});
