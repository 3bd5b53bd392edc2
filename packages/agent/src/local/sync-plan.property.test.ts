import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { CatalogGateway } from '../../test/local/catalog-gateway.js';
import { catalogDeregister, catalogRegister } from '../endpoints/catalog.js';
import { RequestError } from '../request/request-error.js';
import type { CheckDefinition, NodeDefinition, ServiceDefinition } from '../state/domain.js';
import { type CheckRecord, checkRecordOf, type ServiceRecord } from './records.js';
import { compareCatalogs, type LocalCatalog, planSync, type RemoteCatalog } from './sync-plan.js';

const node: NodeDefinition = {
  node: 'n1',
  id: 'id-1',
  address: '10.0.0.1',
  datacenter: 'dc1',
  taggedAddresses: { lan: '10.0.0.1' },
  meta: {},
};

const gossipCheck: CheckDefinition = {
  ...checkRecordOf(
    { id: 'serfHealth', name: 'Serf Health Status', status: 'passing' },
    { nodeName: 'n1', token: '', origin: 'api' },
  ).check,
  type: '',
};

const serviceOf = (id: string, tags: readonly string[], override: boolean): ServiceDefinition => ({
  id,
  service: id.toLowerCase(),
  kind: '',
  tags,
  address: '',
  taggedAddresses: { wan: { address: '192.0.2.1', port: 1 } },
  meta: { a: 'b' },
  port: 80,
  socketPath: '',
  weights: { passing: 1, warning: 1 },
  enableTagOverride: override,
});

const serverService = serviceOf('consul', [], false);

const ids = fc.constantFrom('web', 'Web', 'db', 'cache');
const tags = fc.subarray(['a', 'b', 'c']);
const token = fc.constantFrom('', 't1', 't2');
const status = fc.constantFrom('passing' as const, 'warning' as const, 'critical' as const);

const services = fc.uniqueArray(fc.record({ id: ids, tags, override: fc.boolean(), token }), {
  selector: ({ id }) => id.toLowerCase(),
});
const checks = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('c1', 'C1', 'c2', 'c3', 'c4'), of: fc.nat(4), status, token }),
  { selector: ({ id }) => id.toLowerCase() },
);

interface Sketch {
  readonly services: readonly { id: string; tags: string[]; override: boolean; token: string }[];
  readonly checks: readonly {
    id: string;
    of: number;
    status: CheckDefinition['status'];
    token: string;
  }[];
}
const sketch: fc.Arbitrary<Sketch> = fc.record({ services, checks });

/** A machine with these services, and checks that belong to one of them or to the node. */
function localOf({ services: drawn, checks: drawnChecks }: Sketch): LocalCatalog {
  const records = new Map<string, ServiceRecord>();
  for (const { id, tags: own, override, token: secret } of drawn) {
    records.set(id, { service: serviceOf(id, own, override), token: secret, origin: 'api' });
  }
  const checkRecords = new Map<string, CheckRecord>();
  for (const { id, of, status: now, token: secret } of drawnChecks) {
    const serviceId = drawn[of]?.id ?? '';
    const context = { nodeName: 'n1', token: secret, origin: 'api' as const };
    checkRecords.set(
      id,
      checkRecordOf(
        { id, name: id, status: now, ttlMs: 1500, ...(serviceId === '' ? {} : { serviceId }) },
        context,
      ),
    );
  }
  return { node, services: records, checks: checkRecords, heldOutputs: new Map() };
}

/** Carries a plan out as anti-entropy does. */
function carryOut(gateway: CatalogGateway, local: LocalCatalog): void {
  const comparison = compareCatalogs(local, remoteOf(gateway));
  for (const operation of planSync(local, comparison)) {
    switch (operation.type) {
      case 'register-node':
        gateway.apply(catalogRegister, {
          type: 'register',
          node,
          skipNodeUpdate: false,
          checks: [],
        });
        break;
      case 'register':
        gateway.apply(catalogRegister, {
          type: 'register',
          node,
          skipNodeUpdate: true,
          checks: operation.checks.map(({ check }) => check),
          ...(operation.service === undefined ? {} : { service: operation.service.service }),
        });
        break;
      default:
        gateway.apply(catalogDeregister, {
          type: 'deregister',
          node: 'n1',
          serviceId: operation.type === 'deregister-service' ? operation.id : '',
          checkId: operation.type === 'deregister-check' ? operation.id : '',
          datacenter: 'dc1',
        });
    }
  }
}

function remoteOf(gateway: CatalogGateway): RemoteCatalog {
  const dump = gateway.node('n1');
  return { node: dump?.node, services: dump?.services ?? [], checks: dump?.checks ?? [] };
}

/** The local catalogue once the tags that are the catalogue's are taken over. */
function adopted(local: LocalCatalog, gateway: CatalogGateway): LocalCatalog {
  const { adoptedTags } = compareCatalogs(local, remoteOf(gateway));
  const taken = new Map(local.services);
  for (const [id, own] of adoptedTags) {
    const record = taken.get(id);
    if (record !== undefined) {
      taken.set(id, { ...record, service: { ...record.service, tags: own } });
    }
  }
  return { ...local, services: taken };
}

describe('a plan carried out', () => {
  test.prop([sketch, sketch, fc.boolean()], { numRuns: 100 })(
    'leaves the catalogue as the machine is, and gossip and the server alone',
    (before, after, isServer) => {
      const gateway = new CatalogGateway();
      gateway.apply(catalogRegister, {
        type: 'register',
        node,
        skipNodeUpdate: false,
        checks: [gossipCheck],
        ...(isServer ? { service: serverService } : {}),
      });
      carryOut(gateway, localOf(before));
      const local = adopted(localOf(after), gateway);
      carryOut(gateway, local);

      const comparison = compareCatalogs(local, remoteOf(gateway));
      expect(planSync(local, comparison)).toEqual([]);
      const found = remoteOf(gateway);
      const own = new Set([...local.services.keys(), ...(isServer ? ['consul'] : [])]);
      expect(new Set(found.services.map(({ id }) => id))).toEqual(own);
      expect(new Set(found.checks.map(({ checkId }) => checkId))).toEqual(
        new Set([...local.checks.keys(), 'serfHealth']),
      );
    },
  );

  test.prop([sketch])('asks for nothing where nothing differs', (drawn) => {
    const gateway = new CatalogGateway();
    const local = localOf(drawn);
    carryOut(gateway, local);
    expect(planSync(local, compareCatalogs(local, remoteOf(gateway)))).toEqual([]);
  });

  test.prop([sketch])('sends each service and check under its own token, once', (drawn) => {
    const local = localOf(drawn);
    const empty: RemoteCatalog = { node: undefined, services: [], checks: [] };
    const operations = planSync(local, compareCatalogs(local, empty));
    const sent = operations.flatMap((operation) =>
      operation.type === 'register'
        ? operation.checks.map(({ check }) => [check.checkId, operation.token])
        : [],
    );
    expect(new Map(sent as [string, string][])).toEqual(
      new Map([...local.checks].map(([id, record]) => [id, record.token])),
    );
    expect(sent).toHaveLength(local.checks.size);
    expect(operations[0]).toEqual({ type: 'register-node' });
  });
});

test('another node of the same name is not stripped before its name is refused', () => {
  const gateway = new CatalogGateway();
  gateway.apply(catalogRegister, {
    type: 'register',
    node: { ...node, id: 'id-2' },
    skipNodeUpdate: false,
    service: serviceOf('other', [], false),
    checks: [gossipCheck],
  });
  const local = localOf({ services: [], checks: [] });
  expect(() => carryOut(gateway, local)).toThrow(RequestError);
  expect(gateway.services('n1').map(({ id }) => id)).toEqual(['other']);
});
