import { tableKey } from '../state/byte-string.js';
import { serfCheckId } from '../state/checks.js';
import type {
  CatalogNode,
  CheckDefinition,
  HealthCheck,
  NodeDefinition,
  NodeService,
  ServiceDefinition,
} from '../state/domain.js';
import { isSame } from '../state/structural-equality.js';
import type { CheckRecord, ServiceRecord } from './records.js';
import { SERVER_SERVICE_ID } from './registration-rules.js';

/** What this machine says of itself. */
export interface LocalCatalog {
  readonly node: NodeDefinition;
  readonly services: ReadonlyMap<string, ServiceRecord>;
  readonly checks: ReadonlyMap<string, CheckRecord>;
  /** Ids of checks whose new output is held back for a while. */
  readonly heldOutputs: ReadonlyMap<string, unknown>;
}

/** What the catalogue says of this machine. */
export interface RemoteCatalog {
  /** Undefined where it does not know it. */
  readonly node: CatalogNode | undefined;
  readonly services: readonly NodeService[];
  readonly checks: readonly HealthCheck[];
}

/** What the catalogue must still be told. */
export interface OutOfSync {
  readonly isNodeStale: boolean;
  /** Ids of what is registered here and not, or differently, there. */
  readonly services: ReadonlySet<string>;
  readonly checks: ReadonlySet<string>;
  /** Ids of what is there and no longer here, each with the token to remove it by. */
  readonly goneServices: ReadonlyMap<string, string>;
  readonly goneChecks: ReadonlyMap<string, string>;
}

/** What a comparison found. */
export interface Comparison extends OutOfSync {
  /** Tags that the catalogue has the last word on, by service id. */
  readonly adoptedTags: ReadonlyMap<string, readonly string[]>;
}

/** One call to the catalogue. An empty token stands for the agent's own. */
export type SyncOperation =
  | { readonly type: 'deregister-service'; readonly id: string; readonly token: string }
  | { readonly type: 'deregister-check'; readonly id: string; readonly token: string }
  | { readonly type: 'register-node' }
  | {
      readonly type: 'register';
      /** Absent: the checks are the node's own. */
      readonly service?: ServiceRecord;
      readonly checks: readonly CheckRecord[];
      readonly token: string;
    };

/**
 * Compares this machine with what the catalogue says of it. The machine is right, but for tags of
 * services that leave them to the catalogue; the server's own service and the gossip check are
 * nobody's here.
 */
export function compareCatalogs(local: LocalCatalog, remote: RemoteCatalog): Comparison {
  const services = compareServices(local, remote);
  const { checks, goneChecks } = compareChecks(local, remote, services.goneServices);
  return { isNodeStale: isNodeStale(local.node, remote.node), ...services, checks, goneChecks };
}

/**
 * What to do, in order. The node comes first: where its name is another machine's, nothing else may
 * follow. What is gone goes before what is there, which may be the same under another name.
 */
export function planSync(local: LocalCatalog, outOfSync: OutOfSync): SyncOperation[] {
  const operations: SyncOperation[] = [];
  if (outOfSync.isNodeStale) operations.push({ type: 'register-node' });
  for (const [id, token] of outOfSync.goneServices) {
    operations.push({ type: 'deregister-service', id, token });
  }
  for (const [id, token] of outOfSync.goneChecks) {
    operations.push({ type: 'deregister-check', id, token });
  }
  operations.push(...registrations(local, outOfSync));
  return operations;
}

/**
 * A service goes with those of its checks that have the same token. Its other checks take it along
 * under their own token, for a check alone would need rights on the whole node.
 */
function registrations(local: LocalCatalog, outOfSync: OutOfSync): SyncOperation[] {
  const groups = new Map<string, Map<string, CheckRecord[]>>();
  const groupOf = (serviceId: string, token: string): CheckRecord[] => {
    const byToken = groups.get(serviceId) ?? new Map<string, CheckRecord[]>();
    groups.set(serviceId, byToken);
    const checks = byToken.get(token) ?? [];
    byToken.set(token, checks);
    return checks;
  };
  for (const id of outOfSync.services) {
    const record = local.services.get(id);
    if (record !== undefined) groupOf(id, record.token);
  }
  for (const id of outOfSync.checks) {
    const record = local.checks.get(id);
    if (record !== undefined) groupOf(record.check.serviceId, record.token).push(record);
  }
  const operations: SyncOperation[] = [];
  for (const [serviceId, byToken] of groups) {
    const service = local.services.get(serviceId);
    for (const [token, checks] of byToken) {
      operations.push({
        type: 'register',
        checks,
        token,
        ...(service === undefined ? {} : { service }),
      });
    }
  }
  return operations;
}

function isNodeStale(local: NodeDefinition, remote: CatalogNode | undefined): boolean {
  return (
    remote === undefined ||
    local.id !== remote.id ||
    local.address !== remote.address ||
    !isSame(local.taggedAddresses, remote.taggedAddresses) ||
    !isSame(local.meta, remote.meta)
  );
}

function compareServices(
  local: LocalCatalog,
  remote: RemoteCatalog,
): Pick<Comparison, 'services' | 'goneServices' | 'adoptedTags'> {
  const stale = new Set(local.services.keys());
  const goneServices = new Map<string, string>();
  const adoptedTags = new Map<string, readonly string[]>();
  // The catalogue's ids do not distinguish case, this machine's do.
  const ids = new Map([...local.services.keys()].map((id) => [tableKey(id), id]));
  for (const found of remote.services) {
    const id = ids.get(tableKey(found.id));
    const own = id === undefined ? undefined : local.services.get(id);
    if (id === undefined || own === undefined) {
      if (tableKey(found.id) !== tableKey(SERVER_SERVICE_ID)) goneServices.set(found.id, '');
      continue;
    }
    const isOverridden = own.service.enableTagOverride && !isSame(own.service.tags, found.tags);
    if (isOverridden) adoptedTags.set(id, found.tags);
    const expected = isOverridden ? { ...own.service, tags: found.tags } : own.service;
    if (isSame(expected, definitionOfService(found))) stale.delete(id);
  }
  return { services: stale, goneServices, adoptedTags };
}

function compareChecks(
  local: LocalCatalog,
  remote: RemoteCatalog,
  goneServices: ReadonlyMap<string, string>,
): Pick<Comparison, 'checks' | 'goneChecks'> {
  const stale = new Set(local.checks.keys());
  const goneChecks = new Map<string, string>();
  const ids = new Map([...local.checks.keys()].map((id) => [tableKey(id), id]));
  const goneKeys = new Set([...goneServices.keys()].map((id) => tableKey(id)));
  for (const found of remote.checks) {
    const id = ids.get(tableKey(found.checkId));
    const own = id === undefined ? undefined : local.checks.get(id);
    if (id === undefined || own === undefined) {
      const isGossip = tableKey(found.checkId) === tableKey(serfCheckId);
      const goesWithService = goneKeys.has(tableKey(found.serviceId));
      if (!isGossip && !goesWithService) goneChecks.set(found.checkId, '');
      continue;
    }
    const isHeld = local.heldOutputs.has(id);
    const expected = isHeld ? { ...own.check, output: found.output } : own.check;
    if (isSame(expected, definitionOfCheck(found))) stale.delete(id);
  }
  return { checks: stale, goneChecks };
}

function definitionOfService(found: NodeService): ServiceDefinition {
  const { node: _node, createIndex: _create, modifyIndex: _modify, ...definition } = found;
  return definition;
}

function definitionOfCheck(found: HealthCheck): CheckDefinition {
  const {
    serviceName: _name,
    serviceTags: _tags,
    createIndex: _create,
    modifyIndex: _modify,
    ...definition
  } = found;
  return definition;
}
