import { tableKey } from './byte-string.js';
import { checksBearingOn, deleteChecksOfService, followService } from './checks.js';
import { type CommandFailure, commandFailure } from './command-failure.js';
import type { CatalogNode, NodeService, ServiceDefinition, ServiceHealth } from './domain.js';
import { bumpService, settleService } from './service-indexes.js';
import { type QueryAnswer, type State, tablesIndex } from './state.js';
import type { StateTransaction } from './state-transaction.js';
import { isSame } from './structural-equality.js';
import type { WatchSet } from './watch-set.js';

/** Registers a service instance on a node that is in the catalogue. */
export function ensureService(
  transaction: StateTransaction,
  node: string,
  definition: ServiceDefinition,
): CommandFailure | undefined {
  if (definition.service === '') {
    return commandFailure('INVALID', 'Must provide service name (Service.Service)');
  }
  const id = definition.id === '' ? definition.service : definition.id;
  const existing = transaction.get('services', tableKey(node, id));
  const service: NodeService = {
    ...definition,
    id,
    node,
    createIndex: existing?.createIndex ?? transaction.index,
    modifyIndex: existing?.modifyIndex ?? transaction.index,
  };
  if (existing !== undefined && isSame(service, existing)) return undefined;
  const changed = { ...service, modifyIndex: transaction.index };
  if (existing !== undefined) {
    transaction.tree('serviceInstances').delete(instanceKey(existing));
  }
  transaction.tree('services').put(tableKey(node, id), changed);
  transaction.tree('serviceInstances').put(instanceKey(changed), changed);
  transaction.bump('services');
  bumpService(transaction, changed.service);
  if (existing !== undefined) {
    followService(transaction, existing, changed);
    if (tableKey(existing.service) !== tableKey(changed.service)) {
      settleService(transaction, existing.service);
    }
  }
  return undefined;
}

/** Removes a service instance and its checks; nothing happens where there is none. */
export function deleteService(transaction: StateTransaction, node: string, id: string): void {
  const existing = transaction.get('services', tableKey(node, id));
  if (existing === undefined) return;
  deleteChecksOfService(transaction, existing);
  transaction.tree('services').delete(tableKey(node, id));
  transaction.tree('serviceInstances').delete(instanceKey(existing));
  transaction.bump('services');
  settleService(transaction, existing.service);
}

function instanceKey(service: NodeService): string {
  return tableKey(service.service, service.node, service.id);
}

/** Which instances of a service are wanted. */
export interface ServiceQuery {
  readonly service: string;
  /** All of them must be there, whatever their case. */
  readonly tags?: readonly string[];
  /** What must hold of the instance's node. */
  readonly nodeFilter?: (node: CatalogNode) => boolean;
}

/** An instance with its node. */
export interface ServiceInstance {
  readonly node: CatalogNode;
  readonly service: NodeService;
}

/** The instances of a service, by node and id. */
export function instancesOfService(
  state: State,
  query: ServiceQuery,
  watch: WatchSet,
): QueryAnswer<readonly ServiceInstance[]> {
  const key = tableKey(query.service);
  // One watch stands for all instances: the index moves with everything the answer shows.
  const index = state.trees.serviceIndexes.getWatched(key, watch);
  const instances: ServiceInstance[] = [];
  for (const { value: service } of state.trees.serviceInstances.entries(key)) {
    const node = state.trees.nodes.get(tableKey(service.node));
    if (node === undefined || !hasTags(service, query.tags ?? [])) continue;
    if (query.nodeFilter?.(node) ?? true) instances.push({ node, service });
  }
  return {
    index: index ?? tablesIndex(state, 'nodes', 'services', 'checks'),
    result: instances,
  };
}

/** The instances of a service with the checks that bear on them. */
export function healthOfService(
  state: State,
  query: ServiceQuery,
  watch: WatchSet,
): QueryAnswer<readonly ServiceHealth[]> {
  const { index, result } = instancesOfService(state, query, watch);
  return {
    index,
    result: result.map(({ node, service }) => ({
      node,
      service,
      checks: checksBearingOn(state, service),
    })),
  };
}

/** The services of a node, by id. */
export function servicesOfNode(
  state: State,
  node: string,
  watch: WatchSet,
): QueryAnswer<readonly NodeService[]> {
  const entries = state.trees.services.entriesWatched(tableKey(node), watch);
  return {
    index: tablesIndex(state, 'nodes', 'services'),
    result: Array.from(entries, ({ value }) => value),
  };
}

/** A service and the tags that any of its instances has, in order. */
export interface ServiceTags {
  readonly service: string;
  readonly tags: readonly string[];
}

/** Every service with its tags, by name. */
export function listServices(
  state: State,
  watch: WatchSet,
  nodeFilter?: (node: CatalogNode) => boolean,
): QueryAnswer<readonly ServiceTags[]> {
  const tagsByService = new Map<string, Set<string>>();
  // Only a filter looks at nodes; without one, their changes are of no concern.
  if (nodeFilter !== undefined) watch.addPrefix('nodes', '');
  for (const { value } of state.trees.serviceInstances.entriesWatched('', watch)) {
    if (nodeFilter !== undefined) {
      const node = state.trees.nodes.get(tableKey(value.node));
      if (node === undefined || !nodeFilter(node)) continue;
    }
    const tags = tagsByService.get(value.service) ?? new Set();
    tagsByService.set(value.service, tags);
    for (const tag of value.tags) tags.add(tag);
  }
  const index =
    nodeFilter === undefined
      ? tablesIndex(state, 'services')
      : tablesIndex(state, 'nodes', 'services');
  return {
    index,
    result: Array.from(tagsByService, ([service, tags]) => ({ service, tags: [...tags].sort() })),
  };
}

function hasTags(service: NodeService, wanted: readonly string[]): boolean {
  return wanted.every((tag) => {
    const folded = tag.toLowerCase();
    return service.tags.some((own) => own.toLowerCase() === folded);
  });
}
