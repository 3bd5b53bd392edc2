import { tableKey } from './byte-string.js';
import { deleteCheck, serfCheckId } from './checks.js';
import { type CommandFailure, commandFailure } from './command-failure.js';
import { deleteCoordinates } from './coordinates.js';
import type { CatalogNode, HealthCheck, NodeDefinition, NodeService } from './domain.js';
import { bumpServicesOfNode } from './service-indexes.js';
import { deleteService } from './services.js';
import { type QueryAnswer, type State, tablesIndex } from './state.js';
import type { StateTransaction } from './state-transaction.js';
import { isSame } from './structural-equality.js';
import type { WatchSet } from './watch-set.js';

/**
 * Registers a node. One whose id is known under another name is renamed: what was registered under
 * the old name goes.
 */
export function ensureNode(
  transaction: StateTransaction,
  definition: NodeDefinition,
): CommandFailure | undefined {
  const named = transaction.get('nodes', tableKey(definition.node));
  const identified = nodeById(transaction, definition.id);
  const conflict = findConflict(transaction, definition, { named, identified });
  if (conflict !== undefined) return conflict;
  const existing = identified ?? named;
  const node: CatalogNode = {
    ...definition,
    createIndex: existing?.createIndex ?? transaction.index,
    modifyIndex: existing?.modifyIndex ?? transaction.index,
  };
  if (existing !== undefined && isSame(node, existing)) return undefined;
  if (identified !== undefined && identified.node !== definition.node) {
    deleteNode(transaction, identified.node);
  }
  if (named !== undefined && named.id !== '' && named.id !== definition.id) {
    transaction.tree('nodeNames').delete(tableKey(named.id));
  }
  if (definition.id !== '') {
    transaction.tree('nodeNames').put(tableKey(definition.id), definition.node);
  }
  transaction
    .tree('nodes')
    .put(tableKey(definition.node), { ...node, modifyIndex: transaction.index });
  transaction.bump('nodes');
  bumpServicesOfNode(transaction, definition.node);
  return undefined;
}

function nodeById(transaction: StateTransaction, id: string): CatalogNode | undefined {
  if (id === '') return undefined;
  const name = transaction.get('nodeNames', tableKey(id));
  return name === undefined ? undefined : transaction.get('nodes', tableKey(name));
}

/**
 * A name may be taken over from a node that is known to be dead, that never was in the gossip
 * pool, or that has no id (unless this one is already known by its own).
 */
function findConflict(
  transaction: StateTransaction,
  definition: NodeDefinition,
  known: { named: CatalogNode | undefined; identified: CatalogNode | undefined },
): CommandFailure | undefined {
  const { named, identified } = known;
  if (definition.id === '' || named === undefined) return undefined;
  const isRename = identified !== undefined && identified.node !== definition.node;
  if (identified !== undefined && !isRename) return undefined;
  if (named.id === definition.id || (named.id === '' && !isRename)) return undefined;
  const serfCheck = transaction.get('checks', tableKey(named.node, serfCheckId));
  if (serfCheck === undefined || serfCheck.status === 'critical') return undefined;
  return commandFailure(
    'NODE_CONFLICT',
    `Node name ${definition.node} is reserved by node ${named.id} with name ${named.node} (${named.address})`,
  );
}

/** Removes a node with all that is registered on it; nothing happens where there is none. */
export function deleteNode(transaction: StateTransaction, name: string): void {
  const key = tableKey(name);
  const existing = transaction.get('nodes', key);
  if (existing === undefined) return;
  for (const { value } of [...transaction.entries('services', key)]) {
    deleteService(transaction, name, value.id);
  }
  for (const { value } of [...transaction.entries('checks', key)]) {
    deleteCheck(transaction, name, value.checkId);
  }
  deleteCoordinates(transaction, name);
  transaction.tree('nodes').delete(key);
  if (existing.id !== '') transaction.tree('nodeNames').delete(tableKey(existing.id));
  transaction.bump('nodes');
}

/** Every node, by name. */
export function listNodes(
  state: State,
  watch: WatchSet,
  filter?: (node: CatalogNode) => boolean,
): QueryAnswer<readonly CatalogNode[]> {
  const nodes: CatalogNode[] = [];
  for (const { value } of state.trees.nodes.entriesWatched('', watch)) {
    if (filter?.(value) ?? true) nodes.push(value);
  }
  return { index: tablesIndex(state, 'nodes'), result: nodes };
}

/** One node, by name. */
export function getNode(
  state: State,
  name: string,
  watch: WatchSet,
): QueryAnswer<CatalogNode | undefined> {
  const result = state.trees.nodes.getWatched(tableKey(name), watch);
  return { index: tablesIndex(state, 'nodes'), result };
}

/** A node with all that is registered on it. */
export interface NodeDump {
  readonly node: CatalogNode;
  readonly services: readonly NodeService[];
  readonly checks: readonly HealthCheck[];
}

/** Every node with all that is registered on it, by name. */
export function dumpNodes(state: State, watch: WatchSet): QueryAnswer<readonly NodeDump[]> {
  watch.addPrefix('services', '');
  watch.addPrefix('checks', '');
  const dumps: NodeDump[] = [];
  for (const { key, value: node } of state.trees.nodes.entriesWatched('', watch)) {
    dumps.push({
      node,
      services: Array.from(state.trees.services.entries(key), ({ value }) => value),
      checks: Array.from(state.trees.checks.entries(key), ({ value }) => value),
    });
  }
  return { index: tablesIndex(state, 'nodes', 'services', 'checks'), result: dumps };
}
