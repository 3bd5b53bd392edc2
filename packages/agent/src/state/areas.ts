import { tableKey } from './byte-string.js';
import { type CommandFailure, commandFailure } from './command-failure.js';
import type { Area } from './domain.js';
import { type QueryAnswer, type State, tablesIndex } from './state.js';
import type { StateTransaction } from './state-transaction.js';
import { isSame } from './structural-equality.js';
import type { WatchSet } from './watch-set.js';

/** What an area is created from. */
export interface AreaDefinition {
  readonly id: string;
  /** The datacenter the area is created in. */
  readonly datacenter: string;
  readonly peerDatacenter: string;
  readonly retryJoin: readonly string[];
  readonly useTls: boolean;
}

/** Creates an area; there is one for each peer datacenter at most. */
export function createArea(
  transaction: StateTransaction,
  definition: AreaDefinition,
): CommandFailure | undefined {
  const { id, datacenter, peerDatacenter, retryJoin, useTls } = definition;
  if (id === '') return commandFailure('AREA_INVALID', 'Must provide area ID');
  if (peerDatacenter === '') return commandFailure('AREA_INVALID', 'Must provide peer datacenter');
  if (tableKey(peerDatacenter) === tableKey(datacenter)) {
    return commandFailure(
      'AREA_INVALID',
      `Cannot create an area with own datacenter "${datacenter}"`,
    );
  }
  const other = transaction.get('areaPeers', tableKey(peerDatacenter));
  if (other !== undefined) {
    return commandFailure(
      'AREA_CONFLICT',
      `Area "${other}" already exists with peer datacenter "${peerDatacenter}"`,
    );
  }
  if (transaction.get('areas', tableKey(id)) !== undefined) {
    return commandFailure('AREA_CONFLICT', `Area "${id}" already exists`);
  }
  const index = transaction.index;
  transaction.tree('areaPeers').put(tableKey(peerDatacenter), id);
  transaction.tree('areas').put(tableKey(id), {
    id,
    peerDatacenter,
    retryJoin,
    useTls,
    createIndex: index,
    modifyIndex: index,
  });
  transaction.bump('areas');
  return undefined;
}

/** Changes an area's use of TLS, which is all of it that may change. */
export function updateArea(
  transaction: StateTransaction,
  id: string,
  useTls: boolean,
): CommandFailure | undefined {
  const existing = transaction.get('areas', tableKey(id));
  if (existing === undefined)
    return commandFailure('AREA_MISSING', `No area found with ID "${id}"`);
  const area = { ...existing, useTls };
  if (isSame(area, existing)) return undefined;
  transaction.tree('areas').put(tableKey(id), { ...area, modifyIndex: transaction.index });
  transaction.bump('areas');
  return undefined;
}

/** Deletes an area. */
export function deleteArea(transaction: StateTransaction, id: string): CommandFailure | undefined {
  const existing = transaction.get('areas', tableKey(id));
  if (existing === undefined)
    return commandFailure('AREA_MISSING', `No area found with ID "${id}"`);
  transaction.tree('areas').delete(tableKey(id));
  transaction.tree('areaPeers').delete(tableKey(existing.peerDatacenter));
  transaction.bump('areas');
  return undefined;
}

/** Every area, by id. */
export function listAreas(state: State, watch: WatchSet): QueryAnswer<readonly Area[]> {
  const entries = state.trees.areas.entriesWatched('', watch);
  return { index: tablesIndex(state, 'areas'), result: Array.from(entries, ({ value }) => value) };
}

/** One area, by id. */
export function getArea(state: State, id: string, watch: WatchSet): QueryAnswer<Area | undefined> {
  const result = state.trees.areas.getWatched(tableKey(id), watch);
  return { index: tablesIndex(state, 'areas'), result };
}
