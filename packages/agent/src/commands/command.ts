import type { AreaDefinition } from '../state/areas.js';
import type { ByteString } from '../state/byte-string.js';
import type {
  CheckDefinition,
  Coordinate,
  NodeDefinition,
  ServiceDefinition,
} from '../state/domain.js';
import type { KvWrite } from '../state/kv.js';

/** A change to the KV store. */
export type KvCommand =
  | ({ readonly type: 'kv-set' } & KvWrite)
  /** Writes only if the key was last changed at `expectedIndex`; 0: only if it is absent. */
  | ({ readonly type: 'kv-cas'; readonly expectedIndex: number } & KvWrite)
  | { readonly type: 'kv-delete'; readonly key: ByteString }
  | { readonly type: 'kv-delete-cas'; readonly key: ByteString; readonly expectedIndex: number }
  | { readonly type: 'kv-delete-tree'; readonly prefix: ByteString };

/** Puts a node, and what is on it, into the catalogue; all of it or nothing. */
export interface RegisterCommand {
  readonly type: 'register';
  readonly node: NodeDefinition;
  /** A node that is known stays as it is; one that is not is still created. */
  readonly skipNodeUpdate: boolean;
  readonly service?: ServiceDefinition;
  readonly checks: readonly CheckDefinition[];
}

/** Takes a service, a check, or with neither the whole node out of the catalogue. */
export interface DeregisterCommand {
  readonly type: 'deregister';
  readonly node: string;
  /** Empty: not a service. */
  readonly serviceId: string;
  /** Empty: not a check. A service wins over a check. */
  readonly checkId: string;
  /** Where the node is; empty: where the command is applied. */
  readonly datacenter: string;
}

/** A change to the network areas. */
export type AreaCommand =
  | ({ readonly type: 'area-create' } & AreaDefinition)
  | { readonly type: 'area-update'; readonly id: string; readonly useTls: boolean }
  | { readonly type: 'area-delete'; readonly id: string };

/** Coordinates that servers have gathered. */
export interface CoordinateCommand {
  readonly type: 'coordinates';
  readonly coordinates: readonly Coordinate[];
}

/** Forgets tombstones that are old enough. */
export interface ReapCommand {
  readonly type: 'reap-tombstones';
  readonly upToIndex: number;
}

/** Everything that may stand in the log. */
export type Command =
  | KvCommand
  | RegisterCommand
  | DeregisterCommand
  | AreaCommand
  | CoordinateCommand
  | ReapCommand;

/** What the log may hold besides: a command of a later release. */
export interface UnknownCommand {
  readonly type: 'unknown';
  /** The format it was written in. */
  readonly version: number;
  /** Whether its author says that leaving it out does no harm. */
  readonly isIgnorable: boolean;
}
