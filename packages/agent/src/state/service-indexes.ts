import { tableKey } from './byte-string.js';
import type { StateTransaction } from './state-transaction.js';

/**
 * Each service has an index of its own, so that whoever waits for one is not woken by another. It
 * must move with everything the service's health answer shows: its instances, their checks, their
 * nodes and the checks of those.
 */
export function bumpService(transaction: StateTransaction, service: string): void {
  transaction.tree('serviceIndexes').put(tableKey(service), transaction.index);
}

/** Moves the index of every service that has an instance on a node. */
export function bumpServicesOfNode(transaction: StateTransaction, node: string): void {
  const names = new Set<string>();
  for (const { value } of transaction.entries('services', tableKey(node))) names.add(value.service);
  for (const name of names) bumpService(transaction, name);
}

/**
 * To be called after an instance is gone: moves the service's index, or removes it with the last
 * instance. A service without an index is answered with the catalogue's, which is newer.
 */
export function settleService(transaction: StateTransaction, service: string): void {
  const key = tableKey(service);
  for (const _ of transaction.entries('serviceInstances', key)) {
    bumpService(transaction, service);
    return;
  }
  transaction.tree('serviceIndexes').delete(key);
}
