import { fc } from '@fast-check/vitest';
import type { Command } from '../src/commands/command.js';
import type { CheckDefinition, NodeDefinition, ServiceDefinition } from '../src/state/domain.js';

/** Few names, so that commands meet; some differ in nothing but case. */
const nodeName = fc.constantFrom('alpha', 'alpha', 'alpha', 'Alpha', 'beta', 'gämma');
const serviceName = fc.constantFrom('web', 'web', 'web', 'Web', 'db');
const serviceId = fc.constantFrom('web', 'web', 'web', 'WEB', 'db');
const checkId = fc.constantFrom('serfHealth', 'service:web', 'disk');
const status = fc.constantFrom('passing', 'warning', 'critical' as const);
const textMap = fc.dictionary(fc.constantFrom('env', 'rack', '1'), fc.constantFrom('a', 'b', ''), {
  maxKeys: 2,
  noNullPrototype: true,
});

/** Keys that nest, share beginnings and are not always text. */
export const kvKey: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.constantFrom('a', 'b', 'ab', '/', '\xff', '\0'), { maxLength: 5 })
    .map((parts) => parts.join('')),
  fc.constantFrom('config/web/port', 'config/web', 'config/', 'config/db/host'),
);

const kvValue = fc.uint8Array({ maxLength: 3 }).map((bytes) => new Uint8Array(bytes));
const kvFlags = fc.oneof(fc.constant(0n), fc.constantFrom(0x2ddccbc058a50c18n, 2n ** 64n - 1n));
const kvWrite = { key: kvKey, value: kvValue, flags: kvFlags };

export const kvCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('kv-set' as const), ...kvWrite }) },
  fc.record({
    type: fc.constant('kv-cas' as const),
    expectedIndex: fc.nat({ max: 30 }),
    ...kvWrite,
  }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant('kv-delete' as const), key: kvKey }) },
  fc.record({
    type: fc.constant('kv-delete-cas' as const),
    key: kvKey,
    expectedIndex: fc.nat({ max: 30 }),
  }),
  fc.record({ type: fc.constant('kv-delete-tree' as const), prefix: kvKey }),
);

const node: fc.Arbitrary<NodeDefinition> = fc.record({
  node: nodeName,
  id: fc.constantFrom('', 'id-1', 'id-2'),
  address: fc.constantFrom('10.0.0.1', '10.0.0.2'),
  datacenter: fc.constant('dc1'),
  taggedAddresses: textMap,
  meta: textMap,
});

const service: fc.Arbitrary<ServiceDefinition> = fc.record({
  id: serviceId,
  service: serviceName,
  kind: fc.constant(''),
  tags: fc.subarray(['v1', 'V2', 'primary']),
  address: fc.constantFrom('', '10.1.0.1'),
  taggedAddresses: fc.constantFrom({}, { wan: { address: '1.2.3.4', port: 80 } }),
  meta: textMap,
  port: fc.nat({ max: 3 }),
  socketPath: fc.constant(''),
  weights: fc.record({ passing: fc.constant(1), warning: fc.nat({ max: 1 }) }),
  enableTagOverride: fc.boolean(),
});

const check: fc.Arbitrary<CheckDefinition> = fc.record({
  node: fc.constant(''),
  checkId,
  name: fc.constant('a check'),
  status,
  notes: fc.constant(''),
  output: fc.constantFrom('', 'ok'),
  serviceId: fc.oneof(fc.constant(''), { weight: 2, arbitrary: serviceId }),
  type: fc.constantFrom('', 'ttl'),
  interval: fc.constant('10s'),
  timeout: fc.constant(''),
  exposedPort: fc.constant(0),
  probe: fc.record({
    http: fc.constantFrom('', 'http://localhost'),
    method: fc.constant(''),
    body: fc.constant(''),
    header: fc.constantFrom({}, { Accept: ['text/plain', '*/*'] }),
    tcp: fc.constant(''),
    udp: fc.constant(''),
    grpc: fc.constant(''),
    tlsServerName: fc.constant(''),
    tlsSkipVerify: fc.boolean(),
    intervalMs: fc.constantFrom(0, 0.001, 10_000),
    timeoutMs: fc.constant(0),
    deregisterCriticalServiceAfterMs: fc.constant(60_000),
  }),
});

export const registerCommand: fc.Arbitrary<Command> = fc.record(
  {
    type: fc.constant('register' as const),
    node,
    skipNodeUpdate: fc.boolean(),
    service,
    checks: fc.array(check, { maxLength: 2 }),
  },
  { requiredKeys: ['type', 'node', 'skipNodeUpdate', 'checks'], noNullPrototype: true },
);

const deregisterCommand: fc.Arbitrary<Command> = fc.record({
  type: fc.constant('deregister' as const),
  node: nodeName,
  serviceId: fc.oneof(fc.constant(''), serviceId),
  checkId: fc.oneof(fc.constant(''), checkId),
  datacenter: fc.constant(''),
});

const areaId = fc.constantFrom('area-1', 'area-2', 'area-3');
const areaCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant('area-create' as const),
    id: areaId,
    datacenter: fc.constant('dc1'),
    peerDatacenter: fc.constantFrom('dc1', 'dc2', 'dc3'),
    retryJoin: fc.subarray(['10.1.2.3', '10.1.2.4:8300']),
    useTls: fc.boolean(),
  }),
  fc.record({ type: fc.constant('area-update' as const), id: areaId, useTls: fc.boolean() }),
  fc.record({ type: fc.constant('area-delete' as const), id: areaId }),
);

const seconds = fc.constantFrom(0, 0.001, 0.5, Number.NaN);
const coordinateCommand: fc.Arbitrary<Command> = fc.record({
  type: fc.constant('coordinates' as const),
  coordinates: fc.array(
    fc.record({
      node: nodeName,
      segment: fc.constantFrom('', 'edge'),
      position: fc.record({
        vector: fc.array(seconds, { minLength: 7, maxLength: 8 }),
        error: fc.constant(1.5),
        adjustment: fc.constantFrom(0, -0.01),
        height: fc.constant(0.00001),
      }),
    }),
    { maxLength: 2 },
  ),
});

const reapCommand: fc.Arbitrary<Command> = fc.record({
  type: fc.constant('reap-tombstones' as const),
  upToIndex: fc.nat({ max: 30 }),
});

/** Commands on the catalogue. */
export const catalogCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: registerCommand },
  { weight: 2, arbitrary: deregisterCommand },
  coordinateCommand,
);

/** Any command. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: kvCommand },
  { weight: 3, arbitrary: catalogCommand },
  areaCommand,
  reapCommand,
);
