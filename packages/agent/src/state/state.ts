import type { Area, CatalogNode, Coordinate, HealthCheck, KvPair, NodeService } from './domain.js';
import { emptyTree, type RadixTree } from './radix-tree.js';

/** What each tree of the state holds. Keys of names are made by `tableKey`. */
export interface TreeValues {
  /** Nodes by name. */
  readonly nodes: CatalogNode;
  /** Names of nodes by id. */
  readonly nodeNames: string;
  /** Service instances by node and id. */
  readonly services: NodeService;
  /** The same instances by service, node and id. */
  readonly serviceInstances: NodeService;
  /** The index of each service that has instances: moves with all that its health answer shows. */
  readonly serviceIndexes: number;
  /** Checks by node and id. */
  readonly checks: HealthCheck;
  /** The same checks by service, node and id; those of nodes stand under the empty service. */
  readonly serviceChecks: HealthCheck;
  /** The same checks by status, node and id. */
  readonly statusChecks: HealthCheck;
  /** Pairs by key, as it is. */
  readonly kv: KvPair;
  /** The index at which a key, or everything with that prefix, was deleted. */
  readonly tombstones: number;
  /** Areas by id. */
  readonly areas: Area;
  /** Ids of areas by peer datacenter. */
  readonly areaPeers: string;
  /** Coordinates by node and segment. */
  readonly coordinates: Coordinate;
}

/** The name of a tree. */
export type TreeName = keyof TreeValues;

/** All trees. */
export type Trees = { readonly [Name in TreeName]: RadixTree<TreeValues[Name]> };

/** The tables a client can see an index of. */
export type TableName =
  | 'nodes'
  | 'services'
  | 'checks'
  | 'kv'
  | 'tombstones'
  | 'areas'
  | 'coordinates';

/** The index of the last change to each table; 0: never changed. */
export type TableIndexes = Readonly<Record<TableName, number>>;

/** Everything that goes through Raft, at one index. Immutable: keeping it is a snapshot. */
export interface State {
  readonly trees: Trees;
  readonly tableIndexes: TableIndexes;
}

/** What a query answers. */
export interface QueryAnswer<Result> {
  /** The Raft index of the newest change that the result shows; at least 1. */
  readonly index: number;
  readonly result: Result;
}

/** The state before the first command. */
export function emptyState(): State {
  return {
    trees: {
      nodes: emptyTree('nodes'),
      nodeNames: emptyTree('nodeNames'),
      services: emptyTree('services'),
      serviceInstances: emptyTree('serviceInstances'),
      serviceIndexes: emptyTree('serviceIndexes'),
      checks: emptyTree('checks'),
      serviceChecks: emptyTree('serviceChecks'),
      statusChecks: emptyTree('statusChecks'),
      kv: emptyTree('kv'),
      tombstones: emptyTree('tombstones'),
      areas: emptyTree('areas'),
      areaPeers: emptyTree('areaPeers'),
      coordinates: emptyTree('coordinates'),
    },
    tableIndexes: {
      nodes: 0,
      services: 0,
      checks: 0,
      kv: 0,
      tombstones: 0,
      areas: 0,
      coordinates: 0,
    },
  };
}

/**
 * The index that covers several tables.
 *
 * @returns at least 1: a client that is told 0 would take its next read for one that does not
 * block.
 */
export function tablesIndex(state: State, ...tables: readonly TableName[]): number {
  let index = 1;
  for (const table of tables) index = Math.max(index, state.tableIndexes[table]);
  return index;
}
