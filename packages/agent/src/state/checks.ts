import { tableKey } from './byte-string.js';
import { type CommandFailure, commandFailure } from './command-failure.js';
import type { CheckDefinition, CheckStatus, HealthCheck, NodeService } from './domain.js';
import { bumpService, bumpServicesOfNode } from './service-indexes.js';
import { type QueryAnswer, type State, tablesIndex } from './state.js';
import type { StateTransaction } from './state-transaction.js';
import { isSame } from './structural-equality.js';
import type { WatchSet } from './watch-set.js';

/** The check that follows a node's membership in the gossip pool. */
export const serfCheckId = 'serfHealth';

/** Registers a check on a node that is in the catalogue. */
export function ensureCheck(
  transaction: StateTransaction,
  node: string,
  definition: CheckDefinition,
): CommandFailure | undefined {
  const { checkId, serviceId } = definition;
  if (checkId === '') return commandFailure('INVALID', 'Must provide check id (CheckID)');
  const service =
    serviceId === '' ? undefined : transaction.get('services', tableKey(node, serviceId));
  if (serviceId !== '' && service === undefined) {
    return commandFailure(
      'SERVICE_MISSING',
      `Unknown service ID '${serviceId}' for check ID '${checkId}'`,
    );
  }
  const existing = transaction.get('checks', tableKey(node, checkId));
  const check: HealthCheck = {
    ...definition,
    node,
    serviceName: service?.service ?? '',
    serviceTags: service?.tags ?? [],
    createIndex: existing?.createIndex ?? transaction.index,
    modifyIndex: existing?.modifyIndex ?? transaction.index,
  };
  if (existing !== undefined) {
    if (isSame(check, existing)) return undefined;
    removeFromTrees(transaction, existing);
    // The check may have moved from one service instance to another: both answers change.
    if (existing.serviceId !== serviceId) bumpSubject(transaction, existing);
  }
  putCheck(transaction, { ...check, modifyIndex: transaction.index });
  return undefined;
}

/** Removes a check; nothing happens where there is none. */
export function deleteCheck(transaction: StateTransaction, node: string, checkId: string): void {
  const existing = transaction.get('checks', tableKey(node, checkId));
  if (existing === undefined) return;
  removeFromTrees(transaction, existing);
  transaction.bump('checks');
  bumpSubject(transaction, existing);
}

/** Removes the checks of a service instance that is about to go. */
export function deleteChecksOfService(transaction: StateTransaction, service: NodeService): void {
  for (const check of checksOfInstance(transaction, service)) {
    deleteCheck(transaction, check.node, check.checkId);
  }
}

/** Makes an instance's checks carry its new name and tags. */
export function followService(
  transaction: StateTransaction,
  before: NodeService,
  after: NodeService,
): void {
  if (before.service === after.service && isSame(before.tags, after.tags)) return;
  for (const check of checksOfInstance(transaction, before)) {
    removeFromTrees(transaction, check);
    putCheck(transaction, {
      ...check,
      serviceName: after.service,
      serviceTags: after.tags,
      modifyIndex: transaction.index,
    });
  }
}

function checksOfInstance(transaction: StateTransaction, service: NodeService): HealthCheck[] {
  const key = tableKey(service.service, service.node);
  const checks = [...transaction.entries('serviceChecks', key)].map(({ value }) => value);
  return checks.filter((check) => tableKey(check.serviceId) === tableKey(service.id));
}

function putCheck(transaction: StateTransaction, check: HealthCheck): void {
  const { node, checkId, serviceName, status } = check;
  transaction.tree('checks').put(tableKey(node, checkId), check);
  transaction.tree('serviceChecks').put(tableKey(serviceName, node, checkId), check);
  transaction.tree('statusChecks').put(tableKey(status, node, checkId), check);
  transaction.bump('checks');
  bumpSubject(transaction, check);
}

function removeFromTrees(transaction: StateTransaction, check: HealthCheck): void {
  const { node, checkId, serviceName, status } = check;
  transaction.tree('checks').delete(tableKey(node, checkId));
  transaction.tree('serviceChecks').delete(tableKey(serviceName, node, checkId));
  transaction.tree('statusChecks').delete(tableKey(status, node, checkId));
}

function bumpSubject(transaction: StateTransaction, check: HealthCheck): void {
  if (check.serviceId === '') bumpServicesOfNode(transaction, check.node);
  else bumpService(transaction, check.serviceName);
}

/** All checks of a node. */
export function checksOfNode(
  state: State,
  node: string,
  watch: WatchSet,
): QueryAnswer<readonly HealthCheck[]> {
  const entries = state.trees.checks.entriesWatched(tableKey(node), watch);
  return { index: tablesIndex(state, 'checks'), result: Array.from(entries, toValue) };
}

/** All checks of the instances of a service. */
export function checksOfService(
  state: State,
  service: string,
  watch: WatchSet,
): QueryAnswer<readonly HealthCheck[]> {
  const index = state.trees.serviceIndexes.getWatched(tableKey(service), watch);
  // The checks of nodes stand under the empty name, which is no service.
  const entries = service === '' ? [] : state.trees.serviceChecks.entries(tableKey(service));
  return {
    index: index ?? tablesIndex(state, 'nodes', 'services', 'checks'),
    result: Array.from(entries, toValue),
  };
}

/** All checks in a status. */
export function checksInStatus(
  state: State,
  status: CheckStatus | 'any',
  watch: WatchSet,
): QueryAnswer<readonly HealthCheck[]> {
  const entries =
    status === 'any'
      ? state.trees.checks.entriesWatched('', watch)
      : state.trees.statusChecks.entriesWatched(tableKey(status), watch);
  return { index: tablesIndex(state, 'checks'), result: Array.from(entries, toValue) };
}

/** The checks that bear on a service instance: its node's own, then its own. */
export function checksBearingOn(state: State, service: NodeService): readonly HealthCheck[] {
  const checks: HealthCheck[] = [];
  for (const { value } of state.trees.serviceChecks.entries(tableKey('', service.node))) {
    checks.push(value);
  }
  const id = tableKey(service.id);
  const own = state.trees.serviceChecks.entries(tableKey(service.service, service.node));
  for (const { value } of own) if (tableKey(value.serviceId) === id) checks.push(value);
  return checks;
}

function toValue<Value>(entry: { readonly value: Value }): Value {
  return entry.value;
}
